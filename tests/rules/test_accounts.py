"""Who may grant what and for how long, and which passwords are too weak."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.access.roles import ACTS, Act, HeldGrant
from api.access.rules import last_day, second_factor_is_compulsory
from api.accounts.passwords import COMMON, Weakness, weakness
from api.accounts.rules import (
    GRANTING,
    Offer,
    Validity,
    managed_paths,
    may_grant,
    may_manage,
    overlap,
    validity,
)
from api.words import Role

DISTRICT, COMMUNE, CELL, OTHER = "a/", "a/b/", "a/b/c/", "a/bb/"
MORNING = datetime(2022, 3, 15, 0, 30, tzinfo=UTC)  # 07:30 in Vietnam
TODAY = date(2022, 3, 15)


def _held(role: Role, path: str, *, deputy: bool = False) -> list[HeldGrant]:
    return [HeldGrant(role, UUID(int=1), "", path, deputy)]


def _may(held: list[HeldGrant], path: str, *, deputy: bool = False) -> set[Role]:
    return {role for role in Role if may_grant(held, Offer(role, path, deputy))}


def test_those_who_manage_accounts_are_those_who_may_grant() -> None:
    assert set(GRANTING) == {role for role in Role if Act.MANAGE_ACCOUNTS in ACTS[role]}


def test_an_admin_grants_everything_within_reach_and_staff_not_the_district_roles() -> None:
    assert _may(_held(Role.DISTRICT_ADMIN, DISTRICT), DISTRICT) == set(Role)
    assert _may(_held(Role.DISTRICT_ADMIN, COMMUNE), OTHER) == set()
    below = set(Role) - {Role.DISTRICT_ADMIN, Role.DISTRICT_STAFF}
    for path in (DISTRICT, CELL):
        assert _may(_held(Role.DISTRICT_STAFF, DISTRICT), path) == below


def test_a_secretary_grants_downwards_never_upwards_nor_sideways() -> None:
    secretary = _held(Role.SECRETARY, COMMUNE)
    assert _may(secretary, CELL) == {Role.SECRETARY, Role.OPERATOR}
    assert _may(secretary, COMMUNE) == {Role.OPERATOR}
    assert _may(secretary, COMMUNE, deputy=True) == {Role.SECRETARY}
    assert _may(secretary, DISTRICT) == _may(secretary, OTHER) == set()


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.VIEWER, Role.TECHNICIAN])
def test_others_grant_nothing(role: Role) -> None:
    assert _may(_held(role, DISTRICT), CELL) == set()
    assert managed_paths(_held(role, DISTRICT)) == ()


@pytest.mark.parametrize("role", Role)
def test_a_deputy_grants_nothing(role: Role) -> None:
    deputy = _held(role, DISTRICT, deputy=True)
    assert _may(deputy, CELL) == _may(deputy, DISTRICT, deputy=True) == set()
    assert managed_paths(deputy) == ()


@given(
    st.sampled_from([role for role in Role if role is not Role.DISTRICT_ADMIN]),
    st.sampled_from([DISTRICT, COMMUNE, CELL, OTHER]),
    st.sampled_from([DISTRICT, COMMUNE, CELL, OTHER]),
    st.booleans(),
)
def test_nobody_but_an_admin_grants_what_reaches_as_far_as_his_own(
    role: Role, own: str, path: str, deputy: bool
) -> None:
    granted = _may(_held(role, own), path, deputy=deputy)
    same = {role} if role in granted and path == own and not deputy else set()
    assert same == set()
    assert not granted or path.startswith(own)


def test_an_account_is_managed_by_whoever_may_grant_all_that_it_holds() -> None:
    secretary = _held(Role.SECRETARY, COMMUNE)
    operator = Offer(Role.OPERATOR, COMMUNE, deputy=False)
    assert may_manage(secretary, [operator, Offer(Role.SECRETARY, CELL, deputy=False)])
    assert not may_manage(secretary, [operator, Offer(Role.VIEWER, DISTRICT, deputy=False)])
    assert not may_manage(secretary, [Offer(Role.SECRETARY, COMMUNE, deputy=False)]), "an equal"
    assert may_manage(secretary, [])


def test_a_lending_ends_with_its_day_in_vietnam() -> None:
    lent = validity(first=None, last=None, deputy=True, at=MORNING)
    assert lent is not None
    assert lent.valid_from == MORNING
    assert lent.valid_until == datetime(2022, 3, 15, 17, tzinfo=UTC)
    assert last_day(lent.valid_until) == TODAY


@given(st.integers(-3, 400), st.integers(-3, 400), st.booleans())
def test_a_grant_holds_from_its_first_day_through_its_last(
    begins: int, length: int, deputy: bool
) -> None:
    first = TODAY + timedelta(days=begins)
    last = first + timedelta(days=length)
    found = validity(first=first, last=last, deputy=deputy, at=MORNING)
    sensible = 0 <= begins <= 366 and 0 <= length <= (6 if deputy else 3_660)
    assert (found is not None) == sensible
    if found is not None:
        assert found.valid_until is not None
        assert MORNING <= found.valid_from < found.valid_until
        assert last_day(found.valid_until) == last


def test_without_an_end_a_grant_lasts() -> None:
    assert validity(first=None, last=None, deputy=False, at=MORNING) == Validity(MORNING, None)
    assert last_day(None) is None


def test_grants_overlap_where_both_hold_at_some_instant() -> None:
    day = timedelta(days=1)
    first, next_one = Validity(MORNING, MORNING + day), Validity(MORNING + day, None)
    assert not overlap(first, next_one)
    assert not overlap(next_one, first)
    assert overlap(next_one, Validity(MORNING, None))
    assert overlap(first, Validity(MORNING + day / 2, MORNING + 2 * day))


def _needing(path: str, *, deputy: bool = False) -> set[Role]:
    held = {role: _held(role, path, deputy=deputy) for role in Role}
    return {role for role in Role if second_factor_is_compulsory(held[role], is_demo=False)}


def test_the_second_factor_is_compulsory_for_the_district_but_not_for_invented_data() -> None:
    assert _needing(COMMUNE) == {Role.DISTRICT_ADMIN, Role.DISTRICT_STAFF}
    everything = [each for role in Role for each in _held(role, DISTRICT)]
    assert not second_factor_is_compulsory(everything, is_demo=True)
    assert not second_factor_is_compulsory([], is_demo=False)


@pytest.mark.parametrize("deputy", [False, True])
def test_the_second_factor_is_compulsory_for_a_secretary_who_sees_everybody(deputy: bool) -> None:
    needing = {Role.DISTRICT_ADMIN, Role.DISTRICT_STAFF, Role.SECRETARY}
    assert _needing(DISTRICT, deputy=deputy) == needing
    below = [*_held(Role.SECRETARY, CELL), *_held(Role.OPERATOR, DISTRICT)]
    assert not second_factor_is_compulsory(below, is_demo=False)


@pytest.mark.parametrize(
    ("password", "found"),
    [
        ("mot-buoi-sang-thang-ba", None),
        ("Mưa rơi trên đồi chè", None),
        ("correct horse battery staple", None),
        ("Zq7-fK2w_Pd9x", None),
        ("ngắn", Weakness.TOO_SHORT),
        ("", Weakness.TOO_SHORT),
        ("a" * 40, Weakness.MONOTONOUS),
        ("abcdefghijklmnop", Weakness.MONOTONOUS),
        ("0987654321098", Weakness.MONOTONOUS),
        ("qwertyuiop12", Weakness.MONOTONOUS),
        ("abcabcabcabcabc", Weakness.MONOTONOUS),
        ("matkhau@12345", Weakness.COMMON),
        ("Mật khẩu 2022!", Weakness.COMMON),
        ("ĐảngViên#2022", Weakness.COMMON),
        ("Password2022!", Weakness.COMMON),
        ("091234567815031975", Weakness.COMMON),
        ("BithuBomBo@2022", Weakness.LIKE_USERNAME),
    ],
)
def test_a_password_is_judged_by_length_and_by_what_is_guessed_first(
    password: str, found: Weakness | None
) -> None:
    assert weakness(password, username="bithu-bom-bo") is found


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_is_judged(password: str, username: str) -> None:
    found = weakness(password, username=username)
    assert found is Weakness.TOO_SHORT or len(password) >= 12


def test_the_list_of_common_words_is_as_words_are_compared() -> None:
    assert all(each.isascii() and each.isalpha() and each.islower() for each in COMMON)
