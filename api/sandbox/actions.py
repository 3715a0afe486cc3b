"""Moving the clock of a sandbox, and showing what its points show."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.codes import derivation
from api.codes import store as codes
from api.codes.rules import open_kind, start_of, step_of, window_of
from api.codes.schemas import NamedPoint, NamedSession
from api.codes.store import DoorHolder
from api.kit.errors import Problem
from api.sandbox import store
from api.sandbox.clock import MovedClock
from api.sandbox.faults import CLOCK_OUT_OF_REACH
from api.sandbox.rules import FARTHEST, is_within
from api.sandbox.schemas import ClockView, LiveCode, MoveBy, MoveTo, PointCode
from api.sessions.rules import door_text
from api.tables.sandbox import SandboxClock

_FRESH_STEPS = 2


def shown(kept: SandboxClock, clock: MovedClock) -> ClockView:
    """Show the clock."""
    ahead = timedelta(milliseconds=kept.ahead_ms)
    return ClockView(
        at=clock.real() + ahead, began_at=kept.began_at, ahead_seconds=ahead.total_seconds()
    )


async def require_clock(db: AsyncSession) -> SandboxClock:
    """Read how far the clock was moved, in a database that is a sandbox."""
    kept = await store.clock(db)
    if kept is None:
        raise LookupError("a sandbox has a clock of its own")
    return kept


async def move(
    db: AsyncSession, clock: MovedClock, moved: MoveTo | MoveBy
) -> tuple[datetime, SandboxClock]:
    """Move the clock; tell what it said before, and what is kept of it now.

    Back only to where a window was last opened or closed: who goes on from there would close one
    before it was opened.

    Raises: Problem `clock_out_of_reach`.
    """
    kept = await require_clock(db)
    real = clock.real()
    before = real + timedelta(milliseconds=kept.ahead_ms)
    to = (
        moved.at if isinstance(moved, MoveTo) else before + timedelta(seconds=moved.advance_seconds)
    )
    earliest = max(kept.began_at, await store.last_window_at(db) or kept.began_at)
    if not is_within(to, earliest=earliest, began_at=kept.began_at):
        latest = kept.began_at + FARTHEST
        raise Problem(CLOCK_OUT_OF_REACH, earliest=earliest.isoformat(), latest=latest.isoformat())
    kept.ahead_ms = round((to - real) / timedelta(milliseconds=1))
    await db.flush()
    return before, kept


async def live_point(
    db: AsyncSession, point_id: UUID, master: bytes, public_url: str, *, at: datetime
) -> PointCode | None:
    """Tell what a point's screen shows at an instant; None where nothing is open there any more."""
    holder = await codes.open_at(db, point_id)
    if holder is None or holder.session_point.door is None:
        return None
    spans = await codes.spans(db, holder.session, point_id)
    kind, step = open_kind(spans, at), step_of(at)
    is_shown = kind is not None and window_of(spans, step) is not None
    return PointCode(
        session=NamedSession(id=holder.session.id, title=holder.session.title),
        point=NamedPoint(id=holder.point.id, name=holder.point.name),
        door=door_text(holder.session_point.door),
        window_kind=kind,
        code=_code(holder, holder.session_point.door, step, master, public_url)
        if is_shown
        else None,
    )


def _code(holder: DoorHolder, door: int, step: int, master: bytes, public_url: str) -> LiveCode:
    key = holder.key(holder.epochs[-1].number)
    link = derivation.qr_url(public_url, master, key, door, step)
    return LiveCode(
        digits=derivation.digits(master, key, step),
        qr=link.partition("#")[2],
        link=link,
        valid_until=start_of(step + _FRESH_STEPS),
    )
