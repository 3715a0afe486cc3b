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
from api.reports.reminding import Owing, reminder
from api.reports.states import HANDED_IN, Move, end_of_day, is_late, moved, version_kind
from api.reports.wording import (
    NO_INCIDENT,
    NO_PREPARATION,
    Arisen,
    Prepared,
    assessment,
    file_name,
    incidents,
    preparation,
)
from api.words import CheckKind, CheckResult, Form, ReportState, VersionKind

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


def test_blocks_stand_in_the_order_of_the_plan_and_what_it_does_not_name_comes_last() -> None:
    units = [below(1, "Khối Nội chính"), below(2, "Ban"), below(3, None), below(4, "Khối Đảng")]
    found = blocks(units, own_bloc=None, order=["Khối Đảng", "Khối Nội chính", "Khối khác"])
    names = ["Chi bộ trực thuộc", "Khối Đảng", "Khối Nội chính", "Ban"]
    assert [name for name, _ in found] == names


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


def test_no_two_papers_of_a_unit_bear_the_same_file_name() -> None:
    commune = {"unit": {"name": "Đảng bộ xã Bom Bo"}, "session": None}
    quick = {**commune, "session": {"title": "Lớp 1 – đường truyền"}}
    assert file_name(quick, kind=None, number=None) == (
        "Báo cáo nhanh – Lớp 1 đường truyền – Đảng bộ xã Bom Bo – dự thảo"
    )
    named = [
        file_name(commune, kind=kind, number=number) for number, kind in enumerate(VersionKind, 1)
    ]
    assert named == [
        "Báo cáo kết quả – Đảng bộ xã Bom Bo – bước đầu 1",
        "Báo cáo kết quả – Đảng bộ xã Bom Bo – bản 2",
        "Báo cáo kết quả – Đảng bộ xã Bom Bo – bổ sung 3",
    ]
    first = file_name(commune, kind=VersionKind.FINAL, number=1)
    assert first == "Báo cáo kết quả – Đảng bộ xã Bom Bo"


def test_the_assessment_says_whether_it_took_place_and_repeats_no_figure() -> None:
    def said(convened: int, held: int, classes: int) -> str:
        return assessment("Lớp 1", convened=convened, held=held, classes=classes)

    assert said(60, 2, 2) == "Hội nghị diễn ra theo kế hoạch."
    assert said(60, 1, 2) == "Đã tổ chức 1/2 lớp có đảng viên của đơn vị tham dự."
    assert said(60, 0, 1) == "Lớp 1 chưa tổ chức."
    postponed = assessment("Lớp 1", convened=60, held=0, classes=1, state="postponed")
    assert postponed == "Lớp 1 hoãn."
    assert said(0, 0, 0) == "Đơn vị không có đảng viên thuộc diện triệu tập dự Lớp 1."


def test_incidents_are_told_in_their_order_with_how_they_ended() -> None:
    cut = Arisen(NOON, "Chi bộ thôn 3", "Lớp 1", "Mất điện", "Chạy máy phát.")
    noise = Arisen(NOON - timedelta(hours=1), "Chi bộ thôn 2", None, "Loa rè", None)
    assert incidents([cut, noise]).split("\n") == [
        "- 11 giờ ngày 05/03/2022, Chi bộ thôn 2: Loa rè.",
        "- 12 giờ ngày 05/03/2022, Chi bộ thôn 3, Lớp 1: Mất điện. Đã xử lý: Chạy máy phát.",
    ]
    own = incidents([cut, noise], unit_name="Chi bộ thôn 3", session_title="Lớp 1").split("\n")
    assert own == [
        "- 11 giờ ngày 05/03/2022, Chi bộ thôn 2: Loa rè.",
        "- 12 giờ ngày 05/03/2022: Mất điện. Đã xử lý: Chạy máy phát.",
    ]
    assert incidents([]) == NO_INCIDENT


def test_preparation_tells_what_somebody_recorded_and_nothing_else() -> None:
    def item(key: str, text: str, kind: CheckKind = CheckKind.DONE) -> PreparationItem:
        return PreparationItem(key, text, kind, frozenset(Form))

    tested = Finding(CheckResult.PASSED, "tiếng rõ", None, NOON, 0)
    failed = Finding(CheckResult.FAILED, "hết dầu", None, NOON, 0)
    done = Finding(CheckResult.DONE, None, None, NOON, 0)
    line_test = item("line_test", "Thử", CheckKind.TESTED)
    water = Checked(item("water", "Nước uống"), None, Lack.UNMARKED)
    point = Prepared(
        "Điểm cầu Bom Bo",
        [
            Checked(line_test, tested, None),
            Checked(item("hall", "Hội trường: trang trí, chỗ ngồi"), done, None),
            Checked(item("sound", "Âm thanh"), done, None),
            Checked(item("camera", "Camera luôn mở", CheckKind.TESTED), tested, None),
            Checked(item("power", "Máy phát", CheckKind.TESTED), failed, Lack.FAILED),
            Checked(item("seats", "Ghế"), done, Lack.OUTDATED),
            water,
        ],
    )
    silent = Prepared("Điểm cầu Đắk Nhau", [Checked(line_test, None, Lack.UNMARKED), water])
    assert preparation([point, silent]) == (
        "- Điểm cầu Bom Bo: thử đường truyền ngày 05/03/2022 đạt (tiếng rõ). Đã chuẩn bị: Hội "
        "trường (trang trí, chỗ ngồi); Âm thanh. Đã thử, đạt: Camera luôn mở (tiếng rõ). "
        "Chưa đạt: Máy phát (hết dầu)."
    )
    assert preparation([silent]) == preparation([Prepared("Điểm cầu", [])]) == NO_PREPARATION


def test_a_reminder_names_units_and_says_once_when_it_is_due() -> None:
    midnight = datetime(2022, 3, 5, 17, tzinfo=UTC)
    owing = [
        Owing("Chi bộ C", midnight, is_late=False, was_returned=False),
        Owing("Chi bộ A", NOON, is_late=True, was_returned=False),
        Owing("Chi bộ B", NOON, is_late=True, was_returned=True),
    ]
    text = reminder("báo cáo nhanh Lớp 1", owing, group="113", at=NOON + timedelta(minutes=30))
    assert text.split("\n") == [
        "Kính gửi các đơn vị nhóm 113,",
        "Đến 12 giờ 30 phút ngày 05/03/2022, còn 3 đơn vị chưa gửi báo cáo nhanh Lớp 1.",
        "Hạn gửi: 12 giờ ngày 05/03/2022.",
        "- Chi bộ A (quá hạn)",
        "- Chi bộ B (đã trả lại, chờ gửi lại)",
        "Hạn gửi: hết ngày 05/03/2022.",
        "- Chi bộ C",
        "Đề nghị các đồng chí gửi báo cáo ngay. Trân trọng cảm ơn.",
    ]
