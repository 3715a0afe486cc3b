"""What scopes open, what they never open, and how a program's quota is told: pure."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.access.client_secrets import PREFIX, hash_of, new_secret, number_of
from api.access.roles import (
    ACTS,
    SCOPE_ACTS,
    Act,
    ClientScope,
    HeldScopes,
    Principal,
    may,
    reach,
    scopes_of,
)
from api.kit.quotas import Quota, minute_of
from api.outbox.rules import LONGEST_PAUSE, Outcome, fate
from api.webhooks.rules import COVERING, asked_pause, missing_scope, told_to_client
from api.webhooks.schemas import ToldAct
from api.words import DeliveryChannel
from tests.district import MASTER_KEY
from tests.moving_clock import MORNING

READS = {Act.READ_UNITS, Act.READ_SESSIONS, Act.READ_REPORTS, Act.READ_ATTENDANCE}
WRITES = {Act.WRITE_REPORTS, Act.SEND_CHECK_INS}
SCOPES = st.sets(st.sampled_from(list(ClientScope)))


def _client(scopes: set[ClientScope], path: str = "0a/0b/") -> Principal:
    held = HeldScopes(frozenset(scopes), uuid4(), "Đảng bộ xã Bom Bo", path)
    return Principal(uuid4(), "client", "Phần mềm", (), client=held)


def test_no_scope_opens_what_needs_a_person() -> None:
    assert set(SCOPE_ACTS) == set(ClientScope)
    assert set().union(*SCOPE_ACTS.values()) == READS | WRITES


def test_no_role_sends_check_ins_as_a_program_does() -> None:
    assert all(Act.SEND_CHECK_INS not in acts for acts in ACTS.values())


def test_names_are_read_by_one_scope_alone() -> None:
    named = {scope for scope in ClientScope if Act.READ_ATTENDANCE in SCOPE_ACTS[scope]}
    assert named == {ClientScope.ATTENDANCE_READ}
    assert all(Act.READ_MEMBERS not in acts for acts in SCOPE_ACTS.values())


@given(scopes=SCOPES, act=st.sampled_from(list(Act)))
def test_a_client_reaches_its_unit_by_its_scopes_and_nothing_else(
    scopes: set[ClientScope], act: Act
) -> None:
    client = _client(scopes)
    allowed = any(act in SCOPE_ACTS[scope] for scope in scopes)
    assert reach(client, act) == (("0a/0b/",) if allowed else ())
    assert may(client, act, "0a/0b/0c/") == allowed
    assert not may(client, act, "0a/")
    assert not may(client, act, "0a/0d/")


def test_a_scope_of_another_version_is_left_out() -> None:
    assert scopes_of(["units:read", "members:write"]) == {ClientScope.UNITS_READ}


@given(scopes=SCOPES, acts=st.sets(st.sampled_from([act.value for act in ToldAct])))
def test_a_client_is_told_of_what_one_of_its_scopes_covers(
    scopes: set[ClientScope], acts: set[str]
) -> None:
    missing = missing_scope(acts, scopes)
    covered = [bool(COVERING[act.partition(".")[0]] & scopes) for act in acts]
    assert (missing is None) == all(covered)
    assert missing is None or missing not in scopes


def test_the_count_of_a_session_needs_the_scope_that_counts() -> None:
    data = {"session_id": "…", "there": 7}
    assert told_to_client(data, {ClientScope.SESSIONS_READ}) == {"session_id": "…", "there": None}
    assert told_to_client(data, {ClientScope.SESSIONS_READ, ClientScope.ATTENDANCE_COUNT}) == data
    assert told_to_client({"report_id": "…"}, {ClientScope.REPORTS_WRITE}) == {"report_id": "…"}


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Tue, 15 Mar 2022 02:00:30 GMT", 30),
        ("Tue, 15 Mar 2022 01:00:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("1e9", None),
        ("9" * 40, None),
        (None, None),
    ],
)
def test_how_long_a_receiver_asks_for_is_read_as_http_has_it(
    text: str | None, seconds: int | None
) -> None:
    at = datetime(2022, 3, 15, 2, 0, tzinfo=UTC)
    expected = None if seconds is None else timedelta(seconds=seconds)
    assert asked_pause(text, at=at) == expected


@given(asked=st.timedeltas(timedelta(0), timedelta(days=3)), attempts=st.integers(1, 11))
def test_a_receiver_is_left_alone_as_long_as_it_asks_within_six_hours(
    asked: timedelta, attempts: int
) -> None:
    def next_after(pause: timedelta | None) -> datetime | None:
        return fate(
            Outcome.FAILED,
            DeliveryChannel.WEBHOOK,
            attempts=attempts,
            at=MORNING,
            chance=0.0,
            asked_pause=pause,
        ).next_at

    usual, end = next_after(None), next_after(asked)
    assert usual is not None
    assert end == max(usual, MORNING + min(asked, LONGEST_PAUSE))


def test_a_secret_is_known_by_its_number_and_only_for_its_client() -> None:
    client, secret = uuid4(), new_secret()
    assert secret.startswith(PREFIX)
    assert len(secret) >= len(PREFIX) + 43, "256 bits"
    hashes = {1: hash_of(MASTER_KEY, client, "ddcs_old"), 2: hash_of(MASTER_KEY, client, secret)}
    assert number_of(MASTER_KEY, client, secret, hashes) == 2
    assert number_of(MASTER_KEY, client, "ddcs_old", hashes) == 1
    assert number_of(MASTER_KEY, client, "ddcs_other", hashes) is None
    assert number_of(MASTER_KEY, uuid4(), secret, hashes) is None
    assert number_of(bytes(32), client, secret, hashes) is None, "another master key"


@given(made=st.integers(1, 700), second=st.integers(0, 59), micro=st.integers(0, 999_999))
def test_what_is_left_of_a_minute_is_told_in_whole_seconds(
    made: int, second: int, micro: int
) -> None:
    at = MORNING.replace(second=second, microsecond=micro)
    quota = Quota(600, made, minute_of(at), at)
    assert 1 <= quota.seconds_left <= 60
    assert at + timedelta(seconds=quota.seconds_left) >= minute_of(at) + timedelta(minutes=1)
    assert quota.is_exceeded == (made > 600)
    headers = quota.headers()
    assert headers["RateLimit-Policy"] == '"client";q=600;w=60'
    assert headers["RateLimit"] == f'"client";r={max(0, 600 - made)};t={quota.seconds_left}'
