"""Reading a roll member by member; whose names were read goes to the audit trail."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import device_store
from api.access.guards import actor_of
from api.access.roles import Act, Principal, may
from api.conferences import store as conferences
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.paging import CURSOR_INVALID
from api.members.store import placement_of
from api.rolls import row_store
from api.rolls.rules import Part
from api.rolls.schemas import RollRow
from api.rolls.situation import Situation, situation
from api.rolls.views import Shown, names_of, row_view
from api.rosters import actions as rosters
from api.rosters.row_store import transfers_of
from api.rosters.rules import Scope, goes_home, marks_of
from api.tables.sessions import Session
from api.tables.units import Unit
from api.words import MemberStatus, Presence

After = tuple[UUID, int, UUID]

LAST: Final = 2**31 - 1
"""The place of who is not on his unit's list: behind all who are."""


def place_of(part: Part) -> tuple[str, str, str]:
    """Tell where a member stands in a roll, as a cursor has it."""
    facts = part.facts
    number = LAST if facts.number is None else facts.number
    return str(facts.unit_id), str(number), str(facts.member_id)


async def list_rows(
    db: AsyncSession,
    principal: Principal,
    session: Session,
    unit: Unit,
    *,
    presence: Presence | None,
    search: str | None,
    after: After | None,
    limit: int,
    at: datetime,
) -> tuple[list[Part], dict[UUID, RollRow]]:
    """List members by unit and row number, one more than `limit` where more follow; and show them.

    The first page brings the row numbers up to date. Raises: Problem `cursor_invalid`.
    """
    if after is None:
        scope = Scope(session.conference_id, unit.path, unit.id)
        await rosters.number(db, scope, at=at)
    found = await situation(db, session, unit.path, at=at, search=search)
    if after is not None and after[0] not in found.units:
        raise Problem(CURSOR_INVALID)

    def order(unit_id: UUID, number: int | None, member_id: UUID) -> tuple[str, UUID, int, UUID]:
        last = LAST if number is None else number
        return found.units[unit_id].sort_key, unit_id, last, member_id

    keyed = sorted(
        (
            (order(each.facts.unit_id, each.facts.number, each.facts.member_id), each)
            for each in found.parts
            if presence is None or (each.presence is presence and not each.is_on_duty)
        ),
        key=lambda pair: pair[0],
    )
    first = order(*after) if after is not None else None
    following = [each for key, each in keyed if first is None or key > first][: limit + 1]
    shown = await _show(db, principal, found, unit.path, following[:limit], at=at)
    counts = Counter(each.unit_id for each in shown.values())
    await events.append_readings(
        db, actor_of(principal), "listRollRows", counts, at=at, session_id=session.id
    )
    return following, shown


async def _show(
    db: AsyncSession,
    principal: Principal,
    found: Situation,
    path: str,
    page: Sequence[Part],
    *,
    at: datetime,
) -> dict[UUID, RollRow]:
    session, ids = found.known.session, [each.facts.member_id for each in page]
    members = await row_store.members(db, ids)
    struck = await row_store.struck(db, session.conference_id, ids)
    excluded = await conferences.excluded(db, session.conference_id)
    recorded = await row_store.recorded(db, session.id, ids)
    marks = await row_store.marks(db, session.id, ids)
    phones = await device_store.of_members(db, ids)
    listed = {each.facts.unit_id for each in found.parts}
    names = names_of(found.units, (each for each in found.units if each in listed), path)
    gone = set()
    for each in page:
        member, unit_id = members[each.facts.member_id], each.facts.unit_id
        counted = placement_of(member).away_on(day_of(at)) or member.unit_id
        has_left = member.status is MemberStatus.LEFT
        if has_left or counted != unit_id or (unit_id, member.id) in struck:
            gone.add(member.id)
    transfers = await transfers_of(db, gone)
    rows = {}
    for each in page:
        member, unit_id = members[each.facts.member_id], each.facts.unit_id
        rows[member.id] = row_view(
            Shown(
                part=each,
                full_name=member.full_name,
                unit_name=names[unit_id],
                marks=marks_of(
                    member.status,
                    unit_id=unit_id,
                    home_id=member.unit_id,
                    is_struck=member.id in gone,
                    is_excluded=member.id in excluded,
                    has_gone_home=goes_home(unit_id, transfers[member.id]),
                ),
                recorded=recorded.get(member.id, ()),
                mark=marks.get(member.id),
                phone=phones.get(member.id),
                with_note=may(principal, Act.READ_ABSENCE_NOTES, found.units[unit_id].path),
                locks_at=session.locks_at,
            )
        )
    return rows
