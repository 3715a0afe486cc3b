"""What units say on the wire."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.words import UnitKind


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


class UnitName(BaseModel):
    """A unit by name, for choosing one's own."""

    id: UUID
    name: str
    parent_name: str | None = Field(description="Null for a unit directly under the organiser.")
