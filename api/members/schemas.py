"""What members say on the wire."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from api.kit.paging import Page
from api.kit.wire import Text, clean
from api.units.schemas import Day
from api.words import MemberStatus

_FullName = Annotated[Text, Field(min_length=1, max_length=100), AfterValidator(clean(100))]
_CardNumber = Annotated[Text, Field(min_length=1, max_length=20), AfterValidator(clean(20))]
_ELSEWHERE = "01980000-0000-7000-8000-000000000000"


class TransferKind(StrEnum):
    """For good, or for a time (sinh hoạt tạm thời: counted where active)."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"


class MemberScope(StrEnum):
    """A unit alone, or with everything below it."""

    UNIT = "unit"
    TREE = "tree"


class MemberEntry(BaseModel):
    """A member to add to a unit: nothing more is collected (Law 91/2025)."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"full_name": "Điểu Thị Mai", "card_number": "10006006"}]},
    )
    full_name: _FullName
    card_number: _CardNumber | None = None
    status: Literal[
        MemberStatus.OFFICIAL,
        MemberStatus.PROBATIONARY,
        MemberStatus.EXEMPT,
        MemberStatus.REDUCED,
        MemberStatus.SUSPENDED,
    ] = MemberStatus.OFFICIAL


class MemberChange(BaseModel):
    """What to change of a member; what is left out stays."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"status": "exempt", "card_number": None}]}
    )
    full_name: _FullName | None = Field(default=None, description="Null, or left out: as it is.")
    card_number: _CardNumber | None = Field(default=None, description="Null takes it away.")
    status: MemberStatus | None = Field(default=None, description="Null, or left out: as it is.")


class Transfer(BaseModel):
    """Where a member goes, for good or for a time."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"unit_id": _ELSEWHERE, "kind": "temporary", "until": "2022-12-31"}],
            "not": {
                "properties": {"kind": {"const": "permanent"}, "until": {"type": "string"}},
                "required": ["kind", "until"],
            },
        },
    )
    unit_id: UUID
    kind: TransferKind
    until: Day | None = Field(
        default=None, description="Of a temporary stay: its last day, where that is known."
    )

    @model_validator(mode="after")
    def _for_good_has_no_end(self) -> "Transfer":
        if self.kind is TransferKind.PERMANENT and self.until is not None:
            raise ValueError("a permanent transfer has no last day")
        return self


class MemberView(BaseModel):
    """A member: name, unit, status, and the card number where it is on file."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    unit_id: UUID = Field(description="The unit that the member belongs to.")
    full_name: str
    card_number: str | None = Field(description="Opaque text of at most 20 characters.")
    status: MemberStatus
    away_at: UUID | None = Field(
        description="The unit where the member is for a time, and which counts the member; null "
        "at home."
    )
    away_until: date | None = Field(description="The last day of that time, where it is known.")


class ListedMember(MemberView):
    """A member in the list of a unit, or of a unit with everything below it."""

    is_temporary: bool = Field(description="Of a unit outside this list, and here for a time.")


class FiguresView(BaseModel):
    """How many members there are, and how many of them are to be convened.

    B = A − exempt − suspended − away + here; the suspended have a column of their own.
    """

    model_config = ConfigDict(from_attributes=True)
    total: int = Field(description="A: the members who belong here.")
    exempt: int = Field(description="Counted here, and exempt.")
    suspended: int = Field(description="Counted here, and suspended.")
    away: int = Field(description="Belong here, and are counted by another unit for a time.")
    here: int = Field(description="Belong to another unit, and are counted here for a time.")
    convened: int = Field(description="B, without the exclusion list of any conference.")


class UnitFigures(FiguresView):
    """The figures of one unit's own members."""

    unit_id: UUID
    parent_id: UUID | None
    name: str


class FiguresPage(Page[UnitFigures]):
    """The figures of each unit of a tree, by name, and of all of them together."""

    total: FiguresView = Field(
        description="The sum over all units of the tree, on whatever page they are."
    )
