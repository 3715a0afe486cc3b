"""What sessions say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.kit.wire import Instant, Text, clean
from api.words import Form, SessionState, WindowKind


class NewSession(BaseModel):
    """A session to add; it may lack a time, as the plan's do ("trung tuần tháng 3")."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "conference_id": "01980000-0000-7000-8000-000000000000",
                    "form": "line",
                    "ordinal": 4,
                    "title": "Lớp bổ sung",
                    "date_hint": "cuối tháng 3/2022",
                }
            ],
            "not": {
                "properties": {"confidential": {"const": True}, "meet_url": {"type": "string"}},
                "required": ["confidential", "meet_url"],
            },
        },
    )
    conference_id: UUID
    form: Form
    ordinal: Annotated[int, Field(ge=1, le=99)]
    title: Annotated[Text, Field(min_length=1, max_length=200), AfterValidator(clean(200))]
    date_hint: Annotated[Text, Field(max_length=200), AfterValidator(clean(200))] | None = None
    starts_at: Instant | None = None
    meet_url: Annotated[str | None, Field(max_length=300, pattern=r"^https://[^\s\x00]+$")] = None
    confidential: bool = False


class SessionView(BaseModel):
    """A session: one class of a conference, one sitting."""

    id: UUID
    conference_id: UUID
    form: Form
    ordinal: int
    title: str
    date_hint: str | None
    starts_at: datetime | None
    meet_url: str | None
    confidential: bool
    state: SessionState
    opened_at: datetime | None
    closed_at: datetime | None
    locks_at: datetime | None = Field(description="From then on nothing more is accepted.")


class NewWindow(BaseModel):
    """A roll-call to open; the one that is open is closed by it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"kind": "closing"}]})
    kind: WindowKind


class WindowView(BaseModel):
    """One roll-call of a session."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    session_id: UUID
    ordinal: int
    kind: WindowKind
    opened_at: datetime
    closed_at: datetime | None
