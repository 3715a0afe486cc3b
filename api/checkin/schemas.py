"""What check-in says on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.codes.schemas import NamedPoint
from api.kit.errors import ProblemDetails
from api.kit.wire import Text, clean
from api.units.schemas import UnitName
from api.words import Evidence, Form, Standing, WindowKind

Last4 = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}$", description="The last four digits of the Party card."),
]


class QrTicketRequest(BaseModel):
    """A scanned code: what stands after `#` in the address."""

    model_config = ConfigDict(extra="forbid")
    qr: Annotated[Text, Field(max_length=200)]


class TypedTicketRequest(BaseModel):
    """A typed code: the door's number and six digits, in ASCII."""

    model_config = ConfigDict(extra="forbid")
    door: Annotated[Text, Field(max_length=20)]
    digits: Annotated[Text, Field(max_length=20)]


class TicketSession(BaseModel):
    """The session that a ticket is for."""

    id: UUID
    title: str
    form: Form


class TicketWindow(BaseModel):
    """The window that the code's step lies in."""

    id: UUID
    kind: WindowKind


class PhoneView(BaseModel):
    """What the server knows of this phone; of a client nothing: nobody is bound to it."""

    known: bool = Field(description="A member is bound to it.")
    initials: str | None = Field(description="The member's, so that he sees that it is he.")
    asks_last4: bool = Field(description="The secretary has not confirmed the phone yet.")
    helps_left: int = Field(
        ge=0, description="For how many others it may still check in, in this session."
    )


class PrivacyNoticeView(BaseModel):
    """The privacy notice, to be shown before the check-in is sent."""

    version: int
    text: str


class TicketOfPhone(BaseModel):
    """What of a ticket is one phone's own."""

    ticket: str
    expires_at: datetime
    late_seconds: int | None = Field(
        description="Not null where the code is genuine but no longer fresh: it will be pending."
    )
    device: PhoneView
    notice: PrivacyNoticeView | None = Field(
        description="Null once this phone has checked in with this version of the notice."
    )


class TicketOfPoint(BaseModel):
    """What of a ticket all phones of a hall are told alike."""

    session: TicketSession
    point: NamedPoint
    window: TicketWindow
    regulations: list[str] = Field(description="The conference's, to be shown after the receipt.")


class TicketView(TicketOfPoint, TicketOfPhone):
    """Ten minutes to name oneself, in this browser only."""

    units: list[UnitName] = Field(description="The units expected at this point.")


class WhoByPhone(BaseModel):
    """The member whose phone this is; with the last 4 digits while the phone is provisional."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["device"]
    last4: Last4 | None = None


class NamedPerson(BaseModel):
    """A person by unit and name; null where the unit was not found."""

    model_config = ConfigDict(extra="forbid")
    unit_id: UUID | None
    name: Annotated[Text, Field(min_length=1, max_length=100), AfterValidator(clean(100))]
    last4: Last4 | None = None


class WhoByName(NamedPerson):
    """The person himself by unit and name; on a phone that is another's he is being helped."""

    kind: Literal["named"]


class WhoAssisted(NamedPerson):
    """Somebody else, for whom the holder of the phone checks in: three in a session at most."""

    kind: Literal["assisted"]


class WhoMember(BaseModel):
    """A member by his id, whom a client may see; a phone knows no ids of members."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["member"]
    member_id: UUID


class WhoByClient(NamedPerson):
    """Whom a client means, as it was understood; `member_id` where it said so by his id."""

    kind: Literal["client"] = "client"
    member_id: UUID | None = None


WhoSent = WhoByPhone | WhoByName | WhoAssisted | WhoByClient
"""Who, as it is judged."""

Who = Annotated[WhoByPhone | WhoByName | WhoAssisted | WhoMember, Field(discriminator="kind")]
NoticeVersion = Annotated[
    int,
    Field(ge=1, le=10_000, description="The version of the privacy notice that was shown."),
]
CheckInId = Annotated[
    UUID, Field(description="A UUIDv7 that the phone or the client made for this check-in.")
]


class NewCheckIn(BaseModel):
    """A check-in; send the same again as often as needed, it counts once."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "id": "01980000-0000-7000-8000-000000000000",
                    "ticket": "…",
                    "who": {
                        "kind": "named",
                        "unit_id": "01980000-0000-7000-8000-000000000001",
                        "name": "Điểu Thị Mai",
                        "last4": "4821",
                    },
                    "notice_version": 1,
                },
                {
                    "id": "01980000-0000-7000-8000-000000000003",
                    "ticket": "…",
                    "who": {
                        "kind": "member",
                        "member_id": "01980000-0000-7000-8000-000000000002",
                    },
                },
            ]
        },
    )
    id: CheckInId
    ticket: Annotated[Text, Field(max_length=400)]
    who: Who
    notice_version: NoticeVersion | None = None


class Receipt(BaseModel):
    """What was recorded; the same for the same id, however often it is asked."""

    model_config = ConfigDict(extra="forbid")
    id: UUID
    standing: Literal[Standing.PRESENT, Standing.PENDING]
    evidence: Evidence
    already_recorded: bool = Field(description="The member was there already; that stays as it is.")
    name: str | None = Field(description="The member who was proved, or the name that was typed.")
    session_title: str
    point_name: str
    window_kind: WindowKind
    is_rehearsal: bool = Field(
        default=False, description="Nothing was counted and no phone bound; check in on the day."
    )
    arrived_at: datetime
    late_seconds: int | None
    message: str = Field(description="A sentence for the person.")
    proof: str = Field(description="A seal by which a kept receipt proves itself.")


class KeptScan(BaseModel):
    """A check-in that waited in the phone, by the QR that was scanned; it is read on arrival."""

    model_config = ConfigDict(extra="forbid")
    id: CheckInId
    qr: Annotated[Text, Field(max_length=200, description="What stands after `#`.")]
    who: Who
    notice_version: NoticeVersion | None = None


class NewBatch(BaseModel):
    """Check-ins of one phone or client, each by its ticket or QR; each is judged by itself."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "items": [
                        {
                            "id": "01980000-0000-7000-8000-000000000000",
                            "qr": "7.1szt4g.AAAAAAAAAAAAAAAA",
                            "who": {"kind": "device"},
                        },
                        {
                            "id": "01980000-0000-7000-8000-000000000002",
                            "qr": "7.1szt4g.AAAAAAAAAAAAAAAA",
                            "who": {
                                "kind": "assisted",
                                "unit_id": "01980000-0000-7000-8000-000000000001",
                                "name": "Thị Mai",
                            },
                        },
                    ]
                }
            ]
        },
    )
    items: Annotated[list[NewCheckIn | KeptScan], Field(min_length=1, max_length=50)]


class BatchItem(BaseModel):
    """The answer to one check-in of a batch: its receipt, or why it is refused."""

    id: UUID
    receipt: Receipt | None
    problem: ProblemDetails | None = Field(
        description="As the answer to that check-in alone; send it again only where it is a 5xx."
    )


class BatchView(BaseModel):
    """The answers to a batch, in its order."""

    items: list[BatchItem]
