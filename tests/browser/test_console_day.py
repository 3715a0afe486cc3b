"""The console on a desk of the office: a morning watched, reports answered, people invited."""

from typing import Any
from uuid import UUID

import docx
from playwright.sync_api import FilePayload, expect

from api.kit.ids import new_id
from tests.browser.console import Console, on_a_desk
from tests.browser.crowd import Crowd
from tests.browser.office import (
    SECRETARY,
    adds_and_pauses_a_webhook,
    chooses_quick_reports,
    decides_a_flag,
    merges,
    renames_what_somebody_else_changes,
    returns_it,
    tells,
    with_text,
)
from tests.serving import Site

NEW_LIST = "Họ và tên;Số thẻ;Nơi sinh\nĐiểu Thị Liên;10001234;Bom Bo\nNguyễn Văn Tám;;Bù Đăng\n"


def test_staff_watch_a_morning_remind_who_is_late_and_take_the_summary_away(
    crowd: Crowd, site: Site
) -> None:
    session_id = site.open()
    desk = _at_the_office(crowd)
    desk.open("Bảng theo dõi")
    desk.sees("Bảng theo dõi")
    expect(_figure(desk, "Triệu tập")).to_have_text("8")
    _arrives(site, "hoa")
    expect(_figure(desk, "Có mặt")).to_have_text("1")
    hall = desk.page.locator("tr", has_text="Hội trường Huyện ủy")
    _passes(desk, site, minutes=11)
    _arrives(site, "binh")
    _passes(desk, site, minutes=0.2)
    expect(hall).to_contain_text("tên 2", timeout=20_000)
    commune = desk.page.locator("tr", has_text="Điểm cầu xã Bom Bo")
    expect(commune).to_contain_text("im từ 07:30")
    expect(hall).not_to_contain_text("im từ")
    desk.is_fit("board")
    desk.tap("Chưa có thông tin")
    desk.reads("2 đơn vị chưa có thông tin")
    expect(desk.page.get_by_label("Lời nhắc")).to_have_value(with_text("Chi bộ thôn 3: 3 đồng chí"))
    desk.tap("Theo điểm cầu")
    commune.get_by_role("link").click()
    desk.sees("Điểm cầu xã Bom Bo")
    digits = site.typed(point="commune")
    desk.tap("Đổi mã ngay")
    desk.page.get_by_role("dialog").get_by_role("button", name="Đổi mã ngay").click()
    tells(desk, "Đã đổi mã")
    assert site.on_a_fresh_phone(digits).json()["code"] == "code_stale"  # what was passed on
    desk.is_fit()

    report_id = _hands_in(site, session_id)
    site.clock.move(minutes=31)
    desk.open("Báo cáo của các đơn vị")
    chooses_quick_reports(desk)
    office = desk.page.locator("tr", has_text="Chi bộ Văn phòng Huyện ủy")
    expect(office).to_contain_text("chậm")
    desk.tap("Chép lời nhắc Chi bộ Văn phòng Huyện ủy")
    said = desk.page.evaluate("navigator.clipboard.readText()")
    assert "Chi bộ Văn phòng Huyện ủy" in said
    assert "Còn 2 đồng chí chưa rõ" in said
    desk.is_fit("reports")
    desk.page.get_by_role("link", name="Đảng bộ xã Bom Bo").click()
    desk.sees("Báo cáo nhanh – Đảng bộ xã Bom Bo")
    desk.is_fit()
    returns_it(desk, site, report_id)
    desk.page.get_by_role("button", name="Chấp nhận", exact=True).click()
    desk.reads("Đã chấp nhận")
    assert site.staff("GET", f"/reports/{report_id}")["state"] == "accepted"

    desk.open("Tổng hợp")
    desk.reads("A. Tổng số đảng viên")
    with desk.page.expect_download() as taken:
        desk.tap("Văn bản tổng hợp (.docx)")
    words = docx.Document(str(taken.value.path()))
    assert any("hội nghị" in each.text.lower() for each in words.paragraphs)
    desk.is_fit("summary")
    desk.tap("Đóng hội nghị")
    asked = desk.page.get_by_role("dialog")
    expect(asked).to_contain_text("4 đơn vị chưa gửi báo cáo: Chi bộ Ban Tuyên giáo")
    asked.get_by_role("button", name="Đóng hội nghị").click()
    desk.reads("Bản 1")


