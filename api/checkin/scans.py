"""QRs that waited in a phone without network: the step says when, the server says whether."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.checkin.arrivals import Refusal
from api.checkin.tickets import Ticket
from api.codes import actions as codes
from api.codes import door_store
from api.codes.actions import CodeRefused
from api.codes.door_store import Holder
from api.codes.faults import CODE_MALFORMED
from api.codes.rules import QrCode, parse_qr
from api.kit.errors import Problem


async def read(
    db: AsyncSession, master: bytes, qrs: Collection[str], *, at: datetime
) -> dict[str, Ticket | Refusal]:
    """Read some QRs as they arrive now, each for a ticket of this instant or for its refusal."""
    scanned = {qr: parse_qr(qr) for qr in qrs}
    held = await door_store.holders(db, {code.door for code in scanned.values() if code})
    return {
        qr: _read(held[code.door], master, code, at=at)
        if code
        else Refusal(Problem(CODE_MALFORMED), None, None)
        for qr, code in scanned.items()
    }


def _read(held: Sequence[Holder], master: bytes, code: QrCode, *, at: datetime) -> Ticket | Refusal:
    found = codes.read_qr(held, master, code, queued=True, at=at)
    if isinstance(found, CodeRefused):
        holder, problem = found.holder, Problem(found.fault, **found.extra)
        return Refusal(
            problem, holder.session_id if holder else None, holder.point_id if holder else None
        )
    return Ticket(
        session_id=found.holder.session_id,
        bridge_point_id=found.holder.point_id,
        window_id=found.window_id,
        step=found.step,
        issued_at=at,
        typed=False,
        late=found.late,
    )
