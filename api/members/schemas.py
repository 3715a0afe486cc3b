"""What members say on the wire."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.words import MemberStatus


class MemberView(BaseModel):
    """A member: name, unit, status, and the card number where it is on file."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    unit_id: UUID
    full_name: str
    card_number: str | None = Field(description="Opaque text of at most 20 characters.")
    status: MemberStatus
