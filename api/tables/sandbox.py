"""The sandbox: one row, and none in any other database."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class SandboxClock(Base):
    """How far the clock of a sandbox is ahead of the real one; negative where it is behind.

    `began_at` is when its morning begins, by its own clock, and again after each reset.
    """

    __tablename__ = "sandbox_clock"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    began_at: Mapped[datetime]
    ahead_ms: Mapped[int] = mapped_column(BigInteger)
