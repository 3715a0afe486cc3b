"""What an import speaks of (pure): rows, the members there are, and what is done with whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from api.words import MemberStatus


class Deed(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    CHANGE = "change"
    LEAVE = "leave"


class Caution(StrEnum):
    """What a person should look at before the import is carried out."""

    NAME_UNUSABLE = "name_unusable"
    NAME_MISSING = "name_missing"
    NAME_IS_FORMULA = "name_is_formula"
    NAME_RECASED = "name_recased"
    NAME_DIFFERS = "name_differs"
    NAME_SIMILAR = "name_similar"
    NAMESAKES = "namesakes"
    NAMESAKES_WITHOUT_CARD = "namesakes_without_card"
    NAMESAKES_UNCLEAR = "namesakes_unclear"
    CARD_IS_FORMULA = "card_is_formula"
    CARD_ZERO_RESTORED = "card_zero_restored"
    CARD_ROUNDED = "card_rounded"
    CARD_UNUSABLE = "card_unusable"
    CARD_TWICE = "card_twice"
    CARD_ELSEWHERE = "card_elsewhere"
    RESIDENCE_ONLY = "residence_only"
    NOTE_UNCLEAR = "note_unclear"
    HAS_LEFT = "has_left"
    IS_GUEST = "is_guest"
    ROW_UNCLEAR = "row_unclear"
    UNIT_MISSING = "unit_missing"
    UNIT_UNKNOWN = "unit_unknown"
    UNIT_AMBIGUOUS = "unit_ambiguous"
    UNIT_OTHER = "unit_other"
    ENCODING_CONVERTED = "encoding_converted"
    OTHER_SHEETS = "other_sheets"


@dataclass(frozen=True, slots=True)
class Warned:
    """A caution, the rows it is about, and what fills its sentence."""

    caution: Caution
    rows: tuple[int, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """A member as far as an import knows him.

    `key` is `name_sort_key` of the name: equal for "Hoà" and "Hòa", never for "Hùng" and "Hưng".
    """

    full_name: str
    card_number: str | None
    status: MemberStatus
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that names a person of a unit; `status` is None where the row tells of none."""

    row: int
    unit_id: UUID
    full_name: str
    card_number: str | None
    status: MemberStatus | None
    by_dates: bool
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Held:
    """A member whom one of the units has; a guest is only there for a time, and is left alone."""

    member_id: UUID
    unit_id: UUID
    person: Person
    is_guest: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """What the import does with one row."""

    row: int
    deed: Deed
    unit_id: UUID
    after: Person
    member_id: UUID | None = None
    before: Person | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything an import would do; `unlisted` are members whom the file does not name."""

    items: tuple[Item, ...]
    unlisted: tuple[Held, ...]
    warned: tuple[Warned, ...]
    skipped: int
