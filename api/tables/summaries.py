"""Summaries: the figures of a whole conference as they were locked, and what changed after."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class SummaryVersion(Base):
    """The summary when the conference was closed (1), and every addendum to it; never changed."""

    __tablename__ = "summary_versions"

    conference_id: Mapped[UUID] = mapped_column(ForeignKey("conferences.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    content: Mapped[dict[str, Any]]
    digest: Mapped[str] = mapped_column(String(64))
    difference: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    made_at: Mapped[datetime]
    account_id: Mapped[UUID]
