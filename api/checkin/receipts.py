"""Receipts: what the phone is told, and keeps."""

import hmac
from typing import NamedTuple
from uuid import UUID

from api.checkin.arrivals import Hall, Ticketed
from api.checkin.rules import Decision
from api.checkin.schemas import NamedPerson, Receipt, WhoByClient
from api.checkin.store import Recorded
from api.kit import keys, seals
from api.words import Evidence, Standing

_PROOF_BYTES = 12


class Outcome(NamedTuple):
    """What an arrival did: `counted` where it made or raised an attendance.

    `worth` is what it amounts to by itself. `stays` is what was there before and stays as it is,
    and `own` tells whether that came from this very phone.
    """

    attendance_id: UUID | None
    worth: Standing
    late_seconds: int | None
    counted: bool
    stays: Recorded | None = None
    own: bool = True


def write_receipt(
    hall: Hall, master: bytes, ticketed: Ticketed, decision: Decision, outcome: Outcome
) -> Receipt:
    """Write the receipt of an arrival.

    Who has not proved to be the member learns nothing of what is on file: a typed name is given
    back as typed and `pending`, whether it fits a member, and whether that member is there already.
    Who has proved it on another phone than the first learns that he is there, and no more. A person
    who was rejected is told as if he came for the first time, and to wait: the secretary will say.
    """
    arrival, ticket = ticketed.arrival, ticketed.ticket
    sitting = hall.sittings[ticket.window_id]
    rehearsal = hall.is_rehearsal(ticket)
    standing, late = outcome.worth, outcome.late_seconds
    stays = outcome.stays if decision.proved else None
    already = stays is not None and stays.standing is not Standing.REJECTED
    if not decision.proved or (stays is not None and not already):
        standing = Standing.PENDING
    elif stays is not None:
        standing, late = stays.standing, stays.late_seconds if outcome.own else None
    name = None
    if decision.proved and decision.member is not None and (outcome.own or not already):
        name = decision.member.full_name
    elif arrival.who.kind != "device" and not already:
        name = None if _is_by_id(arrival.who) else arrival.who.name
    receipt = Receipt(
        id=arrival.id,
        standing=Standing.PENDING if standing is not Standing.PRESENT else Standing.PRESENT,
        evidence=decision.evidence,
        already_recorded=already,
        name=name,
        session_title=sitting.title,
        point_name=hall.venues[ticket.bridge_point_id].name,
        window_kind=sitting.kind,
        is_rehearsal=rehearsal,
        arrived_at=arrival.at,
        late_seconds=late,
        message=_message(decision.evidence, standing, late, already=already, rehearsal=rehearsal),
        proof="",
    )
    receipt.proof = proof_of(master, receipt)
    return receipt


def _is_by_id(who: NamedPerson) -> bool:
    # Whoever sends an id is not told whose it is.
    return isinstance(who, WhoByClient) and who.member_id is not None


def _message(
    evidence: Evidence, standing: Standing, late: int | None, *, already: bool, rehearsal: bool
) -> str:
    if rehearsal:
        return "Diễn tập – chưa tính. Hôm họp chính thức mời đồng chí điểm danh lại."
    if already:
        return "Đồng chí đã có ghi nhận trong lượt điểm danh này."
    if standing is Standing.PRESENT:
        return "Đã ghi nhận."
    helped = " hộ" if evidence is Evidence.ASSISTED else ""
    sent_late = " gửi muộn" if late is not None else ""
    return f"Đã ghi nhận{helped}{sent_late}, chờ bí thư xác nhận."


def proof_of(master: bytes, receipt: Receipt) -> str:
    """Seal what a receipt says, so that one kept on a phone needs no row here to prove itself."""
    told = (
        receipt.id.bytes,
        receipt.arrived_at.isoformat().encode(),
        receipt.standing.encode(),
        receipt.evidence.encode(),
        (receipt.name or "").encode(),
        receipt.session_title.encode(),
        receipt.point_name.encode(),
        receipt.window_kind.encode(),
        b"rehearsal" if receipt.is_rehearsal else b"",
    )
    key = keys.derive(master, info=b"receipt")
    return seals.encode(seals.mac(key, *told, size=_PROOF_BYTES))


def is_genuine(master: bytes, receipt: Receipt) -> bool:
    """Tell whether this deployment wrote a receipt, and just so."""
    return hmac.compare_digest(proof_of(master, receipt), receipt.proof)
