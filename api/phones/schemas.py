"""What phones and enrolment slips say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.kit.wire import Text
from api.phones.rules import MOST_SLIPS
from api.words import BindingOrigin


class SlipOrder(BaseModel):
    """For whom slips are to be made."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"member_ids": ["01980000-0000-7000-8000-000000000000"]}]},
    )
    member_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_SLIPS)] | None = Field(
        description="Null: all whom the unit and those below it count, who have neither a phone "
        f"nor an open slip; the first {MOST_SLIPS} of them, and not yourself."
    )


class MadeSlip(BaseModel):
    """A slip that was made, without its code."""

    model_config = ConfigDict(extra="forbid")
    id: UUID
    member_id: UUID
    full_name: str
    expires_at: datetime


class MadeSlips(BaseModel):
    """Slips that were made, as they are kept for a request that comes twice."""

    model_config = ConfigDict(extra="forbid")
    items: list[MadeSlip]


class NewSlip(MadeSlip):
    """A slip with its code."""

    code: str = Field(description="Ten characters in two halves.", examples=["K7M2Q-XR4TD"])
    url: str = Field(description="What the slip's QR says: it opens the phone's page.")


class NewSlips(BaseModel):
    """Slips to hand out."""

    model_config = ConfigDict(extra="forbid")
    items: list[NewSlip]


class OpenSlip(BaseModel):
    """A slip that can still be used; its code is only on the printed page."""

    model_config = ConfigDict(extra="forbid")
    id: UUID
    member_id: UUID
    full_name: str
    unit_id: UUID
    unit_name: str
    made_at: datetime
    expires_at: datetime


class Enrolment(BaseModel):
    """The code of a slip, scanned or typed."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"code": "K7M2Q-XR4TD"}]}
    )
    code: Annotated[Text, Field(min_length=1, max_length=40)] = Field(
        description="Read kindly: case, hyphens and spaces do not count, O is 0, I and L are 1."
    )


class EnrolledPhone(BaseModel):
    """Whose phone this now is."""

    model_config = ConfigDict(extra="forbid")
    full_name: str
    unit_name: str
    bound_at: datetime


class OwnPhone(BaseModel):
    """What this phone may know of itself: names only once it is confirmed."""

    model_config = ConfigDict(extra="forbid")
    known: bool = Field(description="A member is bound to it.")
    is_confirmed: bool
    initials: str | None
    full_name: str | None = Field(description="Null until the phone is confirmed.")
    unit_name: str | None = Field(description="Null until the phone is confirmed.")
    bound_at: datetime | None


class MoveSlip(BaseModel):
    """A slip for one's own next phone."""

    model_config = ConfigDict(extra="forbid")
    code: str
    url: str
    expires_at: datetime


class BoundPhone(BaseModel):
    """A member's phone; which one it is, nobody is told."""

    model_config = ConfigDict(extra="forbid")
    bound_at: datetime
    is_confirmed: bool
    origin: BindingOrigin


class MemberPhone(BaseModel):
    """A member, and the phone he has."""

    model_config = ConfigDict(extra="forbid")
    member_id: UUID
    full_name: str
    unit_id: UUID = Field(description="The unit that counts him today.")
    unit_name: str
    device: BoundPhone | None
