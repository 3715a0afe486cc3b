"""What the preparation of bridge points says on the wire."""

from datetime import datetime
from typing import Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from api.bridge_points.rules import Lack
from api.bridge_points.schemas import Note
from api.words import CheckKind, CheckResult, Form

_KEY: Final = r"^[a-z][a-z0-9_]{0,59}$"


class PreparationItemView(BaseModel):
    """An item of a point's checklist, and what was found last."""

    key: str
    text: str
    kind: CheckKind
    result: CheckResult | None
    note: str | None
    marked_by: str | None = Field(
        description="The display name of whoever marked it; for those who prepare the point."
    )
    marked_at: datetime | None
    is_stale: bool = Field(
        description="Found before the point's last change of name or venue: counts no more."
    )
    lack: Lack | None = Field(description="Why it is not ready; null when it is.")


class PreparationView(BaseModel):
    """A point's checklist."""

    point_id: UUID
    missing_count: int
    items: list[PreparationItemView]


class NewMark(BaseModel):
    """What was found on one item; a result of null takes the mark back."""

    model_config = ConfigDict(extra="forbid")
    item_key: str = Field(pattern=_KEY)
    result: CheckResult | None
    note: Note | None = None


class PreparationChange(BaseModel):
    """What somebody found on some items; the others stay as they are."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "marks": [
                        {"item_key": "hall", "result": "done"},
                        {"item_key": "camera", "result": "failed", "note": "Thiếu dây nguồn"},
                    ]
                }
            ]
        },
    )
    marks: list[NewMark] = Field(min_length=1, max_length=50)


class NewLineTest(BaseModel):
    """A test of a point's line or connection, at the venue it has now."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"passed": True, "note": "Tiếng rõ, hình không giật"}]},
    )
    passed: StrictBool
    note: Note | None = None


class LineTestView(BaseModel):
    """A test of a point's line or connection."""

    id: UUID
    point_id: UUID
    passed: bool
    note: str | None
    tested_by: str | None = Field(
        description="The display name of whoever tested; for those who prepare the point."
    )
    tested_at: datetime
    is_stale: bool = Field(description="Made at an earlier venue: counts no more.")


class MissingItem(BaseModel):
    """An item that is not ready."""

    key: str
    text: str
    lack: Lack
    note: str | None


class PointReadiness(BaseModel):
    """What a point still lacks."""

    point_id: UUID
    ordinal: int
    name: str
    venue: str
    form: Form
    items_count: int
    missing_count: int
    missing: list[MissingItem]
