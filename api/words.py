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
    LATE = "late"
    STREAM = "stream"


class Standing(StrEnum):
    """What the evidence amounts to until a person decides otherwise."""

    PRESENT = "present"
    PENDING = "pending"
