"""Which session comes next for those who missed theirs (pure)."""

from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from api.make_ups.rules import OVER, Choice, Party, Place, choices, spread, text
from api.words import Form, SessionState
from tests.moving_clock import MORNING

HALL = UUID(int=900)
LATER = [UUID(int=1), UUID(int=2)]


def _choice(number: int, form: Form, state: SessionState, days: int | None = None) -> Choice:
    starts_at = None if days is None else MORNING + timedelta(days=days)
    return Choice(UUID(int=number), form, number, state, starts_at)


def test_the_next_session_of_the_same_form_comes_first_and_one_without_time_last() -> None:
    sessions = [
        _choice(1, Form.LINE, SessionState.LOCKED, 0),
        _choice(2, Form.LINE, SessionState.POSTPONED),
        _choice(3, Form.LINE, SessionState.PLANNED),
        _choice(4, Form.LINE, SessionState.PLANNED, 2),
        _choice(5, Form.LINE, SessionState.PLANNED, 1),
        _choice(6, Form.LINE, SessionState.OPEN, 0),
        _choice(7, Form.MEET, SessionState.PLANNED, 0),
        _choice(8, Form.LINE, SessionState.CANCELLED, 0),
    ]
    found = [each.session_id.int for each in choices(sessions, Form.LINE)]
    assert found == [5, 4, 3, 6, 2]
    over = [each for each in sessions if each.form is Form.MEET or each.state in OVER]
    assert [each.session_id.int for each in choices(over, Form.LINE)] == [7]
    assert choices(over[:1], Form.LINE) == []


def test_where_a_point_is_full_the_following_session_takes_over() -> None:
    members = [(UUID(int=number), HALL) for number in range(100, 104)]
    capacity: dict[Place, int] = {(LATER[0], HALL): 3, (LATER[1], HALL): 2}
    placed = spread(members, LATER, {(LATER[0], HALL): 2}, capacity)
    assert [each.int for each in placed.values()] == [1, 2, 2, 1], "then the least crowded"


@given(
    st.integers(0, 40),
    st.lists(st.integers(0, 9), min_size=2, max_size=2),
    st.lists(st.integers(0, 9), min_size=2, max_size=2),
)
def test_everybody_gets_a_session_and_no_seat_stays_free_where_one_is_crowded(
    count: int, seats: list[int], taken: list[int]
) -> None:
    members = [(UUID(int=100 + number), HALL) for number in range(count)]
    capacity: dict[Place, int] = {(each, HALL): seats[place] for place, each in enumerate(LATER)}
    load: dict[Place, int] = {
        (each, HALL): min(taken[place], seats[place]) for place, each in enumerate(LATER)
    }
    placed = spread(members, LATER, load, capacity)
    assert set(placed) == {member for member, _ in members}
    free = [
        capacity[each, HALL] - load[each, HALL] - list(placed.values()).count(each)
        for each in LATER
    ]
    assert max(free) <= 0 or min(free) >= 0


def test_a_text_tells_units_and_halls_when_and_where() -> None:
    told = text(
        conference="Hội nghị quý I",
        title="Lớp 2",
        starts_at=MORNING,
        date_hint=None,
        meet_url=None,
        parties=[
            Party("Chi bộ thôn 3", 2, "Điểm cầu xã Bom Bo"),
            Party("Chi bộ Bưu điện", 1, None),
        ],
    )
    assert told.splitlines() == [
        "HỌC BÙ – Hội nghị quý I",
        "Mời 3 đồng chí chưa dự lớp của mình đến dự: Lớp 2.",
        "Thời gian: 7 giờ 30 phút, thứ Ba, ngày 15 tháng 3 năm 2022.",
        "Các chi bộ có đồng chí cần dự:",
        "- Chi bộ thôn 3: 2 đồng chí, tại Điểm cầu xã Bom Bo",
        "- Chi bộ Bưu điện: 1 đồng chí",
        "Bí thư báo đến từng đồng chí theo danh sách trên phần mềm.",
    ]
