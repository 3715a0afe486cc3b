"""What bridge points say on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from api.words import Form


class ExpectedUnitView(BaseModel):
    """A unit expected at a point, with its subtree."""

    id: UUID
    name: str


class BridgePointView(BaseModel):
    """A bridge point of a conference."""

    id: UUID
    conference_id: UUID
    ordinal: int
    name: str
    venue: str
    form: Form
    is_hub: bool = Field(description="The room from which the Meet classes are given.")
    host_unit_id: UUID
    expected_units: list[ExpectedUnitView] = Field(
        description="Each with its subtree, except units that are expected elsewhere themselves."
    )


class ScreenView(BaseModel):
    """A screen of a point; not yet paired while `paired_at` is null."""

    id: UUID
    created_at: datetime
    paired_at: datetime | None


class NewScreen(BaseModel):
    """A screen to be paired: type `pairing_code` on its page within ten minutes."""

    id: UUID
    pairing_code: str = Field(description="8 characters, shown here once.")
    expires_at: datetime
    page_url: str = Field(description="The page to open on the screen.")
