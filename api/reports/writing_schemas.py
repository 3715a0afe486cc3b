"""What those who write reports send."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool
from pydantic_core import PydanticCustomError

from api.kit.text import nfc
from api.kit.wire import Text, clean
from api.words import ReportKind

LONGEST = 4000
_ANYTHING = "01980000-0000-7000-8000-000000000000"
_OTHER = "01980000-0000-7000-8000-000000000001"


def _clean_lines(value: str) -> str:
    """Normalise a text of several paragraphs: each line by itself, no empty ones beside another."""
    lines = [nfc(line) for line in value.splitlines()]
    kept = "\n".join(
        line for place, line in enumerate(lines) if line or (place and lines[place - 1])
    ).strip("\n")
    if not kept:
        raise PydanticCustomError("string_too_short", "too short", {"min_length": 1})
    if len(kept) > LONGEST:
        raise PydanticCustomError("string_too_long", "too long", {"max_length": LONGEST})
    return kept


Paragraphs = Annotated[Text, Field(min_length=1, max_length=LONGEST), AfterValidator(_clean_lines)]
Comment = Annotated[Text, Field(min_length=1, max_length=1000), AfterValidator(clean(1000))]


class NewQuickReport(BaseModel):
    """A unit's report of one session, at once."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"kind": "quick", "unit_id": _ANYTHING, "session_id": _OTHER}]
        },
    )
    kind: Literal[ReportKind.QUICK]
    unit_id: UUID
    session_id: UUID


class NewResultReport(BaseModel):
    """A unit's report of a whole conference."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"kind": "result", "unit_id": _ANYTHING, "conference_id": _OTHER}]
        },
    )
    kind: Literal[ReportKind.RESULT]
    unit_id: UUID
    conference_id: UUID


NewReport = Annotated[NewQuickReport | NewResultReport, Field(discriminator="kind")]


class ReportChange(BaseModel):
    """What the writer says in his own words; null fills a text in again, left out it stays."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"assessment": "Đảng viên tham dự nghiêm túc.", "proposals": None}]
        },
    )
    assessment: Paragraphs | None = None
    preparation: Paragraphs | None = None
    incidents: Paragraphs | None = None
    proposals: Paragraphs | None = None


class Submission(BaseModel):
    """How a report is handed in."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"interim": False, "confirm_pending": False, "expected_version": 0}]
        },
    )
    interim: StrictBool = Field(
        default=False, description="A version of the moment; the report stays a draft."
    )
    confirm_pending: StrictBool = Field(
        default=False,
        description="First confirm every check-in that waits for a person, as the head count has "
        "shown; your own is passed over.",
    )
    expected_version: Annotated[int, Field(ge=0, le=100_000)] | None = Field(
        default=None,
        description="How many versions you saw. Sent again after the answer was lost, the version "
        "that you made of it is the answer, where nothing has changed since.",
    )


class Acceptance(BaseModel):
    """That a report is accepted as it was read."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"expected_version": 1}]}
    )
    expected_version: Annotated[int, Field(ge=0, le=100_000)] | None = Field(
        default=None,
        description="How many versions you saw; where there is another, nobody has read it: 412.",
    )


class Return(Acceptance):
    """Why a report has to be done again."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"comment": "Đề nghị ghi rõ lý do vắng của 3 đồng chí"}]},
    )
    comment: Comment


class SentByMail(BaseModel):
    """The day on which the paper went out by official mail."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"sent_on": "2022-03-05"}]}
    )
    sent_on: date
