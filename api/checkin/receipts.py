"""Receipts: what the phone is told, and keeps."""

import hmac
from json.encoder import encode_basestring
from typing import Final, NamedTuple
from uuid import UUID

from api.checkin.arrivals import Hall, Ticketed
from api.checkin.rules import Decision
from api.checkin.schemas import NamedPerson, Receipt, WhoByClient
from api.checkin.store import Recorded
from api.kit import keys, seals
from api.words import Evidence, Standing, WindowKind

_PROOF_BYTES: Final = 12
_BOOLEANS: Final = ("false", "true")
_text: Final = encode_basestring
"""Write a text as JSON, in C: letters as they are, and escaped what must be."""


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
) -> str:
    """Write the receipt of an arrival as JSON, letter by letter as `Receipt` would be written.

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
    told = Standing.PENDING if standing is not Standing.PRESENT else Standing.PRESENT
    unsealed = Told(
        arrival.id,
        told,
        decision.evidence,
        already,
        name,
        sitting.title,
        hall.venues[ticket.bridge_point_id].name,
        sitting.kind,
        rehearsal,
        arrival.at.isoformat(),
        late,
        _message(decision.evidence, standing, late, already=already, rehearsal=rehearsal),
    )
    return as_json(unsealed, _seal(master, unsealed))


class Told(NamedTuple):
    """The values of a `Receipt` but its proof, its instant as text in UTC."""

    id: UUID
    standing: Standing
    evidence: Evidence
    already_recorded: bool
    name: str | None
    session_title: str
    point_name: str
    window_kind: WindowKind
    is_rehearsal: bool
    arrived_at: str
    late_seconds: int | None
    message: str


def as_json(told: Told, proof: str) -> str:
    """Write a receipt as pydantic writes the model: a rush writes thousands of them."""
    name = "null" if told.name is None else _text(told.name)
    late = "null" if told.late_seconds is None else told.late_seconds
    return (
        f'{{"id":"{told.id}","standing":"{told.standing}","evidence":"{told.evidence}",'
        f'"already_recorded":{_BOOLEANS[told.already_recorded]},"name":{name},'
        f'"session_title":{_text(told.session_title)},"point_name":{_text(told.point_name)},'
        f'"window_kind":"{told.window_kind}","is_rehearsal":{_BOOLEANS[told.is_rehearsal]},'
        f'"arrived_at":"{told.arrived_at.removesuffix("+00:00")}Z","late_seconds":{late},'
        f'"message":{_text(told.message)},"proof":"{proof}"}}'
    )


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


def _seal(master: bytes, told: Told) -> str:
    """Seal what a receipt says, so that one kept on a phone needs no row here to prove itself."""
    said = (
        told.id.bytes,
        told.arrived_at.encode(),
        told.standing.encode(),
        told.evidence.encode(),
        (told.name or "").encode(),
        told.session_title.encode(),
        told.point_name.encode(),
        told.window_kind.encode(),
        b"rehearsal" if told.is_rehearsal else b"",
    )
    key = keys.derive(master, info=b"receipt")
    return seals.encode(seals.mac(key, *said, size=_PROOF_BYTES))


def is_genuine(master: bytes, receipt: Receipt) -> bool:
    """Tell whether this deployment wrote a receipt, and just so."""
    told = Told(
        receipt.id,
        receipt.standing,
        receipt.evidence,
        receipt.already_recorded,
        receipt.name,
        receipt.session_title,
        receipt.point_name,
        receipt.window_kind,
        receipt.is_rehearsal,
        receipt.arrived_at.isoformat(),
        receipt.late_seconds,
        receipt.message,
    )
    return hmac.compare_digest(_seal(master, told), receipt.proof)
