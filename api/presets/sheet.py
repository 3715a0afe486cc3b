"""The shape of a preset's YAML file: what a person writes, before it is spread out into a plan."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from api.words import CheckKind, Form

Share = Literal["1/3", "1/2"]
Slug = Annotated[str, StringConstraints(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Word = Annotated[str, StringConstraints(pattern="^[a-z0-9]+(_[a-z0-9]+)*$", max_length=60)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]


class Part(BaseModel):
    """A part of the file; a field it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Named(Part):
    key: Slug
    name: Text


class Bloc(Part):
    """Units right below the organiser, without cells; a name is what follows "Chi bộ"."""

    name: Text
    attends: Form
    units: Annotated[tuple[Named, ...], Field(min_length=1)]


class Commune(Part):
    """A commune; cells and schools are what follows "Chi bộ", `place` is like "xã Bom Bo"."""

    key: Slug
    place: Text
    cells: Texts
    schools: Texts


class Communes(Part):
    bloc: Text
    school_bloc: Text
    units: Annotated[tuple[Commune, ...], Field(min_length=1)]


class Point(Part):
    """A bridge point that no rule gives: the hall, the hub."""

    key: Slug
    name: Text
    venue: Text
    form: Form
    is_hub: bool = False
    host: Slug
    expects_blocs: tuple[Text, ...] = ()


class Item(Part):
    """An item of the checklist of every point of these forms."""

    key: Word
    text: Text
    kind: CheckKind
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]


class Group(Part):
    """A Zalo group, an opaque label, with the blocs of the direct units that belong to it."""

    label: Label
    blocs: Texts


class Session(Part):
    form: Form
    ordinal: Annotated[int, Field(ge=1)]
    title: Text
    date_hint: Text
    share: Share


class Sheet(Part):
    """A whole file."""

    title: Text
    note: Text | None = None
    year: Annotated[int, Field(ge=2000, le=2100)]
    quarter: Annotated[int, Field(ge=1, le=4)]
    valid_from: date
    plan_number: Text | None
    topics: Texts
    regulations: tuple[Text, ...]
    report_email: Text | None
    organiser: Named
    blocs: tuple[Bloc, ...] = ()
    communes: Communes
    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    sessions: Annotated[tuple[Session, ...], Field(min_length=1)]
    preparation_items: tuple[Item, ...] = ()
    groups: tuple[Group, ...] = ()

    @model_validator(mode="after")
    def know_every_bloc(self) -> Self:
        """Refuse a point or a group that names a bloc which is not in the file."""
        known = {bloc.name for bloc in self.blocs}
        for point in self.points:
            for name in point.expects_blocs:
                if name not in known:
                    raise ValueError(f"point {point.key!r} expects the unknown bloc {name!r}")
        for group in self.groups:
            for name in group.blocs:
                if name not in known | {self.communes.bloc}:
                    raise ValueError(f"group {group.label!r} has the unknown bloc {name!r}")
        return self
