"""What the pages ask of a phone: bytes, old eyes, thick fingers; and nothing from elsewhere."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.browser.sight import is_fit_for_old_eyes
from tests.serving import Site

MOST_BYTES = 50_000
MOST_BYTES_COMPRESSED = 35_000
NARROWEST = {"viewport": {"width": 320, "height": 640}, "device_scale_factor": 2}


def _loaded_at_once(site: Site, address: str) -> dict[str, int]:
    """Weigh what a page names itself; other scripts come after its first screen."""
    page = site.http.get(address).text
    named = re.findall(r'(?:src|href)="(/[^"]+\.[a-z]+)"', page)
    return {address: len(page.encode())} | {
        each: len(site.http.get(each).content) for each in named
    }


@pytest.mark.parametrize("address", ["/d/", "/d/toi/"])
def test_everything_a_members_page_loads_at_once_is_small(site: Site, address: str) -> None:
    loaded = _loaded_at_once(site, address)
    assert len(loaded) > 5
    assert sum(loaded.values()) <= MOST_BYTES, json.dumps(loaded, indent=1)


def test_all_that_a_first_visit_costs_is_small_on_the_line(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone(still=True)
    phone.scan(f"{site.url}/d/")
    phone.sees("code")
    expect(phone.page.locator("[data-panel=slip]")).to_be_attached()
    phone.watch.settle()
    loaded = {each.url for each in phone.watch.responses}
    assert f"{site.url}/d/queue.js" in loaded
    on_the_line = sum(
        int(site.http.head(each, headers={"Accept-Encoding": "gzip"}).headers["content-length"])
        for each in loaded
    )
    assert on_the_line <= MOST_BYTES_COMPRESSED


@pytest.mark.parametrize("address", ["/d/", "/screen", "/account", "/docs"])
def test_a_page_loads_nothing_from_elsewhere_and_complains_of_nothing(
    crowd: Crowd, site: Site, address: str
) -> None:
    screen = crowd.screen()
    screen.page.goto(site.url + address, wait_until="networkidle")
    screen.watch.settle()
    assert screen.watch.console_errors == []
    assert all(each.url.startswith(f"{site.url}/") for each in screen.watch.requests)
    assert all(each.status == 200 for each in screen.watch.responses)


def test_the_documentation_lists_the_operations(crowd: Crowd, site: Site) -> None:
    screen = crowd.screen()
    screen.page.goto(f"{site.url}/docs")
    screen.page.get_by_role("link", name="check-in").click()
    expect(screen.page.locator("#operations-check-in-issueTicket")).to_be_visible()


def test_old_eyes_and_thick_fingers_find_their_way_on_a_narrow_phone(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    narrow: dict[str, Any] = NARROWEST
    phone = crowd.phone(**narrow)
    phone.scan(f"{site.url}/d/")
    phone.sees("code")
    is_fit_for_old_eyes(phone.page)
    phone.tap("Tiếp tục")
    expect(phone.at("code-error")).to_have_text("Đồng chí chưa nhập mã.")
    is_fit_for_old_eyes(phone.page)
    phone.scan(site.address())
    phone.sees("name")
    is_fit_for_old_eyes(phone.page)
    phone.tap("Điểm danh")
    expect(phone.at("name-errors")).to_be_visible()
    is_fit_for_old_eyes(phone.page)
    phone.name("Chi bộ Văn phòng Huyện ủy", "Nguyễn Thị Hoa")
    phone.sees("receipt")
    is_fit_for_old_eyes(phone.page)
    known = crowd.phone(**narrow)
    known.belongs_to("binh", confirmed=False)
    known.scan(site.address())
    known.sees("confirm")
    is_fit_for_old_eyes(known.page)
