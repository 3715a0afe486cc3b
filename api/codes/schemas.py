"""What codes and screens say on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from api.words import Form, WindowKind


class NamedPoint(BaseModel):
    """A bridge point by name."""

    id: UUID
    name: str


class NamedSession(BaseModel):
    """A session by title."""

    id: UUID
    title: str


class QrView(BaseModel):
    """A QR symbol without its quiet zone."""

    size: int = Field(description="Modules of a side.")
    bits: str = Field(description="Base64; row by row, most significant bit first, 1 is dark.")


class CodeView(BaseModel):
    """The code of one step."""

    step: int
    starts_at: datetime
    digits: str
    qr: QrView


class ScreenCodes(BaseModel):
    """What a screen needs for the next ten minutes, even if its line is cut."""

    server_time: datetime
    step_seconds: int
    change_delay_seconds: int
    point: NamedPoint
    domain: str = Field(description="The host that the QR leads to, to be shown in words.")
    session: NamedSession | None = Field(description="Null while no session is open here.")
    window_kind: WindowKind | None = Field(
        description="The one that holds at this point. Null between two windows: no code counts "
        "then, and none is sent."
    )
    door: str | None
    epoch: int | None = Field(description="Changes when the codes were rotated by hand.")
    codes: list[CodeView] = Field(
        description="From the step before, which counts still, to ten minutes ahead."
    )


class SessionPointView(BaseModel):
    """A bridge point during a session."""

    point: NamedPoint
    form: Form
    is_hub: bool
    door: str | None = Field(description="Null before the session opens and after it locks.")
    epoch: int = Field(description="How often its codes were rotated by hand.")
    capacity: int | None
    typed_codes_suspended_at: datetime | None = Field(
        description="Since when typed codes are pending here, after too many wrong ones."
    )
