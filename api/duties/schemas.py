"""What duties say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Text, clean
from api.words import DutyKind

Note = Annotated[Text, Field(min_length=1, max_length=500), AfterValidator(clean(500))]


class NewDuty(BaseModel):
    """Why a member serves a session rather than attends it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"kind": "presenter", "note": "Trình bày chuyên đề 1"}]},
    )
    kind: DutyKind
    note: Note | None = None


class DutyView(BaseModel):
    """A member on duty in a session."""

    session_id: UUID
    member_id: UUID
    full_name: str
    unit_id: UUID = Field(description="The unit that counts him.")
    unit_name: str
    kind: DutyKind
    note: str | None
    added_at: datetime
    added_by: str | None = Field(description="The display name of whoever put him on duty.")
