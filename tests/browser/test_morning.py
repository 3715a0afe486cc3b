"""One morning in the hall, from the pairing code on the screen to phones put away."""

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.serving import Site

OFFICE = "Chi bộ Văn phòng Huyện ủy"


def test_the_whole_morning_of_a_first_timer(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    screen.sees("code")
    expect(screen.page.locator("#session")).to_have_text("Lớp 1 – đường truyền")
    expect(screen.page.locator("#point")).to_have_text("Điểm cầu Hội trường Huyện ủy")
    expect(screen.page.locator("#present")).to_have_text("0")
    address = screen.address()
    assert address is not None
    assert address.startswith(f"{site.url}/d/#")

    phone = crowd.phone()
    phone.scan(address)
    phone.name(OFFICE, "Nguyễn Thị Hoa", "4821")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    receipt = phone.page.locator("#receipt")
    for fact in (
        "Nguyễn Thị Hoa",
        "Lớp 1 – đường truyền",
        "Điểm cầu Hội trường Huyện ủy",
        "Đầu giờ",
        "07:30 ngày 15/03/2022",
        "Mời đồng chí cất điện thoại.",
    ):
        expect(receipt).to_contain_text(fact)

    phone.page.get_by_text("Quy định của hội nghị").click()
    expect(phone.page.locator("#receipt-rules-list")).to_be_visible()
    expect(phone.page.locator("#receipt-rules-list")).to_have_text("Luôn mở camera")

    crowd.pass_time(seconds=4)
    expect(screen.page.locator("#present")).to_have_text("1")
    expect(screen.page.locator("#pending")).to_have_text("0")
    assert "Hoa" not in screen.page.locator("body").inner_text()
    assert [each.console_errors for each in crowd.watches] == [[], []]


def test_a_first_timer_is_through_in_20_seconds(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.scan(site.address())
    phone.name(OFFICE, "Nguyễn Thị Hoa", "4821")
    phone.sees("receipt")
    assert (phone.keys, phone.taps) == (14 + 3 + 4, 4)
    assert phone.seconds <= 20


def test_a_bound_phone_is_one_tap(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(site.address())
    phone.sees("confirm")
    assert phone.taps == 1  # the notice, this once
    expect(phone.at("confirm-title")).to_have_text("Đồng chí là N.T.H.?")
    expect(phone.page.get_by_role("button", name="Không phải tôi")).to_be_visible()
    expect(phone.at("confirm-last4")).to_be_hidden()
    phone.tap("Điểm danh")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    assert (phone.keys, phone.taps) == (0, 2)
    assert site.counted() == (1, 0)
    phone.scan(site.address())
    phone.sees("confirm")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    assert (phone.keys, phone.taps) == (0, 3)


def test_not_me_leads_to_the_name_and_back(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.scan(site.address())
    phone.sees("confirm")
    phone.tap("Không phải tôi")
    phone.sees("other")
    phone.tap("Quay lại")
    phone.sees("confirm")


@pytest.mark.parametrize(("site", "bands"), [("demo", 1), ("", 0)], indirect=["site"])
def test_the_band_says_when_the_data_is_invented(crowd: Crowd, site: Site, bands: int) -> None:
    for address in ("/d/", "/screen"):
        phone = crowd.phone()
        phone.scan(site.url + address)
        expect(phone.page.get_by_text("DỮ LIỆU THỬ", exact=True)).to_have_count(bands)
