"""Attempts that count against a limit."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class Attempt(Base):
    """One attempt under a key such as `code:<device>`; only failures are written."""

    __tablename__ = "throttle"
    __table_args__ = (Index("ix_throttle_key", "key", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]
