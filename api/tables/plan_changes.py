"""Plan changes: how often it has changed who is expected where."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from api.tables.base import Base


class PlanChange(Base):
    """Changes of who is expected where: of members, units, seats, exclusions or points.

    Inserted with the event that tells of it. The sum of `number` is how many there were: what was
    worked out at another sum is out of date. Old rows are folded into one, which keeps the sum.
    """

    __tablename__ = "plan_changes"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int]
