"""What units say on the wire."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from api.kit.wire import Text, clean
from api.words import UnitKind

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def _written_as_a_day(value: object) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("not a day as 2022-03-15")
    return value


Day = Annotated[date, BeforeValidator(_written_as_a_day)]
"""A day as ISO 8601 writes it; a number of seconds is none."""
_Name = Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]
_Bloc = Annotated[Text, Field(min_length=1, max_length=100), AfterValidator(clean(100))]
_Alias = Annotated[Text, Field(min_length=1, max_length=420), AfterValidator(clean(420))]
_Aliases = Annotated[list[_Alias], Field(max_length=20)]
_SameName = Annotated[
    bool,
    Field(
        strict=True,
        description="True: a living unit beside it bears this name, and is another one.",
    ),
]
_PARENT: Final = "01980000-0000-7000-8000-000000000000"


class NewUnit(BaseModel):
    """A unit to add below another."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "parent_id": _PARENT,
                    "name": "Đảng bộ xã Bù Đăng",
                    "kind": "grassroots_committee",
                    "bloc": "Xã, thị trấn",
                    "aliases": ["Xã Bù Đăng"],
                }
            ]
        },
    )
    parent_id: UUID
    name: _Name
    kind: UnitKind
    bloc: _Bloc | None = None
    aliases: _Aliases = []
    valid_from: Day | None = Field(
        default=None, description="The first day on which it was; today, or before. Null: today."
    )
    same_name: _SameName = False


class UnitChange(BaseModel):
    """What to change of a unit; what is left out stays."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"name": "Chi bộ thôn Bom Bo", "name_from": "2022-04-01"}]},
    )
    name: _Name | None = Field(default=None, description="Null, or left out: as it is.")
    name_from: Day | None = Field(
        default=None,
        description="The first day of the new name; today, where left out. The day on which the "
        "name it has now began corrects that name, and leaves no trace in `names`.",
    )
    kind: UnitKind | None = Field(default=None, description="Null, or left out: as it is.")
    bloc: _Bloc | None = Field(default=None, description="Null takes it away.")
    aliases: _Aliases | None = Field(default=None, description="All of them, in place of those.")
    valid_from: Day | None = Field(default=None, description="Corrects the day it began.")
    same_name: _SameName = False


class UnitMove(BaseModel):
    """Where a unit goes, with everything below it."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"parent_id": _PARENT}]}
    )
    parent_id: UUID
    same_name: _SameName = False


class UnitMerge(BaseModel):
    """Into what, and on which day, a unit is merged."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"successor_id": _PARENT, "on": "2025-07-01"}]},
    )
    successor_id: UUID
    on: Day = Field(description="The first day on which it is no longer; today, or before.")
    children: Literal["move"] = Field(
        default="move", description="The units below it go below the successor."
    )


class UnitEnd(BaseModel):
    """The day on which a unit ends that nothing follows."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"on": "2022-06-30"}]}
    )
    on: Day | None = Field(
        default=None, description="The first day on which it is no longer. Null: today."
    )


class UnitView(BaseModel):
    """A unit of the Party's tree."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    parent_id: UUID | None = Field(description="Null for the root of the tree.")
    kind: UnitKind
    bloc: str | None = Field(description="Its khối, as the plan names it.")
    name: str
    aliases: list[str]
    valid_from: date
    valid_until: date | None = Field(description="The first day on which it no longer was.")
    successor_id: UUID | None = Field(description="The unit it became part of.")


class TreeUnit(UnitView):
    """A unit at its place in a tree."""

    depth: int = Field(description="0 for the unit that was asked for.")


class TreeView(BaseModel):
    """A unit and what is below it, as a tree is read: each unit right after the one it is under."""

    items: list[TreeUnit]


class BorneName(BaseModel):
    """A name of a unit, and since when."""

    name: str
    valid_from: date


class UnitWarning(BaseModel):
    """Something that is done all the same, and that a person should see."""

    code: Literal["same_names"]
    message: str = Field(description="A sentence for the person, in the reader's language.")
    unit_ids: list[UUID]


class MergeView(BaseModel):
    """What a merger did."""

    unit: UnitView = Field(description="The unit that has ended.")
    successor: UnitView
    moved_units: int = Field(description="Units right below it that went below the successor.")
    moved_members: int = Field(description="Its own members, who are the successor's now.")
    warnings: list[UnitWarning]


class ChangeView(BaseModel):
    """Something that was done, by whom and when."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    happened_at: datetime
    act: str = Field(description="A kind of event.")
    actor_kind: str = Field(description="account, or system.")
    actor_id: UUID | None
    actor_name: str | None = Field(description="The account's name today.")
    detail: dict[str, Any] = Field(description="Numbers, ids and words that belong to the act.")
    changes: dict[str, Any] = Field(description="Of each field: what it was `before` and `after`.")


class UnitName(BaseModel):
    """A unit by name, for choosing one's own."""

    id: UUID
    name: str
    parent_name: str | None = Field(description="Null for a unit directly under the organiser.")
