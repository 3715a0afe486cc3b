"""What deliveries say on the wire."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from api.words import DeliveryChannel, DeliveryState


class DeliveryView(BaseModel):
    """Something that left the house, or is to leave it."""

    id: UUID = Field(description="Also the `webhook-id` of a message, the same at each attempt.")
    channel: DeliveryChannel
    template: str = Field(description="Who words it (`report`, `invitation`), or the event told.")
    subject_id: UUID = Field(description="What it tells of: a report, an account, a session, …")
    unit_id: UUID
    webhook_id: UUID | None
    event_id: UUID | None
    destination: str = Field(description="A mail address, or the address of a webhook.")
    attachments: list[str] = Field(description="Names of the files that go along.")
    state: DeliveryState = Field(
        description="`uncertain`: handed over by a process that died meanwhile; ask at the other "
        "side before you send it again. `dead`: given up, see `last_error`."
    )
    attempts: int
    next_at: datetime | None = Field(description="When it is tried next; null where it is not.")
    sent_at: datetime | None
    message_id: str | None = Field(description="The Message-ID of a mail, kept as proof.")
    last_status: int | None = Field(description="The last answer of the other side, as a number.")
    last_error: str | None = Field(description="What the other side said, or why it failed.")
    created_at: datetime
