"""The texts for the groups, word for word."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from api.notices.rules import Facts, Hall, compose, differences, last_told, snapshot
from api.words import Form, SessionState

MORNING = datetime(2022, 3, 15, 0, 30, tzinfo=UTC)
BOM_BO = Hall(
    UUID(int=1), "Điểm cầu xã Bom Bo", "Nhà văn hóa xã", ((UUID(int=11), "Đảng bộ xã Bom Bo"),)
)
HALL = Hall(
    UUID(int=2),
    "Hội trường Huyện ủy",
    "Hội trường Huyện ủy",
    ((UUID(int=12), "Chi bộ Văn phòng"), (UUID(int=13), "Chi bộ Ban Tuyên giáo")),
)
FACTS = Facts(
    conference="Hội nghị Thông tin thời sự quý I năm 2022",
    title="Lớp 1",
    form=Form.LINE,
    state=SessionState.PLANNED,
    starts_at=MORNING,
    date_hint="trung tuần tháng 3/2022",
    meet_url=None,
    reason=None,
    presenters=("Báo cáo viên cấp tỉnh",),
    regulations=("Không ghi âm, ghi hình.", "Cất điện thoại"),
    halls=(HALL, BOM_BO),
)


def test_the_text_of_a_class_on_the_line() -> None:
    assert compose(FACTS, []).splitlines() == [
        "THÔNG BÁO LỊCH HỌC TẬP",
        "Hội nghị Thông tin thời sự quý I năm 2022",
        "Lớp 1",
        "",
        "Thời gian: 7 giờ 30 phút, thứ Ba, ngày 15 tháng 3 năm 2022.",
        "Địa điểm và thành phần (đảng viên được triệu tập vào lớp này):",
        "- Hội trường Huyện ủy: Chi bộ Văn phòng; Chi bộ Ban Tuyên giáo.",
        "- Điểm cầu xã Bom Bo – Nhà văn hóa xã: Đảng bộ xã Bom Bo.",
        "Báo cáo viên: Báo cáo viên cấp tỉnh.",
        "Lưu ý:",
        "- Không ghi âm, ghi hình.",
        "- Cất điện thoại.",
        "Đề nghị đồng chí bí thư phổ biến và xác nhận đã nhận thông báo.",
    ]


def test_a_class_without_a_time_says_about_when() -> None:
    text = compose(replace(FACTS, starts_at=None), [])
    assert "Thời gian: dự kiến trung tuần tháng 3/2022, sẽ báo cụ thể." in text
    assert "Thời gian: sẽ báo sau." in compose(replace(FACTS, starts_at=None, date_hint=None), [])


def test_a_meet_class_gives_its_link_or_says_that_it_will_come() -> None:
    meet = replace(FACTS, form=Form.MEET, meet_url="https://meet.example/abc-defg-hij")
    assert "Đường dẫn: https://meet.example/abc-defg-hij\n" in compose(meet, [])
    assert "Đường dẫn: sẽ gửi sau\n" in compose(replace(meet, meet_url=None), [])


def test_a_postponed_class_keeps_its_people() -> None:
    facts = replace(
        FACTS,
        state=SessionState.POSTPONED,
        starts_at=None,
        date_hint="cuối tháng 3/2022",
        reason="Đường truyền hỏng.",
    )
    assert compose(facts, differences(snapshot(FACTS), facts)).splitlines() == [
        "THÔNG BÁO HOÃN LỚP",
        "Hội nghị Thông tin thời sự quý I năm 2022",
        "Lớp 1",
        "",
        "THAY ĐỔI: lớp hoãn.",
        "",
        "Lý do: Đường truyền hỏng.",
        "Thời gian mới: dự kiến cuối tháng 3/2022, sẽ báo cụ thể.",
        "Đảng viên đã được xếp vào lớp này giữ nguyên, không phải đăng ký lại.",
        "Đơn vị liên quan: Chi bộ Văn phòng; Chi bộ Ban Tuyên giáo; Đảng bộ xã Bom Bo.",
    ]


def test_a_cancelled_class_names_the_others() -> None:
    facts = replace(
        FACTS,
        state=SessionState.CANCELLED,
        reason="Ghép lớp",
        alternatives=(("Lớp 2", MORNING + timedelta(days=1)), ("Lớp 3", None)),
    )
    text = compose(facts, [])
    assert text.startswith("THÔNG BÁO HỦY LỚP\n")
    assert "Lớp đã định: 7 giờ 30 phút, thứ Ba, ngày 15 tháng 3 năm 2022." in text
    assert (
        "sẽ dự một trong các lớp: "
        "Lớp 2 (7 giờ 30 phút, thứ Tư, ngày 16 tháng 3 năm 2022); Lớp 3 (thời gian báo sau)."
    ) in text
    assert "chờ thông báo lớp khác" in compose(replace(facts, alternatives=()), [])


def test_a_change_names_what_was_and_what_is() -> None:
    moved = replace(BOM_BO, venue="Trường THCS")
    now = replace(FACTS, starts_at=MORNING + timedelta(hours=6, minutes=30), halls=(HALL, moved))
    assert differences(snapshot(FACTS), now) == [
        "thời gian là 14 giờ, thứ Ba, ngày 15 tháng 3 năm 2022 "
        "(trước đây: 7 giờ 30 phút, thứ Ba, ngày 15 tháng 3 năm 2022)",
        "địa điểm là Điểm cầu xã Bom Bo – Trường THCS "
        "(trước đây: Điểm cầu xã Bom Bo – Nhà văn hóa xã)",
    ]
    assert compose(now, ["một", "hai"]).splitlines()[4] == "THAY ĐỔI: một; hai."


def test_a_unit_that_goes_elsewhere_is_named() -> None:
    (first, second) = HALL.units
    now = replace(
        FACTS, halls=(replace(HALL, units=(first,)), replace(BOM_BO, units=(*BOM_BO.units, second)))
    )
    assert differences(snapshot(FACTS), now) == [
        "Chi bộ Ban Tuyên giáo dự tại Điểm cầu xã Bom Bo – Nhà văn hóa xã"
    ]


def test_a_new_link_a_lost_link_a_new_title_and_a_class_that_is_held_again() -> None:
    meet = replace(FACTS, meet_url="https://meet.example/abc")
    assert differences(snapshot(FACTS), meet) == [
        "đường dẫn Google Meet mới, đường dẫn cũ không dùng nữa"
    ]
    assert differences(snapshot(meet), FACTS) == ["đường dẫn Google Meet cũ không dùng nữa"]
    renamed = replace(FACTS, title="Lớp một")
    assert differences(snapshot(FACTS), renamed) == ["tên lớp (trước đây là «Lớp 1»)"]
    cancelled = replace(FACTS, state=SessionState.CANCELLED)
    assert differences(snapshot(cancelled), FACTS) == ["lớp được tổ chức trở lại"]


def test_nothing_changed_says_nothing_and_opening_is_no_news() -> None:
    assert differences(snapshot(FACTS), FACTS) == []
    assert snapshot(replace(FACTS, state=SessionState.OPEN)) == snapshot(FACTS)
    assert snapshot(replace(FACTS, date_hint="cuối tháng")) == snapshot(FACTS), "there is a time"


def _changed(**fields: tuple[object, object]) -> dict[str, object]:
    return {name: {"before": before, "after": after} for name, (before, after) in fields.items()}


def test_the_last_start_that_calendars_could_take_is_found_by_taking_changes_back() -> None:
    first, later = MORNING.isoformat(), (MORNING + timedelta(days=2)).isoformat()
    set_first = _changed(starts_at=(None, first))
    postponed = _changed(state=("planned", "postponed"), starts_at=(first, None))
    hidden = _changed(confidential=(False, True), title=("Lớp 1", "Lớp mật"))
    hidden_later = _changed(starts_at=(first, later))
    at = MORNING + timedelta(days=2)
    assert last_told(None, False, [postponed, set_first]) == MORNING
    assert last_told(at, False, [postponed]) == at
    assert last_told(at, True, [hidden_later, hidden, set_first]) == MORNING
    assert last_told(None, True, [hidden, set_first, {}]) is None, "it never had a time before"
    assert last_told(at, True, [_changed(starts_at=(None, later))]) is None, "always confidential"
    assert last_told(None, False, []) is None
