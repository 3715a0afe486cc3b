"""What conferences say on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class ConferenceView(BaseModel):
    """A conference for all members below its organiser."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    organiser_id: UUID
    title: str
    year: int
    quarter: int = Field(ge=1, le=4)
    plan_number: str | None
    topics: list[str]
    regulations: list[str] = Field(description="Printed on the summons, shown after the receipt.")
    report_email: str | None
    created_at: datetime
