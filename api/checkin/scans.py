"""QRs that waited in a phone without network: the step says when, the server says whether."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.checkin.arrivals import Refusal
from api.checkin.tickets import Ticket
from api.codes import actions as codes
from api.codes.actions import CodeRefused
from api.codes.faults import CODE_MALFORMED
from api.codes.rules import parse_qr
from api.kit.errors import Problem


async def read(
    db: AsyncSession, master: bytes, qrs: Collection[str], *, at: datetime
) -> dict[str, Ticket | Refusal]:
    """Read some QRs as they arrive now, each for a ticket of this instant or for its refusal."""
    return {qr: await _read(db, master, qr, at=at) for qr in sorted(set(qrs))}


async def _read(db: AsyncSession, master: bytes, qr: str, *, at: datetime) -> Ticket | Refusal:
    scanned = parse_qr(qr)
    if scanned is None:
        return Refusal(Problem(CODE_MALFORMED), None, None)
    found = await codes.read_qr(db, master, scanned, queued=True, at=at)
    if isinstance(found, CodeRefused):
        problem, holder = Problem(found.fault, **found.extra), found.holder
        if holder is None:
            return Refusal(problem, None, None)
        return Refusal(problem, holder.session.id, holder.point.id)
    return Ticket(
        session_id=found.holder.session.id,
        bridge_point_id=found.holder.point.id,
        window_id=found.window_id,
        step=found.step,
        issued_at=at,
        typed=False,
        late=found.late,
    )
