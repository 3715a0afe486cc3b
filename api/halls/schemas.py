"""What was seen in halls, on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, model_validator

from api.kit.wire import Text, clean

Heads = Annotated[int, Field(ge=0, le=100_000)]
Note = Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(clean(500))]


class NewHeadCount(BaseModel):
    """How many persons somebody counted in a hall, or of one unit in it."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"persons": 57, "guests": 2}]}
    )
    persons: Annotated[Heads, Field(description="Everybody who was there, guests too.")]
    guests: Annotated[Heads, Field(description="Those of them who are no members.")] = 0
    unit_id: Annotated[
        UUID | None, Field(description="Only this unit and those below it; null: the whole hall.")
    ] = None

    @model_validator(mode="after")
    def _has_its_guests(self) -> "NewHeadCount":
        if self.guests > self.persons:
            raise ValueError("more guests than persons")
        return self


class HeadCountView(BaseModel):
    """A head count beside what is recorded at that point now."""

    id: UUID
    session_id: UUID
    bridge_point_id: UUID
    unit_id: UUID | None
    unit_name: str | None
    persons: int
    guests: int
    counted_at: datetime
    counted_by: str | None = Field(
        description="The display name of whoever counted; for those who run the point."
    )
    checked_in: int = Field(
        description="Members recorded here as present now, by phone or by hand, each once."
    )
    difference: int = Field(
        description="Persons without guests, less those recorded; below 0 more are recorded than "
        "were seen."
    )


class NewCameraCheck(BaseModel):
    """Whether the camera of a hall was on; the plan wants it always on."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"is_on": False, "note": "Máy ảnh quay lên trần nhà"}]},
    )
    is_on: StrictBool
    note: Note | None = None


class CameraCheckView(BaseModel):
    """A look at the camera of a hall."""

    id: UUID
    session_id: UUID
    bridge_point_id: UUID
    is_on: bool
    note: str | None = Field(description="For those who run the point.")
    checked_at: datetime
    checked_by: str | None = Field(
        description="The display name of whoever looked; for those who run the point."
    )
