"""What marks and paper sheets say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import UploadFile
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool

from api.kit.wire import Instant, Text, clean
from api.marks.rules import MOST_PERSONS, SkipCode
from api.words import AbsenceReason, MarkKind

_EXAMPLE_ID = "01980000-0000-7000-8000-000000000000"

Note = Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(clean(500))]


class MarkEntry(BaseModel):
    """One thing to write beside some names, given by ids or by row numbers."""

    model_config = ConfigDict(extra="forbid")
    kind: MarkKind
    member_ids: list[UUID] | None = Field(default=None, min_length=1, max_length=MOST_PERSONS)
    row_numbers: Annotated[Text, Field(max_length=2_000)] | None = Field(
        default=None,
        description="As on paper: `1-7, 9, 12`, also `1–7; 9 và 12` or `từ 1 đến 7`.",
    )
    unit_id: UUID | None = Field(
        default=None, description="Whose rows these are, where not the request's unit's."
    )
    reason: AbsenceReason | None = Field(
        default=None, description="Why absent; never of who was present."
    )
    note: Note | None = Field(
        default=None, description="Seen by those who answer for the unit; needed with `KH`."
    )
    departed_at: Instant | None = Field(
        default=None, description="When who was present left; later windows do not count."
    )


class NewMarks(BaseModel):
    """What a secretary writes beside names of a unit and those below it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "unit_id": _EXAMPLE_ID,
                    "roster_code": None,
                    "names_confirmed": False,
                    "paper_sheet_id": None,
                    "marks": [
                        {"kind": "present", "row_numbers": "1-7, 9, 12"},
                        {"kind": "absent", "row_numbers": "8", "reason": "OM"},
                    ],
                }
            ]
        },
    )
    unit_id: UUID
    roster_code: Annotated[Text, Field(min_length=1, max_length=20)] | None = Field(
        default=None,
        description="The code on the paper, read kindly: an outdated list asks for its names.",
    )
    names_confirmed: StrictBool = Field(
        default=False, description="The names behind the numbers were read and are right."
    )
    paper_sheet_id: UUID | None = Field(
        default=None,
        description="The photographed page these are copied from; needed after the lock.",
    )
    marks: list[MarkEntry] = Field(min_length=1, max_length=MOST_PERSONS)


class MarkedMember(BaseModel):
    """Somebody who is marked now."""

    member_id: UUID
    unit_id: UUID = Field(description="The unit that counts the member in this session.")
    row_number: int | None
    full_name: str
    kind: MarkKind
    reason: AbsenceReason | None


class SkippedMember(BaseModel):
    """Somebody who was not marked, and why."""

    unit_id: UUID | None = Field(description="Whose row it is.")
    row_number: int | None
    member_id: UUID | None
    code: SkipCode
    detail: str = Field(description="A sentence for the person, in the reader's language.")


class MarksWritten(BaseModel):
    """Who was marked and who was not; the good ones are written whatever the others are."""

    marked: list[MarkedMember]
    skipped: list[SkippedMember]


class Outage(BaseModel):
    """Why nobody could be counted at a point."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"note": "Mất điện cả buổi, không kết nối được."}]},
    )
    note: Note


class OutageMarked(BaseModel):
    """How many were marked."""

    marked: int


class PaperSheetFile(BaseModel):
    """A photographed page of a list that was ticked on paper."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"file": "…", "unit_id": _EXAMPLE_ID, "note": "Trang 1, thôn 3"}]
        },
    )
    file: UploadFile = Field(description="A JPEG, PNG or WebP of at most 10 MB and 40 megapixels.")
    unit_id: UUID
    note: Note | None = Field(default=None)


class PaperSheetRun(BaseModel):
    """A page that was sent, as its idempotency key knows it."""

    digest: str
    unit_id: UUID
    note: str | None


class PaperSheetView(BaseModel):
    """A photographed page; its picture is read apart."""

    id: UUID
    session_id: UUID
    unit_id: UUID
    width: int
    height: int
    note: str | None
    added_at: datetime
