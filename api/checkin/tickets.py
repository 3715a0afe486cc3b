"""Tickets: a genuine code, exchanged by one browser for ten minutes in which to name oneself.

So naming oneself never races the code. The seal covers the phone's id, which the ticket does not
carry: posted in a chat, it is worth nothing in another browser. Nothing is stored.
"""

import struct
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from api.kit import keys, seals
from api.kit.ids import id_of

LIFE: Final = timedelta(minutes=10)
_LAYOUT: Final = struct.Struct(">B16s16s16sQQ")
_TYPED, _LATE, _SUSPENDED = 1, 2, 4


class Ticket(NamedTuple):
    """What was settled when the code was exchanged; the step decides the window.

    `suspended` where typed codes waited for the secretary at that door: it stays so, also where
    staff let them count again before the ticket is used. Guesses were not counted meanwhile.
    """

    session_id: UUID
    bridge_point_id: UUID
    window_id: UUID
    step: int
    issued_at: datetime
    typed: bool
    late: bool
    suspended: bool = False

    @property
    def expires_at(self) -> datetime:
        """Tell from when on a check-in by this ticket is late."""
        return self.issued_at + LIFE


def write(master: bytes, ticket: Ticket, *, phone_id: UUID) -> str:
    """Seal a ticket to a phone."""
    flags = (_TYPED if ticket.typed else 0) | (_LATE if ticket.late else 0)
    flags |= _SUSPENDED if ticket.suspended else 0
    payload = _LAYOUT.pack(
        flags,
        ticket.session_id.bytes,
        ticket.bridge_point_id.bytes,
        ticket.window_id.bytes,
        ticket.step,
        int(ticket.issued_at.timestamp()),
    )
    return seals.seal(_key(master), payload, bound_to=phone_id.bytes)


def read(master: bytes, text: str, *, phone_id: UUID) -> Ticket | None:
    """Open a ticket; None where it is not one of ours for this very phone."""
    payload = seals.unseal(_key(master), text, bound_to=phone_id.bytes)
    if payload is None or len(payload) != _LAYOUT.size:
        return None
    flags, session, point, window, step, issued = _LAYOUT.unpack(payload)
    return Ticket(
        id_of(session),
        id_of(point),
        id_of(window),
        step,
        datetime.fromtimestamp(issued, UTC),
        bool(flags & _TYPED),
        bool(flags & _LATE),
        bool(flags & _SUSPENDED),
    )


def _key(master: bytes) -> bytes:
    return keys.derive(master, info=b"ticket")
