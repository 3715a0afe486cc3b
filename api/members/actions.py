"""What is done to members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, insert
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.kit.text import fold, name_sort_key, nfc
from api.members import store
from api.members.faults import (
    ALREADY_THERE,
    CARD_NUMBER_TAKEN,
    MEMBER_ERASED,
    MEMBER_LEFT,
    NOT_AWAY,
)
from api.members.rules import Placement
from api.members.schemas import MemberChange, MemberEntry, Transfer, TransferKind
from api.tables.members import Member
from api.tables.units import Unit
from api.units import store as units
from api.units.actions import require_living
from api.units.faults import require_day
from api.words import MemberStatus


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member to add: nothing more is collected (Law 91/2025)."""

    full_name: str
    card_number: str | None = None
    status: MemberStatus = MemberStatus.OFFICIAL


async def add_members(
    db: AsyncSession, actor: Actor, unit: Unit, members: Sequence[NewMember], *, at: datetime
) -> list[Member]:
    """Add members to a unit in one statement; homonyms are different persons."""
    rows = [
        {
            "id": new_id(at),
            "unit_id": unit.id,
            "full_name": nfc(member.full_name),
            "sort_key": name_sort_key(nfc(member.full_name)),
            "search_key": fold(member.full_name),
            "card_number": member.card_number,
            "status": member.status,
            "created_at": at,
        }
        for member in members
    ]
    if not rows:
        return []
    await db.execute(insert(Member), rows)
    added = [Member(**row) for row in rows]
    counted = Happening(actor, events.MEMBERS_ADDED, unit.id, at, detail={"count": len(rows)})
    each = [
        Happening(
            actor,
            events.MEMBER_ADDED,
            member.id,
            at,
            changes=events.changed({}, _described(member)),
        )
        for member in added
    ]
    await events.append_all(db, [counted, *each])
    return added


async def add_member(
    db: AsyncSession,
    actor: Actor,
    unit: Unit,
    entry: MemberEntry,
    among: ColumnElement[bool],
    *,
    at: datetime,
) -> Member:
    """Add one member to a living unit; `among` are the units in which a card number is one's own.

    Raises: Problem `unit_ended`, `card_number_taken`.
    """
    await units.hold(db, unit)
    require_living(unit)
    await _require_card_free(db, entry.card_number, among)
    new = NewMember(entry.full_name, entry.card_number, entry.status)
    (member,) = await add_members(db, actor, unit, [new], at=at)
    return member


async def change_member(
    db: AsyncSession,
    actor: Actor,
    member: Member,
    change: MemberChange,
    among: ColumnElement[bool],
    *,
    at: datetime,
) -> None:
    """Change what is on file of a held member; whoever leaves is away nowhere.

    Raises: Problem `card_number_taken`, `member_erased`.
    """
    if member.erased_at is not None:
        raise Problem(MEMBER_ERASED)
    before = _described(member)
    if change.full_name is not None:
        member.full_name = change.full_name
        member.sort_key = name_sort_key(change.full_name)
        member.search_key = fold(change.full_name)
    if "card_number" in change.model_fields_set and change.card_number != member.card_number:
        await _require_card_free(db, change.card_number, among, but=member)
        member.card_number = change.card_number
    if change.status is not None:
        member.status = change.status
    if member.status is MemberStatus.LEFT:
        member.temporary_unit_id = member.temporary_until = None
    await db.flush()
    changes = events.changed(before, _described(member))
    if changes:
        act = events.MEMBER_CHANGED
        await events.append(db, Happening(actor, act, member.id, at, changes=changes))


async def hold_for_transfer(db: AsyncSession, member: Member, unit: Unit) -> None:
    """Hold a member and the unit to which he is sent; the unit first, as a merger takes them."""
    await units.hold(db, unit)
    await store.hold(db, member)


async def transfer(
    db: AsyncSession, actor: Actor, member: Member, unit: Unit, where: Transfer, *, at: datetime
) -> None:
    """Send a held member to another unit, held before him (`hold_for_transfer`).

    For good, and then any stay elsewhere is over, or for a time.

    Raises: Problem `unit_ended`, `member_left`, `already_there`, `day_refused`.
    """
    require_living(unit)
    if member.status is MemberStatus.LEFT:
        raise Problem(MEMBER_LEFT)
    if member.unit_id == unit.id:
        raise Problem(ALREADY_THERE)
    if where.until is not None:
        require_day(where.until, earliest=day_of(at), latest=date.max)
    placed = Placement(unit.id, None, None)
    if where.kind is TransferKind.TEMPORARY:
        placed = Placement(member.unit_id, unit.id, where.until)
    await _place(db, actor, member, placed, kind=where.kind.value, at=at)


async def send_home(db: AsyncSession, actor: Actor, member: Member, *, at: datetime) -> None:
    """End a held member's stay at another unit.

    Raises: Problem `not_away`.
    """
    if store.placement_of(member).away_on(day_of(at)) is None:
        raise Problem(NOT_AWAY)
    home = Placement(member.unit_id, None, None)
    await _place(db, actor, member, home, kind="return", at=at)


async def _place(
    db: AsyncSession,
    actor: Actor,
    member: Member,
    placed: Placement,
    *,
    kind: str,
    at: datetime,
) -> None:
    moved = transferred(actor, member.id, store.placement_of(member), placed, kind=kind, at=at)
    await store.place(db, {member.id: placed})
    await db.refresh(member)
    await events.append(db, moved)


def transferred(
    actor: Actor,
    member_id: UUID,
    before: Placement,
    after: Placement,
    *,
    kind: str,
    at: datetime,
) -> Happening:
    """Tell of a member who was placed anew: permanent, temporary, return, or merger."""
    changes = events.changed(_placed(before), _placed(after))
    detail = {"kind": kind}
    act = events.MEMBER_TRANSFERRED
    return Happening(actor, act, member_id, at, detail=detail, changes=changes)


async def _require_card_free(
    db: AsyncSession,
    card_number: str | None,
    among: ColumnElement[bool],
    *,
    but: Member | None = None,
) -> None:
    if card_number is None:
        return
    await one_at_a_time(db, f"card number {card_number}")
    if await store.is_card_taken(db, card_number, among, but=but.id if but else None):
        raise Problem(CARD_NUMBER_TAKEN)


def _placed(placed: Placement) -> dict[str, str | None]:
    return {
        "unit_id": str(placed.home_id),
        "temporary_unit_id": str(placed.away_id) if placed.away_id else None,
        "temporary_until": placed.until.isoformat() if placed.until else None,
    }


def _described(member: Member) -> dict[str, str | None]:
    return {
        "full_name": member.full_name,
        "card_number": member.card_number,
        "status": member.status.value,
        **_placed(store.placement_of(member)),
    }
