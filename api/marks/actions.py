"""What a person writes of members for a whole session, and takes back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.makers import OWN_ATTENDANCE, Maker
from api.attendance.persons import basis
from api.attendance.tallying import counting
from api.events import Happening
from api.kit.errors import Problem
from api.marks import rules, store
from api.marks.orders import (
    Order,
    day_of_session,
    require_current,
    require_sheet,
    require_sound,
    require_taking,
    wishes_of,
)
from api.marks.rules import Skip
from api.marks.schemas import MarkEntry
from api.marks.telling import said, tell_marked, values_of
from api.tables.attendance import Mark
from api.tables.sessions import Session
from api.words import AbsenceReason, MarkKind, SessionState


@dataclass(frozen=True, slots=True)
class Done:
    """Somebody who is marked, as the answer names him."""

    member_id: UUID
    unit_id: UUID
    row_number: int | None
    full_name: str
    mark: MarkEntry


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a request."""

    marked: Sequence[Done]
    skipped: Sequence[Skip]


async def write_marks(db: AsyncSession, maker: Maker, order: Order, *, at: datetime) -> Outcome:
    """Mark members present or absent, by their numbers in a list or by their ids.

    Who cannot be marked is told apart, and the others are marked all the same. The number of
    statements does not depend on the number of persons.

    Raises: Problem, one of those that `writeMarks` documents.
    """
    session, new = order.session, order.new
    kinds = {mark.kind for mark in new.marks}
    state = require_taking(session, kinds, has_paper=order.has_paper, at=at)
    require_sound(order, at=at)
    await require_sheet(db, order)
    wishes = wishes_of(new)
    wanted = {wish.row for wish in wishes if wish.row}
    found = await store.rows(db, session.conference_id, order.unit.path, wanted)
    behind = {row: member_id for row, (member_id, _) in found.items()}
    members = {*behind.values(), *(wish.member_id for wish in wishes if wish.member_id)}
    known = await store.know(db, session, members, on=day_of_session(session, at))
    await require_current(db, order, found, known, at=at)
    outcome = rules.sort_out(
        wishes,
        behind,
        known.persons,
        unit_path=order.unit.path,
        maker_member_id=maker.member_id,
    )
    chosen = {person.member_id for _, person in outcome.chosen}
    places = await store.places(db, await basis(db, session, at=at), chosen)
    numbers = await store.numbers(db, session.conference_id, chosen)
    written: list[dict[str, Any]] = []
    done: list[Done] = []
    for wish, person in outcome.chosen:
        mark, unit_id = new.marks[wish.mark], person.unit_id
        assert unit_id is not None  # noqa: S101  # `sort_out` chooses nobody without
        number = numbers.get((unit_id, person.member_id))
        done.append(Done(person.member_id, unit_id, number, person.full_name, mark))
        row = {
            "session_id": session.id,
            "member_id": person.member_id,
            "unit_id": unit_id,
            "kind": mark.kind,
            "evidence": rules.evidence_of(mark.kind, has_paper=order.has_paper),
            "reason": mark.reason,
            "note": mark.note,
            "departed_at": mark.departed_at,
            "bridge_point_id": places.get(person.member_id),
            "paper_sheet_id": new.paper_sheet_id,
            **_made_by(maker, at),
        }
        if not _says_the_same(known.marks.get(person.member_id), row, state):
            written.append(row)
    await tell_marked(
        db, maker.actor, session.id, written, known, roster_code=new.roster_code, at=at
    )
    async with counting(db, session, [row["member_id"] for row in written], at=at):
        await store.write(db, written)
    return Outcome(done, outcome.skipped)


async def remove_mark(
    db: AsyncSession, maker: Maker, session: Session, mark: Mark, *, at: datetime
) -> None:
    """Take a mark back: what the phones proved holds again; the event keeps what was written.

    Raises: Problem `session_locked`, `session_state`, `own_attendance`.
    """
    require_taking(session, {mark.kind}, at=at)
    if mark.member_id == maker.member_id:
        raise Problem(OWN_ATTENDANCE)
    told = Happening(
        maker.actor,
        events.UNMARKED,
        mark.member_id,
        at,
        session.id,
        {"unit_id": str(mark.unit_id)},
        events.changed(said(values_of(mark)), {}),
    )
    await events.append(db, told)
    async with counting(db, session, [mark.member_id], at=at):
        await store.remove(db, mark)


async def mark_outage(
    db: AsyncSession,
    maker: Maker,
    session: Session,
    point_id: UUID,
    among: ColumnElement[bool],
    *,
    note: str,
    at: datetime,
) -> int:
    """Mark absent for a technical fault (KT) whoever was expected at a point and is unknown.

    Only members of the units `among`, and never the maker himself.

    Raises: Problem `session_locked`, `session_state`.
    """
    require_taking(session, {MarkKind.ABSENT}, at=at)
    values = {
        "kind": MarkKind.ABSENT,
        "evidence": None,
        "reason": AbsenceReason.KT,
        "note": note,
        "departed_at": None,
        "paper_sheet_id": None,
        **_made_by(maker, at),
    }
    missing = await store.missing(
        db, await basis(db, session, at=at), point_id, among, maker_member_id=maker.member_id
    )
    async with counting(db, session, missing, at=at):
        known = await basis(db, session, at=at)
        marked = await store.mark_missing(db, known, point_id, missing, values)
    changes = events.changed({}, said(values))
    await events.append_all(
        db,
        [
            Happening(
                maker.actor,
                events.MARKED,
                member_id,
                at,
                session.id,
                {"unit_id": str(unit_id), "outage_at": str(point_id)},
                changes,
            )
            for member_id, unit_id in marked
        ],
    )
    return len(marked)


def _made_by(maker: Maker, at: datetime) -> dict[str, Any]:
    return {
        "marked_at": at,
        "marked_by": maker.account_id,
        "marked_by_member_id": maker.member_id,
        "countersigned_at": None,
        "countersigned_by": None,
    }


def _says_the_same(held: Mark | None, row: Mapping[str, Any], state: SessionState) -> bool:
    """Tell whether a mark stands already, so that it keeps its maker and its countersignature.

    What was decided before the lock is no addendum because it stands on the paper too.
    """
    if held is None:
        return False
    differing = {name for name, value in values_of(held).items() if value != row[name]}
    by_paper = {"evidence", "paper_sheet_id"} if state is SessionState.LOCKED else set()
    return differing <= by_paper
