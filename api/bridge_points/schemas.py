"""What bridge points say on the wire."""

from datetime import datetime
from typing import Annotated, Final, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool

from api.kit.wire import Text, clean
from api.units.schemas import UnitName
from api.words import Form

_NO_ID: Final = "01980000-0000-7000-8000-000000000000"

Name = Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]
Venue = Annotated[Text, Field(min_length=1, max_length=300), AfterValidator(clean(300))]
Note = Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(clean(500))]
Expected = Annotated[
    list[UUID],
    Field(max_length=1000, description="Each with its subtree, except units expected elsewhere."),
]


class ExpectedUnitView(BaseModel):
    """A unit expected at a point, with its subtree."""

    id: UUID
    name: str


class BridgePointView(BaseModel):
    """A bridge point of a conference."""

    id: UUID
    conference_id: UUID
    ordinal: int
    name: str
    venue: str
    form: Form
    is_hub: bool = Field(description="The room from which the Meet classes are given.")
    keeps_units_together: bool = Field(
        description="Units are not divided among the classes: only capacity binds here."
    )
    sequence: int = Field(
        description="Counts the changes of name and venue: what was told or tested before one "
        "counts no more."
    )
    host_unit_id: UUID
    expected_units: list[ExpectedUnitView] = Field(
        description="Each with its subtree, except units that are expected elsewhere themselves."
    )


class NewPoint(BaseModel):
    """A bridge point to add to a conference, after the others."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "name": "Điểm cầu xã Bom Bo",
                    "venue": "Hội trường Đảng ủy xã Bom Bo",
                    "form": "line",
                    "host_unit_id": _NO_ID,
                    "keeps_units_together": True,
                    "expected_unit_ids": [_NO_ID],
                }
            ]
        },
    )
    name: Name
    venue: Venue
    form: Form
    host_unit_id: UUID = Field(description="Its secretary and operators run the point.")
    is_hub: StrictBool = False
    keeps_units_together: StrictBool = False
    expected_unit_ids: Expected = Field(default_factory=list)
    move: StrictBool = Field(
        default=False, description="Take units from the points that expect them."
    )


class PointChange(BaseModel):
    """What changes at a point; what is left out stays as it is."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"venue": "Nhà văn hóa xã Bom Bo"}]},
    )
    name: Name = Field(default_factory=str)
    venue: Venue = Field(default_factory=str)
    host_unit_id: UUID = Field(default_factory=lambda: UUID(int=0))
    is_hub: StrictBool = Field(default_factory=bool)
    keeps_units_together: StrictBool = Field(default_factory=bool)
    expected_unit_ids: Expected = Field(default_factory=list)
    move: StrictBool = Field(
        default=False, description="Take units from the points that expect them."
    )


class UnplacedUnit(UnitName):
    """A unit whose members would not know where to go."""

    convened_count: int = Field(description="Members to be convened who are counted here.")
    reason: Literal["no_point"] = Field(
        description="`no_point`: no point expects it, nor any unit above it."
    )


class ScreenView(BaseModel):
    """A screen of a point; not yet paired while `paired_at` is null."""

    id: UUID
    created_at: datetime
    paired_at: datetime | None


class PointScreens(BaseModel):
    """How many screens of a point are paired."""

    point_id: UUID
    name: str
    paired_count: int


class NewScreen(BaseModel):
    """A screen to be paired: type `pairing_code` on its page within ten minutes."""

    id: UUID
    pairing_code: str = Field(description="8 characters, shown here once.")
    expires_at: datetime
    page_url: str = Field(description="The page to open on the screen.")
