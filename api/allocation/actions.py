"""Proposing an allocation."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.allocation import store
from api.allocation.rules import propose
from api.allocation.situation import Situation, situation_of
from api.allocation.store import ConvenedRow, HeldRow
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.dates import day_of
from api.tables.units import Unit

Seat = tuple[UUID, UUID]
"""A session at a bridge point."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a proposal did, or would do: members by what happens to them."""

    situation: Situation
    seats: dict[UUID, Seat]
    added: set[UUID]
    moved: set[UUID]
    removed: set[UUID]
    scope: dict[UUID, ConvenedRow]


async def propose_allocation(
    db: AsyncSession,
    actor: Actor,
    *,
    conference_id: UUID,
    organiser_path: str,
    unit: Unit | None,
    is_dry_run: bool,
    at: datetime,
) -> Outcome:
    """Give everybody to be convened a session, moving as few as possible.

    With a `unit`, only that unit and those below it are divided; the seats of others count.
    """
    await one_at_a_time(db, f"allocation {conference_id}")
    scope_path = unit.path if unit else None
    situation = await situation_of(
        db, conference_id, organiser_path, scope=scope_path, on=day_of(at)
    )
    scope = {
        member: row
        for member, row in situation.convened.items()
        if scope_path is None or row.unit_path.startswith(scope_path)
    }
    seats: dict[UUID, Seat] = {
        member: (situation.held[member].session_id, situation.held[member].bridge_point_id)
        for member in situation.elsewhere
    }
    for point_id, place in situation.places.items():
        assigned = propose(place, situation.held_at(point_id, scope_path))
        seats |= {member: (session, point_id) for member, session in assigned.items()}
    outcome = _compare(situation, seats, scope, scope_path=scope_path or "")
    if not is_dry_run:
        await _write(db, conference_id, outcome, at=at)
        await events.append_all(db, _told(actor, conference_id, outcome, at=at))
        detail = {
            "added": len(outcome.added),
            "moved": len(outcome.moved),
            "removed": len(outcome.removed),
            "unit_id": str(unit.id) if unit else None,
        }
        await events.append(
            db, Happening(actor, events.ALLOCATION_PROPOSED, conference_id, at, detail=detail)
        )
    return outcome


def _compare(
    situation: Situation,
    seats: dict[UUID, Seat],
    scope: dict[UUID, ConvenedRow],
    *,
    scope_path: str,
) -> Outcome:
    before = {
        member: (row.session_id, row.bridge_point_id) for member, row in situation.held.items()
    }
    # Who is not to be convened any more loses his seat, and so does who has no place; of another
    # unit that is not for this one to settle. A seat in a class that was opened stays, for its
    # roll.
    opened = situation.frame.held
    gone = {
        member
        for member, row in situation.held.items()
        if member not in situation.convened
        and row.unit_path.startswith(scope_path)
        and row.session_id not in opened
    }
    lost = {member for member in scope if member in before and member not in seats}
    return Outcome(
        situation=situation,
        seats=seats,
        added={member for member in scope if member in seats and member not in before},
        moved={m for m in scope if m in seats and m in before and seats[m] != before[m]},
        removed=gone | lost,
        scope=scope,
    )


async def _write(db: AsyncSession, conference_id: UUID, outcome: Outcome, *, at: datetime) -> None:
    situation = outcome.situation
    # A transfer inside the conference keeps the seat, and changes whose member he is.
    transferred = {
        member
        for member, row in outcome.scope.items()
        if member in situation.held and situation.held[member].unit_id != row.unit_id
    }
    changed = outcome.added | outcome.moved | (transferred & outcome.seats.keys())
    rows = [
        seat_row(
            conference_id,
            situation.convened[member],
            outcome.seats[member],
            is_fixed=member not in outcome.moved
            and member in situation.held
            and situation.held[member].is_fixed,
            account_id=None,
            at=at,
        )
        for member in sorted(changed)
    ]
    await store.put(db, rows)
    await store.take_out(db, conference_id, outcome.removed)


def seat_row(
    conference_id: UUID,
    member: ConvenedRow,
    seat: Seat,
    *,
    is_fixed: bool,
    account_id: UUID | None,
    at: datetime,
) -> dict[str, Any]:
    """Write the row that gives a member a seat."""
    return {
        "conference_id": conference_id,
        "member_id": member.member_id,
        "unit_id": member.unit_id,
        "session_id": seat[0],
        "bridge_point_id": seat[1],
        "is_fixed": is_fixed,
        "decided_at": at,
        "account_id": account_id,
    }


def _told(actor: Actor, conference_id: UUID, outcome: Outcome, *, at: datetime) -> list[Happening]:
    """Tell of each seat that a person had chosen and that is no more."""
    held = outcome.situation.held
    return [
        Happening(
            actor,
            events.ALLOCATION_DECIDED,
            member,
            at,
            detail={"conference_id": str(conference_id)},
            changes=events.changed(seat_told(held[member]), seat_told(None)),
        )
        for member in sorted(outcome.removed)
        if held[member].is_fixed
    ]


def seat_told(row: HeldRow | None) -> dict[str, Any]:
    """Write a seat for the trail; nobody's is all null."""
    return {
        "session_id": str(row.session_id) if row else None,
        "bridge_point_id": str(row.bridge_point_id) if row else None,
        "is_fixed": row.is_fixed if row else False,
    }
