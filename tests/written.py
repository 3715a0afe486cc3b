"""What persons wrote of a session, as rows: for tests of what is made of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import update

from api.kit.ids import new_id
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark, TypedName
from api.tables.halls import HeadCount
from api.tables.sessions import Session, Window, WindowException
from api.words import AbsenceReason, Evidence, MarkKind, Standing, WindowKind
from tests.world import World


async def tick(world: World, person: str, *, by: str, session: str = "line_1", **more: Any) -> None:
    """Tick a member as present, or mark him absent where there is a `reason`."""
    who = world.district.people[person]
    absent = "reason" in more
    async with world.database.write() as db:
        db.add(
            Mark(
                session_id=world.district.sessions[session],
                member_id=who.id,
                kind=MarkKind.ABSENT if absent else MarkKind.PRESENT,
                evidence=None if absent else Evidence.ROSTER,
                marked_at=world.clock(),
                marked_by=world.district.accounts[by],
                **({"unit_id": who.unit_id} | more),
            )
        )


async def absent(world: World, person: str, reason: str, *, by: str, **more: Any) -> None:
    """Mark a member as absent."""
    await tick(world, person, by=by, reason=AbsenceReason(reason), **more)


async def confirm(world: World, person: str, *, by: str) -> None:
    """Confirm what a member has pending."""
    await _decide(world, person, Standing.PRESENT, by=by)


async def reject(world: World, person: str, *, by: str) -> None:
    """Reject what is recorded of a member."""
    await _decide(world, person, Standing.REJECTED, by=by)


async def _decide(world: World, person: str, standing: Standing, *, by: str) -> None:
    change = (
        update(Attendance)
        .where(Attendance.member_id == world.district.people[person].id)
        .values(standing=standing, decided_at=world.clock(), decided_by=world.district.accounts[by])
    )
    async with world.database.write() as db:
        await db.execute(change)


async def allocate(world: World, point: str, *persons: str, session: str = "line_1") -> None:
    """Put members into a session at a point."""
    async with world.database.write() as db:
        for person in persons:
            who = world.district.people[person]
            db.add(
                Allocation(
                    conference_id=world.district.conference_id,
                    member_id=who.id,
                    unit_id=who.unit_id,
                    session_id=world.district.sessions[session],
                    bridge_point_id=world.district.points[point],
                    is_fixed=False,
                    decided_at=world.clock(),
                )
            )


async def add_window(world: World, session: str, kind: WindowKind, *, closed_at: datetime) -> UUID:
    """Hold another roll-call of a session, which has ended."""
    window_id = new_id(world.clock())
    async with world.database.write() as db:
        db.add(
            Window(
                id=window_id,
                session_id=world.district.sessions[session],
                ordinal=90,
                kind=kind,
                opened_at=world.clock(),
                closed_at=closed_at,
            )
        )
    return window_id


async def void(
    world: World, window_id: UUID, point: str, *, extended_until: datetime | None = None
) -> None:
    """Say that a window does not count at a point, or that it goes on there."""
    async with world.database.write() as db:
        db.add(
            WindowException(
                window_id=window_id,
                bridge_point_id=world.district.points[point],
                is_voided=extended_until is None,
                extended_until=extended_until,
                reason="mất điện",
                at=world.clock(),
                account_id=world.district.accounts["admin"],
            )
        )


async def count_heads(
    world: World, point: str, persons: int, *, guests: int = 0, unit: str | None = None
) -> None:
    """Count the heads in a hall, or those of a unit there."""
    async with world.database.write() as db:
        db.add(
            HeadCount(
                id=new_id(world.clock()),
                session_id=world.district.sessions["line_1"],
                bridge_point_id=world.district.points[point],
                unit_id=world.district.units[unit] if unit else None,
                persons=persons,
                guests=guests,
                at=world.clock(),
                account_id=world.district.accounts["admin"],
            )
        )


async def settle(world: World, outcome: str) -> None:
    """Settle every name that was typed."""
    async with world.database.write() as db:
        await db.execute(update(TypedName).values(outcome=outcome, settled_at=world.clock()))


async def lock(world: World, session: str = "line_1") -> None:
    """Close a session, and wait until its list is locked."""
    await world.close(session)
    async with world.database.read() as db:
        found = await db.get_one(Session, world.district.sessions[session])
    assert found.locks_at is not None
    world.clock.move(seconds=(found.locks_at - world.clock()).total_seconds() + 1)
