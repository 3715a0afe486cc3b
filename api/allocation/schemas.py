"""What allocation says on the wire."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, model_validator

from api.allocation.rules import Concern
from api.kit.wire import Text, clean


class ProposalRequest(BaseModel):
    """What to propose for: the whole conference, or one unit with all below it."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"unit_id": None, "is_dry_run": True}]}
    )
    unit_id: UUID | None = Field(default=None, description="Null for everybody.")
    is_dry_run: StrictBool = Field(
        default=False, description="Tell what would change, change nothing."
    )


class ConcernView(BaseModel):
    """Something to look at; it blocks nothing."""

    concern: Concern
    unit_id: UUID | None
    session_id: UUID | None
    bridge_point_id: UUID | None
    actual: int | None = Field(description="Members, as allocated.")
    wanted: int | None = Field(description="Members, by share or capacity.")
    text: str = Field(description="A sentence for the person, in the reader's language.")


class Proposal(BaseModel):
    """What a proposal did, or would do, in members."""

    is_dry_run: bool
    convened: int = Field(description="B: those to be convened, in what was asked for.")
    allocated: int = Field(description="Those who have a session now.")
    added: int
    moved: int
    removed: int = Field(description="Those who had a seat and are no longer to be convened.")
    kept: int
    warnings: list[ConcernView]


class SessionShare(BaseModel):
    """How many of a unit go to a session."""

    session_id: UUID
    title: str
    members: int
    wanted: int | None = Field(description="By its share, rounded; null where only capacity binds.")


class UnitAllocation(BaseModel):
    """A unit's members by session, in numbers."""

    unit_id: UUID
    unit_name: str
    bridge_point_id: UUID | None
    bridge_point_name: str | None
    convened: int
    unallocated: int = Field(description="Chưa xếp lớp, also those of a cancelled session.")
    sessions: list[SessionShare]
    note: str | None
    warnings: list[ConcernView]


class SessionLoad(BaseModel):
    """How many go to a session at a point, and how many it holds."""

    session_id: UUID
    title: str
    bridge_point_id: UUID
    bridge_point_name: str
    members: int
    capacity: int | None
    warnings: list[ConcernView]


class AllocatedMember(BaseModel):
    """Where a member goes, who decided it, and when."""

    model_config = ConfigDict(from_attributes=True)
    member_id: UUID
    full_name: str
    unit_id: UUID
    unit_name: str
    session_id: UUID | None = Field(description="Null: chưa xếp lớp.")
    bridge_point_id: UUID | None
    is_fixed: bool = Field(description="A person chose it; proposals leave it alone.")
    decided_at: datetime | None
    decided_by: UUID | None = Field(description="An account; null where the program proposed it.")


_MOST_MOVES = 300
"""As many as fit into a body of 64 KiB, each with its point."""


class Move(BaseModel):
    """One member, or all convened members of a unit, put into a session, or let go."""

    model_config = ConfigDict(extra="forbid")
    member_id: UUID | None = None
    unit_id: UUID | None = None
    session_id: UUID | None = Field(
        default=None, description="Null gives the choice back to the next proposal."
    )
    bridge_point_id: UUID | None = Field(
        default=None, description="Null for the nearest point of the session's form."
    )

    @model_validator(mode="after")
    def name_one(self) -> Self:
        """Refuse a move of nobody, or of two things."""
        if (self.member_id is None) == (self.unit_id is None):
            raise ValueError("name a member or a unit")
        return self


class Moves(BaseModel):
    """What a secretary decides by hand, with a note for whoever asks why."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "moves": [
                        {
                            "member_id": "01980000-0000-7000-8000-000000000001",
                            "session_id": "01980000-0000-7000-8000-000000000002",
                        }
                    ],
                    "note": "Ba đồng chí trực cơ quan buổi sáng",
                }
            ]
        },
    )
    moves: Annotated[list[Move], Field(min_length=1, max_length=_MOST_MOVES)]
    note: Annotated[Text, Field(max_length=500), AfterValidator(clean(500))] | None = None


class Moved(BaseModel):
    """What moves did; the warnings say what deviates now."""

    moved: int
    kept: int = Field(
        description="Members of the units named who stay where they are: their class was opened."
    )
    units: list[UnitAllocation]
