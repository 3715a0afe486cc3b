"""The second factor's codes: which count, and when."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.access import totp
from api.kit import qr

MASTER, ID = bytes(range(32)), UUID(int=7)
MORNING = datetime(2022, 3, 15, 0, 30, 10, tzinfo=UTC)
NOW = totp.step_of(MORNING)


def _code(step: int) -> str:
    return totp.code_of(MASTER, ID, step)


def _found(typed: str) -> int | None:
    return totp.matching_step(MASTER, ID, typed, at=MORNING)


def test_this_half_minute_and_the_one_before_count_and_none_to_come() -> None:
    assert _found(_code(NOW)) == NOW
    assert _found(_code(NOW - 1)) == NOW - 1
    assert [_found(_code(NOW + late)) for late in (-3, -2, 1, 2)] == [None] * 4


def test_a_code_is_typed_as_apps_show_it() -> None:
    code = _code(NOW)
    assert _found(f" {code[:3]} {code[3:]}") == NOW


@pytest.mark.parametrize("zero", ["０", "٠", "০"])
def test_digits_of_other_scripts_are_none(zero: str) -> None:
    foreign = "".join(chr(ord(zero) + int(digit)) for digit in _code(NOW))
    assert _found(foreign) is None


@given(st.text(max_size=12))
def test_any_text_is_judged(typed: str) -> None:
    found = _found(typed)
    assert found is None or typed.replace(" ", "") in {_code(NOW), _code(NOW - 1)}


def test_another_installation_or_another_set_up_has_another_secret() -> None:
    secrets = {
        totp.secret_of(MASTER, ID),
        totp.secret_of(bytes(32), ID),
        totp.secret_of(MASTER, UUID(int=8)),
    }
    assert len(secrets) == 3
    assert {len(each) for each in secrets} == {32}, "160 bits, without padding"


@pytest.mark.parametrize("username", ["admin", "b" * 100, "điểu khánh", "K' Brốp"])
def test_whatever_the_username_its_qr_can_be_drawn(username: str) -> None:
    uri = totp.otpauth_uri(MASTER, ID, username=username)
    assert uri.startswith("otpauth://totp/DiemDanh:")
    assert f"secret={totp.secret_of(MASTER, ID)}&issuer=DiemDanh" in uri
    assert qr.matrix(uri).size <= 37


def test_recovery_codes_are_read_kindly_and_belong_to_one_account() -> None:
    codes = totp.new_recovery_codes()
    assert (len(set(codes)), {len(each) for each in codes}) == (10, {10})
    kept = totp.recovery_hash(MASTER, ID, "01ABC-DEFGH")
    assert kept == totp.recovery_hash(MASTER, ID, " o1abcdefgh")
    assert kept != totp.recovery_hash(MASTER, UUID(int=8), "01ABC-DEFGH")
    assert len(kept) == 64
