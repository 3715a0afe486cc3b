"""What rosters say on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from api.kit.paging import Page
from api.rosters.rules import Mark


class RosterRowView(BaseModel):
    """A row of a unit's list."""

    unit_id: UUID
    unit_name: str
    row_number: int = Field(
        ge=1, description="Permanent in this conference and unit; never another's."
    )
    member_id: UUID
    full_name: str
    card_number: str | None = Field(
        description="Only `with_cards`, and never of a row that is struck."
    )
    is_struck: bool = Field(description="The unit counts this member no more; the number stays.")
    marks: list[Mark]
    session_id: UUID | None = Field(description="The class that the member is to attend.")
    bridge_point_id: UUID | None


class RosterPrintView(BaseModel):
    """A printed list, found by the code that stands on every page of it."""

    code: str
    conference_id: UUID
    session_id: UUID | None = Field(description="Null where the list is of all classes.")
    bridge_point_id: UUID | None = Field(description="Null where the list is of all points.")
    unit_id: UUID | None = Field(description="Null where the list is of all units.")
    made_at: datetime


class RosterPrintStatus(RosterPrintView):
    """A printed list and whether it still says what holds."""

    is_outdated: bool = Field(description="The same list printed now would read otherwise.")


class RosterPage(Page[RosterRowView]):
    """A page of a list, with the last print of the same list."""

    latest_print: RosterPrintView | None
