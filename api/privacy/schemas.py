"""What privacy says on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool

from api.kit.wire import Instant, Text, clean
from api.privacy.rules import RetentionDeed
from api.words import DataKind

_Reason = Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(clean(500))]
_Long = Annotated[Text, Field(min_length=1, max_length=4000), AfterValidator(clean(4000))]
_Persons = Annotated[int, Field(ge=0, le=10_000_000)]


class RetentionView(BaseModel):
    """How long a kind of data is kept."""

    kind: DataKind
    name: str = Field(description="In Vietnamese, as are the texts below.")
    days: int
    since: str = Field(description="From which instant the days count.")
    deed: RetentionDeed = Field(
        description="`delete` takes rows away; `strip` only what tells of a person."
    )
    what: str = Field(description="What goes, and what stays.")
    why: str = Field(description="Why it is kept that long.")


class RetentionTable(BaseModel):
    """Every kind of data with its period."""

    items: list[RetentionView]


class NewPurge(BaseModel):
    """Whether to purge, or only to count."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"dry_run": True}]})
    dry_run: StrictBool = True  # a purge is not begun by a 0


class PurgedKind(BaseModel):
    """What goes, or went, of one kind."""

    kind: DataKind
    cutoff_at: datetime = Field(description="What is older goes.")
    removed: int = Field(description="Rows taken away or stripped; of a dry run: that would be.")


class PurgeRun(BaseModel):
    """What a purge took away, or would."""

    purged_at: datetime
    is_dry_run: bool
    items: list[PurgedKind]


class PurgeView(PurgedKind):
    """One kind of data in one run, in the log."""

    id: UUID
    purged_at: datetime
    account_id: UUID | None = Field(description="Who asked; null for the program itself.")


class Erasure(BaseModel):
    """Why a member is erased; the reason stays, so it does not bear the name."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"reason": "Theo đề nghị của đảng viên, CV 12-CV/ĐU"}]},
    )
    reason: _Reason


class ErasureView(BaseModel):
    """A member was erased."""

    member_id: UUID
    erased_at: datetime
    paper_sheet_ids: list[UUID] = Field(
        description="Photographed pages on which the name can be read until their time is over."
    )


class NewBreach(BaseModel):
    """Something that happened to personal data."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "found_at": "2022-03-14T23:00:00Z",
                    "text": "Mất máy tính xách tay có danh sách chi bộ.",
                    "persons": 60,
                    "measures": "Đã khóa tài khoản, đổi mật khẩu.",
                }
            ]
        },
    )
    found_at: Instant
    text: _Long
    persons: _Persons | None = Field(default=None, description="How many are concerned, if known.")
    measures: _Long | None = None


class BreachChange(BaseModel):
    """What became of a breach; what is left out stays."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"measures": "Đã thu hồi máy, báo từng đảng viên."}]},
    )
    text: _Long | None = Field(default=None, description="Null, or left out: as it is.")
    persons: _Persons | None = None
    measures: _Long | None = None
    reported_at: Instant | None = Field(
        default=None, description="When the authority was told; null takes it back."
    )
    closed_at: Instant | None = Field(default=None, description="Null opens it again.")


class BreachView(BaseModel):
    """A breach in the register."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    found_at: datetime
    report_due_at: datetime = Field(description="72 hours after it was found.")
    text: str
    persons: int | None
    measures: str | None
    reported_at: datetime | None
    closed_at: datetime | None
    recorded_at: datetime
    account_id: UUID


class ListedBreach(BreachView):
    """A breach with its clock."""

    hours_left: int | None = Field(
        description="Full hours until the authority must know; null once it does."
    )
    is_overdue: bool = Field(description="The authority was told late, or is still to be told.")
