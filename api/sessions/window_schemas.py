"""What windows say on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from api.kit.wire import Instant
from api.sessions.schemas import Reason
from api.words import WindowKind

RollCall = Literal[
    WindowKind.OPENING, WindowKind.AFTER_BREAK, WindowKind.CLOSING, WindowKind.UNANNOUNCED
]
"""The windows of a class; that of a rehearsal begins and ends with it."""


class NewWindow(BaseModel):
    """A roll-call to open; the one that is open is closed by it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"kind": "closing"}]})
    kind: RollCall


class WindowExceptionChange(BaseModel):
    """What holds at one point alone: the window is void there, or goes on there until an instant.

    One of the two, with the reason that reports will name.
    """

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"is_voided": True, "reason": "Mất điện từ 7 giờ 30 đến 8 giờ 10"}],
            "not": {
                "anyOf": [
                    {
                        "properties": {"is_voided": {"const": True}, "ends_at": {"type": "string"}},
                        "required": ["is_voided", "ends_at"],
                    },
                    {"properties": {"is_voided": {"const": False}, "ends_at": {"type": "null"}}},
                ]
            },
        },
    )
    is_voided: StrictBool = False
    ends_at: Annotated[
        Instant | None,
        Field(description="How long it goes on here: past its own end, by at most 12 hours."),
    ] = None
    reason: Reason

    @model_validator(mode="after")
    def _says_one_thing(self) -> "WindowExceptionChange":
        if self.is_voided == (self.ends_at is not None):
            raise ValueError("either void the window or extend it")
        return self


class WindowExceptionView(BaseModel):
    """What holds for a window at one point alone."""

    bridge_point_id: UUID
    is_voided: bool = Field(
        description="Whoever was at this point misses nothing by this window (reason KT)."
    )
    ends_at: datetime | None = Field(
        description="Codes of this point until then are of this window, whatever began meanwhile."
    )
    reason: str
    decided_at: datetime


class WindowView(BaseModel):
    """One roll-call of a session, and the points at which something else holds."""

    id: UUID
    session_id: UUID
    ordinal: int
    kind: WindowKind
    opened_at: datetime
    closed_at: datetime | None
    exceptions: list[WindowExceptionView]
