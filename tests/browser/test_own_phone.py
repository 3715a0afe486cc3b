"""Whose phone it is: slips, helping others, letting go; and one's own record."""

from typing import Any

from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.phone import Phone
from tests.browser.sight import is_fit_for_old_eyes
from tests.serving import Site

OFFICE = "Chi bộ Văn phòng Huyện ủy"


def _slip(site: Site, person: str) -> dict[str, Any]:
    member = site.district.people[person]
    body = {"member_ids": [str(member.id)]}
    unit_id = site.staff("GET", f"/members/{member.id}")["unit_id"]
    path = f"/units/{unit_id}/enrolment-slips"
    made = site.staff("POST", path, body, username="bithu-van-phong")
    slip: dict[str, Any] = made["items"][0]
    return slip


def _sent(phone: Phone) -> dict[str, Any]:
    """Give the first check-in that a phone sent."""
    body: dict[str, Any] | None = phone.watch.posts("/check-ins")[0].post_data_json
    assert body is not None
    return body


def _after_a_receipt(crowd: Crowd, site: Site) -> Phone:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(site.address())
    phone.sees("confirm")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    return phone


def test_the_notice_is_read_once_and_goes_with_the_check_in(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(site.address())
    expect(phone.at("page")).to_have_attribute("data-step", "privacy")
    expect(phone.at("privacy-text")).to_contain_text("Luật 91/2025/QH15")
    is_fit_for_old_eyes(phone.page)
    phone.sees("confirm")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    assert _sent(phone)["notice_version"] == 2
    phone.scan(site.address())
    phone.sees("confirm")
    assert phone.taps == 2


def test_a_comrade_is_helped_after_ones_own_receipt_and_three_at_most(
    crowd: Crowd, site: Site
) -> None:
    phone = _after_a_receipt(crowd, site)
    for left, name in ((3, "Đinh Công Sơn"), (2, "Hoàng Văn Thái"), (1, "Điểu Ông")):
        expect(phone.at("receipt-left")).to_have_text(
            f"Còn {left} lượt hộ trên máy này, ở lớp này."
        )
        phone.tap("Điểm danh hộ đồng chí khác")
        phone.sees("name")
        expect(phone.at("name-title")).to_have_text("Điểm danh hộ đồng chí khác")
        expect(phone.at("name-hint")).to_contain_text(f"Còn {left} lượt hộ")
        is_fit_for_old_eyes(phone.page)
        phone.name(OFFICE, name)
        phone.sees("receipt")
        expect(phone.title).to_have_text("Đã ghi nhận, chờ bí thư xác nhận")
        expect(phone.at("receipt-more")).to_contain_text("Điểm danh hộ")
    expect(phone.at("receipt-help")).to_be_hidden()
    phone.scan(site.address())
    phone.sees("confirm")
    expect(phone.at("confirm-help")).to_be_hidden()
    assert site.counted() == (1, 3)


def test_not_me_offers_help_and_this_phone_is_now_mine(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(site.address())
    phone.sees("confirm")
    phone.tap("Không phải tôi")
    phone.sees("other")
    expect(phone.at("other-left")).to_have_text("Còn 3 lượt hộ trên máy này, ở lớp này.")
    is_fit_for_old_eyes(phone.page)
    phone.tap("Máy này nay là của tôi")
    phone.sees("release")
    expect(phone.at("release-whose")).to_contain_text("N.T.H.")
    is_fit_for_old_eyes(phone.page)
    phone.tap("Gỡ, máy này là của tôi")
    phone.name("Không thấy đơn vị của tôi", "Hoàng Văn Thái")
    phone.sees("receipt")
    assert site.counted() == (0, 1)
    assert _sent(phone)["who"]["kind"] == "named"


def test_a_slip_scanned_or_typed_makes_the_phone_ones_own(crowd: Crowd, site: Site) -> None:
    slip = _slip(site, "hoa")
    phone = crowd.phone()
    phone.scan(f"{site.url}/d/#p.{slip['code'].replace('-', '')}")
    phone.sees("enrolled")
    expect(phone.at("enrolled-name")).to_have_text("Nguyễn Thị Hoa")
    assert phone.page.url == f"{site.url}/d/"
    is_fit_for_old_eyes(phone.page)

    other = crowd.phone()
    other.scan(f"{site.url}/d/")
    other.sees("code")
    other.tap("Tôi có phiếu gắn máy")
    other.sees("slip")
    other.type("slip", "k7m2q")
    other.tap("Gắn máy")
    expect(other.at("slip-error")).to_have_text("Mã có 10 chữ và số, đồng chí nhập 5.")
    is_fit_for_old_eyes(other.page)
    other.at("slip").fill(slip["code"].lower())
    other.tap("Gắn máy")
    expect(other.notice).to_contain_text("Phiếu này không dùng được")
    other.at("slip").fill(_slip(site, "binh")["code"].lower())
    other.tap("Gắn máy")
    other.sees("enrolled")

    site.open()
    phone.scan(site.address())
    phone.sees("confirm")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    assert site.counted() == (1, 0)


def test_ones_own_record_is_read_corrected_and_moved(crowd: Crowd, site: Site) -> None:
    phone = _after_a_receipt(crowd, site)
    phone.page.get_by_role("link", name="Hồ sơ điểm danh của tôi").tap()
    expect(phone.at("name")).to_have_text("Nguyễn Thị Hoa")
    expect(phone.at("sessions")).to_contain_text("Đầu giờ: có mặt – quét mã bằng máy của mình")
    is_fit_for_old_eyes(phone.page)
    phone.page.get_by_text("Đề nghị sửa", exact=True).click()
    phone.at("ask").fill("Tên đệm của tôi là Thị.")
    phone.tap("Gửi đề nghị")
    expect(phone.notice).to_contain_text("Đã gửi đề nghị")
    expect(phone.at("requests")).to_contain_text("Tên đệm của tôi là Thị. – chờ trả lời")
    phone.at("ask").fill("Tôi đã chuyển sinh hoạt.")
    phone.tap("Xin xóa tên tôi khỏi danh sách")
    expect(phone.at("requests")).to_contain_text("Tôi đã chuyển sinh hoạt. – chờ trả lời")
    is_fit_for_old_eyes(phone.page)
    phone.page.get_by_text("Đổi sang điện thoại mới", exact=True).click()
    phone.tap("Lấy mã")
    code = phone.at("move-code")
    expect(code).to_be_visible()
    is_fit_for_old_eyes(phone.page)
    new = crowd.phone()
    new.scan(f"{site.url}/d/#p.{code.inner_text().replace('-', '')}")
    new.sees("enrolled")
    phone.page.reload()
    expect(phone.notice).to_contain_text("Máy này chưa")
    new.page.get_by_role("link", name="Hồ sơ điểm danh của tôi").tap()
    new.page.get_by_text("Gỡ máy này", exact=True).first.click()
    new.at("release-start").tap()
    new.tap("Chắc chắn gỡ")
    expect(new.notice).to_contain_text("Đã gỡ máy này")


def test_ones_own_page_is_found_without_its_last_slash(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone()
    phone.scan(f"{site.url}/d/toi")
    expect(phone.page).to_have_url(f"{site.url}/d/toi/")
    expect(phone.notice).to_contain_text("Máy này chưa")
