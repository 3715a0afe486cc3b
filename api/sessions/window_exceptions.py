"""What staff decide on a window for one point alone: it is void there, or goes on there."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit import errors
from api.kit.errors import Problem
from api.sessions import moving, store, window_store
from api.sessions.faults import (
    CONFIDENTIAL_SESSION,
    EXTENSION_UNFIT,
    REHEARSAL_WINDOW,
    state_refused,
)
from api.sessions.rules import state_at
from api.sessions.window_schemas import WindowExceptionChange, WindowExceptionView, WindowView
from api.tables.sessions import Session, Window, WindowException
from api.words import SessionState, WindowKind

_LONGEST: Final = timedelta(hours=12)
_COUNTING: Final = frozenset({SessionState.OPEN, SessionState.CLOSED})


async def except_window(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    window: Window,
    point_id: UUID,
    change: WindowExceptionChange,
    *,
    account_id: UUID,
    at: datetime,
) -> None:
    """Say what holds for a window of a session at one of its points, in place of what held there.

    Raises: Problem `not_found` where the session does not reach the point, `session_state`,
    `rehearsal_window`, `confidential_session` where codes that do not exist would be extended,
    `extension_unfit`.
    """
    await _hold(db, session, window, at=at)
    if await store.reached_point(db, session, point_id) is None:
        raise Problem(errors.NOT_FOUND)
    if change.ends_at is not None:
        if session.confidential:
            raise Problem(CONFIDENTIAL_SESSION)
        ended = window.closed_at or at
        if not ended < change.ends_at <= ended + _LONGEST:
            raise Problem(EXTENSION_UNFIT)
    held = await window_store.exception(db, window.id, point_id)
    before = _told(held)
    if held is None:
        held = WindowException(window_id=window.id, bridge_point_id=point_id)
        db.add(held)
    held.is_voided, held.extended_until = change.is_voided, change.ends_at
    held.reason = change.reason
    changes = events.changed(before, _told(held))
    if changes:
        held.at, held.account_id = at, account_id
        act = events.WINDOW_VOIDED if held.is_voided else events.WINDOW_EXTENDED
        await _tell(db, actor, act, session, window, point_id, changes, at=at)
    await db.flush()


async def restore_window(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    window: Window,
    point_id: UUID,
    *,
    at: datetime,
) -> None:
    """Let a window be at a point again what it is everywhere.

    Raises: Problem `not_found` where nothing else held there, `session_state`, `rehearsal_window`.
    """
    await _hold(db, session, window, at=at)
    held = await window_store.exception(db, window.id, point_id)
    if held is None:
        raise Problem(errors.NOT_FOUND)
    changes = events.changed(_told(held), _told(None))
    await db.delete(held)
    await db.flush()
    await _tell(db, actor, events.WINDOW_RESTORED, session, window, point_id, changes, at=at)


async def views(db: AsyncSession, windows: Sequence[Window]) -> list[WindowView]:
    """Show windows, each with what holds at single points."""
    found = await window_store.exceptions(db, [each.id for each in windows])
    return [
        WindowView(
            id=each.id,
            session_id=each.session_id,
            ordinal=each.ordinal,
            kind=each.kind,
            opened_at=each.opened_at,
            closed_at=each.closed_at,
            exceptions=[_view(row) for row in found[each.id]],
        )
        for each in windows
    ]


def _view(held: WindowException) -> WindowExceptionView:
    return WindowExceptionView(
        bridge_point_id=held.bridge_point_id,
        is_voided=held.is_voided,
        ends_at=held.extended_until,
        reason=held.reason,
        decided_at=held.at,
    )


async def _hold(db: AsyncSession, session: Session, window: Window, *, at: datetime) -> None:
    await moving.alone(db, session)
    await db.refresh(window)
    if window.kind is WindowKind.REHEARSAL:
        raise Problem(REHEARSAL_WINDOW)
    state = state_at(session.state, session.locks_at, at)
    if state not in _COUNTING:
        raise state_refused(state)


async def _tell(
    db: AsyncSession,
    actor: Actor,
    act: str,
    session: Session,
    window: Window,
    point_id: UUID,
    changes: dict[str, Any],
    *,
    at: datetime,
) -> None:
    happening = Happening(
        actor,
        act,
        window.id,
        at,
        session.id,
        detail={"bridge_point_id": str(point_id)},
        changes=changes,
    )
    await events.append(db, happening)


def _told(held: WindowException | None) -> dict[str, Any]:
    if held is None:
        return {}
    until = held.extended_until
    return {
        "is_voided": held.is_voided,
        "extended_until": until.isoformat() if until is not None else None,
        "reason": held.reason,
    }
