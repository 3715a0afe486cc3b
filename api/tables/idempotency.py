"""Answers kept for requests that may come twice."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class KeptAnswer(Base):
    """The answer to a creating request, under its sender's Idempotency-Key."""

    __tablename__ = "idempotency"

    owner_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(100), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    body: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime]
