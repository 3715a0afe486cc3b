"""Who is checking in: a phone that is known, half known, or unknown; and what it is told."""

import json
from base64 import b64decode

from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.deciders import shown
from tests.serving import Site

OFFICE = "Chi bộ Văn phòng Huyện ủy"


def test_a_provisional_phone_is_asked_the_last_4_again(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa", confirmed=False)
    phone.scan(site.address())
    phone.sees("confirm")
    phone.tap("Điểm danh")
    expect(phone.at("confirm-last4-error")).to_have_text("Nhập đủ 4 số cuối thẻ đảng viên.")
    assert phone.watch.posts("/check-ins") == []
    phone.type("confirm-last4", "4821")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    assert site.counted() == (1, 0)


def test_wrong_last_4_on_a_provisional_phone_wait_for_the_secretary(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa", confirmed=False)
    phone.scan(site.address())
    phone.sees("confirm")
    phone.type("confirm-last4", "9999")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận, chờ bí thư xác nhận")
    phone.tap("Sửa lại tên hoặc 4 số cuối")
    phone.name(OFFICE, "Nguyễn Thị Hoa", "4821")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    assert site.counted() == (1, 0)


def test_a_first_timer_is_asked_the_last_4_again_after_the_break(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.scan(site.address())
    phone.name(OFFICE, "Nguyễn Thị Hoa", "4821")
    phone.sees("receipt")
    site.clock.move(minutes=90)
    site.open_window("after_break")
    phone.scan(site.address())
    phone.sees("confirm")
    expect(phone.at("place")).to_contain_text("Sau giải lao")
    phone.type("confirm-last4", "4821")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")


def test_without_the_last_4_the_secretary_decides_and_no_listed_name_is_told(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = crowd.phone()
    phone.scan(site.address())
    phone.name(OFFICE, "nguyen thi hoa")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận, chờ bí thư xác nhận")
    expect(phone.at("receipt-more")).to_contain_text("Bí thư sẽ đối chiếu tên")
    expect(phone.at("receipt-name")).to_have_text("nguyen thi hoa")
    told = [each.text() for each in phone.watch.responses if "/api/" in each.url]
    assert len(told) == 2
    for person in site.district.people.values():
        assert not any(person.name in each for each in told)
    assert site.counted() == (0, 1)

    phone.page.get_by_text("Chép biên nhận gửi bí thư").tap()
    copied = json.loads(b64decode(phone.at("receipt-proof").inner_text()))
    judged = site.staff("POST", "/receipts/judge", shown(copied))
    assert (judged["is_genuine"], judged["attendance"]["standing"]) == (True, "pending")


def test_a_claim_may_be_corrected_with_the_last_4(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.scan(site.address())
    phone.name(OFFICE, "Nguyễn Thị Hoa")
    phone.sees("receipt")
    phone.tap("Sửa lại tên hoặc 4 số cuối")
    phone.type("last4", "4821")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    assert site.counted() == (1, 0)


def test_a_unit_that_is_not_listed_waits_for_the_secretary(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.scan(site.address())
    phone.name("Không thấy đơn vị của tôi", "Hoàng Văn Thái")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận, chờ bí thư xác nhận")
    assert site.counted() == (0, 1)


def test_another_unit_is_found_without_marks(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.scan(site.address())
    phone.sees("name")
    phone.tap("Đơn vị khác…")
    phone.type("unit-filter", "buu dien")
    phone.name("Chi bộ Bưu điện", "Đinh Công Sơn", "2468")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")


def test_what_is_missing_is_said_before_anything_is_sent(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.scan(site.address())
    phone.sees("name")
    phone.type("last4", "48")
    phone.tap("Điểm danh")
    expect(phone.page.locator("#name-errors-list li")).to_have_text(
        [
            "Chọn chi bộ, đơn vị của đồng chí.",
            "Ghi họ và tên của đồng chí.",
            "Nhập đủ 4 số, hoặc để trống nếu không nhớ.",
        ]
    )
    assert phone.watch.posts("/check-ins") == []


def test_a_double_tap_is_one_check_in(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(site.address())
    phone.sees("confirm")
    phone.at("confirm-submit").dblclick()
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    assert len(phone.watch.posts("/check-ins")) == 1
    assert site.counted() == (1, 0)


def test_a_second_tap_later_says_that_it_is_recorded_already(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    for title in ("Đã ghi nhận", "Đồng chí đã có ghi nhận"):
        phone.scan(site.address())
        phone.sees("confirm")
        phone.tap("Điểm danh")
        phone.sees("receipt")
        expect(phone.title).to_have_text(title)
        site.clock.move(seconds=60)
    assert site.counted() == (1, 0)


def test_a_second_phone_for_a_member_hears_only_that_it_is_recorded(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    first, second = crowd.phone(), crowd.phone()
    for phone, title in ((first, "Đã ghi nhận"), (second, "Đồng chí đã có ghi nhận")):
        phone.scan(site.address())
        phone.name(OFFICE, "Nguyễn Thị Hoa", "4821")
        phone.sees("receipt")
        expect(phone.title).to_have_text(title)
    expect(second.at("receipt-more")).to_have_text("Lần này không tính thêm.")
    expect(second.at("receipt-name")).to_be_hidden()
    assert site.counted() == (1, 0)


def test_a_phone_struck_off_since_the_scan_is_asked_for_the_name(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(site.address())
    phone.sees("confirm")
    site.unbind("hoa")
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text("Máy này chưa gắn với đồng chí nào")
    expect(phone.at("name-back")).to_be_hidden()
    phone.name(OFFICE, "Nguyễn Thị Hoa")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận, chờ bí thư xác nhận")
