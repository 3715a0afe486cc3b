"""What the office does in the console, step by step."""

import re
from uuid import UUID

from playwright.sync_api import expect

from tests.browser.console import Console
from tests.serving import Site

SECRETARY = "bithu-bom-bo"


def with_text(text: str) -> re.Pattern[str]:
    """Match what has this text in it."""
    return re.compile(re.escape(text))


def tells(desk: Console, text: str) -> None:
    """Wait for the word that is told after an act."""
    expect(desk.page.locator(".telling")).to_contain_text(text)


def chooses_quick_reports(desk: Console) -> None:
    """Look at the quick reports of line 1."""
    which = desk.page.get_by_label("Báo cáo nào")
    which.select_option(label="Báo cáo nhanh: Lớp 1 – đường truyền")


def opens_quick_report(desk: Console) -> None:
    """Open that of the commune."""
    chooses_quick_reports(desk)
    desk.page.get_by_role("link", name="Đảng bộ xã Bom Bo").click()


def returns_it(desk: Console, site: Site, report_id: str) -> None:
    """Give the report back with a word; the secretary hands it in again."""
    desk.page.get_by_text("Trả lại để sửa").click()
    desk.fill("Cần sửa gì?", "Ghi rõ ai đến muộn")
    desk.tap("Trả lại")
    desk.reads("Ghi rõ ai đến muộn")
    answer = site.staff("GET", f"/reports/{report_id}", username=SECRETARY)
    assert (answer["state"], answer["comment"]) == ("returned", "Ghi rõ ai đến muộn")
    texts = {"proposals": "Không có ai đến muộn."}
    site.staff("PATCH", f"/reports/{report_id}", texts, username=SECRETARY)
    site.staff("POST", f"/reports/{report_id}/submit", {}, username=SECRETARY)
    desk.open("Báo cáo của các đơn vị")
    opens_quick_report(desk)
    desk.reads("Không có ai đến muộn.")


def renames_what_somebody_else_changes(desk: Console, site: Site) -> None:
    """Save over another's change: it is told once, and nothing that was typed is lost."""
    desk.page.get_by_text("Đổi tên, loại, khối").click()
    desk.fill("Tên đơn vị", "Chi bộ thôn Ba")
    village = f"/units/{site.district.units['village']}"
    site.staff("PATCH", village, {"aliases": ["Thôn 3"]})
    desk.tap("Lưu")
    desk.reads("Có người vừa sửa việc này")
    expect(desk.page.get_by_label("Tên gọi khác")).to_have_value("Thôn 3")
    expect(desk.page.get_by_label("Tên đơn vị")).to_have_value("Chi bộ thôn Ba")
    desk.tap("Lưu")
    desk.sees("Chi bộ thôn Ba")
    assert site.staff("GET", village)["aliases"] == ["Thôn 3"]


def merges(desk: Console) -> None:
    """Merge the village into the post office's cell."""
    desk.page.get_by_text("Sáp nhập vào đơn vị khác").click()
    desk.page.get_by_label("Đơn vị kế thừa", exact=True).select_option(label="Chi bộ Bưu điện")
    desk.page.locator("form", has_text="Đơn vị kế thừa").get_by_label("Từ ngày").fill("2022-03-15")
    desk.tap("Sáp nhập")
    asked = desk.page.get_by_role("dialog")
    expect(asked).to_contain_text("Chi bộ thôn Ba kết thúc")
    asked.get_by_role("button", name="Sáp nhập", exact=True).click()
    tells(desk, "Đã sáp nhập: 2 đảng viên")
    desk.reads("kết thúc 15/03/2022")
    expect(desk.section("Sửa đơn vị")).to_have_count(0)


def adds_and_pauses_a_webhook(desk: Console) -> None:
    """Add an address, change it, pause it, try it, renew its secret, and remove it."""
    desk.open("Báo tin cho phần mềm khác")
    desk.page.get_by_text("Thêm địa chỉ nhận tin").click()
    desk.page.get_by_label("Đơn vị", exact=True).select_option(label="Đảng bộ huyện Bù Đăng")
    desk.fill("Địa chỉ (https)", "https://nhan.huyenuy.example/tin")
    desk.tap("Thêm")
    expect(desk.page.get_by_label("Khóa ký của địa chỉ vừa thêm")).to_have_value(
        with_text("whsec_")
    )
    item = desk.page.locator("li.item")
    item.get_by_text("Sửa", exact=True).click()
    item.get_by_label("Địa chỉ (https)").fill("https://nhan.huyenuy.example/tin-moi")
    item.get_by_label("đóng lớp").uncheck()
    item.get_by_role("button", name="Lưu").click()
    tells(desk, "Đã lưu địa chỉ nhận tin")
    expect(item).to_contain_text("https://nhan.huyenuy.example/tin-moi")
    desk.tap("Tắt")
    desk.reads("đang tắt")
    desk.tap("Bật")
    desk.reads("đang bật")
    desk.tap("Gửi tin thử")
    tells(desk, "Đã gửi tin thử")
    desk.tap("Thay khóa ký")
    desk.page.get_by_role("dialog").get_by_role("button", name="Thay khóa ký").click()
    expect(desk.page.get_by_label("Khóa ký mới")).to_have_value(with_text("whsec_"))
    desk.is_fit()
    desk.tap("Xóa")
    desk.page.get_by_role("dialog").get_by_role("button", name="Xóa").click()
    desk.reads("Chưa có địa chỉ nào")


def decides_a_flag(desk: Console, site: Site, session_id: UUID) -> None:
    """More are recorded in the commune's hall than somebody counted there."""
    people = [str(site.district.people[each].id) for each in ("khanh", "other_khanh")]
    unit = str(site.district.units["bom_bo"])
    marks = {"unit_id": unit, "marks": [{"kind": "present", "member_ids": people}]}
    site.staff("POST", f"/sessions/{session_id}/marks", marks, username=SECRETARY)
    commune = f"/sessions/{session_id}/points/{site.district.points['commune']}"
    site.clock.move(seconds=1)  # the last count holds
    site.staff("POST", f"{commune}/head-counts", {"persons": 0})
    desk.open("Dấu hiệu cần xem")
    flag = desk.page.locator(".item", has_text="nhiều hơn số đếm")
    flag.get_by_text("Kết luận").click()
    desk.is_fit()
    desk.fill("Vì sao?", "Đếm khi chưa ai vào")
    desk.tap("Ghi kết luận")
    expect(flag).to_have_count(0)
    desk.tap("Đã kết luận")
    expect(flag).to_contain_text("Đã giải thích được: Đếm khi chưa ai vào")
