"""How reports move, what differs between versions, how units are put together: pure."""

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from api.bridge_points.rules import Checked, Finding, Lack
from api.conferences.rules import PreparationItem
from api.reports.addendum import Added
from api.reports.blocks import Below, blocks, form_of
from api.reports.difference import difference
from api.reports.reminding import Late, reminder
from api.reports.states import HANDED_IN, Move, end_of_day, is_late, moved, version_kind
from api.reports.wording import (
    NO_INCIDENT,
    NO_PREPARATION,
    Arisen,
    Numbers,
    Prepared,
    assessment,
    incidents,
    preparation,
)
from api.words import CheckKind, CheckResult, Form, ReportKind, ReportState, VersionKind

DRAFT, SUBMITTED = ReportState.DRAFT, ReportState.SUBMITTED
RETURNED, ACCEPTED = ReportState.RETURNED, ReportState.ACCEPTED
NOON = datetime(2022, 3, 5, 5, tzinfo=UTC)


def test_every_move_of_a_report_is_listed_here() -> None:
    allowed = {
        (state, move): after
        for state, move in product(ReportState, Move)
        if (after := moved(state, move)) is not None
    }
    assert allowed == {
        (DRAFT, Move.SUBMIT): SUBMITTED,
        (RETURNED, Move.SUBMIT): SUBMITTED,
        (SUBMITTED, Move.SUBMIT): SUBMITTED,
        (ACCEPTED, Move.SUBMIT): SUBMITTED,
        (SUBMITTED, Move.RETURN): RETURNED,
        (ACCEPTED, Move.RETURN): RETURNED,
        (SUBMITTED, Move.ACCEPT): ACCEPTED,
    }


def test_an_interim_version_is_only_of_a_report_that_is_being_written() -> None:
    assert version_kind(DRAFT, interim=True) is VersionKind.INTERIM
    assert version_kind(RETURNED, interim=False) is VersionKind.FINAL
    for state in HANDED_IN:
        assert version_kind(state, interim=True) is None
        assert version_kind(state, interim=False) is VersionKind.ADDENDUM


def test_a_day_ends_at_midnight_in_vietnam() -> None:
    assert end_of_day(NOON) == datetime(2022, 3, 5, 17, tzinfo=UTC)
    assert end_of_day(datetime(2022, 3, 5, 17, tzinfo=UTC)) == datetime(2022, 3, 6, 17, tzinfo=UTC)


def test_what_came_in_time_is_never_late_and_what_was_returned_is() -> None:
    hour = timedelta(hours=1)
    assert not is_late(None, due_at=None, handed_in_at=None, at=NOON)
    assert not is_late(None, due_at=NOON, handed_in_at=None, at=NOON)
    assert is_late(None, due_at=NOON, handed_in_at=None, at=NOON + hour)
    assert not is_late(ACCEPTED, due_at=NOON, handed_in_at=NOON - hour, at=NOON + hour)
    assert is_late(SUBMITTED, due_at=NOON, handed_in_at=NOON + hour, at=NOON + 2 * hour)
    assert is_late(RETURNED, due_at=NOON, handed_in_at=NOON - hour, at=NOON + hour)


def content(present: int, *units: tuple[str, int], **more: Any) -> dict[str, Any]:
    return {
        "as_of": "2022-03-05T05:00:00+00:00",
        "figures": {"present": present, "rate_percent": present / 60, "reasons": {"OM": 1}},
        "blocks": [
            {
                "name": "Chi bộ trực thuộc",
                "units": [
                    {"unit_id": name, "name": name, "figures": {"present": number}}
                    for name, number in units
                ],
                "figures": {"present": present},
            }
        ],
        "texts": {"incidents": "Không"},
        **more,
    }


def test_a_difference_says_what_changed_and_where() -> None:
    before = content(40, ("Thôn 1", 20), ("Thôn 2", 20))
    after = content(41, ("Thôn 0", 1), ("Thôn 1", 20), ("Thôn 2", 20), as_of="later")
    after["figures"]["reasons"] = {}
    lines = [each["line"] for each in difference(before, after)]
    assert lines == [
        "Có mặt: 40 → 41",
        "Chi bộ trực thuộc · Thôn 0 · Tên: – → Thôn 0",
        "Chi bộ trực thuộc · Thôn 0 · Có mặt: – → 1",
        "Vắng do ốm: 1 → –",
    ]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=3),
    lambda inner: (
        st.lists(st.dictionaries(st.sampled_from(["name", "x"]), inner, max_size=2), max_size=3)
        | st.dictionaries(st.sampled_from(["figures", "present", "name", "letterhead"]), inner)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["figures", "texts", "blocks"]), _JSON))
