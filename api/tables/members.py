"""Members: name, unit, status, perhaps a card number; nothing else is kept (Law 91/2025)."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, sortable, word
from api.words import MemberStatus


class Member(Base):
    """A Party member; never keyed by name, homonyms are common.

    Counted where active (domain.md, section 4): at `temporary_unit_id` while there is one, through
    `temporary_until` where that is known, else at `unit_id`. One who was erased keeps his row, so
    that figures stay, and nothing that tells who he is.
    """

    __tablename__ = "members"
    __table_args__ = (
        Index("ix_members_unit_id_sort_key", "unit_id", "sort_key", "id"),
        Index("ix_members_unit_id_search_key", "unit_id", "search_key"),
        Index("ix_members_card_number", "card_number"),
        Index(
            "ix_members_erased_at",
            "erased_at",
            sqlite_where=text("erased_at IS NOT NULL"),
            postgresql_where=text("erased_at IS NOT NULL"),
        ),
        CheckConstraint("temporary_unit_id <> unit_id", name="elsewhere"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"))
    full_name: Mapped[str] = mapped_column(String(100))
    sort_key: Mapped[str] = mapped_column(sortable(600))
    search_key: Mapped[str] = mapped_column(String(100))
    card_number: Mapped[str | None] = mapped_column(String(20))
    status: Mapped[MemberStatus] = mapped_column(word(MemberStatus, "status"))
    temporary_unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("units.id"), index=True)
    temporary_until: Mapped[date | None]
    created_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]
