"""What is done about notices: posting a text, and saying that units know."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.errors import Problem
from api.notices import sheets, store
from api.notices.faults import LABEL_UNKNOWN, NOTICE_STALE, UNIT_NOT_ADDRESSED
from api.notices.rules import snapshot
from api.notices.sheets import Addressee, Book, Sheet
from api.sessions import moving
from api.tables.sessions import Session


async def post(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    *,
    account_id: UUID,
    label: str | None,
    sequence: int,
    at: datetime,
) -> Book:
    """Keep that a group's text was posted as it is now; a second time nothing happens.

    Raises: Problem `confidential_session`, `label_unknown`, `notice_stale` where the text has
    changed since the sequence that was posted.
    """
    await moving.alone(db, session)
    book = await sheets.open_book(db, session, at=at)
    sheet = _sheet(book, label)
    if sheet.sequence != sequence:
        raise Problem(NOTICE_STALE, sequence=sheet.sequence)
    if sheet.posted is not None:
        return book
    facts = snapshot(sheet.facts)
    await store.post(
        db, session.id, label, sequence=sequence, facts=facts, account_id=account_id, at=at
    )
    detail = {"label": label, "sequence": sequence}
    await events.append(
        db, Happening(actor, events.NOTICE_POSTED, session.id, at, session.id, detail=detail)
    )
    return await sheets.open_book(db, session, at=at)


async def receive(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    *,
    account_id: UUID,
    unit_ids: Sequence[UUID],
    sequence: int | None,
    at: datetime,
) -> Book:
    """Keep that units know of a session as it is now; who knew before knows.

    Raises: Problem `confidential_session`, `unit_not_addressed`, `notice_stale` where a notice that
    was read has changed since.
    """
    await moving.alone(db, session)
    book = await sheets.open_book(db, session, at=at)
    listed: Mapping[UUID, tuple[Sheet, Addressee]] = {
        each.unit.id: (sheet, each) for sheet in book.sheets for each in sheet.addressees
    }
    told: list[Addressee] = []
    for unit_id in sorted(set(unit_ids)):
        if unit_id not in listed:
            raise Problem(UNIT_NOT_ADDRESSED)
        sheet, addressee = listed[unit_id]
        if sequence is not None and sheet.sequence != sequence:
            raise Problem(NOTICE_STALE, sequence=sheet.sequence)
        if addressee.received is None:
            told.append(addressee)
    if not told:
        return book
    await store.receive(
        db,
        [
            {
                "session_id": session.id,
                "unit_id": each.unit.id,
                "sequence": each.sequence,
                "bridge_point_id": each.point.id,
                "account_id": account_id,
                "at": at,
            }
            for each in told
        ],
    )
    act = events.NOTICE_RECEIVED
    await events.append_all(
        db,
        [
            Happening(actor, act, each.unit.id, at, session.id, detail={"sequence": each.sequence})
            for each in told
        ],
    )
    return await sheets.open_book(db, session, at=at)


def _sheet(book: Book, label: str | None) -> Sheet:
    for sheet in book.sheets:
        if sheet.label == label:
            return sheet
    raise Problem(LABEL_UNKNOWN)
