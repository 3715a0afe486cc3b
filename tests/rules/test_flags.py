"""What strikes the eye, and what every honest hall is full of and stays unflagged."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from api.flags.rules import (
    Assignment,
    Bound,
    Change,
    Entry,
    Facts,
    Flag,
    Heads,
    ManualShare,
    Scan,
    Typed,
    WrongCode,
    flags,
)
from api.flags.sayings import sentence
from api.words import Evidence, FlagKind, Standing

OPENED = datetime(2022, 3, 16, 0, 15, tzinfo=UTC)
SESSION, OTHER_SESSION, WINDOW = UUID(int=1), UUID(int=2), UUID(int=3)
HALL, OTHER_HALL = UUID(int=4), UUID(int=5)
BOM_BO, OFFICE = UUID(int=6), UUID(int=7)
HOA, MAI, LAN = UUID(int=11), UUID(int=12), UUID(int=13)
PHONE_OF_HOA, STRANGE_PHONE = UUID(int=21), UUID(int=22)
SECRETARY = UUID(int=31)


def _entry(
    member: UUID,
    *,
    unit: UUID = BOM_BO,
    evidence: Evidence = Evidence.QR,
    late: int | None = None,
    standing: Standing = Standing.PRESENT,
) -> Entry:
    attendance_id = UUID(int=member.int + 1000)
    return Entry(attendance_id, member, unit, HALL, WINDOW, standing, evidence, late, PHONE_OF_HOA)


def _scan(member: UUID, phone: UUID, *, minutes: int = 5) -> Scan:
    at = OPENED + timedelta(minutes=minutes)
    return Scan(UUID(int=member.int + 1000), phone, Evidence.QR, at)


def _facts(**known: object) -> Facts:
    return Facts(session_id=SESSION, opened_at=OPENED, **known)  # type: ignore[arg-type]


def _only(facts: Facts) -> Flag:
    (found,) = flags(facts)
    return found


def test_one_phone_that_spoke_for_two_names_the_one_who_was_spoken_for() -> None:
    flag = _only(
        _facts(
            entries=[_entry(HOA), _entry(MAI)],
            scans=[_scan(HOA, PHONE_OF_HOA), _scan(MAI, PHONE_OF_HOA)],
            phones=[Bound(PHONE_OF_HOA, HOA, OPENED - timedelta(days=90), None)],
        )
    )
    assert (flag.kind, flag.member_ids, flag.unit_id) == (FlagKind.SHARED_PHONE, (MAI,), BOM_BO)
    assert sentence(flag, issuer=None) == "Một máy đã điểm danh cho 2 người."


def test_a_phone_that_typed_two_unknown_names_is_told_to_the_unit_it_named() -> None:
    names = [Typed(UUID(int=40 + each), STRANGE_PHONE, OFFICE, HALL, None) for each in range(2)]
    flag = _only(_facts(typed=names))
    assert (flag.kind, flag.unit_id, flag.numbers) == (FlagKind.SHARED_PHONE, OFFICE, (2,))


def test_the_same_phone_twice_for_its_owner_is_nothing() -> None:
    entries, scans = [_entry(HOA)], [_scan(HOA, PHONE_OF_HOA), _scan(HOA, PHONE_OF_HOA)]
    assert flags(_facts(entries=entries, scans=scans)) == []


@pytest.mark.parametrize(("wrong", "flagged"), [(2, False), (3, True)])
def test_the_third_wrong_code_before_a_success_strikes_the_eye(
    wrong: int, *, flagged: bool
) -> None:
    codes = [WrongCode(PHONE_OF_HOA, HALL, OPENED) for _ in range(wrong)]
    facts = _facts(entries=[_entry(HOA)], scans=[_scan(HOA, PHONE_OF_HOA)], wrong_codes=codes)
    assert [flag.kind for flag in flags(facts)] == [FlagKind.GUESSED_CODE] * flagged


def test_wrong_codes_after_the_success_are_nobodys_guessing() -> None:
    later = OPENED + timedelta(minutes=6)
    codes = [WrongCode(PHONE_OF_HOA, HALL, later) for _ in range(5)]
    facts = _facts(entries=[_entry(HOA)], scans=[_scan(HOA, PHONE_OF_HOA)], wrong_codes=codes)
    assert flags(facts) == []


def test_a_door_that_was_stopped_is_told_of_the_point() -> None:
    codes = [WrongCode(UUID(int=each), HALL, OPENED) for each in range(30)]
    flag = _only(_facts(wrong_codes=codes, suspended_point_ids=[HALL]))
    assert (flag.unit_id, flag.point_id, flag.numbers) == (None, HALL, (30,))


@pytest.mark.parametrize(
    ("manual", "summoned", "left", "flagged"),
    [(3, 10, 3, False), (4, 10, 4, True), (4, 10, 0, False), (4, 40, 4, False)],
)
def test_a_large_manual_share_is_flagged_until_it_is_countersigned(
    manual: int, summoned: int, left: int, *, flagged: bool
) -> None:
    shares = [ManualShare(BOM_BO, manual, summoned, left)]
    assert [flag.kind for flag in flags(_facts(shares=shares))] == [FlagKind.MANUAL_SHARE] * flagged


@pytest.mark.parametrize(
    ("heads", "recorded", "flagged"),
    [(60, 60, False), (60, 61, False), (60, 62, True), (200, 204, False), (200, 205, True)],
)
def test_more_check_ins_than_heads_strike_the_eye_beyond_a_counting_error(
    heads: int, recorded: int, *, flagged: bool
) -> None:
    found = flags(_facts(heads=[Heads(HALL, heads, recorded)]))
    assert [flag.kind for flag in found] == [FlagKind.OVER_HEAD_COUNT] * flagged


def test_a_late_arrival_says_how_late() -> None:
    late = _entry(HOA, evidence=Evidence.LATE, late=11_520, standing=Standing.PENDING)
    flag = _only(_facts(entries=[late]))
    assert sentence(flag, issuer=None) == "Gửi muộn 3 giờ 12 phút sau khi mã hết hiệu lực."
    rejected = _entry(HOA, evidence=Evidence.LATE, late=11_520, standing=Standing.REJECTED)
    assert flags(_facts(entries=[rejected])) == []


@pytest.mark.parametrize(
    ("assigned", "said"),
    [
        (Assignment(SESSION, HALL), None),
        (Assignment(SESSION, OTHER_HALL), "Dự ở điểm cầu khác với điểm cầu được phân."),
        (Assignment(OTHER_SESSION, HALL), "Dự lớp khác với lớp được phân."),
    ],
)
def test_who_comes_elsewhere_is_flagged_and_counted_all_the_same(
    assigned: Assignment, said: str | None
) -> None:
    found = flags(_facts(entries=[_entry(HOA)], assignments={HOA: assigned}))
    assert [sentence(flag, issuer=None) for flag in found] == ([said] if said else [])


@pytest.mark.parametrize(("number", "flagged"), [(3, False), (4, True)])
def test_many_phones_from_one_hand_since_yesterday_name_the_hand(
    number: int, *, flagged: bool
) -> None:
    members = [UUID(int=100 + each) for each in range(10)]
    phones = [
        Bound(UUID(int=200 + each), member, OPENED - timedelta(hours=10), SECRETARY)
        for each, member in enumerate(members[:number])
    ]
    found = flags(_facts(entries=[_entry(each) for each in members], phones=phones))
    assert [flag.kind for flag in found] == [FlagKind.NEW_PHONE] * flagged
    for flag in found:
        assert flag.issuer_id == SECRETARY
        assert sentence(flag, issuer="Bí thư Bom Bo").startswith("Bí thư Bom Bo gắn 4 máy")


def test_phones_that_their_owners_proved_are_nobodys_hand() -> None:
    members = [UUID(int=100 + each) for each in range(10)]
    phones = [Bound(UUID(int=200 + m.int), m, OPENED, None) for m in members]
    assert flags(_facts(entries=[_entry(each) for each in members], phones=phones)) == []


def test_a_second_device_for_somebody_already_there() -> None:
    scans = [_scan(HOA, PHONE_OF_HOA), _scan(HOA, STRANGE_PHONE)]
    flag = _only(_facts(entries=[_entry(HOA)], scans=scans))
    assert (flag.kind, flag.member_ids) == (FlagKind.SECOND_DEVICE, (HOA,))


def test_what_changed_after_the_lock_is_one_flag_a_unit() -> None:
    locks_at = OPENED + timedelta(hours=30)
    changes = [
        Change(BOM_BO, HOA, locks_at),
        Change(BOM_BO, MAI, locks_at + timedelta(hours=1)),
        Change(BOM_BO, LAN, locks_at - timedelta(seconds=1)),
    ]
    flag = _only(_facts(changes=changes, locks_at=locks_at))
    assert (flag.kind, flag.member_ids) == (FlagKind.CHANGED_AFTER_LOCK, (HOA, MAI))


def test_a_flag_is_the_same_one_each_time_it_is_found() -> None:
    facts = _facts(entries=[_entry(HOA)], assignments={HOA: Assignment(OTHER_SESSION, HALL)})
    again = _facts(
        entries=[_entry(HOA), _entry(MAI)], assignments={HOA: Assignment(OTHER_SESSION, HALL)}
    )
    assert _only(facts).id == _only(again).id