def test_the_office_looks_at_a_list_before_it_is_imported_and_invites_a_secretary(
    crowd: Crowd, site: Site
) -> None:
    session_id = site.open()
    _arrives(site, "hoa")
    site.staff("POST", "/incidents", _trouble(site), username=SECRETARY)
    desk = _at_the_office(crowd)
    desk.open("Nhập danh sách")
    desk.page.get_by_label("Đơn vị", exact=True).select_option(label="Chi bộ thôn 3")
    file = FilePayload(name="thon-3.csv", mimeType="text/csv", buffer=NEW_LIST.encode("utf-8-sig"))
    desk.page.get_by_label("Tệp danh sách").set_input_files(file)
    desk.reads("Nơi sinh")
    desk.reads("3 đồng chí đang có mà tệp không ghi")
    desk.is_fit("import")
    village = site.district.units["village"]
    assert len(site.staff("GET", f"/units/{village}/members")["items"]) == 3
    desk.tap("Nhập vào Chi bộ thôn 3")
    desk.reads("Đã nhập: thêm 2, sửa 0, cho ra 0")
    desk.page.get_by_role("link", name="Xem danh sách của đơn vị").click()
    desk.reads("Điểu Thị Liên")
    desk.is_fit()

    desk.open("Tài khoản")
    desk.page.get_by_text("Điền họ tên, quyền và đơn vị").click()
    desk.fill("Họ tên", "Điểu Thị Liên")
    expect(desk.page.get_by_label("Tên đăng nhập", exact=True)).to_have_value("dieu-thi-lien")
    desk.page.get_by_label("Đơn vị", exact=True).select_option(label="Chi bộ thôn 3")
    desk.tap("Lập tài khoản và lấy đường dẫn mời")
    expect(desk.page.get_by_label("Đường dẫn mời")).to_have_value(with_text("http"))
    desk.is_fit("accounts")
    desk.page.get_by_role("link", name="Điểu Thị Liên").click()
    desk.tap("Thu quyền Bí thư – Chi bộ thôn 3")
    desk.reads("Chưa có quyền nào")
    desk.tap("Hoàn tác")
    expect(desk.section("Quyền được giao")).to_contain_text("Bí thư – Chi bộ thôn 3")
    desk.is_fit()

    desk.open("Vấn đề phát sinh")
    desk.page.get_by_text("Trả lời, ghi cách giải quyết").click()
    desk.fill("Giải quyết thế nào?", "Đã cho mượn máy chiếu của Văn phòng")
    desk.tap("Ghi cách giải quyết")
    desk.reads("Không có vấn đề nào ở đây")
    desk.open("Sửa ghi nhận")
    desk.tap("Sửa Nguyễn Thị Hoa")
    desk.fill("Lý do", "Điểm danh nhầm máy")
    desk.page.locator("form").get_by_role("button", name="Sửa", exact=True).click()
    expect(desk.page.locator("form")).to_have_count(0)  # it closes once it was taken
    desk.reads("không công nhận")
    assert site.staff("GET", f"/sessions/{session_id}/live")["present"] == 0
    desk.is_fit("corrections")


