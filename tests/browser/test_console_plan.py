"""The console before the day: from an empty conference to summonses and a paired screen."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.console import Console, on_a_desk
from tests.browser.crowd import Crowd
from tests.serving import Site

TITLE = "Hội nghị Thông tin thời sự định kỳ quý II năm 2022"


def test_staff_bring_an_empty_conference_to_summonses_and_a_paired_screen(
    crowd: Crowd, site: Site
) -> None:
    desk = _at_the_office(crowd)
    desk.sees("Các bước chuẩn bị")
    desk.reads("Việc tiếp theo")
    _follow(desk, "Lập hội nghị mới")
    desk.tap("Từ đầu")
    desk.is_fit()
    desk.tap("Lập hội nghị này")
    desk.sees("Các bước chuẩn bị")
    desk.reads(TITLE)
    desk.reads("Chưa có lớp nào.")
    desk.is_fit("first-day")
    _writes_the_checklist(desk)

    _adds_a_point(
        desk, "Hội trường Huyện ủy", "Chi bộ Văn phòng Huyện ủy", "Chi bộ Ban Tuyên", "Chi bộ Bưu"
    )
    desk.reads("2 đơn vị chưa có điểm cầu")
    _adds_a_point(desk, "Điểm cầu xã Bom Bo", "Đảng bộ xã Bom Bo")
    expect(desk.page.locator("main")).not_to_contain_text("chưa có điểm cầu")
    desk.is_fit("points")
    _adds_a_session(desk, "2022-06-15T07:30")
    _adds_a_session(desk, "2022-06-16T07:30")
    _postpones_one_and_takes_it_back(desk)

    _pairs_a_screen(crowd, desk)
    _gets_the_hall_ready(desk)
    _allocates(desk)
    _tells_everybody(desk)

    desk.open("Các bước chuẩn bị")
    for done in ("1/2 điểm cầu đã ghép màn hình", "Đã phát giấy cho 5 đơn vị", "2 lớp đã có giờ"):
        desk.reads(done)


def test_staff_run_a_session_and_excuse_a_hall_without_power(crowd: Crowd, site: Site) -> None:
    desk = _at_the_office(crowd)
    desk.open("Mở, đóng lớp")
    _row(desk, "Lớp 1 – đường truyền").get_by_role("link").click()
    desk.sees("Lớp 1 – đường truyền")
    _presses(desk, "Chạy thử")
    desk.reads("Đang chạy thử")
    _presses(desk, "Kết thúc chạy thử")
    desk.reads("Chưa mở")
    _presses(desk, "Mở lớp", "Mỗi điểm cầu được một số cửa")
    desk.reads("Đang điểm danh")
    _presses(desk, "Mở lượt đột xuất", yes="Mở lượt")
    desk.reads("Đột xuất đang diễn ra")

    desk.tap("Một điểm cầu gặp sự cố, lượt đầu giờ")
    desk.page.get_by_label("Điểm cầu", exact=True).select_option(label="Điểm cầu xã Bom Bo")
    desk.fill("Lý do", "Mất điện 40 phút")
    desk.tap("Không tính lượt này ở đó")
    desk.reads("Điểm cầu xã Bom Bo: Mất điện 40 phút")
    desk.is_fit("running")
    desk.tap("Bỏ ngoại lệ này")
    expect(desk.page.locator("main")).not_to_contain_text("Mất điện")

    _presses(desk, "Đóng lớp", "24 giờ")
    desk.reads("Đã đóng")
    _presses(desk, "Mở lại", "Màn hình hiện mã trở lại")
    _presses(desk, "Đóng lớp")
    _presses(desk, "Khóa danh sách", "Không mở lại được nữa")
    desk.reads("Đã khóa danh sách")
    assert site.staff("GET", f"/sessions/{site.district.sessions['line_1']}")["state"] == "locked"
    _makes_the_next_ones(desk, site)


# What staff do, step by step


def _writes_the_checklist(desk: Console) -> None:
    desk.open("Nội dung, nhóm Zalo")
    desk.tap("Thêm mục")
    desk.fill("Mục 5", "Nước uống, quạt")
    desk.page.get_by_label("Điểm cầu nào, mục 5").select_option(
        label="Trực tuyến bằng đường truyền"
    )
    desk.tap("Đưa lên: mục 5")
    desk.tap("Bỏ mục này: mục 5")  # the camera, which only Meet has
    desk.is_fit()
    desk.tap("Lưu mục chuẩn bị")
    expect(_told(desk.page)).to_contain_text("Đã lưu mục chuẩn bị")
    expect(desk.page.get_by_role("button", name="Lưu mục chuẩn bị")).to_have_count(0)


def _makes_the_next_ones(desk: Console, site: Site) -> None:
    """Begin the next quarter as this one, and another from the plan that is kept ready."""
    desk.open("Các bước chuẩn bị")
    _follow(desk, "Lập hội nghị mới")
    desk.sees("Lập hội nghị")
    desk.is_fit()
    desk.tap("Lập hội nghị này")
    desk.reads("3 lớp, 0 lớp đã có giờ.")
    _follow(desk, "Lập hội nghị mới")
    desk.tap("Từ mẫu kế hoạch")
    kept = desk.page.locator("main .cards > li").first
    kept.get_by_role("button", name="Lập từ mẫu này").click()
    kept.get_by_label("Đúng, lập thêm một hội nghị nữa trong quý này").check()
    kept.get_by_role("button", name="Lập từ mẫu này").click()
    expect(_told(desk.page)).to_contain_text("định kỳ cho cán bộ, đảng viên quý I năm 2022")
    made = site.staff("GET", "/conferences")["items"]
    assert sorted((each["year"], each["quarter"]) for each in made) == [
        (2022, 1),
        (2022, 1),
        (2022, 2),
    ]


def _adds_a_point(desk: Console, name: str, host: str, *others: str) -> None:
    desk.open("Điểm cầu, màn hình")
    _follow(desk, "Thêm điểm cầu")
    desk.fill("Tên điểm cầu", name)
    desk.fill("Địa điểm", f"{name}, tầng 1")
    desk.fill("Tìm đơn vị chủ trì điểm cầu", host)
    desk.page.get_by_label("Đơn vị chủ trì điểm cầu", exact=True).select_option(label=host)
    expected = desk.page.get_by_role("group", name="Đơn vị dự tại đây")
    for unit in (host, *others):
        expected.get_by_label("Tìm đơn vị để thêm").fill(unit)
        expected.get_by_role("button", name=f"Thêm {unit}").click()
    desk.tap("Thêm điểm cầu")
    desk.sees("Điểm cầu, màn hình")


def _adds_a_session(desk: Console, starts: str) -> None:
    desk.open("Lớp và giờ")
    _follow(desk, "Thêm lớp")
    desk.fill("Giờ bắt đầu", starts)
    desk.tap("Thêm lớp")
    desk.sees("Lớp và giờ")


def _postpones_one_and_takes_it_back(desk: Console) -> None:
    desk.reads("2 lớp")
    desk.is_fit("times")
    _follow(desk, "Lớp 2 – trực tuyến đường truyền")
    desk.tap("Hoãn")
    desk.fill("Lý do hoãn", "Bão số 4")
    desk.tap("Hoãn lớp này")
    desk.reads("Bão số 4")
    desk.page.get_by_label("Giờ bắt đầu").fill("2022-06-17T07:30")
    desk.is_fit()
    desk.tap("Lưu")
    desk.sees("Lớp và giờ")
    desk.reads("07:30 ngày 17/06/2022")
    expect(desk.page.locator("main")).not_to_contain_text("Hoãn")


def _pairs_a_screen(crowd: Crowd, desk: Console) -> None:
    desk.open("Điểm cầu, màn hình")
    _follow(desk, "Hội trường Huyện ủy")
    seats = desk.page.get_by_label("Số chỗ, Lớp 1 – trực tuyến đường truyền", exact=True)
    seats.fill("2")
    desk.tap("Lưu số chỗ, Lớp 1 – trực tuyến đường truyền")
    desk.tap("Lấy mã ghép màn hình")
    code = desk.page.locator(".pairing-code").inner_text()
    address = desk.page.locator(".pairing-address").inner_text()
    desk.is_fit("pairing")
    hall = crowd.screen()
    hall.page.goto(address)
    hall.page.get_by_label("Mã ghép").press_sequentially(code.replace(" ", ""))
    hall.page.get_by_role("button", name="Ghép màn hình").click()
    expect(hall.page.locator("#display")).to_be_visible()
    expect(desk.page.get_by_text("Màn hình đã ghép xong")).to_be_visible(timeout=15_000)


def _gets_the_hall_ready(desk: Console) -> None:
    _follow(desk, "Kiểm tra chuẩn bị")
    desk.sees("Chuẩn bị: Hội trường Huyện ủy")
    desk.tap("Xong: Hội trường: trang trí, chỗ ngồi, điện dự phòng")
    desk.tap("Xong: Âm thanh, màn hình, máy tính")
    desk.tap("Xong: Nước uống, quạt")
    desk.tap("Đường truyền đạt")
    expect(desk.page.locator(".check-item").get_by_text("Đạt")).to_be_visible()
    desk.is_fit()
    desk.open("Điểm cầu sẵn sàng")
    expect(desk.page.locator(".tile", has_text="Hội trường Huyện ủy")).to_contain_text("Sẵn sàng")
    desk.is_fit("preparation")


def _allocates(desk: Console) -> None:
    desk.open("Phân bổ lớp")
    desk.tap("Xem trước")
    desk.reads("Nếu xếp thì")
    desk.tap("Xếp như vậy")
    desk.reads("Đã xếp xong")
    desk.is_fit("allocation")
    _follow(desk, "Chi bộ Bưu điện")
    desk.sees("Chi bộ Bưu điện")
    desk.page.get_by_label("Đinh Công Sơn").check()
    desk.page.get_by_label("Chuyển đến").select_option(label="Lớp 2 – trực tuyến đường truyền")
    desk.tap("Chuyển 1 người")
    expect(_row(desk, "Đinh Công Sơn")).to_contain_text("đã cố định")
    expect(_row(desk, "Đinh Công Sơn")).to_contain_text("Lớp 2")
    desk.is_fit()
    _follow(desk, "Mọi đơn vị")
    _presses(desk, "Phát giấy triệu tập", "Bí thư mỗi đơn vị sẽ thấy")
    expect(_told(desk.page)).to_contain_text("Đã phát giấy triệu tập cho 5 đơn vị.")


def _tells_everybody(desk: Console) -> None:
    desk.open("Giấy triệu tập")
    desk.page.get_by_role("button", name="Chi bộ Bưu điện").click()
    text = desk.page.get_by_label("Nội dung giấy triệu tập")
    expect(text).to_have_value(_with("Đinh Công Sơn"))
    with desk.page.expect_download() as paper:
        desk.page.get_by_role("button", name="Tải phiếu ký tên").first.click()
    assert paper.value.suggested_filename == "phieu-ky-ten-line-1.docx"
    desk.is_fit()

    desk.open("Thông báo")
    desk.reads("nhóm chưa gửi")
    desk.tap("Tôi đã gửi vào nhóm")
    desk.reads("admin, 07:3")
    desk.page.get_by_text("Danh sách đã báo").click()
    desk.page.get_by_label("Chi bộ Bưu điện").check()
    desk.tap("Đã nhận (1)")
    expect(desk.page.locator(".told")).to_contain_text("đã nhận")
    desk.is_fit("notices")


# How it is done


def _at_the_office(crowd: Crowd) -> Console:
    desk = on_a_desk(crowd)
    desk.sign_in("admin")
    return desk


def _follow(desk: Console, name: str) -> None:
    desk.page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()


def _presses(desk: Console, name: str, says: str = "", *, yes: str = "") -> None:
    desk.tap(name)
    asked = desk.page.get_by_role("dialog")
    expect(asked).to_contain_text(says)
    asked.get_by_role("button", name=yes or name, exact=True).click()


def _row(desk: Console, text: str) -> Locator:
    return desk.page.locator("tr", has_text=text)


def _told(page: Page) -> Locator:
    return page.locator(".telling")


def _with(text: str) -> Any:
    return re.compile(re.escape(text))
