"""Codes on the phone page: scanned, typed, wrong, too old; each with words for the person."""

from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.serving import Site

SCAN_SHOWN = "Mời đồng chí quét mã đang hiện trên màn hình, hoặc nhập dãy số đang hiện."


def test_who_cannot_scan_types_the_number(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(f"{site.url}/d")
    code = site.typed()
    phone.type_code(code)
    phone.sees("confirm")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    expect(phone.at("receipt")).to_have_attribute("data-evidence", "digits")


def test_typed_digits_stand_in_groups_as_on_the_screen(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone()
    phone.scan(f"{site.url}/d/")
    phone.sees("code")
    phone.type("code", "07482913")
    expect(phone.at("code")).to_have_value("07 482 913")


def test_a_code_with_too_few_digits_is_not_sent(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone()
    phone.scan(f"{site.url}/d/")
    phone.type_code({"door": "", "digits": "482913"})
    expect(phone.at("code-error")).to_have_text(
        "Mã có 8 chữ số, đồng chí mới nhập 6. Nhập cả hai số đứng đầu."
    )
    assert phone.watch.posts("/check-ins/tickets") == []


def test_wrong_digits_and_then_the_right_ones(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(f"{site.url}/d/")
    right = site.typed()
    wrong = right | {"digits": f"{(int(right['digits']) + 1) % 1_000_000:06d}"}
    phone.type_code(wrong)
    expect(phone.notice).to_contain_text("Không có mã này")
    expect(phone.notice).to_contain_text("Đồng chí so lại từng số với màn hình rồi sửa.")
    phone.type_code(right)  # what was typed is selected, so that typing replaces it
    phone.sees("confirm")


def test_a_stale_typed_code_says_how_old_it_is_and_keeps_its_door(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(f"{site.url}/d/")
    old = site.typed()
    site.clock.move(seconds=85)
    phone.type_code(old)
    expect(phone.notice).to_contain_text("Mã đã cũ 1 phút 30 giây")
    expect(phone.notice).to_contain_text("Màn hình đã đổi mã. Mời đồng chí nhập dãy số đang hiện.")
    expect(phone.at("code")).to_have_value("01 ")
    phone.type("code", site.typed()["digits"])
    phone.tap("Tiếp tục")
    phone.sees("confirm")


def test_five_wrong_codes_are_enough_and_a_scan_still_works(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(f"{site.url}/d/")
    right = site.typed()
    for wrong in range(1, 6):
        phone.type_code(right | {"digits": f"{(int(right['digits']) + wrong) % 1_000_000:06d}"})
        expect(phone.notice).to_contain_text("Không có mã này")
    phone.type_code(right)
    expect(phone.notice).to_contain_text("Đồng chí đã thử quá nhiều lần")
    expect(phone.notice).to_contain_text("nhờ bí thư ghi tên")
    expect(phone.at("notice-countdown")).to_contain_text("Chờ 10 phút")
    phone.scan(site.address())
    phone.sees("confirm")


def test_a_stale_qr_on_an_unknown_phone_says_scan_again(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    old = site.address()
    site.clock.move(minutes=3)
    phone.scan(old)
    phone.sees("code")
    expect(phone.notice).to_contain_text("Mã đã cũ 3 phút 5 giây")
    expect(phone.notice).to_contain_text(SCAN_SHOWN)
    phone.scan(site.address())
    phone.sees("name")


def test_a_stale_qr_on_a_bound_phone_waits_for_the_secretary(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    site.clock.move(minutes=1)
    old = site.address()
    site.clock.move(minutes=3)
    phone.scan(old)
    phone.sees("confirm")
    expect(phone.notice).to_contain_text("Vẫn điểm danh được, nhưng phải chờ bí thư xác nhận.")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận, chờ bí thư xác nhận")
    expect(phone.at("receipt-more")).to_contain_text("Mã quét muộn")


def test_a_code_from_the_future_is_not_taken(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.scan(site.address(steps=1))
    expect(phone.notice).to_contain_text("Mã chưa đến giờ dùng")


def test_a_foreign_qr_is_said_to_be_none_of_ours(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone()
    phone.scan(f"{site.url}/d/#hello")
    expect(phone.notice).to_contain_text("Đây không phải mã điểm danh")


def test_an_old_code_of_a_class_that_is_over_says_so(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    old = site.address()
    site.clock.move(hours=2)
    site.close()
    site.clock.move(minutes=10)
    site.open("line_2")
    phone.scan(old)
    expect(phone.notice).to_contain_text("Mã này của lớp khác")


def test_a_second_scan_in_the_same_tab_begins_anew(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    old = site.address()
    site.clock.move(minutes=3)
    phone.scan(old)
    phone.sees("code")
    fragment = site.address().split("#")[1]
    phone.page.evaluate("fragment => { location.hash = fragment; }", fragment)
    phone.sees("name")
    expect(phone.notice).to_have_text("", use_inner_text=True)
    assert phone.page.url == f"{site.url}/d/"


def test_the_code_leaves_the_address_bar_and_the_history(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.scan(site.address())
    phone.sees("name")
    assert phone.page.url == f"{site.url}/d/"
    assert phone.page.evaluate("history.length") <= 2
