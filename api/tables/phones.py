"""Enrolment slips: how a phone is handed to a member."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class EnrolmentSlip(Base):
    """A one-time code that binds the phone on which it is used to its member; stored hashed.

    Made by a secretary (`made_by`), or by the member's own phone for his next one
    (`made_on_device_id`). Bare ids of accounts and devices.
    """

    __tablename__ = "enrolment_slips"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("members.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_by: Mapped[UUID | None]
    made_on_device_id: Mapped[UUID | None]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_device_id: Mapped[UUID | None]
    revoked_at: Mapped[datetime | None]
