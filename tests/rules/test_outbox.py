"""What becomes of deliveries, and which addresses may be told: pure."""

from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api import events
from api.outbox.mail import mail_server
from api.outbox.rules import LONGEST_PAUSE, MOST_ATTEMPTS, Outcome, fate, may_replay, pause
from api.webhooks.rules import UrlFault, is_public, outcome_of, url_fault
from api.webhooks.schemas import ToldAct
from api.webhooks.signing import new_secret, secret_of
from api.words import DeliveryChannel, DeliveryState
from tests.district import MASTER_KEY
from tests.moving_clock import MORNING

CHANNELS = st.sampled_from(list(DeliveryChannel))
CHANCES = st.floats(0, 1, exclude_max=True)


@given(outcomes=st.lists(st.sampled_from(list(Outcome)), min_size=12), channel=CHANNELS, c=CHANCES)
def test_every_delivery_ends_accepted_once_or_on_a_list_for_persons(
    outcomes: list[Outcome], channel: DeliveryChannel, c: float
) -> None:
    at, accepted = MORNING, 0
    for attempts, outcome in enumerate(outcomes, start=1):
        accepted += outcome is Outcome.ACCEPTED
        end = fate(outcome, channel, attempts=attempts, at=at, chance=c)
        if end.state is not DeliveryState.WAITING:
            break
        assert at < end.next_at <= at + LONGEST_PAUSE
        at = end.next_at
    assert end.state in {DeliveryState.SENT, DeliveryState.DEAD, DeliveryState.UNCERTAIN}
    assert (end.state is DeliveryState.SENT) == (accepted == 1)
    assert attempts <= MOST_ATTEMPTS
    assert at - MORNING < timedelta(days=2)


def test_a_mail_whose_end_nobody_knows_is_never_sent_again_by_itself() -> None:
    end = fate(Outcome.UNKNOWN, DeliveryChannel.MAIL, attempts=1, at=MORNING, chance=0)
    assert end.state is DeliveryState.UNCERTAIN


@given(attempts=st.integers(1, 1_000), chance=CHANCES)
def test_pauses_double_up_to_six_hours_and_lose_a_quarter_at_most(
    attempts: int, chance: float
) -> None:
    full = min(timedelta(seconds=30) * 2 ** min(attempts - 1, 20), timedelta(hours=6))
    assert full * 0.75 <= pause(attempts, chance=chance) <= full


def test_a_mail_that_was_sent_is_not_sent_again_but_a_message_may_be() -> None:
    assert not may_replay(DeliveryState.SENT, DeliveryChannel.MAIL)
    assert may_replay(DeliveryState.SENT, DeliveryChannel.WEBHOOK)
    assert not may_replay(DeliveryState.SENDING, DeliveryChannel.WEBHOOK)


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 192.168.1.9 172.16.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 :: "
    "fe80::1 fe80::1%eth0 fd00::7 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: fec0::1".split(),
)
def test_an_address_of_the_house_is_not_public(address: str) -> None:
    assert not is_public(address)


def test_addresses_of_the_internet_are_public() -> None:
    assert is_public("8.8.8.8")
    assert is_public("2606:4700:4700::1111")


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://tonghop.huyenuy.example/nhan?x=1", None),
        ("http://tonghop.huyenuy.example/nhan", UrlFault.NOT_HTTPS),
        ("ftp://tonghop.huyenuy.example/", UrlFault.NOT_HTTPS),
        ("https://ai:matkhau@huyenuy.example/", UrlFault.CREDENTIALS),
        ("https://127.0.0.1/", UrlFault.NOT_PUBLIC),
        ("https://[::1]:8443/", UrlFault.NOT_PUBLIC),
        ("https://localhost/", UrlFault.NOT_PUBLIC),
        ("https://mayin.local/", UrlFault.NOT_PUBLIC),
        ("https://noi bo.example/", UrlFault.UNREADABLE),
        ("https://huyenuy.example/\n", UrlFault.UNREADABLE),
        ("https://huyenuy.example:99999/", UrlFault.UNREADABLE),
        ("https://huyenuy.example/#x", UrlFault.UNREADABLE),
        ("https:///nhan", UrlFault.UNREADABLE),
    ],
)
def test_an_address_must_be_https_on_the_open_internet(url: str, fault: UrlFault | None) -> None:
    assert url_fault(url, is_try_out=False) is fault


def test_a_try_out_may_have_its_receiver_on_its_own_machine() -> None:
    assert url_fault("http://127.0.0.1:9000/", is_try_out=True) is None
    assert url_fault("file:///etc/passwd", is_try_out=True) is not None


def test_only_a_2xx_is_taken_and_only_a_410_ends_it() -> None:
    outcomes = {status: outcome_of(status) for status in (200, 204, 301, 400, 410, 429, 500)}
    assert [each for each, outcome in outcomes.items() if outcome is Outcome.ACCEPTED] == [200, 204]
    assert [each for each, outcome in outcomes.items() if outcome is Outcome.REFUSED] == [410]


def test_the_acts_of_the_contract_are_those_that_may_be_told() -> None:
    assert {act.value for act in ToldAct} == events.TOLD


def test_a_secret_derives_from_its_seal_and_only_for_its_webhook_and_key() -> None:
    from_id, other_id = UUID(int=1), UUID(int=2)
    secret, sealed = new_secret(MASTER_KEY, from_id)
    assert secret.startswith("whsec_")
    assert secret_of(MASTER_KEY, from_id, sealed) == secret
    assert secret_of(MASTER_KEY, other_id, sealed) is None
    assert secret_of(bytes(32), from_id, sealed) is None


def test_the_settings_of_mail_are_read_as_people_write_them() -> None:
    sender = "Ban Tuyên giáo <btg@huyenuy.example>"
    read = mail_server(
        "smtps://btg%40huyenuy:m%3Ak%2F1@mail.huyenuy.example",
        sender,
        public_url="https://diemdanh.example",
    )
    assert read is not None
    assert (read.host, read.port, read.is_tls) == ("mail.huyenuy.example", 465, True)
    assert (read.username, read.password) == ("btg@huyenuy", "m:k/1")
    assert read.sender.addr_spec == "btg@huyenuy.example"
    assert read.own_host == "diemdanh.example"
    plain = mail_server("smtp://u:p@mail.huyenuy.example", sender, public_url="")
    assert plain is not None
    assert plain.must_upgrade, "a password never goes over an open line"
    assert mail_server("", "", public_url="") is None


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        ("http://mail.example", "a@b.example"),
        ("smtp://", "a@b.example"),
        ("smtp://mail.example/x", "a@b.example"),
        ("smtp://mail.example:port", "a@b.example"),
        ("smtp://mail.example", ""),
        ("smtp://mail.example", "không phải thư"),
        ("smtp://mail.example", "a@b.example, c@d.example"),
    ],
)
def test_settings_of_mail_that_cannot_be_used_keep_the_program_from_starting(
    url: str, sender: str
) -> None:
    with pytest.raises(ValueError, match="DIEMDANH_"):
        mail_server(url, sender, public_url="")
