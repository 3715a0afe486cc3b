"""What incidents say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean

Told = Annotated[Text, Field(min_length=1, max_length=2000), AfterValidator(clean(2000))]


class NewIncident(BaseModel):
    """A problem that arose at a unit, perhaps during one session or at one point."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "conference_id": "01980000-0000-7000-8000-000000000000",
                    "unit_id": "01980000-0000-7000-8000-000000000001",
                    "session_id": "01980000-0000-7000-8000-000000000002",
                    "bridge_point_id": "01980000-0000-7000-8000-000000000003",
                    "text": "Mất điện từ 7 giờ 30 đến 8 giờ 10, chạy máy phát muộn",
                }
            ]
        },
    )
    conference_id: UUID
    unit_id: UUID
    session_id: UUID | None = None
    bridge_point_id: UUID | None = None
    text: Told


class IncidentChange(BaseModel):
    """What to change: a field left out stays; a resolution resolves, null opens it again."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"resolution": "Đã có máy phát dự phòng tại hội trường"}]},
    )
    # The factory only says that the field may be left out; what was not sent is never read.
    text: Annotated[Told, Field(default_factory=str)]
    resolution: Told | None = None


class IncidentView(BaseModel):
    """A problem that arose, and how it was resolved."""

    id: UUID
    conference_id: UUID
    unit_id: UUID
    unit_name: str
    session_id: UUID | None
    bridge_point_id: UUID | None
    point_name: str | None
    text: str
    reported_at: datetime
    reported_by: str | None = Field(description="The display name of whoever told of it.")
    resolved_at: datetime | None
    resolved_by: str | None = Field(description="The display name of whoever resolved it.")
    resolution: str | None