def test_a_content_never_differs_from_itself(anything: dict[str, Any]) -> None:
    assert difference(anything, anything) == []


def test_a_class_that_is_called_off_is_a_difference_and_one_that_is_locked_is_none() -> None:
    def said(before: str, after: str) -> list[str]:
        told = ({"sessions": [{"title": "Lớp 2", "state": each}]} for each in (before, after))
        return [each["line"] for each in difference(*told)]

    assert said("planned", "cancelled") == ["Lớp 2 · Tình trạng: – → đã hủy"]
    assert said("postponed", "planned") == ["Lớp 2 · Tình trạng: hoãn → –"]
    assert said("closed", "locked") == []


def test_an_addendum_says_of_each_unit_what_its_figures_were_and_are() -> None:
    def commune(present: int, excused: int, by_hand: int) -> dict[str, Any]:
        figures = {"present": present, "excused": excused, "by_hand": by_hand}
        units = [{"unit_id": "3", "name": "Chi bộ thôn 3", "figures": figures}]
        return {
            "figures": {**figures, "present": present + 30},
            "blocks": [{"name": "Chi bộ thôn", "units": units, "figures": figures}],
            "sessions": [{"title": "Lớp 1", "held": True, "figures": figures}],
            "texts": {"assessment": f"Có mặt {present}"},
        }

    changes = difference(commune(6, 4, 2), commune(7, 3, 3))
    assert Added(changes, NOON).lines() == [
        "Tổng cộng: có mặt 36 đồng chí, nay là 37 đồng chí; vắng có lý do 4, nay là 3.",
        "Chi bộ thôn 3: có mặt 6 đồng chí, nay là 7 đồng chí; vắng có lý do 4, nay là 3.",
    ]
    only_hands = Added(difference(commune(6, 4, 2), commune(6, 4, 3)), NOON)
    assert len(only_hands.lines()) == 1
    assert "không thay đổi" in only_hands.lines()[0]


def test_a_difference_speaks_no_word_of_the_machine() -> None:
    def told(state: str | None, form: str) -> dict[str, Any]:
        return {"by_unit": [{"name": "Bưu điện", "report_state": state, "x": {"form": form}}]}

    changes = difference(told(None, "line"), told("submitted", "meet"))
    assert [each["line"] for each in changes] == [
        "Bưu điện · Báo cáo: chưa có → đã gửi",
        "Bưu điện · Hình thức: đường truyền trực tuyến → Google Meet",
    ]
    assert Added(changes, NOON).lines() == ["Bưu điện: báo cáo kết quả chưa có, nay đã gửi."]


def below(number: int, bloc: str | None, form: Form | None = Form.LINE) -> Below:
    return Below(UUID(int=number), f"Chi bộ {number}", bloc, form)


def test_school_cells_stand_in_the_block_of_their_bloc() -> None:
    units = [below(1, None), below(2, "Chi bộ trường học", Form.MEET), below(3, "Xã, thị trấn")]
    found = blocks(units, own_bloc="Xã, thị trấn")
    assert [(name, len(ids)) for name, ids in found] == [
        ("Chi bộ trực thuộc", 2),
        ("Chi bộ trường học", 1),
    ]


def test_cells_without_a_bloc_are_put_together_by_how_they_attend() -> None:
    found = blocks([below(1, None, Form.MEET), below(2, None)], own_bloc=None)
    assert [name for name, _ in found] == [
        "Chi bộ dự qua đường truyền",
        "Chi bộ dự qua Google Meet",
    ]
    assert form_of({Form.LINE: 2, Form.MEET: 2}) is Form.LINE
    assert form_of({Form.LINE: 0}) is None


