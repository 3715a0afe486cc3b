"""Privacy, pure: every kind has its period, and what is taken out of stored texts."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from api.privacy.rules import (
    ERASED_NAME,
    NAMES,
    REPORT_WITHIN,
    RETENTIONS,
    TEXTS,
    RetentionDeed,
    hours_left,
    is_overdue,
    stripped,
    unnamed,
)
from api.privacy.steps import STEPS
from api.records.rules import is_overdue as is_request_overdue
from api.words import DataKind, DataRequestState

AT = datetime(2022, 3, 15, tzinfo=UTC)


def test_every_kind_of_data_has_one_period_and_something_to_do() -> None:
    assert sorted(each.kind for each in RETENTIONS) == sorted(DataKind)
    assert set(STEPS) == set(DataKind)
    assert all(STEPS.values())
    assert {each.deed for each in RETENTIONS} == set(RetentionDeed)


def test_who_left_is_erased_before_the_trail_that_tells_it_goes() -> None:
    days = {each.kind: each.days for each in RETENTIONS}
    assert days[DataKind.MEMBERS] < days[DataKind.AUDIT]
    assert days[DataKind.ATTEMPTS] <= 30
    (check_ins,) = [each for each in RETENTIONS if each.kind is DataKind.CHECK_INS]
    assert check_ins.before(AT) == AT - timedelta(days=180)


def test_names_and_words_go_and_that_they_changed_stays() -> None:
    detail = {
        "count": 2,
        "note": "con ốm",
        "changes": {
            "full_name": {"before": "A", "after": "B"},
            "status": {"before": "official", "after": "left"},
        },
    }
    assert stripped(detail, NAMES | TEXTS) == {
        "count": 2,
        "changes": {
            "full_name": {"before": None, "after": None},
            "status": {"before": "official", "after": "left"},
        },
    }
    assert stripped({"count": 2}, NAMES) == {"count": 2}


def test_one_name_goes_out_of_a_summons_and_the_others_stay() -> None:
    hoa, binh = str(UUID(int=1)), str(UUID(int=2))
    members = [{"id": hoa, "name": "Nguyễn Thị Hoa"}, {"id": binh, "name": "Trần Văn Bình"}]
    content = {"title": "Lớp 1", "sessions": [{"members": members, "withheld": [hoa]}]}
    found = unnamed(content, hoa)
    assert found["sessions"][0]["members"] == [{"id": hoa, "name": ERASED_NAME}, members[1]]
    assert found["sessions"][0]["withheld"] == [hoa]


def test_the_clock_runs_72_hours_from_finding() -> None:
    due = AT + REPORT_WITHIN
    assert hours_left(due, None, AT) == 72
    assert hours_left(due, None, AT + timedelta(minutes=1)) == 71
    assert hours_left(due, None, due + timedelta(hours=5)) == 0
    assert hours_left(due, AT, AT) is None
    assert not is_overdue(due, None, due)
    assert is_overdue(due, None, due + timedelta(seconds=1))
    assert is_overdue(due, due + timedelta(hours=1), due + timedelta(days=9))
    assert not is_overdue(due, AT, due + timedelta(days=9))


def test_a_request_is_overdue_from_the_day_after() -> None:
    due = {"answer_due_on": date(2022, 3, 17), "done_due_on": date(2022, 3, 29)}
    owed = {
        (DataRequestState.OPEN, date(2022, 3, 17)): False,
        (DataRequestState.OPEN, date(2022, 3, 18)): True,
        (DataRequestState.ANSWERED, date(2022, 3, 29)): False,
        (DataRequestState.ANSWERED, date(2022, 3, 30)): True,
        (DataRequestState.DONE, date(2023, 3, 30)): False,
    }
    for (state, today), expected in owed.items():
        assert is_request_overdue(state, **due, today=today) is expected
