"""What a role may do, and where: one table, and the subtree of the unit it is granted on."""

from uuid import UUID

import pytest

from api.access.roles import ACTS, Act, HeldGrant, Principal, ancestors, may, reach
from api.words import Role

DISTRICT, COMMUNE, CELL, OTHER = "a/", "a/b/", "a/b/c/", "a/bb/"
EVERYWHERE = (DISTRICT, COMMUNE, CELL, OTHER)


def _somebody(*grants: tuple[Role, str]) -> Principal:
    held = tuple(HeldGrant(role, UUID(int=1), "", path) for role, path in grants)
    return Principal(UUID(int=2), "somebody", "", held)


def test_every_role_has_its_acts() -> None:
    assert set(ACTS) == set(Role)


@pytest.mark.parametrize("role", Role)
def test_every_role_reads_units_and_sessions(role: Role) -> None:
    assert {Act.READ_UNITS, Act.READ_SESSIONS} <= ACTS[role]


def test_names_are_for_staff_and_secretaries() -> None:
    readers = {role for role in Role if Act.READ_MEMBERS in ACTS[role]}
    assert readers == {Role.DISTRICT_ADMIN, Role.DISTRICT_STAFF, Role.SECRETARY}
    assert readers == {role for role in Role if Act.READ_ATTENDANCE in ACTS[role]}


def test_sessions_are_run_by_staff_alone() -> None:
    for act in (Act.PLAN_SESSIONS, Act.RUN_SESSIONS, Act.RESTORE_TYPED_CODES):
        runners = {role for role in Role if act in ACTS[role]}
        assert runners == {Role.DISTRICT_ADMIN, Role.DISTRICT_STAFF}


def test_codes_are_rotated_by_those_who_stand_at_the_point() -> None:
    rotating = {role for role in Role if Act.ROTATE_CODES in ACTS[role]}
    assert rotating == {
        Role.DISTRICT_ADMIN,
        Role.DISTRICT_STAFF,
        Role.SECRETARY,
        Role.OPERATOR,
    }


def test_a_grant_holds_for_the_units_subtree_and_no_further() -> None:
    secretary = _somebody((Role.SECRETARY, COMMUNE))
    allowed = [path for path in EVERYWHERE if may(secretary, Act.READ_MEMBERS, path)]
    assert allowed == [COMMUNE, CELL], "a unit whose id begins alike is another unit"


def test_two_grants_add_up_each_with_its_own_acts() -> None:
    both = _somebody((Role.VIEWER, DISTRICT), (Role.SECRETARY, CELL))
    assert [path for path in EVERYWHERE if may(both, Act.READ_UNITS, path)] == list(EVERYWHERE)
    assert [path for path in EVERYWHERE if may(both, Act.READ_MEMBERS, path)] == [CELL]
    assert reach(both, Act.READ_MEMBERS) == (CELL,)


def test_nobody_may_nothing() -> None:
    nobody = _somebody()
    assert not any(may(nobody, act, path) for act in Act for path in EVERYWHERE)


def test_the_ancestors_of_a_unit_end_with_itself() -> None:
    assert ancestors(CELL) == (DISTRICT, COMMUNE, CELL)
    assert ancestors(DISTRICT) == (DISTRICT,)
