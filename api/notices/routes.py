"""Notices of a session, who has been told, and its entry in a calendar."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act, reach
from api.access.scope import require, visible_units
from api.db import Db, ReadDb
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.paging import Page
from api.notices import actions, calendars, sheets, store
from api.notices.faults import (
    LABEL_UNKNOWN,
    NOTICE_STALE,
    SESSION_WITHOUT_TIME,
    UNIT_NOT_ADDRESSED,
)
from api.notices.rules import last_told
from api.notices.schemas import (
    Confirmation,
    NoticeView,
    Posting,
    Receiving,
    SessionNotices,
    ToldUnit,
)
from api.notices.sheets import Addressee, Sheet
from api.sessions.faults import CONFIDENTIAL_SESSION
from api.sessions.guards import visible_session
from api.tables.notices import PostedNotice, ReceivedNotice

router = APIRouter(tags=["notices"], responses=REFUSALS)


async def _names(db: AsyncSession, found: Sequence[Sheet]) -> dict[UUID, str]:
    told = [each.received for sheet in found for each in sheet.addressees]
    posted = [sheet.posted for sheet in found]
    return await store.account_names(db, {each.account_id for each in (*told, *posted) if each})


def _confirmation(
    row: PostedNotice | ReceivedNotice | None, names: dict[UUID, str]
) -> Confirmation | None:
    return Confirmation(confirmed_at=row.at, by=names[row.account_id]) if row else None


def _told_unit(addressee: Addressee, names: dict[UUID, str]) -> ToldUnit:
    return ToldUnit(
        unit_id=addressee.unit.id,
        name=addressee.unit.name,
        point_id=addressee.point.id,
        sequence=addressee.sequence,
        received=_confirmation(addressee.received, names),
    )


def _notice_view(sheet: Sheet, names: dict[UUID, str], *, only_missing: bool) -> NoticeView:
    missing = [each for each in sheet.addressees if each.received is None]
    return NoticeView(
        label=sheet.label,
        sequence=sheet.sequence,
        text=sheet.text,
        changes=list(sheet.changes),
        posted=_confirmation(sheet.posted, names),
        unit_count=len(sheet.addressees),
        received_count=len(sheet.addressees) - len(missing),
        units=[_told_unit(each, names) for each in (missing if only_missing else sheet.addressees)],
    )


@router.get(
    "/sessions/{session_id}/notices",
    operation_id="readNotices",
    responses=documented(CONFIDENTIAL_SESSION),
)
async def read_notices(
    session_id: UUID, principal: CurrentPrincipal, db: ReadDb, at: At, only_missing: bool = False
) -> SessionNotices:
    """Read what each group is told of a session, and which of your units know.

    Whatever changes the time, link, title or state begins every told-list anew; a hall that changes
    begins those of its units. With `only_missing`, only what is still to do: groups whose text is
    not posted, and units that do not know; the counts stay those of all.
    """
    session = await visible_session(db, principal, session_id)
    book = await sheets.open_book(db, session, at=at)
    found = book.within(reach(principal, Act.READ_SESSIONS))
    names = await _names(db, found)
    notices = [_notice_view(sheet, names, only_missing=only_missing) for sheet in found]
    return SessionNotices(
        session_id=session.id,
        unposted_count=sum(each.posted is None for each in notices),
        unit_count=sum(each.unit_count for each in notices),
        received_count=sum(each.received_count for each in notices),
        notices=[each for each in notices if not only_missing or each.posted is None or each.units],
    )


@router.post(
    "/sessions/{session_id}/notices/posted",
    operation_id="markPosted",
    responses=documented(CONFIDENTIAL_SESSION, NOTICE_STALE, LABEL_UNKNOWN),
)
async def mark_posted(
    session_id: UUID, posting: Posting, principal: CurrentPrincipal, db: Db, at: At
) -> NoticeView:
    """Say that a group's text was posted as you read it; again, it changes nothing."""
    session = await visible_session(db, principal, session_id, Act.POST_NOTICES)
    book = await actions.post(
        db,
        actor_of(principal),
        session,
        account_id=principal.account_id,
        label=posting.label,
        sequence=posting.sequence,
        at=at,
    )
    (sheet,) = [each for each in book.sheets if each.label == posting.label]
    return _notice_view(sheet, await _names(db, [sheet]), only_missing=False)


@router.post(
    "/sessions/{session_id}/notices/received",
    operation_id="markReceived",
    responses=documented(CONFIDENTIAL_SESSION, NOTICE_STALE, UNIT_NOT_ADDRESSED),
)
async def mark_received(
    session_id: UUID, receiving: Receiving, principal: CurrentPrincipal, db: Db, at: At
) -> Page[ToldUnit]:
    """Say that units know: a secretary for her own, a commune also for the cells below it."""
    session = await visible_session(db, principal, session_id)
    seen = await store.paths(db, receiving.unit_ids, visible_units(principal, Act.READ_UNITS))
    if set(receiving.unit_ids) - set(seen):
        raise Problem(errors.NOT_FOUND)
    for path in seen.values():
        require(principal, Act.RECEIVE_NOTICES, path)
    book = await actions.receive(
        db,
        actor_of(principal),
        session,
        account_id=principal.account_id,
        unit_ids=receiving.unit_ids,
        sequence=receiving.sequence,
        at=at,
    )
    names = await _names(db, book.sheets)
    told = [each for sheet in book.sheets for each in sheet.addressees if each.unit.id in seen]
    return Page(items=[_told_unit(each, names) for each in told], next_cursor=None)


class _Calendar(Response):
    media_type = "text/calendar"


@router.get(
    "/sessions/{session_id}/calendar.ics",
    operation_id="readCalendar",
    response_class=_Calendar,
    responses=documented(CONFIDENTIAL_SESSION, SESSION_WITHOUT_TIME, UNIT_NOT_ADDRESSED)
    | {200: {"content": {"text/calendar": {"schema": {"type": "string"}}}}},
)
async def read_calendar(
    session_id: UUID, principal: CurrentPrincipal, db: ReadDb, at: At, unit_id: UUID | None = None
) -> Response:
    """Take a session into a calendar: for one unit with its hall, or for everybody.

    Take it again after a change: the UID stays and SEQUENCE grows. It keeps three hours free. Of a
    session that was postponed, or became confidential, the entry is cancelled where it last stood.
    """
    session = await visible_session(db, principal, session_id)
    changes = await store.changes(db, session_id)
    starts_at = last_told(session.starts_at, session.confidential, changes)
    if starts_at is None:
        raise Problem(CONFIDENTIAL_SESSION if session.confidential else SESSION_WITHOUT_TIME)
    places = await sheets.places_of(db, session)
    point, sequence = None, session.sequence + sum(p.sequence for p in places.points.values())
    if unit_id is not None:
        seen = await store.paths(db, [unit_id], visible_units(principal, Act.READ_UNITS))
        if unit_id not in seen:
            raise Problem(errors.NOT_FOUND)
        point = places.point_of(seen[unit_id])
        if point is None:
            raise Problem(UNIT_NOT_ADDRESSED)
        sequence = session.sequence + point.sequence
    written = calendars.write(
        await store.conference(db, session),
        session,
        starts_at=starts_at,
        unit_id=unit_id,
        point=point,
        sequence=sequence,
        at=at,
    )
    name = f'attachment; filename="lop-{session.form.value}-{session.ordinal}.ics"'
    return _Calendar(written, headers={"Content-Disposition": name, "Cache-Control": "no-store"})
