"""What is done with rolls: where a unit stands, and that a second person stands for it."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.makers import Maker
from api.attendance import tallies
from api.attendance.persons import basis
from api.events import Happening
from api.kit.errors import Problem
from api.rolls import hand_store, store
from api.rolls.faults import NOTHING_TO_COUNTERSIGN
from api.rolls.heads import heads_of_subtree, heads_of_units, latest
from api.rolls.rules import Figures, figures
from api.rolls.schemas import Countersigned, Roll, RollUnit, RollWindow
from api.rolls.situation import situation
from api.rolls.views import figures_view, names_of
from api.sessions.rules import state_at
from api.tables.sessions import Session
from api.tables.units import Unit


async def read_roll(db: AsyncSession, session: Session, unit: Unit, *, at: datetime) -> Roll:
    """Tell where a unit and those below it stand in a session."""
    found = await situation(db, session, unit.path, at=at)
    by_hand = await hand_store.by_hand(db, found.known, unit.path)
    typed = await store.typed_names(db, session.id, unit.path)
    counted = latest(await store.heads(db, session.id, unit.path))
    halls = {each.point_id for each in counted if each.unit_id is None and each.is_own}
    there = await tallies.there(db, session.id, halls) if halls else {}
    numbers = figures(found.parts, by_hand, typed)
    heads = heads_of_units(counted, found.parts)
    shown = [each for each in found.units if each in numbers or each in heads]
    names = names_of(found.units, shown, unit.path)
    return Roll(
        session_id=session.id,
        unit_id=unit.id,
        state=state_at(session.state, session.locks_at, at),
        windows=[
            RollWindow(
                id=each.window_id,
                kind=each.kind,
                opened_at=each.opened_at,
                closed_at=each.closed_at,
            )
            for each in found.spans
        ],
        total=figures_view(
            sum(numbers.values(), Figures()),
            heads_of_subtree(counted, found.units, found.parts, there),
        ),
        units=[
            RollUnit(
                unit_id=each,
                name=names[each],
                **figures_view(numbers.get(each, Figures()), heads.get(each)).model_dump(),
            )
            for each in shown
        ],
    )


async def countersign(
    db: AsyncSession, maker: Maker, session: Session, unit: Unit, *, at: datetime
) -> Countersigned:
    """Stand for what others wrote of a unit's members and of those below it, all at once.

    Raises: Problem `nothing_to_countersign`.
    """
    known = await basis(db, session, at=at)
    signed = await hand_store.countersign(db, known, unit.path, maker, at=at)
    roll = await read_roll(db, session, unit, at=at)
    # All that others wrote is countersigned now, so what is left is his own.
    left_own = roll.total.not_countersigned
    if not signed:
        raise Problem(NOTHING_TO_COUNTERSIGN, left_own=left_own)
    await events.append_all(
        db,
        [
            Happening(
                maker.actor, events.COUNTERSIGNED, unit_id, at, session.id, {"count": len(members)}
            )
            for unit_id, members in sorted(signed.items())
        ],
    )
    countersigned = len(set().union(*signed.values()))
    return Countersigned(**roll.model_dump(), countersigned=countersigned, left_own=left_own)
