"""A line that fails: nothing is typed twice, nothing counts twice."""

from playwright.sync_api import Route, expect

from tests.browser.crowd import Crowd
from tests.serving import Site

WAITS = "Chưa có sóng – máy sẽ tự gửi lại"


def test_an_answer_that_is_lost_is_asked_again_and_counts_once(crowd: Crowd, site: Site) -> None:
    phone = crowd.hoa_before_the_tap()

    def lose(route: Route) -> None:
        route.fetch()  # the server commits
        route.abort("connectionreset")

    phone.page.route("**/api/v1/check-ins", lose, times=1)
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text(WAITS)
    assert site.counted() == (1, 0)
    phone.tap("Gửi lại ngay")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    first, second = phone.sent_ids()
    assert first == second
    assert site.counted() == (1, 0)


def test_a_phone_without_a_line_sends_by_itself_when_it_is_back(crowd: Crowd, site: Site) -> None:
    phone = crowd.hoa_before_the_tap()
    phone.watch.context.set_offline(True)
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text(WAITS)
    expect(phone.at("confirm-submit")).to_have_text("Chờ sóng…")
    crowd.pass_time(seconds=20)
    assert site.counted() == (0, 0)
    phone.watch.context.set_offline(False)
    crowd.pass_time(seconds=3)
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    assert len(set(phone.sent_ids())) == 1
    assert site.counted() == (1, 0)


def test_a_busy_server_is_asked_again_after_the_time_it_named(crowd: Crowd, site: Site) -> None:
    phone = crowd.hoa_before_the_tap()
    busy = {
        "status": 503,
        "headers": {"Retry-After": "5", "Content-Type": "application/problem+json"},
        "body": '{"code": "unavailable", "status": 503}',
    }
    phone.page.route("**/api/v1/check-ins", lambda route: route.fulfill(**busy), times=1)
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text("Máy chủ đang đông – máy sẽ tự gửi lại")
    crowd.pass_time(seconds=4.8)
    assert len(phone.sent_ids()) == 1
    crowd.pass_time(seconds=2.6)
    phone.sees("receipt")
    first, second = phone.sent_ids()
    assert first == second
    assert site.counted() == (1, 0)


def test_a_page_loaded_anew_still_shows_its_receipt(crowd: Crowd, site: Site) -> None:
    phone = crowd.hoa_before_the_tap()
    phone.tap("Điểm danh")
    phone.sees("receipt")
    phone.page.reload()
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    expect(phone.at("receipt-name")).to_have_text("Nguyễn Thị Hoa")

    # The server was restored, and does not know it: it proves itself to the secretary.
    while not phone.page.evaluate("history.state.receipt"):  # nothing to wait on: it is kept last
        phone.watch.settle()
    phone.page.route(
        "**/api/v1/check-ins/*",
        lambda route: route.fulfill(status=404, json={"code": "not_found"}),
    )
    phone.page.reload()
    expect(phone.notice).to_contain_text("Máy chủ không còn giữ lượt này")
    phone.sees("receipt")
    expect(phone.at("receipt-name")).to_have_text("Nguyễn Thị Hoa")


def test_a_scan_without_a_line_is_sent_when_it_is_back(crowd: Crowd, site: Site) -> None:
    site.open()
    phone = crowd.phone(still=True)
    phone.belongs_to("hoa")
    phone.scan(f"{site.url}/d/")
    phone.sees("code")
    phone.watch.context.set_offline(True)
    phone.type_code(site.typed())
    expect(phone.notice).to_contain_text(WAITS)
    phone.watch.context.set_offline(False)
    crowd.pass_time(seconds=3)
    phone.sees("confirm")
