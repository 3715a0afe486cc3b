"""Receipts: what the phone is told, and keeps."""

from dataclasses import dataclass
from uuid import UUID

from api.checkin.arrivals import Hall, Ticketed
from api.checkin.rules import Decision
from api.checkin.schemas import Receipt, WhoByName
from api.kit import keys, seals
from api.words import Evidence, Standing

_PROOF_BYTES = 12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an arrival did: `counted` where it made or raised an attendance, `already` where not.

    `own` tells whether what was there before came from this very phone.
    """

    attendance_id: UUID | None
    standing: Standing
    late_seconds: int | None
    counted: bool
    already: bool
    own: bool


def write_receipt(
    hall: Hall, master: bytes, ticketed: Ticketed, decision: Decision, outcome: Outcome
) -> Receipt:
    """Write the receipt of an arrival.

    Who has not proved to be the member learns nothing of what is on file: a typed name is given
    back as typed and `pending`, whether it fits a member, and whether that member is there already.
    """
    arrival, ticket = ticketed.arrival, ticketed.ticket
    already = outcome.already and decision.proved
    standing = outcome.standing if decision.proved else Standing.PENDING
    late = outcome.late_seconds if decision.proved else None
    rehearsal = hall.is_rehearsal(ticket)
    name = None
    if decision.proved and decision.member is not None and (outcome.own or not already):
        name = decision.member.full_name
    elif isinstance(arrival.who, WhoByName) and not already:
        name = arrival.who.name
    return Receipt(
        id=arrival.id,
        standing=standing,
        evidence=decision.evidence,
        already_recorded=already,
        name=name,
        session_title=hall.sessions[ticket.session_id].title,
        point_name=hall.points[ticket.bridge_point_id].name,
        window_kind=hall.windows[ticket.window_id].kind,
        is_rehearsal=rehearsal,
        arrived_at=arrival.at,
        late_seconds=late,
        message=_message(decision.evidence, standing, already=already, rehearsal=rehearsal),
        proof=_proof(master, ticketed, outcome),
    )


def _message(evidence: Evidence, standing: Standing, *, already: bool, rehearsal: bool) -> str:
    if rehearsal:
        return "Diễn tập – chưa tính. Hôm họp chính thức mời đồng chí điểm danh lại."
    if already:
        return "Đồng chí đã có ghi nhận trong lượt điểm danh này."
    if standing is Standing.PRESENT:
        return "Đã ghi nhận."
    if evidence is Evidence.LATE:
        return "Đã ghi nhận gửi muộn, chờ bí thư xác nhận."
    return "Đã ghi nhận, chờ bí thư xác nhận."


def _proof(master: bytes, ticketed: Ticketed, outcome: Outcome) -> str:
    arrival, ticket = ticketed.arrival, ticketed.ticket
    told = (
        arrival.id.bytes,
        arrival.phone_id.bytes,
        ticket.session_id.bytes,
        ticket.window_id.bytes,
        outcome.attendance_id.bytes if outcome.attendance_id else b"",
        arrival.at.isoformat().encode(),
    )
    key = keys.derive(master, info=b"receipt")
    return seals.encode(seals.mac(key, *told, size=_PROOF_BYTES))
