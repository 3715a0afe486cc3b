"""What the first day says on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean
from api.presets.schemas import PlannedConference, PresetKey, PresetView
from api.words import UnitKind


class SetupState(BaseModel):
    """Whether an organiser is still to be named, and the plans one may begin with."""

    is_needed: bool = Field(description="True until there is an organiser.")
    is_demo: bool = Field(description="True where the members are invented.")
    presets: list[PresetView]


class NewOrganiser(BaseModel):
    """The unit that holds the conferences: a province, a commune, any node of the Party's tree."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"name": "Đảng bộ xã Bù Đăng", "kind": "grassroots_committee"}]
        },
    )
    name: Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]
    kind: UnitKind


class NewSetup(BaseModel):
    """The first day: an organiser, and a plan to begin with, or none."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "organiser": {"name": "Đảng bộ huyện Bù Đăng", "kind": "committee"},
                    "preset": "bu_dang_2022",
                },
                {
                    "organiser": {"name": "Đảng bộ xã Bù Đăng", "kind": "grassroots_committee"},
                    "preset": None,
                },
            ]
        },
    )
    organiser: NewOrganiser
    preset: PresetKey | None = Field(
        default=None, description="Its units, conference, points and sessions come along."
    )


class SetUp(BaseModel):
    """What the first day made; whoever asked is `district_admin` on the organiser now."""

    organiser_id: UUID
    organiser_name: str
    conference: PlannedConference | None = Field(description="Null without a preset.")