@given(
    st.lists(
        st.builds(
            Below,
            st.uuids(),
            st.just("Chi bộ"),
            st.sampled_from([None, "Khối Đảng", "Chi bộ trường học"]),
            st.sampled_from([None, *Form]),
        ),
        unique_by=lambda each: each.id,
        max_size=8,
    )
)
def test_every_unit_stands_in_exactly_one_block(units: list[Below]) -> None:
    found = blocks(units, own_bloc="Khối Đảng")
    listed = [each for _, ids in found for each in ids]
    assert sorted(listed) == sorted(each.id for each in units)
    assert len({name for name, _ in found}) == len(found)


def test_the_assessment_is_a_sentence_of_figures() -> None:
    figures = Numbers(1200, 1190, 0, 8, 2, 0)
    assert assessment(ReportKind.RESULT, "hội nghị", figures) == (
        "Đơn vị có 1.200 đồng chí thuộc diện triệu tập dự hội nghị; có mặt 1.190 đồng chí, đạt "
        "99,17 %; vắng 10 đồng chí (có lý do 8, không lý do 2)."
    )
    waiting = assessment(ReportKind.QUICK, "Lớp 1", Numbers(5, 3, 1, 0, 0, 1))
    assert waiting.endswith("vắng 0 đồng chí; chưa có thông tin 2 đồng chí (báo cáo nhanh).")
    assert "không có đảng viên" in assessment(ReportKind.QUICK, "Lớp 1", Numbers(0, 0, 0, 0, 0, 0))


def test_incidents_are_told_in_their_order_with_how_they_ended() -> None:
    cut = Arisen(NOON, "Chi bộ thôn 3", "Lớp 1", "Mất điện", "Chạy máy phát.")
    noise = Arisen(NOON - timedelta(hours=1), "Chi bộ thôn 2", None, "Loa rè", None)
    assert incidents([cut, noise]).split("\n") == [
        "- 11 giờ ngày 05/03/2022, Chi bộ thôn 2: Loa rè. Chưa xử lý xong.",
        "- 12 giờ ngày 05/03/2022, Chi bộ thôn 3, Lớp 1: Mất điện. Đã xử lý: Chạy máy phát.",
    ]
    assert incidents([]) == NO_INCIDENT


def test_preparation_tells_of_the_line_of_what_failed_and_of_what_nobody_marked() -> None:
    def item(key: str, text: str, kind: CheckKind = CheckKind.DONE) -> PreparationItem:
        return PreparationItem(key, text, kind, frozenset(Form))

    tested = Finding(CheckResult.PASSED, "tiếng rõ", None, NOON, 0)
    failed = Finding(CheckResult.FAILED, None, None, NOON, 0)
    done = Finding(CheckResult.DONE, None, None, NOON, 0)
    point = Prepared(
        "Điểm cầu Bom Bo",
        [
            Checked(item("line_test", "Thử", CheckKind.TESTED), tested, None),
            Checked(item("hall", "Hội trường"), done, None),
            Checked(item("power", "Máy phát", CheckKind.TESTED), failed, Lack.FAILED),
            Checked(item("water", "Nước uống"), None, Lack.UNMARKED),
        ],
    )
    assert preparation([point]) == (
        "- Điểm cầu Bom Bo: thử đường truyền ngày 05/03/2022 đạt (tiếng rõ); đã chuẩn bị 1/3 nội "
        "dung; chưa đạt: Máy phát; chưa đánh dấu: Nước uống."
    )
    assert preparation([Prepared("Điểm cầu", [])]) == NO_PREPARATION


def test_a_reminder_names_units_and_why() -> None:
    late = [Late("Chi bộ A", NOON, was_returned=False), Late("Chi bộ B", NOON, was_returned=True)]
    text = reminder("báo cáo nhanh Lớp 1", late, group="113", at=NOON + timedelta(minutes=30))
    assert text.split("\n")[:4] == [
        "Kính gửi các đơn vị nhóm 113,",
        "Đến 12 giờ 30 phút ngày 05/03/2022, còn 2 đơn vị chưa gửi báo cáo nhanh Lớp 1:",
        "- Chi bộ A (hạn 12 giờ ngày 05/03/2022)",
        "- Chi bộ B (đã trả lại, chờ gửi lại)",
    ]
