"""SQL of reading codes: who holds some doors, with all that their codes are judged by.

Three statements however many doors; narrow rows, since a rush reads them all the time.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.codes.derivation import CodeKey
from api.codes.rules import Epoch, WindowSpan
from api.driver.reading import Reading, among
from api.tables.bridge_points import BridgePoint
from api.tables.codes import Rotation
from api.tables.sessions import Session, SessionPoint, Window, WindowException
from api.words import Form, SessionState, WindowKind

_LAST_HOLDERS: Final = 3

_FIRST: Final = (Epoch(0, 0),)


@dataclass(frozen=True, slots=True)
class Holder:
    """A session point that holds a door, or held it before; windows as its codes see them.

    `another_is_open` where any session is open at its point now.
    """

    epochs: tuple[Epoch, ...]
    spans: tuple[WindowSpan, ...]
    session_id: UUID
    conference_id: UUID
    title: str
    form: Form
    state: SessionState
    locks_at: datetime | None
    point_id: UUID
    point_name: str
    is_released: bool
    is_suspended: bool
    another_is_open: bool

    @property
    def is_rehearsing(self) -> bool:
        """Tell whether its codes are those of a rehearsal now."""
        return self.state is SessionState.REHEARSING

    @property
    def sitting(self) -> str:
        """Name what wrong codes count against: those of a rehearsal are not the class's."""
        return f"{self.session_id}:rehearsal" if self.is_rehearsing else str(self.session_id)

    def key(self, epoch: int, *, rehearsal: bool) -> CodeKey:
        """Name the codes of its rehearsal or of its class."""
        return CodeKey(self.session_id, self.point_id, epoch, rehearsal)


_any_session = aliased(SessionPoint)
_ranked = (
    select(
        SessionPoint.door,
        func.row_number()
        .over(
            partition_by=SessionPoint.door,
            order_by=(
                SessionPoint.released_at.is_not(None),
                Session.opened_at.desc().nulls_last(),
            ),
        )
        .label("rank"),
        Session.id.label("session_id"),
        Session.conference_id,
        Session.title,
        Session.form,
        Session.state,
        Session.locks_at,
        BridgePoint.id.label("point_id"),
        BridgePoint.name,
        SessionPoint.released_at.is_not(None).label("is_released"),
        SessionPoint.typed_codes_suspended_at.is_not(None).label("is_suspended"),
        select(_any_session.door)
        .where(_any_session.bridge_point_id == BridgePoint.id, _any_session.is_open)
        .exists()
        .label("another_is_open"),
    )
    .join(Session, Session.id == SessionPoint.session_id)
    .join(BridgePoint, BridgePoint.id == SessionPoint.bridge_point_id)
    .where(among(SessionPoint.door, "doors"))
    .subquery()
)
_HOLDERS: Final = Reading(
    select(_ranked).where(_ranked.c.rank <= _LAST_HOLDERS).order_by(_ranked.c.door, _ranked.c.rank)
)
_ROTATIONS: Final = Reading(
    select(Rotation.session_id, Rotation.bridge_point_id, Rotation.epoch, Rotation.from_step)
    .where(among(Rotation.session_id, "sessions"), among(Rotation.bridge_point_id, "points"))
    .order_by(Rotation.epoch)
)
_here = and_(
    WindowException.window_id == Window.id, among(WindowException.bridge_point_id, "points")
)
_WINDOWS: Final = Reading(
    select(
        Window.session_id,
        Window.id,
        Window.kind,
        Window.opened_at,
        Window.closed_at,
        WindowException.bridge_point_id,
        WindowException.extended_until,
    )
    .outerjoin(WindowException, _here)
    .where(among(Window.session_id, "sessions"))
    .order_by(Window.session_id, Window.ordinal)
)


Here = tuple[UUID, UUID]
"""A session and one of its points."""


async def holders(db: AsyncSession, doors: Collection[int]) -> dict[int, list[Holder]]:
    """Find who holds each of some doors, and the last few who held it before; the newest first."""
    found: dict[int, list[Holder]] = {door: [] for door in doors}
    rows: list[tuple[Any, ...]] = []
    if found:
        rows = list(await _HOLDERS.rows(db, doors=list(found)))
    if not rows:
        return found
    held = {"sessions": {row[2] for row in rows}, "points": {row[8] for row in rows}}
    epochs = await _epochs(db, held)
    windows = await _windows(db, held)
    for row in rows:
        session_id, state, point_id = row[2], row[6], row[8]
        rehearses = state is SessionState.REHEARSING
        found[row[0]].append(
            Holder(
                epochs.get((session_id, point_id), _FIRST),
                windows.at(session_id, point_id, rehearses=rehearses),
                *row[2:],
            )
        )
    return found


async def _epochs(db: AsyncSession, held: dict[str, set[UUID]]) -> dict[Here, tuple[Epoch, ...]]:
    found: dict[Here, tuple[Epoch, ...]] = {}
    for session_id, point_id, number, from_step in await _ROTATIONS.rows(db, **held):
        here = session_id, point_id
        found[here] = (*found.get(here, _FIRST), Epoch(number, from_step))
    return found


@dataclass(frozen=True, slots=True)
class _Windows:
    """Windows by session and whether of a rehearsal, and how long some go on at single points."""

    spans: dict[tuple[UUID, bool], tuple[WindowSpan, ...]]
    extended: dict[Here, datetime]

    def at(self, session_id: UUID, point_id: UUID, *, rehearses: bool) -> tuple[WindowSpan, ...]:
        """List the windows of the class or of the rehearsal as they are at a point."""
        spans = self.spans.get((session_id, rehearses), ())
        if not self.extended:
            return spans
        return tuple(
            replace(each, extended_until=self.extended.get((each.window_id, point_id)))
            for each in spans
        )


async def _windows(db: AsyncSession, held: dict[str, set[UUID]]) -> _Windows:
    spans: dict[tuple[UUID, bool], dict[UUID, WindowSpan]] = {}
    extended: dict[Here, datetime] = {}
    for session_id, window_id, kind, opened_at, closed_at, point_id, until in await _WINDOWS.rows(
        db, **held
    ):
        of_session = spans.setdefault((session_id, kind is WindowKind.REHEARSAL), {})
        of_session[window_id] = WindowSpan(window_id, kind, opened_at, closed_at)
        if until is not None:
            extended[window_id, point_id] = until
    return _Windows({key: tuple(found.values()) for key, found in spans.items()}, extended)
