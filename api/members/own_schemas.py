"""Who is signed in, and which member he is, on the wire."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.access.schemas import GrantView


class StatedMember(BaseModel):
    """Which member the owner of an account is; null where he is none."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"member_id": "01980000-0000-7000-8000-000000000000"}]},
    )
    member_id: UUID | None


class StatedMemberView(BaseModel):
    """Which member the owner of an account is, as he said, or who manages it."""

    stated: bool = Field(description="Until it was said, nobody decides about attendance.")
    member_id: UUID | None = Field(description="Null where he is none, or nothing was said.")
    full_name: str | None


class Me(BaseModel):
    """Who is signed in, and as what."""

    id: UUID
    username: str
    display_name: str
    has_totp: bool = Field(description="Whether signing in asks for a one-time code.")
    must_set_up_totp: bool = Field(
        description="Until the second factor is set up, nothing but the own account is open."
    )
    member: StatedMemberView
    grants: list[GrantView]
