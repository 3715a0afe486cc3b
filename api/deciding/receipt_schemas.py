"""What a shown receipt and the judgement of it say on the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from api.attendance.schemas import AttendanceView
from api.deciding.schemas import TypedNameView
from api.kit.wire import Instant, Text
from api.words import Evidence, MarkKind, Standing, WindowKind

_Written = Annotated[Text, Field(max_length=300)]


class ShownReceipt(BaseModel):
    """A receipt as a phone shows it: exactly what its proof covers, as it was answered."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "id": "01980000-0000-7000-8000-000000000000",
                    "standing": "present",
                    "evidence": "qr",
                    "name": "Điểu Thị Mai",
                    "session_title": "Lớp 1",
                    "point_name": "Hội trường Huyện ủy",
                    "window_kind": "opening",
                    "arrived_at": "2022-03-15T00:31:07.204113Z",
                    "proof": "q0mJ7b1Vt2cXo9aZ",
                }
            ]
        },
    )
    id: UUID
    standing: Literal[Standing.PRESENT, Standing.PENDING]
    evidence: Evidence
    name: _Written | None = None
    session_title: _Written
    point_name: _Written
    window_kind: WindowKind
    is_rehearsal: StrictBool = False
    arrived_at: Instant
    proof: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,100}$")]


class JudgedReceipt(BaseModel):
    """Whether a receipt is ours, and what became of its check-in."""

    is_genuine: bool = Field(
        description="This deployment wrote it, and just so. Nothing else is looked up where not."
    )
    is_known: bool = Field(
        default=False,
        description="Its check-in is on record. A genuine one is not where a restore lost it, or "
        "its time to be kept is over.",
    )
    attendance: AttendanceView | None = Field(
        default=None, description="What the check-in led to, as it stands now."
    )
    mark: MarkKind | None = Field(
        default=None,
        description="What a person wrote of that member for the whole session: it stands before "
        "the evidence.",
    )
    typed_name: TypedNameView | None = Field(
        default=None,
        description="The name that was typed with it, and what became of that; no suggestions.",
    )
