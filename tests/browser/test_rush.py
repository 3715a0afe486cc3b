"""A server with more to do than it can: all wait calmly, nothing is lost, nothing sent twice."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.crowd import Crowd
from tests.serving import Site

BUSY = "Máy chủ đang đông – máy sẽ tự gửi lại"
STAY = "Đồng chí giữ nguyên trang này"


def _busy(page: Page, path: str, *, times: int, seconds: int = 3) -> None:
    answer: dict[str, Any] = {
        "status": 503,
        "headers": {"Retry-After": str(seconds), "Content-Type": "application/problem+json"},
        "body": '{"code": "unavailable", "status": 503}',
    }
    refuse: Callable[[Route], None] = lambda route: route.fulfill(**answer)  # noqa: E731
    page.route(f"**/api/v1{path}", refuse, times=times)


def test_hoa_who_is_turned_away_twice_is_checked_in_once_while_the_hall_sees_its_codes(
    crowd: Crowd, site: Site
) -> None:
    phone = crowd.hoa_before_the_tap()
    screen = crowd.screen().pair()
    for path in ("/screens/codes", "/screens/live"):
        _busy(screen.page, path, times=3)
    _busy(phone.page, "/check-ins", times=2)
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text(BUSY)
    expect(phone.notice).to_contain_text(STAY)
    expect(phone.at("notice-countdown")).to_contain_text("Gửi lại sau ")
    crowd.pass_time(seconds=2.8)
    assert len(phone.sent_ids()) == 1
    crowd.pass_time(seconds=2.4)  # three seconds and at most two more
    assert len(phone.sent_ids()) == 2
    screen.sees("code")
    expect(phone.notice).to_contain_text(BUSY)
    crowd.pass_time(seconds=7.2, stride=0.4)
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    assert len(phone.sent_ids()) == 3
    assert len(set(phone.sent_ids())) == 1
    assert site.counted() == (1, 0)
    assert site.on_a_fresh_phone(screen.shown().typed).status_code == 200


def test_who_presses_is_heard_after_two_seconds_and_later_each_time(
    crowd: Crowd, site: Site
) -> None:
    phone = crowd.hoa_before_the_tap()
    _busy(phone.page, "/check-ins", times=2, seconds=10)
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text(BUSY)
    expect(phone.at("notice-retry")).to_be_hidden()
    crowd.pass_time(seconds=2.2)
    phone.tap("Gửi lại ngay")
    crowd.settle()
    assert len(phone.sent_ids()) == 2
    crowd.pass_time(seconds=2.2)
    expect(phone.at("notice-retry")).to_be_hidden()
    crowd.pass_time(seconds=2)
    phone.tap("Gửi lại ngay")
    phone.sees("receipt")
    assert len(set(phone.sent_ids())) == 1
    assert site.counted() == (1, 0)


def test_a_page_loaded_anew_while_its_code_waits_goes_on_with_it(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone(still=True)
    phone.belongs_to("hoa")
    phone.scan(f"{site.url}/d/")
    phone.sees("code")
    _busy(phone.page, "/check-ins/tickets", times=1)
    phone.type_code(site.typed())
    expect(phone.notice).to_contain_text(BUSY)
    expect(phone.at("code")).not_to_have_value("")
    phone.page.reload()
    phone.sees("confirm")
    assert len(phone.watch.posts("/check-ins/tickets")) == 2
    phone.page.reload()  # answered: nothing is left to go on with
    phone.sees("code")
    assert len(phone.watch.posts("/check-ins/tickets")) == 2


def test_a_page_loaded_anew_while_its_check_in_waits_sends_the_same_again(
    crowd: Crowd, site: Site
) -> None:
    phone = crowd.hoa_before_the_tap()
    crowd.pass_time(seconds=1)  # until the rest of the page is there
    _busy(phone.page, "/check-ins", times=1, seconds=10)
    _busy(phone.page, "/check-ins/batch", times=1)
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text(BUSY)
    phone.page.reload()
    expect(phone.notice).to_contain_text(BUSY)
    expect(phone.notice).to_contain_text("Máy đang giữ lượt điểm danh")
    crowd.pass_time(seconds=2.6)
    phone.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # hurries nobody
    assert len(phone.watch.posts("/check-ins/batch")) == 1
    crowd.pass_time(seconds=3)
    phone.sees("receipt")
    assert len(phone.watch.posts("/check-ins/batch")) == 2
    assert site.counted() == (1, 0)
