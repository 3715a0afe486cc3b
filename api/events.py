"""The only writer of the audit trail, which is also the outbox.

The kinds of events are the constants of this module, so that the list stays closed and readable.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.ids import new_id
from api.tables.events import Event

UNIT_ADDED: Final = "unit.added"
MEMBERS_ADDED: Final = "members.added"
CONFERENCE_ADDED: Final = "conference.added"
BRIDGE_POINT_ADDED: Final = "bridge_point.added"
SESSION_ADDED: Final = "session.added"
SESSION_OPENED: Final = "session.opened"
SESSION_CLOSED: Final = "session.closed"
SESSION_LOCKED: Final = "session.locked"
WINDOW_OPENED: Final = "window.opened"
WINDOW_CLOSED: Final = "window.closed"
CODE_ROTATED: Final = "code.rotated"
TYPED_CODES_SUSPENDED: Final = "typed_codes.suspended"
TYPED_CODES_RESTORED: Final = "typed_codes.restored"
ACCOUNT_ADDED: Final = "account.added"
SIGNED_IN: Final = "account.signed_in"
SIGN_IN_REFUSED: Final = "account.sign_in_refused"
REFRESH_REUSED: Final = "account.refresh_reused"
SCREEN_ADDED: Final = "screen.added"
SCREEN_PAIRED: Final = "screen.paired"
SCREEN_REVOKED: Final = "screen.revoked"
ATTENDANCE_RECORDED: Final = "attendance.recorded"
ATTENDANCE_RAISED: Final = "attendance.raised"
SECOND_DEVICE: Final = "attendance.second_device"
NAME_TYPED: Final = "attendance.name_typed"
PHONE_BOUND: Final = "phone.bound"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: an account, a screen, a phone (`device`), or the program itself (`system`)."""

    kind: str
    id: UUID | None = None


SYSTEM: Final = Actor("system")


@dataclass(frozen=True, slots=True)
class Happening:
    """An event about to be written; `detail` holds numbers and ids, never names or codes."""

    actor: Actor
    act: str
    subject_id: UUID
    at: datetime
    session_id: UUID | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


async def append(db: AsyncSession, *happenings: Happening) -> None:
    """Write events in the transaction of what they tell of."""
    await append_all(db, happenings)


async def append_all(db: AsyncSession, happenings: Sequence[Happening]) -> None:
    """Write many events in one statement."""
    if happenings:
        await db.execute(
            insert(Event),
            [
                {
                    "id": new_id(each.at),
                    "at": each.at,
                    "actor_kind": each.actor.kind,
                    "actor_id": each.actor.id,
                    "act": each.act,
                    "subject_id": each.subject_id,
                    "session_id": each.session_id,
                    "detail": dict(each.detail),
                }
                for each in happenings
            ],
        )


async def last_at(db: AsyncSession) -> datetime | None:
    """Tell the instant of the last event: a clock that precedes it is wrong."""
    return (await db.execute(select(func.max(Event.at)))).scalar_one()
