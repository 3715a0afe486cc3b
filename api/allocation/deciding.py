"""Deciding by hand who goes where; who decided, and when, is kept."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.allocation import board_store, store
from api.allocation.actions import Seat, seat_row, seat_told
from api.allocation.faults import CLASS_HELD, NO_POINT_OF_FORM, NO_SUCH_SESSION, NOT_CONVENED
from api.allocation.schemas import Move, Moves
from api.allocation.situation import Situation, situation_of
from api.allocation.store import ConvenedRow, SessionRow
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.tables.units import Unit


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision did: how many it moved, how many it left where they are; units touched."""

    moved: int
    kept: int
    touched: set[UUID]


async def decide(
    db: AsyncSession,
    actor: Actor,
    *,
    conference_id: UUID,
    organiser_path: str,
    unit: Unit,
    decision: Moves,
    at: datetime,
) -> Decided:
    """Put members of a unit, or of units below it, where a person wants them.

    What is decided is fixed: proposals leave it alone until somebody gives the choice back. Whose
    class was opened stays in it, there or absent: of a unit the others go without him.

    Raises: Problem `member_not_convened`, `session_not_for_allocation`, `no_point_of_form`,
    `class_held` where nobody named may go.
    """
    await one_at_a_time(db, f"allocation {conference_id}")
    situation = await situation_of(db, conference_id, organiser_path, scope=None, on=day_of(at))
    mine = {
        member: row
        for member, row in situation.convened.items()
        if row.unit_path.startswith(unit.path)
    }
    rows: dict[UUID, dict[str, Any]] = {}
    released: set[UUID] = set()
    kept: set[UUID] = set()
    for move in decision.moves:
        named = _members_of(move, mine)
        members = [each for each in named if _may_go(situation, move, each)]
        if not members:
            raise Problem(CLASS_HELD)
        kept |= {each.member_id for each in named} - {each.member_id for each in members}
        for member in members:
            rows.pop(member.member_id, None)
            released.discard(member.member_id)
            if move.session_id is None:
                released.add(member.member_id)
                continue
            seat = _seat(situation, move, member)
            rows[member.member_id] = seat_row(
                conference_id, member, seat, is_fixed=True, account_id=actor.id, at=at
            )
    await store.put(db, list(rows.values()))
    await store.take_out(db, conference_id, released)
    if decision.note is not None:
        note = {"conference_id": conference_id, "unit_id": unit.id, "note": decision.note}
        was = (await board_store.notes(db, conference_id, [unit.id])).get(unit.id)
        await board_store.write_note(db, {**note, "at": at, "account_id": actor.id})
        changes = events.changed({"note": was}, {"note": decision.note})
        await events.append(
            db,
            Happening(
                actor,
                events.ALLOCATION_DECIDED,
                unit.id,
                at,
                detail={"conference_id": str(conference_id)},
                changes=changes,
            ),
        )
    await events.append_all(db, _told(actor, conference_id, situation, rows, released, at=at))
    touched = {mine[member].unit_id for member in rows.keys() | released}
    return Decided(len(rows) + len(released), len(kept - rows.keys() - released), touched)


def _members_of(move: Move, mine: dict[UUID, ConvenedRow]) -> Sequence[ConvenedRow]:
    found = [
        row
        for row in mine.values()
        if move.member_id == row.member_id or (move.unit_id and row.unit_id == move.unit_id)
    ]
    if not found:
        raise Problem(NOT_CONVENED)
    return found


def _may_go(situation: Situation, move: Move, member: ConvenedRow) -> bool:
    """Tell whether a move leaves what the roll of an opened class says of a member."""
    seat = situation.held.get(member.member_id)
    if seat is None or seat.session_id == move.session_id:
        return True
    return seat.session_id not in situation.frame.held


def _seat(situation: Situation, move: Move, member: ConvenedRow) -> Seat:
    frame = situation.frame
    found = [session for session in frame.sessions if session.id == move.session_id]
    if not found or found[0].is_over:
        raise Problem(NO_SUCH_SESSION)
    session: SessionRow = found[0]
    if move.bridge_point_id is not None:
        point = frame.points.get(move.bridge_point_id)
        if point is None or point.form is not session.form:
            raise Problem(NO_POINT_OF_FORM)
        return session.id, point.id
    own = frame.point_of(member.unit_path)
    if own is not None and frame.points[own].form is session.form:
        return session.id, own
    nearest = frame.point_of_form(member.unit_path, session.form)
    if nearest is None:
        raise Problem(NO_POINT_OF_FORM)
    return session.id, nearest


def _told(
    actor: Actor,
    conference_id: UUID,
    situation: Situation,
    rows: dict[UUID, dict[str, Any]],
    released: Collection[UUID],
    *,
    at: datetime,
) -> list[Happening]:
    """Tell of each member where he was and is, so that the trail answers who decided."""
    held = situation.held
    now: dict[UUID, dict[str, Any]] = {
        member: {
            "session_id": str(row["session_id"]),
            "bridge_point_id": str(row["bridge_point_id"]),
            "is_fixed": True,
        }
        for member, row in rows.items()
    }
    now |= {member: seat_told(None) for member in released}
    return [
        Happening(
            actor,
            events.ALLOCATION_DECIDED,
            member,
            at,
            detail={"conference_id": str(conference_id)},
            changes=events.changed(seat_told(held.get(member)), after),
        )
        for member, after in now.items()
    ]
