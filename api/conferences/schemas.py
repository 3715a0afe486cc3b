"""What conferences say on the wire."""

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, StrictBool

from api.kit.wire import EMAIL, Text, clean
from api.units.schemas import UnitName
from api.words import CheckKind, DocumentProfile, Form

_NO_ID: Final = "01980000-0000-7000-8000-000000000000"

Title = Annotated[Text, Field(min_length=1, max_length=300), AfterValidator(clean(300))]
Year = Annotated[int, Field(ge=2000, le=2100)]
Quarter = Annotated[int, Field(ge=1, le=4)]
Bloc = Annotated[Text, Field(min_length=1, max_length=100), AfterValidator(clean(100))]
PlanNumber = Annotated[Text, Field(min_length=1, max_length=60), AfterValidator(clean(60))]
Lines = Annotated[
    list[Annotated[Text, Field(min_length=1, max_length=1000), AfterValidator(clean(1000))]],
    Field(max_length=50),
]
Blocs = Annotated[
    list[Bloc],
    Field(
        max_length=50,
        description="The plan's blocs in its order, in which summaries and reports list them. "
        "Those that it does not name come after.",
    ),
]
Another = Annotated[
    StrictBool, Field(description="The quarter has a conference, and this is really one more.")
]
Email = Annotated[str, Field(max_length=254, pattern=EMAIL)]
Layout = Annotated[
    DocumentProfile, Field(description="The guidance by which its reports are laid out.")
]
Label = Annotated[Text, Field(min_length=1, max_length=60), AfterValidator(clean(60))]


def _each_once(forms: list[Form]) -> list[Form]:
    return sorted(set(forms))


class PreparationItem(BaseModel):
    """An item of the checklist that every bridge point of its forms goes through."""

    model_config = ConfigDict(extra="forbid", from_attributes=True)
    key: str = Field(
        pattern=r"^[a-z][a-z0-9_]{0,59}$",
        description="Names the item for good; `line_test` is answered by the newest line test.",
    )
    text: Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]
    kind: CheckKind
    forms: Annotated[list[Form], Field(min_length=1, max_length=2), AfterValidator(_each_once)]


Checklist = Annotated[list[PreparationItem], Field(max_length=50)]

_CHECKLIST: Final[list[JsonValue]] = [
    {"key": "hall", "text": "Hội trường đã sẵn sàng", "kind": "done", "forms": ["line", "meet"]},
    {"key": "line_test", "text": "Thử đường truyền", "kind": "tested", "forms": ["line", "meet"]},
    {"key": "camera", "text": "Camera nhìn rõ cả hội trường", "kind": "tested", "forms": ["meet"]},
]


class NewConference(BaseModel):
    """A conference made from a plan; its points and sessions are added to it afterwards."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "organiser_id": _NO_ID,
                    "title": "Hội nghị Thông tin thời sự quý I năm 2022",
                    "year": 2022,
                    "quarter": 1,
                    "plan_number": "45-KH/BTGHU",
                    "topics": ["Tình hình kinh tế - xã hội quý I năm 2022"],
                    "regulations": ["Có mặt trước 15 phút", "Luôn mở camera"],
                    "blocs": ["Khối Đảng", "Xã, thị trấn", "Chi bộ trường học"],
                    "report_email": "bantuyengiao@huyenuy.example",
                    "preparation_items": _CHECKLIST,
                }
            ]
        },
    )
    organiser_id: UUID
    title: Title
    year: Year
    quarter: Quarter
    plan_number: PlanNumber | None = None
    topics: Lines = Field(default_factory=list)
    regulations: Lines = Field(default_factory=list)
    blocs: Blocs = Field(default_factory=list)
    report_email: Email | None = None
    preparation_items: Checklist = Field(default_factory=list)
    document_profile: Annotated[
        Layout | None, Field(description="Null for the one of its year: that of 2018 before 2026.")
    ] = None
    another: Another = False


class ConferenceChange(BaseModel):
    """What changes in a conference; what is left out stays as it is, null clears."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "plan_number": None,
                    "regulations": ["Luôn mở camera"],
                    "preparation_items": _CHECKLIST,
                }
            ]
        },
    )
    title: Title = Field(default_factory=str)
    year: Year = Field(default_factory=int)
    quarter: Quarter = Field(default_factory=int)
    plan_number: PlanNumber | None = None
    topics: Lines = Field(default_factory=list)
    regulations: Lines = Field(default_factory=list)
    blocs: Blocs = Field(default_factory=list)
    report_email: Email | None = None
    preparation_items: Checklist = Field(default_factory=list)
    document_profile: Layout = Field(default_factory=lambda: DocumentProfile.HD05_2026)


class ConferenceView(BaseModel):
    """A conference for all members below its organiser."""

    id: UUID
    organiser_id: UUID
    title: str
    year: int
    quarter: int = Field(ge=1, le=4)
    plan_number: str | None
    topics: list[str]
    regulations: list[str] = Field(description="Printed on the summons, shown after the receipt.")
    blocs: list[str] = Field(description="The plan's blocs, in its order.")
    report_email: str | None
    preparation_items: list[PreparationItem]
    document_profile: Layout
    groups: list[str] = Field(description="The labels of its Zalo groups, opaque texts.")
    copied_from_id: UUID | None = Field(description="The conference that this one repeats.")
    created_at: datetime


class NewGroup(BaseModel):
    """A Zalo group by its label, an opaque text, and the units that read it."""

    model_config = ConfigDict(extra="forbid")
    label: Label
    unit_ids: list[UUID] = Field(
        max_length=500, description="Each with its subtree, except units of another group."
    )


class NewGroups(BaseModel):
    """All groups of a conference; those it had before are replaced."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "groups": [
                        {"label": "113", "unit_ids": [_NO_ID]},
                        {"label": "114", "unit_ids": []},
                    ]
                }
            ]
        },
    )
    groups: list[NewGroup] = Field(max_length=30)


class GroupView(BaseModel):
    """A Zalo group and the units put into it by name, each with its subtree."""

    label: str
    units: list[UnitName]


class GroupsView(BaseModel):
    """The groups of a conference, and who would read none of them."""

    groups: list[GroupView]
    ungrouped_units: list[UnitName] = Field(
        description="Units of yours with members to be convened that no group reaches; "
        "at most 200, in Vietnamese order."
    )
