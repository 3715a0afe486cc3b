"""Roles and scopes, and what each may do: two tables, pure (domain.md, section 1).

A role is granted to a person on a unit and holds for that unit's subtree. A scope is what a client,
a program of somebody else, was let do; a client has its scopes on one unit and that unit's subtree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from api.words import Role


class Act(StrEnum):
    """Something that an account or a client may be allowed to do."""

    READ_UNITS = "read_units"
    MANAGE_UNITS = "manage_units"
    RESHAPE_UNITS = "reshape_units"
    READ_MEMBERS = "read_members"
    MANAGE_MEMBERS = "manage_members"
    READ_SESSIONS = "read_sessions"
    PLAN_CONFERENCES = "plan_conferences"
    PLAN_SESSIONS = "plan_sessions"
    PREPARE_POINTS = "prepare_points"
    TEST_LINES = "test_lines"
    POST_NOTICES = "post_notices"
    RECEIVE_NOTICES = "receive_notices"
    ALLOCATE = "allocate"
    PRINT_ROSTERS = "print_rosters"
    RUN_SESSIONS = "run_sessions"
    PAIR_SCREENS = "pair_screens"
    ROTATE_CODES = "rotate_codes"
    RESTORE_TYPED_CODES = "restore_typed_codes"
    OPEN_SESSIONS = "open_sessions"
    RECORD_HALLS = "record_halls"
    REPORT_INCIDENTS = "report_incidents"
    READ_ATTENDANCE = "read_attendance"
    DECIDE_ATTENDANCE = "decide_attendance"
    COUNTERSIGN = "countersign"
    READ_ABSENCE_NOTES = "read_absence_notes"
    MANAGE_PHONES = "manage_phones"
    READ_FLAGS = "read_flags"
    DECIDE_FLAGS = "decide_flags"
    ANSWER_DATA_REQUESTS = "answer_data_requests"
    READ_REPORTS = "read_reports"
    WRITE_REPORTS = "write_reports"
    ACCEPT_REPORTS = "accept_reports"
    CLOSE_CONFERENCES = "close_conferences"
    ASSIGN_DUTIES = "assign_duties"
    PROPOSE_MAKE_UPS = "propose_make_ups"
    READ_DELIVERIES = "read_deliveries"
    MANAGE_WEBHOOKS = "manage_webhooks"
    MANAGE_CLIENTS = "manage_clients"
    SEND_CHECK_INS = "send_check_ins"
    ERASE_MEMBERS = "erase_members"
    PURGE_DATA = "purge_data"
    RECORD_BREACHES = "record_breaches"
    MANAGE_ACCOUNTS = "manage_accounts"
    READ_AUDIT = "read_audit"


_COUNTS = frozenset({Act.READ_UNITS, Act.READ_SESSIONS, Act.READ_REPORTS})
_POINT = frozenset(
    {
        Act.PAIR_SCREENS,
        Act.ROTATE_CODES,
        Act.PREPARE_POINTS,
        Act.OPEN_SESSIONS,
        Act.RECORD_HALLS,
        Act.REPORT_INCIDENTS,
    }
)
_OF_THE_UNIT = frozenset({Act.READ_ABSENCE_NOTES, Act.MANAGE_PHONES})
"""What only those do who answer for a unit: the district sees codes of reasons, and no notes."""
_OF_THE_ADMIN = frozenset(
    {
        Act.READ_AUDIT,
        Act.MANAGE_WEBHOOKS,
        Act.MANAGE_CLIENTS,
        Act.ERASE_MEMBERS,
        Act.PURGE_DATA,
        Act.RECORD_BREACHES,
    }
)
_OF_CLIENTS = frozenset({Act.SEND_CHECK_INS})
"""What no person does by his account: members check in by their phones."""
_UNIT = frozenset(
    {
        Act.MANAGE_UNITS,
        Act.READ_MEMBERS,
        Act.MANAGE_MEMBERS,
        Act.RECEIVE_NOTICES,
        Act.ALLOCATE,
        Act.PRINT_ROSTERS,
        Act.READ_ATTENDANCE,
        Act.DECIDE_ATTENDANCE,
        Act.COUNTERSIGN,
        Act.READ_FLAGS,
        Act.ANSWER_DATA_REQUESTS,
        Act.WRITE_REPORTS,
        Act.ACCEPT_REPORTS,
        Act.MANAGE_ACCOUNTS,
    }
)

ACTS: dict[Role, frozenset[Act]] = {
    Role.DISTRICT_ADMIN: frozenset(Act) - _OF_CLIENTS - _OF_THE_UNIT,
    Role.DISTRICT_STAFF: frozenset(Act) - _OF_CLIENTS - _OF_THE_UNIT - _OF_THE_ADMIN,
    Role.TECHNICIAN: _COUNTS | {Act.PREPARE_POINTS, Act.TEST_LINES, Act.REPORT_INCIDENTS},
    Role.VIEWER: _COUNTS,
    Role.SECRETARY: _COUNTS | _POINT | _UNIT | _OF_THE_UNIT | {Act.TEST_LINES},
    Role.OPERATOR: _COUNTS | _POINT | {Act.TEST_LINES},
}


class ClientScope(StrEnum):
    """What a client may be let do, by the names of the wire; none contains another."""

    UNITS_READ = "units:read"
    SESSIONS_READ = "sessions:read"
    ATTENDANCE_COUNT = "attendance:count"
    ATTENDANCE_READ = "attendance:read"
    REPORTS_WRITE = "reports:write"
    CHECKINS_WRITE = "checkins:write"


SCOPE_ACTS: Final[dict[ClientScope, frozenset[Act]]] = {
    ClientScope.UNITS_READ: frozenset({Act.READ_UNITS}),
    ClientScope.SESSIONS_READ: frozenset({Act.READ_SESSIONS}),
    ClientScope.ATTENDANCE_COUNT: _COUNTS,
    ClientScope.ATTENDANCE_READ: _COUNTS | {Act.READ_ATTENDANCE},
    ClientScope.REPORTS_WRITE: _COUNTS | {Act.WRITE_REPORTS},
    ClientScope.CHECKINS_WRITE: frozenset({Act.READ_SESSIONS, Act.SEND_CHECK_INS}),
}
"""On which units; which operations a scope opens stands at each of them (`guards`)."""


@dataclass(frozen=True, slots=True)
class HeldScopes:
    """What a client may do now, on its unit and below: no more than it asked its token for."""

    scopes: frozenset[ClientScope]
    unit_id: UUID
    unit_name: str
    unit_path: str

    def contains(self, act: Act) -> bool:
        """Tell whether one of the scopes allows `act`."""
        return any(act in SCOPE_ACTS[scope] for scope in self.scopes)


@dataclass(frozen=True, slots=True)
class HeldGrant:
    """A role that an account holds now, on a unit."""

    role: Role
    unit_id: UUID
    unit_name: str
    unit_path: str
    deputy: bool = False


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks: a signed-in account with the grants that are valid at the instant of the request.

    `member_id` is the member whom its owner said to be, so that nobody decides about himself. Where
    `client` is set it is no person: `account_id` is then the id of the client, `username` too, and
    there is no grant.
    """

    account_id: UUID
    username: str
    display_name: str
    grants: tuple[HeldGrant, ...]
    has_totp: bool = False
    member_id: UUID | None = None
    has_stated_member: bool = False
    client: HeldScopes | None = None


def holdings(principal: Principal, act: Act) -> tuple[HeldGrant | HeldScopes, ...]:
    """List what lets a principal do `act`: grants of a person, or the unit of a client."""
    if principal.client is not None:
        return (principal.client,) if principal.client.contains(act) else ()
    return tuple(grant for grant in principal.grants if act in ACTS[grant.role])


def reach(principal: Principal, act: Act) -> tuple[str, ...]:
    """List the unit paths on which a principal may do `act`; each means its whole subtree."""
    return tuple(held.unit_path for held in holdings(principal, act))


def may(principal: Principal, act: Act, unit_path: str) -> bool:
    """Tell whether a principal may do `act` on the unit at `unit_path`."""
    return any(unit_path.startswith(path) for path in reach(principal, act))


def scopes_of(names: Iterable[str]) -> frozenset[ClientScope]:
    """Read names of scopes; what is none of ours any more is left out."""
    known = {scope.value: scope for scope in ClientScope}
    return frozenset(known[name] for name in names if name in known)


def ancestors(unit_path: str) -> tuple[str, ...]:
    """List the paths from the root down to the unit itself."""
    steps = unit_path.rstrip("/").split("/")
    return tuple("/".join(steps[: depth + 1]) + "/" for depth in range(len(steps)))
