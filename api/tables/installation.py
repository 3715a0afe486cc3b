"""The deployment itself: one row."""

from datetime import datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class Installation(Base):
    """Whose key this database belongs to, and whether its data is invented.

    A sandbox is one from its first row on, and never anything else.
    """

    __tablename__ = "installation"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    master_fingerprint: Mapped[str] = mapped_column(String(32))
    is_demo: Mapped[bool] = mapped_column(default=False)
    is_sandbox: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
