"""What presets say on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool

from api.conferences.schemas import Another
from api.kit.wire import Text, clean

PresetKey = Annotated[str, Field(pattern="^[a-z0-9_]{1,60}$", description="As GET /presets lists.")]
Year = Annotated[int, Field(ge=2000, le=2100)]
QuarterNumber = Annotated[int, Field(ge=1, le=4)]


class PresetView(BaseModel):
    """A plan kept ready in the program, and what it would bring."""

    key: str
    title: str
    note: str | None = Field(description="What of it is real, and what is invented.")
    organiser_name: str = Field(description="Of the plan; an office takes its own.")
    year: int
    quarter: int = Field(ge=1, le=4)
    unit_count: int = Field(description="Units below the organiser.")
    line_point_count: int
    meet_point_count: int
    line_session_count: int
    meet_session_count: int


class NewFromPreset(BaseModel):
    """A preset's conference on a tree that exists."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "preset": "bu_dang_2022",
                    "organiser_id": "01980000-0000-7000-8000-000000000000",
                    "create_units": False,
                }
            ]
        },
    )
    preset: PresetKey
    organiser_id: UUID
    create_units: StrictBool = Field(
        default=False, description="Add the preset's units that the organiser lacks."
    )
    another: Another = False


class NewCopy(BaseModel):
    """Another quarter's conference, after the pattern of this one."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"year": 2022, "quarter": 2, "plan_number": "12-KH/BTG"}]},
    )
    title: Annotated[
        Annotated[Text, Field(min_length=1, max_length=300), AfterValidator(clean(300))] | None,
        Field(description="Without one: the old title, with the quarter and year that it names."),
    ] = None
    year: Year
    quarter: QuarterNumber
    plan_number: (
        Annotated[Text, Field(min_length=1, max_length=60), AfterValidator(clean(60))] | None
    ) = None
    topics: Annotated[
        list[Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(clean(500))]],
        Field(max_length=50),
    ] = []
    another: Another = False


class PlannedConference(BaseModel):
    """A conference that was planned at one stroke; read the rest through its own operations."""

    id: UUID
    organiser_id: UUID
    title: str
    year: int
    quarter: int = Field(ge=1, le=4)
    copied_from_id: UUID | None
    units_added: int = Field(description="Units of the preset that had to be added.")
    point_count: int
    session_count: int
    points_left_out: list[str] = Field(
        description="Points of the old conference that nobody is left for: their units ended, or "
        "became part of a unit that sits at another point."
    )
    sessions_left_out: list[str] = Field(
        description="Sessions of the old conference that took no share of the units' members: they "
        "were added for that quarter alone."
    )
