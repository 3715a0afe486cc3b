"""Sending a report to the organiser from here: the paper of the version that was handed in."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.dates import day_of, short_day
from api.kit.errors import Problem
from api.kit.files import Files
from api.kit.text import fold
from api.outbox.actions import queue, revive
from api.reports import store
from api.reports.addendum import Added
from api.reports.documents import source_of
from api.reports.faults import NO_REPORT_EMAIL, NOT_HANDED_IN
from api.reports.secrecy import require_open
from api.reports.states import HANDED_IN
from api.tables.outbox import Delivery
from api.tables.reports import Report, ReportVersion
from api.words import DeliveryChannel, DeliveryState, VersionKind

TEMPLATE: Final = "report"
_GONE: Final = frozenset({DeliveryState.SENT, DeliveryState.UNCERTAIN})
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


async def mail_report(
    db: AsyncSession,
    actor: Actor,
    report: Report,
    files: Files,
    *,
    account_id: UUID,
    at: datetime,
) -> Delivery:
    """Let the newest version of a held report leave by mail; once only to the same address.

    One that could not be delivered at all is tried anew, as the same mail. One that went, or may
    have gone, to an address that was put right since leaves once more.

    Raises: Problem `not_handed_in`, `no_report_email`, `confidential`.
    """
    _, conference = await store.about(db, report)
    version = await _handed_in(db, report)
    await require_open(db, report.conference_id, session_id=report.session_id)
    address = conference.report_email
    if address is None:
        raise Problem(NO_REPORT_EMAIL)
    mail = await store.newest_mail(db, report.id)
    if mail is not None and mail.payload.get("version") == version.number:
        if mail.state is DeliveryState.DEAD:
            revive(mail, at=at)
            mail.destination = address
            await _append(db, actor, report, version, mail.id, at=at)
            return mail
        if mail.destination == address or mail.state not in _GONE:
            return mail
    source = await source_of(db, report, version=version.number, at=at)
    delivery_id = await queue(
        db,
        channel=DeliveryChannel.MAIL,
        template=TEMPLATE,
        subject_id=report.id,
        unit_id=report.unit_id,
        destination=address,
        payload={"version": version.number, **_words(version, source.added)},
        attachments=[
            {
                "digest": await files.keep(await source.laid_out(None)),
                "name": _file_name(version),
                "media_type": _DOCX,
            }
        ],
        account_id=account_id,
        at=at,
    )
    await _append(db, actor, report, version, delivery_id, at=at)
    return await db.get_one(Delivery, delivery_id)


async def _append(
    db: AsyncSession,
    actor: Actor,
    report: Report,
    version: ReportVersion,
    delivery_id: UUID,
    *,
    at: datetime,
) -> None:
    detail = {"version": version.number, "delivery_id": str(delivery_id)}
    await events.append(
        db, Happening(actor, events.REPORT_MAILED, report.id, at, report.session_id, detail)
    )


async def _handed_in(db: AsyncSession, report: Report) -> ReportVersion:
    versions = [
        each
        for each, _ in await store.versions(db, report.id)
        if each.kind is not VersionKind.INTERIM
    ]
    if report.state not in HANDED_IN or not versions:
        raise Problem(NOT_HANDED_IN)
    return versions[-1]


def _words(version: ReportVersion, added: Added | None) -> dict[str, str]:
    """Word the mail; of an addendum it says what differs, as the paper does."""
    content = version.content
    unit, conference = content["unit"]["name"], content["conference"]["title"]
    session = content["session"]
    about = f"{session['title']}, {conference}" if session else conference
    kind = "Báo cáo nhanh" if session else "Báo cáo kết quả"
    again = f" (bổ sung, bản {version.number})" if version.kind is VersionKind.ADDENDUM else ""
    lines = [f"Kính gửi đồng chí, {unit} gửi {kind.lower()}{again}: {about}."]
    if added is not None:
        lines += [f"So với báo cáo gửi ngày {short_day(day_of(added.since))}:"]
        lines += [f"- {each}" for each in added.lines()]
    return {"subject": f"{kind}{again} – {unit}", "text": "\n".join(lines)}


def _file_name(version: ReportVersion) -> str:
    unit = fold(version.content["unit"]["name"]).replace(" ", "-")
    return f"bao-cao-{unit[:80]}-ban-{version.number}.docx"