def test_when_the_power_fails_a_point_goes_on_by_paper_and_the_office_keeps_its_papers(
    crowd: Crowd, site: Site
) -> None:
    session_id, commune = site.open(), site.district.points["commune"]
    desk = _at_the_office(crowd)
    desk.page.evaluate(
        "path => { location.hash = path }", f"/sessions/{session_id}/points/{commune}"
    )
    desk.sees("Điểm cầu xã Bom Bo")
    desk.page.get_by_text("Ghi một lần đếm").click()
    desk.fill("Số người trong hội trường", "2")
    desk.tap("Ghi số đếm")
    desk.reads("nhiều hơn ghi nhận 2")
    desk.page.get_by_text("Không điểm danh được nữa").click()
    desk.fill("Sự cố gì?", "Mất điện toàn xã từ 7 giờ 40")
    desk.tap("Ghi vắng KT")
    asked = desk.page.get_by_role("dialog")
    expect(asked).to_contain_text("lý do KT")
    asked.get_by_role("button", name="Ghi vắng KT").click()
    tells(desk, "Đã ghi 3 đồng chí vắng")
    desk.is_fit("point")
    decides_a_flag(desk, site, session_id)

    desk.open("Đơn vị, đảng viên")
    desk.page.get_by_role("link", name="Chi bộ thôn 3").click()
    desk.tap("Sửa Thị Mai")
    desk.page.get_by_text("Chuyển sinh hoạt đảng").click()
    desk.page.get_by_label("Đến đơn vị", exact=True).select_option(label="Chi bộ Bưu điện")
    desk.tap("Chuyển")
    tells(desk, "Đã chuyển Thị Mai về Chi bộ Bưu điện")
    renames_what_somebody_else_changes(desk, site)
    merges(desk)

    desk.open("Phần mềm kết nối")
    desk.page.get_by_text("Cho một phần mềm kết nối").click()
    desk.fill("Tên phần mềm", "Cổng thông tin huyện")
    desk.fill("Ai chịu trách nhiệm, liên hệ thế nào", "cong@huyen.example")
    desk.page.get_by_label("Đơn vị", exact=True).select_option(label="Đảng bộ huyện Bù Đăng")
    desk.tap("Thêm và lấy khóa")
    secret = desk.page.get_by_label("Khóa của Cổng thông tin huyện")
    expect(secret).to_have_value(with_text("client_secret: ddcs_"))
    desk.is_fit("clients")
    adds_and_pauses_a_webhook(desk)
    desk.open("Lộ dữ liệu")
    desk.page.get_by_text("Ghi một vụ lộ dữ liệu").click()
    desk.fill("Phát hiện lúc", "2022-03-15T06:30")
    desk.fill("Việc gì, dữ liệu gì", "Gửi nhầm danh sách một chi bộ vào nhóm khác")
    desk.tap("Ghi")
    desk.reads("còn 70 giờ để báo cơ quan")
    desk.open("Nhật ký kiểm tra")
    desk.page.get_by_label("Việc", exact=True).select_option(label="chuyển sinh hoạt đảng")
    desk.tap("Xem")
    expect(desk.page.locator("tbody tr")).to_have_count(3)  # one by hand, two by the merger
    for page in ("Đề nghị về dữ liệu", "Thời hạn lưu dữ liệu"):
        desk.open(page)
        desk.is_fit()


def _at_the_office(crowd: Crowd) -> Console:
    desk = on_a_desk(crowd, permissions=["clipboard-read", "clipboard-write"])
    desk.sign_in("admin")
    return desk


def _figure(desk: Console, name: str) -> Any:
    return desk.page.locator(".wall .figure", has_text=name).locator("dd")


def _passes(desk: Console, site: Site, *, minutes: float) -> None:
    """Let time pass in the hall and at the desk."""
    site.clock.move(minutes=minutes)
    desk.page.clock.fast_forward(int(minutes * 60_000))


def _arrives(site: Site, person: str) -> None:
    """Let a member check in at the hall by a phone of his own, over HTTP."""
    ticket = site.on_a_fresh_phone(site.typed()).json()
    whose = site.district.people[person]
    who = {"kind": "named", "unit_id": str(whose.unit_id), "name": whose.name, "last4": whose.last4}
    new = {"id": str(new_id(site.clock())), "ticket": ticket["ticket"], "who": who}
    new["notice_version"] = ticket["notice"]["version"]
    answer = site.http.post("/api/v1/check-ins", json=new)
    assert answer.is_success, answer.text


def _hands_in(site: Site, session_id: UUID) -> str:
    """Let the commune write its three down, and hand its quick report in after the session."""
    people = [str(site.district.people[each].id) for each in ("khanh", "mai", "other_khanh")]
    unit = str(site.district.units["bom_bo"])
    marks = {"unit_id": unit, "marks": [{"kind": "present", "member_ids": people}]}
    site.staff("POST", f"/sessions/{session_id}/marks", marks, username=SECRETARY)
    site.close()
    new = {"kind": "quick", "session_id": str(session_id), "unit_id": unit}
    report = site.staff("POST", "/reports", new, username=SECRETARY)
    site.staff("POST", f"/reports/{report['id']}/submit", {}, username=SECRETARY)
    return str(report["id"])


def _trouble(site: Site) -> dict[str, str]:
    return {
        "conference_id": str(site.district.conference_id),
        "unit_id": str(site.district.units["bom_bo"]),
        "text": "Máy chiếu hội trường xã hỏng",
    }
