"""What a purge takes away of each kind of data, table by table."""

from typing import Any, Final

from sqlalchemy import ColumnElement, String, and_, case, cast, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from api import events
from api.privacy.erasing import Leavers
from api.privacy.purge_store import Rows, Step, Trail
from api.privacy.rules import ERASED_TEXT, NAMES, TEXTS
from api.tables.access import Device, Invitation, RefreshToken, SignIn
from api.tables.attendance import Attendance, Mark, PaperSheet, TypedName
from api.tables.checkin import CheckIn, Refusal
from api.tables.conferences import Exclusion
from api.tables.duties import Duty
from api.tables.events import Event
from api.tables.flags import FlagDecision
from api.tables.idempotency import KeptAnswer
from api.tables.make_ups import MakeUp
from api.tables.meet import MeetParticipant
from api.tables.outbox import Delivery
from api.tables.phones import EnrolmentSlip
from api.tables.records import DataRequest
from api.tables.reports import Photo
from api.tables.throttle import Attempt
from api.words import AbsenceReason, DataKind, DeliveryState

_HISTORY: Final = frozenset(
    {events.MEMBER_CHANGED, events.MEMBER_TRANSFERRED, events.MEMBER_ERASED, events.UNIT_MOVED}
)
"""What figures of the past are worked out from: kept, without names."""

_SPOKEN: Final = frozenset(
    {
        events.ATTENDANCE_CONFIRMED,
        events.ATTENDANCE_REJECTED,
        events.ATTENDANCE_CORRECTED,
        events.INCIDENT_CHANGED,
        events.FLAG_DECIDED,
        events.DUTY_ADDED,
        events.DUTY_REMOVED,
        events.MAKE_UP_CHANGED,
        events.MAKE_UP_REMOVED,
        events.REPORT_CHANGED,
        events.REPORT_RETURNED,
        events.BREACH_CHANGED,
    }
)
"""Acts of which the trail may hold what somebody wrote in his own words."""

_BATCH_OF_FILES: Final = 10
_OTHER: Final = Mark.reason == AbsenceReason.KH
_NOTE_OF_OTHER: Final = case((_OTHER, ERASED_TEXT), else_=None)
"""The reason "other" must say something (CHECK)."""

_OVER: Final = (DeliveryState.SENT, DeliveryState.DEAD, DeliveryState.UNCERTAIN)
PURGED_PAYLOAD: Final = {"is_purged": True}


def _noted(row: InstrumentedAttribute[str | None]) -> ColumnElement[bool]:
    return row.is_not(None) & (row != ERASED_TEXT)


def _ended_sign_in(before: Any) -> ColumnElement[bool]:
    return RefreshToken.sign_in_id.in_(select(SignIn.id).where(SignIn.ended_at < before))


STEPS: Final[dict[DataKind, tuple[Step, ...]]] = {
    DataKind.TYPED_NAMES: (
        Rows(
            TypedName,
            lambda before: and_(TypedName.arrived_at < before, TypedName.name != ERASED_TEXT),
            {
                "name": ERASED_TEXT,
                "last4": None,
                "suggested_member_id": None,
                "settled_reason": None,
                "device_id": TypedName.id,
            },
        ),
    ),
    DataKind.CHECK_INS: (Rows(CheckIn, lambda before: CheckIn.arrived_at < before),),
    DataKind.PHONES: (
        Rows(Device, lambda before: Device.revoked_at < before),
        Rows(EnrolmentSlip, lambda before: EnrolmentSlip.expires_at < before),
    ),
    DataKind.PAPER_SHEETS: (
        Rows(
            PaperSheet,
            lambda before: PaperSheet.added_at < before,
            named_by=Mark.paper_sheet_id,
            digests=lambda sheet: [sheet.digest],
            most=_BATCH_OF_FILES,
        ),
    ),
    DataKind.PHOTOS: (
        Rows(
            Photo,
            lambda before: Photo.added_at < before,
            digests=lambda photo: [photo.digest],
            most=_BATCH_OF_FILES,
        ),
    ),
    DataKind.MEET_PARTICIPANTS: (
        Rows(MeetParticipant, lambda before: MeetParticipant.added_at < before),
    ),
    DataKind.ABSENCE_NOTES: (
        Rows(
            Mark,
            lambda before: and_(Mark.marked_at < before, _noted(Mark.note)),
            {"note": _NOTE_OF_OTHER},
        ),
        Rows(
            MakeUp,
            lambda before: and_(MakeUp.made_at < before, MakeUp.note.is_not(None)),
            {"note": None},
        ),
        Rows(
            Duty,
            lambda before: and_(Duty.added_at < before, Duty.note.is_not(None)),
            {"note": None},
        ),
        Rows(
            Attendance,
            lambda before: and_(
                Attendance.decided_at < before, Attendance.decision_reason.is_not(None)
            ),
            {"decision_reason": None},
        ),
        Rows(
            FlagDecision,
            lambda before: and_(FlagDecision.decided_at < before, FlagDecision.note.is_not(None)),
            {"note": None},
        ),
        Trail(_SPOKEN, TEXTS),
    ),
    DataKind.ATTENDANCE: (
        # The row's own id names no phone, and two rows never share it.
        Rows(
            Attendance,
            lambda before: and_(
                Attendance.first_arrived_at < before, Attendance.device_id != Attendance.id
            ),
            {"device_id": Attendance.id},
        ),
    ),
    DataKind.MEMBERS: (
        Leavers(),
        Rows(
            Exclusion,
            lambda before: and_(
                Exclusion.created_at < before,
                or_(
                    Exclusion.full_name != ERASED_TEXT,
                    Exclusion.card_number.is_not(None),
                    Exclusion.unit_name.is_not(None),
                ),
            ),
            {"full_name": ERASED_TEXT, "unit_name": None, "card_number": None},
        ),
    ),
    DataKind.DATA_REQUESTS: (Rows(DataRequest, lambda before: DataRequest.closed_at < before),),
    DataKind.DELIVERIES: (
        Rows(
            Delivery,
            lambda before: and_(
                Delivery.created_at < before,
                Delivery.state.in_(_OVER),
                ~cast(Delivery.payload, String).contains("is_purged"),
            ),
            {
                "payload": PURGED_PAYLOAD,
                "attachments": [],
                "last_error": None,
                "destination": case(
                    (Delivery.template == "invitation", ERASED_TEXT), else_=Delivery.destination
                ),
            },
            digests=lambda delivery: [each["digest"] for each in delivery.attachments],
            most=_BATCH_OF_FILES,
        ),
    ),
    DataKind.ATTEMPTS: (
        Rows(Attempt, lambda before: Attempt.at < before),
        Rows(Refusal, lambda before: Refusal.at < before),
        Rows(KeptAnswer, lambda before: KeptAnswer.at < before),
        Rows(Invitation, lambda before: Invitation.expires_at < before),
        Rows(
            RefreshToken,
            lambda before: or_(RefreshToken.expires_at < before, _ended_sign_in(before)),
        ),
        Rows(
            SignIn,
            lambda before: and_(
                SignIn.last_seen_at < before, ~exists().where(RefreshToken.sign_in_id == SignIn.id)
            ),
        ),
    ),
    DataKind.AUDIT: (
        Trail(_HISTORY, NAMES | TEXTS),
        Rows(
            Event,
            lambda before: and_(Event.at < before, Event.act.not_in(sorted(_HISTORY))),
        ),
    ),
}
