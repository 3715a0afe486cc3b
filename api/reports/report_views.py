"""A report as the wire has it: from its content, live or frozen, and what hangs on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.reports import drafting, store
from api.reports.difference import difference
from api.reports.drafting import TEXTS
from api.reports.report_schemas import (
    DifferenceLine,
    LackingUnit,
    ReportBlock,
    ReportLine,
    ReportPhoto,
    ReportProblem,
    ReportSent,
    ReportText,
    ReportTexts,
    ReportVersionLine,
    ReportVersionView,
    ReportView,
    SessionFigures,
    SignedScanLine,
)
from api.reports.schemas import TallyView
from api.reports.situation import Situation, due_at, situation_of, states_of
from api.reports.states import HANDED_IN, is_late
from api.tables.reports import Report, ReportVersion, SignedScan
from api.words import SessionState, VersionKind

Versions = Sequence[tuple[ReportVersion, str | None]]


@dataclass(frozen=True, slots=True)
class Standing:
    """A report as it would be handed in now, beside what was handed in before."""

    situation: Situation
    live: Mapping[str, Any]
    versions: Versions

    @property
    def pending(self) -> list[dict[str, Any]]:
        """What differs from the newest version; nothing where there is none."""
        return difference(self.versions[-1][0].content, self.live) if self.versions else []

    @property
    def last_final(self) -> ReportVersion | None:
        """The newest version that was handed in for good."""
        found = [each for each, _ in self.versions if each.kind is not VersionKind.INTERIM]
        return found[-1] if found else None

    @property
    def handed_in_at(self) -> datetime | None:
        """When the report was first handed in for good."""
        finals = (each for each, _ in self.versions if each.kind is VersionKind.FINAL)
        first = next(finals, None)
        return first.submitted_at if first else None


async def standing_of(db: AsyncSession, report: Report, *, at: datetime) -> Standing:
    """Find out how a report stands now."""
    unit, conference = await store.about(db, report)
    situation = await situation_of(db, report, unit, conference, at=at)
    live = await drafting.content(db, report, situation)
    return Standing(situation, live, await store.versions(db, report.id))


async def shown(db: AsyncSession, report: Report, *, at: datetime) -> ReportView:
    """Show a report as it stands now."""
    return await view_of(db, report, await standing_of(db, report, at=at), at=at)


async def view_of(
    db: AsyncSession, report: Report, standing: Standing, *, at: datetime
) -> ReportView:
    """Show a report: what was handed in where it was, else what it says now."""
    final, situation = standing.last_final, standing.situation
    is_frozen = report.state in HANDED_IN and final is not None
    content = final.content if is_frozen and final is not None else standing.live
    problems, pending, due = situation.problems, standing.pending, due_at(situation)
    mail = await store.newest_mail(db, report.id)
    states = states_of(situation)
    return ReportView(
        id=report.id,
        kind=report.kind,
        conference_id=report.conference_id,
        session_id=report.session_id,
        unit_id=report.unit_id,
        unit_name=content["unit"]["name"],
        state=report.state,
        is_frozen=is_frozen,
        figures=TallyView.model_validate(content["figures"]),
        blocks=[ReportBlock.model_validate(each) for each in content["blocks"]],
        sessions=_sessions(content["sessions"], states),
        guests=content["guests"],
        head_count=content["head_count"],
        sessions_held=sum(each["held"] for each in content["sessions"]),
        texts=_texts(report, content["texts"]),
        problems=[
            ReportProblem.model_validate(
                {
                    "code": each.code,
                    "sentence": each.sentence,
                    "is_blocking": is_blocking,
                    "units": [_lacking(one.unit_id, one.name, one.missing) for one in each.units],
                }
            )
            for is_blocking, some in ((True, problems), (False, situation.warnings))
            for each in some
        ],
        can_submit=not problems and (not is_frozen or bool(pending)),
        photos=[
            ReportPhoto(
                id=each.id,
                url=f"/api/v1/photos/{each.id}/picture",
                caption=each.caption,
                added_at=each.added_at,
            )
            for each in await store.photos(db, report.id)
        ],
        versions=[version_line(each, name) for each, name in standing.versions],
        pending_difference=[DifferenceLine.model_validate(each) for each in pending],
        due_at=due,
        is_late=is_late(report.state, due_at=due, handed_in_at=standing.handed_in_at, at=at),
        submitted_at=report.submitted_at,
        comment=report.comment,
        decided_at=report.decided_at,
        sent=ReportSent(mail=mail.state if mail else None, marked_on=report.sent_on),
        signed_scan=_scan(await store.newest_scan(db, report.id)),
    )


def version_line(version: ReportVersion, name: str | None) -> ReportVersionLine:
    """Show a version without its content."""
    return ReportVersionLine(
        number=version.number,
        kind=version.kind,
        digest=version.digest,
        submitted_at=version.submitted_at,
        submitted_by_name=name,
        difference=[DifferenceLine.model_validate(each) for each in version.difference],
    )


def version_view(version: ReportVersion, name: str | None) -> ReportVersionView:
    """Show a version whole."""
    return ReportVersionView(
        **version_line(version, name).model_dump(),
        report_id=version.report_id,
        content=version.content,
    )


def line_of(report: Report, unit_name: str, version: int | None) -> ReportLine:
    """Show a report in a list."""
    return ReportLine(
        id=report.id,
        kind=report.kind,
        conference_id=report.conference_id,
        session_id=report.session_id,
        unit_id=report.unit_id,
        unit_name=unit_name,
        state=report.state,
        version=version,
        submitted_at=report.submitted_at,
        decided_at=report.decided_at,
        comment=report.comment,
        sent_on=report.sent_on,
    )


def _texts(report: Report, texts: Mapping[str, str]) -> ReportTexts:
    return ReportTexts(
        **{
            name: ReportText(text=texts[name], is_filled_in=getattr(report, name) is None)
            for name in TEXTS
        }
    )


def _sessions(
    sessions: Sequence[Mapping[str, Any]], states: Mapping[UUID, SessionState]
) -> list[SessionFigures]:
    return [
        SessionFigures.model_validate({**each, "state": states[UUID(each["session_id"])]})
        for each in sessions
    ]


def _lacking(unit_id: UUID, name: str, missing: int) -> LackingUnit:
    return LackingUnit(unit_id=unit_id, name=name, missing=missing)


def _scan(scan: SignedScan | None) -> SignedScanLine | None:
    if scan is None:
        return None
    return SignedScanLine(version=scan.version, digest=scan.digest, added_at=scan.added_at)
