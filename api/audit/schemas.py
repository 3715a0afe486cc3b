"""What the audit says on the wire."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Field


class ActorView(BaseModel):
    """Who did something, by the name of today."""

    kind: str = Field(description="`account`, `client`, `screen`, `device` (a phone) or `system`.")
    id: UUID | None = Field(description="Null for `system`.")
    display_name: str | None = Field(
        description="Of an account or a client its name, of a screen its bridge point; else null."
    )


class FieldChange(BaseModel):
    """What a field was, and what it became."""

    before: Any
    after: Any


class EventView(BaseModel):
    """Something that was done, or read."""

    id: UUID
    happened_at: datetime
    actor: ActorView
    act: str = Field(
        description="What was done: a thing and a word, as `session.opened`.",
        examples=["members.read"],
    )
    subject_id: UUID = Field(description="What it was done to; of a list, the unit it is of.")
    session_id: UUID | None = Field(description="The session it belongs to, where it has one.")
    detail: dict[str, Any] = Field(description="Numbers, ids and words of closed lists.")
    changes: dict[str, FieldChange] = Field(description="By the name of the field; no secrets.")


class ViewingView(BaseModel):
    """Somebody read a member, or a list on which the member may have stood."""

    viewed_at: datetime
    viewer: ActorView
    certain: bool = Field(
        description="True: this member was read by himself. False: a list of his unit, or of one "
        "above it, was read while he belonged to it; a page or a filter may have left him out."
    )
    operation: str | None = Field(description="The operation that was called, by its operationId.")
    count: int | None = Field(description="How many members its answer named.")
    subject_id: UUID = Field(description="The member, or the unit whose list it was.")
    session_id: UUID | None = Field(description="The session whose list it was, if any.")
