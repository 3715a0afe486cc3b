"""What the sandbox says on the wire."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from api.codes.schemas import NamedPoint, NamedSession
from api.kit.wire import Instant
from api.words import WindowKind

_DAYS_31 = 31 * 86_400


class MoveTo(BaseModel):
    """Set the clock to an instant."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"at": "2026-11-23T00:15:00Z"}]}
    )
    at: Instant


class MoveBy(BaseModel):
    """Move the clock by so many seconds; back where they are negative."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"advance_seconds": 900}]}
    )
    advance_seconds: Annotated[int, Field(ge=-_DAYS_31, le=_DAYS_31)]


class ClockView(BaseModel):
    """The clock of the sandbox, by which everything in it is judged."""

    at: datetime
    began_at: datetime = Field(description="When its morning begins, and again after each reset.")
    ahead_seconds: float = Field(description="How far it is ahead of the real clock.")


class LiveCode(BaseModel):
    """The code that a point shows at this moment, in each form that `issueTicket` takes."""

    digits: str
    qr: str = Field(description="What stands after `#` in the address.")
    link: str = Field(description="The address that a phone's camera reads.")
    valid_until: datetime = Field(description="From then on it is no longer fresh.")


class PointCode(BaseModel):
    """A point of a session that is open; what only its screen shows in earnest."""

    session: NamedSession
    point: NamedPoint
    door: str
    window_kind: WindowKind | None
    code: LiveCode | None = Field(description="Null between two windows.")
