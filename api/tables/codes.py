"""Rotations: the only thing stored about codes, which are computed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class Rotation(Base):
    """“Đổi mã ngay” at one session point: from `from_step` on, codes are those of `epoch`."""

    __tablename__ = "rotations"
    __table_args__ = (
        ForeignKeyConstraint(
            ["session_id", "bridge_point_id"],
            ["session_points.session_id", "session_points.bridge_point_id"],
        ),
    )

    session_id: Mapped[UUID] = mapped_column(primary_key=True)
    bridge_point_id: Mapped[UUID] = mapped_column(primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    from_step: Mapped[int]
    at: Mapped[datetime]
