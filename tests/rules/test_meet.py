"""Participants' files of Google Meet: columns, times, halls (pure)."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.imports import delimited
from api.meet import lines
from api.meet.columns import MeetColumnRole, find, role_of
from api.meet.lines import Lines, Skip
from api.meet.moments import instant, seconds
from api.meet.rules import Hall, Interval, Match, Reason, connected, suggest
from tests.moving_clock import MORNING

DAY = date(2022, 3, 15)
JOINED = datetime(2022, 3, 15, 0, 58, tzinfo=UTC)
"""7:58 in the morning of that day in Vietnam."""


@pytest.mark.parametrize(
    "text",
    [
        "15/03/2022 07:58",
        "15-3-2022 7:58:00 SA",
        "3/15/2022 7:58 AM",
        "07:58 15/03/22",
        "2022-03-15T00:58:00Z",
        "2022-03-15T07:58:00.250+07:00",
        "2022-03-15 07:58:00",
        "2022-03-15 00:58:00 UTC",
        "Mar 15, 2022, 7:58:00\u202fAM",
        "15 March 2022 07:58",
        "15 thg 3, 2022, 07:58:00",
        "7 giờ 58 phút, ngày 15 tháng 3 năm 2022",
        "7:58 AM",
        "7h58",
        "07:58:00",
        "12:58 AM (UTC)",
        "44635.3319444444",
    ],
)
def test_a_time_is_understood_however_it_is_written(text: str) -> None:
    assert instant(text, DAY) == JOINED


def test_day_and_month_are_told_by_the_session_else_day_first() -> None:
    assert instant("3/4/2022 07:58", date(2022, 3, 4)) == datetime(2022, 3, 4, 0, 58, tzinfo=UTC)
    assert instant("3/4/2022 07:58", DAY) == datetime(2022, 4, 3, 0, 58, tzinfo=UTC)
    assert instant("7:58 PM", DAY) == JOINED + timedelta(hours=12)
    for nothing in ("", "–", "15/03/2022", "31/02/2022 07:58", "25:00", "Nguyễn Văn A"):
        assert instant(nothing, DAY) is None
    assert instant("07:58", None) is None


@pytest.mark.parametrize(
    "text",
    [
        "1 giờ 2 phút",
        "1h 2m",
        "62 min",
        "62 phút",
        "1:02:00",
        "1 hr 2 min 0 s",
        "62",
        "1h02",
        "1:02",
    ],
)
def test_a_duration_is_understood_however_it_is_written(text: str) -> None:
    assert seconds(text) == 3720


def test_what_is_no_duration_is_none() -> None:
    assert [seconds(text) for text in ("", "lâu", "2 ngày", "-")] == [None] * 4
    assert seconds("45 giây") == 45


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Họ tên", MeetColumnRole.NAME),
        ("HO VA TEN", MeetColumnRole.NAME),
        ("Tên", MeetColumnRole.NAME),
        ("Tên người tham gia", MeetColumnRole.NAME),
        ("Participant Name", MeetColumnRole.NAME),
        ("First name", MeetColumnRole.FIRST_NAME),
        ("Last name", MeetColumnRole.LAST_NAME),
        ("Thời gian tham gia", MeetColumnRole.JOINED),
        ("Thoi gian tham gia", MeetColumnRole.JOINED),
        ("Joined at", MeetColumnRole.JOINED),
        ("Join time", MeetColumnRole.JOINED),
        ("Giờ vào", MeetColumnRole.JOINED),
        ("Thời gian rời", MeetColumnRole.LEFT),
        ("Time exited", MeetColumnRole.LEFT),
        ("Left", MeetColumnRole.LEFT),
        ("Thời lượng", MeetColumnRole.DURATION),
        ("Duration (minutes)", MeetColumnRole.DURATION),
        ("E-mail", None),
        ("Email của người tham gia", None),
        ("Địa chỉ", None),
    ],
)
def test_a_column_is_known_by_its_header(header: str, role: MeetColumnRole | None) -> None:
    assert role_of(header) is role


def _read(text: str) -> Lines:
    table = delimited.table(text.encode("utf-8-sig"))
    columns = find(table.rows)
    assert columns is not None
    return lines.read(table, columns, DAY)


def test_a_list_of_meet_itself_is_read_and_its_addresses_are_not() -> None:
    text = (
        "Meeting code,abc-defg-hij\n"
        "First name,Last name,Email,Duration,Time joined,Time exited\n"
        "Bưu điện,Bù Đăng,buudien@mail.example,1 hr 2 min,7:58 AM,9:00 AM\n"
        "Bưu điện,Bù Đăng,buudien@mail.example,5 min,9:10 AM,9:15 AM\n"
        "a@mail.example,,a@mail.example,5 min,9:10 AM,9:15 AM\n"
    )
    found = _read(text)
    assert [(each.row, each.display_name) for each in found.found] == [
        (3, "Bưu điện Bù Đăng"),
        (4, "Bưu điện Bù Đăng"),
    ]
    assert found.found[0].joined_at == JOINED
    assert found.found[0].left_at == JOINED + timedelta(minutes=62)
    assert found.skipped == ((5, Skip.NAME_IS_ADDRESS),)


def test_a_list_in_vietnamese_may_tell_only_how_long_and_says_why_rows_are_left_out() -> None:
    text = (
        "Họ;Tên;Giờ vào;Thời lượng\n"
        "Trường;THCS Hoa Ban <hoaban@mail.example>;07:58;1 giờ 2 phút\n"
        "Trường;THCS Hoa Ban;07:58;1 giờ\n"
        ";;07:58;5 phút\n"
        "Thôn;3;sớm;5 phút\n"
        "Thôn;3;07:58;\n"
        "Họ;Tên;Giờ vào;Thời lượng\n"
    )
    found = _read(text)
    (line,) = found.found
    assert (line.display_name, line.left_at) == (
        "Trường THCS Hoa Ban",
        JOINED + timedelta(minutes=62),
    )
    assert found.skipped == (
        (4, Skip.NAME_MISSING),
        (5, Skip.TIME_UNREADABLE),
        (6, Skip.END_MISSING),
    )
    assert _read("Tên\tVào\tRa\nA\t9:00\t8:00\n").skipped == ((2, Skip.ENDS_BEFORE),)


POST, SCHOOL, HIGH = (UUID(int=number) for number in (1, 2, 3))
HALLS = [
    Hall(POST, ("Hội trường Bưu điện", "Chi bộ Bưu điện", "BĐ Bù Đăng")),
    Hall(SCHOOL, ("Hội trường Trường THCS Lê Quý Đôn", "Chi bộ Trường THCS Lê Quý Đôn")),
    Hall(HIGH, ("Hội trường Trường THPT Lê Quý Đôn", "Chi bộ Trường THPT Lê Quý Đôn")),
]


@pytest.mark.parametrize(
    ("name", "point_id", "reason"),
    [
        ("CHI BO BUU DIEN", POST, Reason.SAME_NAME),
        ("bd bu dang", POST, Reason.SAME_NAME),
        ("Bưu điện", POST, Reason.SIMILAR_NAME),
        ("BuuDien", POST, Reason.SIMILAR_NAME),
        ("Điểm cầu Bưu điện (máy 2)", POST, Reason.SIMILAR_NAME),
        ("THCS LE QUY DON", SCHOOL, Reason.SIMILAR_NAME),
        ("phòng máy 1", HIGH, Reason.EARLIER),
    ],
)
def test_a_name_is_matched_without_marks_and_by_what_was_said_before(
    name: str, point_id: UUID, reason: Reason
) -> None:
    found = suggest(name, HALLS, {"phong may 1": Match(HIGH)})
    assert found is not None
    assert (found.match.point_id, found.reason) == (point_id, reason)


@pytest.mark.parametrize("name", ["Lê Quý Đôn", "Hội trường", "Nguyễn Văn A", "Google Meet"])
def test_a_name_that_may_be_several_halls_or_none_is_left_open(name: str) -> None:
    assert suggest(name, HALLS, {}) is None


def _at(minute: int) -> datetime:
    return MORNING + timedelta(minutes=minute)


def test_time_that_overlaps_counts_once_and_only_inside_the_session() -> None:
    spans: list[Interval] = [(_at(0), _at(30)), (_at(20), _at(40)), (_at(50), _at(60))]
    assert connected(spans) == 50 * 60
    assert connected(spans, (_at(10), _at(55))) == 35 * 60
    assert connected([], (_at(10), _at(55))) == 0


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_connected_time_is_that_of_the_minutes_covered(pairs: list[tuple[int, int]]) -> None:
    spans = [(_at(min(pair)), _at(max(pair))) for pair in pairs]
    covered = {minute for pair in pairs for minute in range(min(pair), max(pair))}
    assert connected(spans) == 60 * len(covered)
    assert connected(spans, (_at(15), _at(45))) == 60 * len(covered & set(range(15, 45)))
