"""What flags say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean
from api.words import FlagKind, FlagVerdict

Note = Annotated[Text, Field(max_length=500), AfterValidator(clean(500))]


class FlaggedMember(BaseModel):
    """A member whom a flag is about."""

    member_id: UUID
    full_name: str


class FlagDecisionView(BaseModel):
    """What a person made of a flag."""

    verdict: FlagVerdict
    note: str | None
    decided_at: datetime
    decided_by_name: str


class FlagView(BaseModel):
    """Something to look at; it has refused nothing and changed nothing."""

    id: UUID = Field(description="The same one each time the flag is found.")
    session_id: UUID
    kind: FlagKind
    unit_id: UUID | None = Field(description="Whose members it is about; null of a whole point.")
    unit_name: str | None
    point_id: UUID | None
    point_name: str | None
    members: list[FlaggedMember]
    sentence: str = Field(description="What was seen, in plain Vietnamese.")
    decision: FlagDecisionView | None


class NewFlagDecision(BaseModel):
    """What a person makes of a flag; deciding again replaces it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"verdict": "explained", "note": "Điểm danh hộ hai cụ già, có mặt thật"}]
        },
    )
    verdict: FlagVerdict
    note: Note | None = None
