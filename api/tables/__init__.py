"""Every table, one file per aggregate, without behaviour; importing this package knows them all."""

from api.tables import (
    access,
    allocation,
    attendance,
    bridge_points,
    checkin,
    codes,
    conferences,
    events,
    idempotency,
    installation,
    members,
    notices,
    rosters,
    sessions,
    throttle,
    units,
)
from api.tables.base import Base

__all__ = [
    "Base",
    "access",
    "allocation",
    "attendance",
    "bridge_points",
    "checkin",
    "codes",
    "conferences",
    "events",
    "idempotency",
    "installation",
    "members",
    "notices",
    "rosters",
    "sessions",
    "throttle",
    "units",
]
