"""Letterheads: how a unit's documents name it, and who signs them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base, word
from api.words import SigningAuthority


class Letterhead(Base):
    """What stands above and below a unit's documents; what is null follows from the unit.

    A collective's documents are signed in its name (`T/M CHI BỘ`), by its head or a deputy; a
    department's by its head, or by a deputy in his stead (`K/T TRƯỞNG BAN`). `deputy_title` is set
    where a deputy signs.
    """

    __tablename__ = "letterheads"

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("units.id"), primary_key=True)
    superior_name: Mapped[str | None] = mapped_column(String(200))
    issuing_name: Mapped[str | None] = mapped_column(String(200))
    abbreviation: Mapped[str | None] = mapped_column(String(30))
    place: Mapped[str | None] = mapped_column(String(100))
    authority: Mapped[SigningAuthority | None] = mapped_column(word(SigningAuthority, "authority"))
    body_title: Mapped[str | None] = mapped_column(String(100))
    head_title: Mapped[str | None] = mapped_column(String(100))
    deputy_title: Mapped[str | None] = mapped_column(String(100))
    signer_name: Mapped[str | None] = mapped_column(String(100))
    recipients: Mapped[list[str]] = mapped_column(default=list)
    changed_at: Mapped[datetime]
