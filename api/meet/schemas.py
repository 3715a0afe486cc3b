"""What participants' files say on the wire."""

from datetime import datetime
from uuid import UUID

from fastapi import UploadFile
from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

from api.imports.container import FileKind
from api.imports.schemas import Sheet
from api.meet.columns import MeetColumnRole
from api.meet.lines import Skip
from api.meet.rules import Reason

_ID = "01980000-0000-7000-8000-000000000000"


class ParticipantsFile(BaseModel):
    """A participants' file of Google Meet, or of an extension that lists them."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"file": "…", "dry_run": True}]}
    )
    file: UploadFile = Field(description="An .xlsx or CSV file of at most 10 MB.")
    dry_run: bool = Field(default=True, description="Only preview; nothing is kept.")
    sheet: Sheet | None = None


class ParticipantsRun(BaseModel):
    """What an import keeps, for its Idempotency-Key."""

    digest: str
    sheet: str | None


class MeetColumn(BaseModel):
    """A column that is read."""

    header: str
    role: MeetColumnRole


class SuggestedHall(BaseModel):
    """Which hall a name probably is; null where the same name was said to be none before."""

    bridge_point_id: UUID | None
    point_name: str | None
    reason: Reason


class MeetRow(BaseModel):
    """A connection that the file tells of; certain suggestions are taken by themselves."""

    row: int
    display_name: str
    joined_at: datetime
    left_at: datetime
    is_new: bool
    suggestion: SuggestedHall | None


class SkippedRow(BaseModel):
    """A row that is not taken, and why."""

    row: int
    code: Skip
    text: str = Field(description="In the reader's language.")


class MeetImport(BaseModel):
    """What a file holds, and what became of it."""

    is_dry_run: bool
    kind: FileKind
    sheet: str | None
    columns: list[MeetColumn]
    dropped_columns: list[str] = Field(
        description="Headers of what is not read, addresses of e-mail above all: it is dropped "
        "before anything is kept."
    )
    added: int
    changed: int = Field(description="Known connections that turned out to last longer.")
    rows: list[MeetRow]
    skipped: list[SkippedRow]


class MeetMatch(BaseModel):
    """Which hall a participant was, or that he is none; with neither, nobody knows."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"bridge_point_id": _ID}, {"is_ignored": True}]},
    )
    bridge_point_id: UUID | None = None
    is_ignored: StrictBool = False

    @model_validator(mode="after")
    def _is_one(self) -> "MeetMatch":
        if self.is_ignored and self.bridge_point_id is not None:
            raise ValueError("what is a hall is not ignored")
        return self


class MeetParticipantView(BaseModel):
    """A connection, and which hall it was."""

    id: UUID
    session_id: UUID
    display_name: str
    joined_at: datetime
    left_at: datetime
    bridge_point_id: UUID | None
    point_name: str | None
    is_ignored: bool
    is_automatic: bool = Field(description="Matched by its name, and by no person.")
    matched_at: datetime | None
    suggestion: SuggestedHall | None = Field(description="Of what nobody has matched yet.")


class MeetHall(BaseModel):
    """How a hall of the session was connected, beside how many checked in there."""

    bridge_point_id: UUID
    point_name: str
    is_hub: bool
    is_connected: bool
    connections: int
    first_joined_at: datetime | None
    last_left_at: datetime | None
    connected_seconds: int = Field(description="In all, time that overlaps once.")
    in_session_seconds: int = Field(
        description="Of them, those between the session's opening and its closing."
    )
    expected: int
    checked_in: int


class MeetHalls(BaseModel):
    """The halls of a session that Meet connected, and those that it never did."""

    session_id: UUID
    opened_at: datetime | None
    closed_at: datetime | None
    unmatched: int = Field(description="Connections of which nobody has said what they were.")
    never_connected: list[str] = Field(description="Names of halls without any connection.")
    halls: list[MeetHall]
