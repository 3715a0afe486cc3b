"""The closed lists of words that are stored and sent, one enumeration a thing.

They stand under the tables and beside the kit, because rules, tables and wire all speak them.
The Vietnamese of each word is in docs/GLOSSARY.md; the source is the plan's own vocabulary.
"""

from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is in the Party's tree."""

    COMMITTEE = "committee"
    GRASSROOTS_COMMITTEE = "grassroots_committee"
    GRASSROOTS_CELL = "grassroots_cell"
    CELL = "cell"


class MemberStatus(StrEnum):
    """A member's standing in the Party, as far as attendance needs it."""

    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    EXEMPT = "exempt"
    REDUCED = "reduced"
    SUSPENDED = "suspended"
    LEFT = "left"


class Form(StrEnum):
    """How a session reaches its halls: a dedicated line, or Google Meet (plan II.4)."""

    LINE = "line"
    MEET = "meet"


class SessionState(StrEnum):
    """Where a session stands; `sessions.rules` holds the moves between them."""

    PLANNED = "planned"
    POSTPONED = "postponed"
    REHEARSING = "rehearsing"
    OPEN = "open"
    CLOSED = "closed"
    LOCKED = "locked"
    CANCELLED = "cancelled"


class WindowKind(StrEnum):
    """Which roll-call of a session a window is."""

    OPENING = "opening"
    AFTER_BREAK = "after_break"
    CLOSING = "closing"
    UNANNOUNCED = "unannounced"
    REHEARSAL = "rehearsal"


class CheckKind(StrEnum):
    """How an item of the preparation checklist is answered."""

    DONE = "done"
    TESTED = "tested"


class CheckResult(StrEnum):
    """What somebody found; an item of kind `tested` passed or failed."""

    DONE = "done"
    PASSED = "passed"
    FAILED = "failed"


class Role(StrEnum):
    """What an account may be; granted on a unit, it holds for that unit's subtree."""

    DISTRICT_ADMIN = "district_admin"
    DISTRICT_STAFF = "district_staff"
    TECHNICIAN = "technician"
    VIEWER = "viewer"
    SECRETARY = "secretary"
    OPERATOR = "operator"


class Evidence(StrEnum):
    """How the software knows that a member was there."""

    QR = "qr"
    DIGITS = "digits"
    FIRST = "first"
    CLAIMED = "claimed"
    ASSISTED = "assisted"
    LATE = "late"
    STREAM = "stream"
    CLIENT = "client"
    ROSTER = "roster"
    PAPER = "paper"


class Standing(StrEnum):
    """What the evidence of one window amounts to; only a person rejects."""

    PRESENT = "present"
    PENDING = "pending"
    REJECTED = "rejected"


class Presence(StrEnum):
    """How a member took part in a session, all windows together (domain.md, sections 3 and 4).

    B is the sum of them all: the first three are present, and a submitted report has neither
    pending nor unknown.
    """

    FULL = "full"
    LATE = "late"
    LEFT_EARLY = "left_early"
    PENDING = "pending"
    EXCUSED = "excused"
    UNEXCUSED = "unexcused"
    UNKNOWN = "unknown"


class MarkKind(StrEnum):
    """What a secretary wrote beside a name."""

    PRESENT = "present"
    ABSENT = "absent"


class AbsenceReason(StrEnum):
    """Why a member was absent, as the units' own lists abbreviate it."""

    OM = "OM"
    CT = "CT"
    NV = "NV"
    TS = "TS"
    VR = "VR"
    XA = "XA"
    HT = "HT"
    KT = "KT"
    KH = "KH"
    KL = "KL"


class TypedNameOutcome(StrEnum):
    """What a person made of a name that was typed and fitted nobody."""

    MATCHED = "matched"
    ADDED = "added"
    GUEST = "guest"
    REJECTED = "rejected"


class BindingOrigin(StrEnum):
    """How a phone came to be a member's."""

    LAST4 = "last4"
    SLIP = "slip"
    SECRETARY = "secretary"


class FlagKind(StrEnum):
    """What strikes the eye about a session's attendance (protocol, "Flags")."""

    SHARED_PHONE = "shared_phone"
    GUESSED_CODE = "guessed_code"
    MANUAL_SHARE = "manual_share"
    OVER_HEAD_COUNT = "over_head_count"
    LATE_ARRIVAL = "late_arrival"
    OTHER_PLACE = "other_place"
    NEW_PHONE = "new_phone"
    SECOND_DEVICE = "second_device"
    CHANGED_AFTER_LOCK = "changed_after_lock"


class FlagVerdict(StrEnum):
    """What a person made of a flag."""

    EXPLAINED = "explained"
    UPHELD = "upheld"


class DataRequestKind(StrEnum):
    """What a member asks about his own data (Law 91/2025/QH15)."""

    CORRECTION = "correction"
    ERASURE = "erasure"


class DataRequestState(StrEnum):
    """Where a member's request stands."""

    OPEN = "open"
    ANSWERED = "answered"
    DONE = "done"
    DECLINED = "declined"


class ReportKind(StrEnum):
    """What a unit's report tells of: one session at once, or the conference after its last one."""

    QUICK = "quick"
    RESULT = "result"


class ReportState(StrEnum):
    """Where a report stands; `reports.rules` holds the moves between them."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class VersionKind(StrEnum):
    """What a frozen version of a report is."""

    INTERIM = "interim"
    FINAL = "final"
    ADDENDUM = "addendum"


class DocumentProfile(StrEnum):
    """By which guidance Party documents are laid out (domain.md, section 6)."""

    HD36_2018 = "hd36_2018"
    HD05_2026 = "hd05_2026"


class SigningAuthority(StrEnum):
    """In whose name a unit's documents are signed: a collective's, or its head's own."""

    COLLECTIVE = "collective"
    DEPARTMENT = "department"


class DutyKind(StrEnum):
    """Why a member serves a session rather than attends it."""

    PRESENTER = "presenter"
    ORGANISER = "organiser"


class MakeUpKind(StrEnum):
    """How somebody absent hears it after all: in a later session, or told again by his cell."""

    SESSION = "session"
    RETOLD = "retold"


class DeliveryChannel(StrEnum):
    """How something leaves the house."""

    MAIL = "mail"
    WEBHOOK = "webhook"


class DeliveryState(StrEnum):
    """Where a delivery stands; `uncertain` was handed over by a process that died meanwhile."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    DEAD = "dead"


class DataKind(StrEnum):
    """A kind of data with a retention period of its own (Law 91/2025/QH15)."""

    TYPED_NAMES = "typed_names"
    CHECK_INS = "check_ins"
    PHONES = "phones"
    PAPER_SHEETS = "paper_sheets"
    PHOTOS = "photos"
    MEET_PARTICIPANTS = "meet_participants"
    ABSENCE_NOTES = "absence_notes"
    ATTENDANCE = "attendance"
    MEMBERS = "members"
    DATA_REQUESTS = "data_requests"
    DELIVERIES = "deliveries"
    ATTEMPTS = "attempts"
    AUDIT = "audit"
