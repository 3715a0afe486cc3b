"""What summonses say on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class PublicationRequest(BaseModel):
    """Whose summonses to publish: everybody's, or those of one unit and all below it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"unit_id": None}]})
    unit_id: UUID | None = None


class Publication(BaseModel):
    """What publishing did, in units."""

    published: int = Field(description="Units whose summons is new or differs from the last.")
    unchanged: int
    unallocated: int = Field(description="Members who have no session yet.")


class Published(BaseModel):
    """What was published of a conference until now; no names."""

    units_count: int = Field(description="Units that were given a summons.")
    published_at: datetime | None = Field(description="The last time; null while nothing was.")


class SummonedSession(BaseModel):
    """One session of a unit's summons, as it was published."""

    session_id: UUID
    title: str
    time: str = Field(description="In words; what is known of it.")
    place: str = Field(description="The hall.")
    meet_url: str | None
    confidential: bool
    members: list[str] = Field(description="In the order tên, họ, đệm; empty where confidential.")


class UnitSummons(BaseModel):
    """A unit's summons in its latest version, and what changed since the one before."""

    unit_id: UUID
    unit_name: str
    parent_name: str | None = Field(description="Null for a unit directly under the organiser.")
    title: str
    regulations: list[str]
    version: int
    published_at: datetime
    is_outdated: bool = Field(description="Something changed since: it should be published again.")
    sessions: list[SummonedSession]
    changes: list[str] = Field(description="Sentences; empty for the first version.")


class SummonsView(BaseModel):
    """The summonses of a unit and of all below it."""

    conference_id: UUID
    text: str = Field(description="The same, ready to post; without what is confidential.")
    units: list[UnitSummons]
