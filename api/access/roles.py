"""Roles and what each may do: one table, pure (domain.md, section 1).

A role is granted on a unit and holds for that unit's subtree.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from api.words import Role


class Act(StrEnum):
    """Something that an account may be allowed to do."""

    READ_UNITS = "read_units"
    READ_MEMBERS = "read_members"
    READ_SESSIONS = "read_sessions"
    PLAN_SESSIONS = "plan_sessions"
    RUN_SESSIONS = "run_sessions"
    PAIR_SCREENS = "pair_screens"
    ROTATE_CODES = "rotate_codes"
    RESTORE_TYPED_CODES = "restore_typed_codes"
    READ_ATTENDANCE = "read_attendance"


_COUNTS = frozenset({Act.READ_UNITS, Act.READ_SESSIONS})
_POINT = frozenset({Act.PAIR_SCREENS, Act.ROTATE_CODES})

ACTS: dict[Role, frozenset[Act]] = {
    Role.DISTRICT_ADMIN: frozenset(Act),
    Role.DISTRICT_STAFF: frozenset(Act),
    Role.TECHNICIAN: _COUNTS,
    Role.VIEWER: _COUNTS,
    Role.SECRETARY: _COUNTS | _POINT | {Act.READ_MEMBERS, Act.READ_ATTENDANCE},
    Role.OPERATOR: _COUNTS | _POINT,
}


@dataclass(frozen=True, slots=True)
class HeldGrant:
    """A role that an account holds now, on a unit."""

    role: Role
    unit_id: UUID
    unit_name: str
    unit_path: str


@dataclass(frozen=True, slots=True)
class Principal:
    """A signed-in account with the grants that are valid at the instant of the request."""

    account_id: UUID
    username: str
    display_name: str
    grants: tuple[HeldGrant, ...]


def reach(principal: Principal, act: Act) -> tuple[str, ...]:
    """List the unit paths on which a principal may do `act`; each means its whole subtree."""
    return tuple(grant.unit_path for grant in principal.grants if act in ACTS[grant.role])


def may(principal: Principal, act: Act, unit_path: str) -> bool:
    """Tell whether a principal may do `act` on the unit at `unit_path`."""
    return any(unit_path.startswith(path) for path in reach(principal, act))


def ancestors(unit_path: str) -> tuple[str, ...]:
    """List the paths from the root down to the unit itself."""
    steps = unit_path.rstrip("/").split("/")
    return tuple("/".join(steps[: depth + 1]) + "/" for depth in range(len(steps)))
