"""What members ask about their own data."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import DataRequestKind, DataRequestState


class DataRequest(Base):
    """A member's request, sent from his own phone; answered in 2 working days, done in 10."""

    __tablename__ = "data_requests"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    kind: Mapped[DataRequestKind] = mapped_column(word(DataRequestKind, "kind"))
    state: Mapped[DataRequestState] = mapped_column(word(DataRequestState, "state"))
    text: Mapped[str] = mapped_column(String(1000))
    device_id: Mapped[UUID]
    made_at: Mapped[datetime]
    answer_due_on: Mapped[date]
    done_due_on: Mapped[date]
    answer: Mapped[str | None] = mapped_column(String(1000))
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[UUID | None]
    closed_at: Mapped[datetime | None]
