"""Members: name, unit, status, perhaps a card number; nothing else is kept (Law 91/2025)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, sortable, word
from api.words import MemberStatus


class Member(Base):
    """A Party member; never keyed by name, homonyms are common."""

    __tablename__ = "members"
    __table_args__ = (
        Index("ix_members_unit_id_sort_key", "unit_id", "sort_key", "id"),
        Index("ix_members_unit_id_search_key", "unit_id", "search_key"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    full_name: Mapped[str] = mapped_column(String(100))
    sort_key: Mapped[str] = mapped_column(sortable(600))
    search_key: Mapped[str] = mapped_column(String(100))
    card_number: Mapped[str | None] = mapped_column(String(20))
    status: Mapped[MemberStatus] = mapped_column(word(MemberStatus, "status"))
    created_at: Mapped[datetime]
