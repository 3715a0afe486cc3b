"""A phone without a line: what was scanned is kept, sent once, and judged by the server alone."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Route, expect

from tests.browser.crowd import Crowd
from tests.browser.phone import Phone
from tests.serving import Site

WAITS = "Chưa có sóng – máy sẽ tự gửi lại"
BATCH = "/check-ins/batch"
ZALO = (
    "Mozilla/5.0 (Linux; Android 8.1.0; SM-J710GN) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Version/4.0 Chrome/90.0.4430.91 Mobile Safari/537.36 Zalo android/23080700 ZaloTheme/light"
)
TAKES_THE_RELEASE = """() => new Promise((done) => {
  navigator.serviceWorker.addEventListener("controllerchange", () => done(), { once: true });
  navigator.serviceWorker.ready.then((each) => each.update());
})"""
REFUSES_STORAGE = """Object.defineProperty(window, "indexedDB", {
  get() { throw new DOMException("refused", "SecurityError"); }
});"""


def _scanned_without_a_line(crowd: Crowd, site: Site, *, steps: int = 0) -> Phone:
    """Hoa's phone, which knows the page, scans a code and taps, and nothing gets through."""
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    site.clock.move(minutes=2)  # a late code counts only on a phone that was bound before it
    phone.keeps_the_page()
    phone.watch.context.set_offline(True)
    phone.reopen(site.address(steps=steps))
    phone.sees("confirm")
    expect(phone.at("confirm-title")).to_have_text("Đồng chí là N.T.H.?")
    expect(phone.notice).to_contain_text(WAITS)
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text("đồng chí có thể đóng trang")
    expect(phone.at("confirm-submit")).to_have_text("Chờ sóng…")
    return phone


def _comes_back(phone: Phone, site: Site) -> None:
    phone.watch.context.set_offline(False)
    phone.reopen(f"{site.url}/d/")


def test_a_scan_without_a_line_survives_closing_and_counts_once_as_late(
    crowd: Crowd, site: Site
) -> None:
    phone = _scanned_without_a_line(crowd, site)
    phone.page.close()
    site.clock.move(minutes=40)
    phone.page = phone.watch.context.new_page()
    phone.page.goto(f"{site.url}/d/")
    expect(phone.notice).to_contain_text("Máy đang giữ lượt điểm danh")
    assert site.counted() == (0, 0)
    _comes_back(phone, site)
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận, chờ bí thư xác nhận")
    expect(phone.at("receipt-more")).to_contain_text("Mã quét muộn 39 phút")
    assert site.counted() == (0, 1)
    phone.reopen(f"{site.url}/d/")
    phone.sees("code")
    phone.page.wait_for_load_state("networkidle")
    assert phone.notice.get_attribute("data-tone") == ""
    assert site.counted() == (0, 1)


def test_an_answer_lost_after_the_commit_is_fetched_by_the_next_page(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.keeps_the_page()
    phone.reopen(site.address())
    phone.sees("confirm")

    def lose(route: Route) -> None:
        route.fetch()  # the server commits
        route.abort("connectionreset")

    phone.page.route("**/api/v1/check-ins", lose)
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text("đồng chí có thể đóng trang")
    assert site.counted() == (1, 0)
    phone.reopen(f"{site.url}/d/")
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    assert len(phone.watch.posts(BATCH)) == 1
    assert site.counted() == (1, 0)


def test_two_pages_that_send_at_the_same_instant_count_once(crowd: Crowd, site: Site) -> None:
    phone = _scanned_without_a_line(crowd, site)
    phone.reopen(f"{site.url}/d/")
    second = phone.watch.context.new_page()
    second.goto(f"{site.url}/d/")
    pages = (phone.page, second)
    for page in pages:
        expect(page.locator("#notice")).to_contain_text("Máy đang giữ lượt điểm danh")
    held: list[Route] = []
    phone.watch.context.route(f"**/api/v1{BATCH}", _into(held))
    phone.watch.context.set_offline(False)
    for page in pages:
        # Without locks, as on an old phone, nothing but the server keeps them apart.
        page.evaluate("Object.defineProperty(navigator, 'locks', { value: undefined })")
        page.evaluate("void self.checkinQueue.flush()")
    while {each.request.frame.page for each in held} != set(pages):
        phone.page.evaluate("0")
    for each in held:
        each.continue_()
    phone.watch.context.unroute(f"**/api/v1{BATCH}")
    expect(phone.page.locator("#notice, #receipt").locator("visible=true").first).to_be_visible()
    for page in pages:
        page.wait_for_load_state("networkidle")
    assert site.counted() == (1, 0)
    assert phone.page.evaluate("self.checkinQueue.waiting()") == []


def test_a_known_phone_taps_before_its_ticket_has_come_and_may_still_help(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = crowd.phone()
    phone.belongs_to("hoa")
    phone.keeps_the_page()
    phone.reopen(site.address())
    phone.sees("confirm")
    phone.tap("Điểm danh")
    phone.sees("receipt")
    phone.page.wait_for_load_state("networkidle")
    site.clock.move(minutes=2)
    site.open_window("unannounced")
    site.clock.move(seconds=40)
    held: list[Route] = []
    phone.watch.context.route("**/api/v1/check-ins/tickets", _into(held))
    phone.reopen(site.address())
    phone.sees("confirm")
    expect(phone.at("confirm-title")).to_have_text("Đồng chí là N.T.H.?")
    (ticket,) = held
    phone.watch.context.route(f"**/api/v1{BATCH}", _into(held))
    phone.tap("Điểm danh")
    while len(held) == 1:
        phone.page.evaluate("0")
    with phone.page.expect_response("**/api/v1/check-ins/tickets"):
        ticket.continue_()
    held[1].continue_()
    phone.sees("receipt")
    expect(phone.title).to_have_text("Đã ghi nhận")
    expect(phone.at("receipt-help")).to_be_visible()


def test_a_new_release_replaces_the_page_that_is_kept(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone()
    phone.keeps_the_page()
    kept = "caches.keys()"
    (before,) = phone.page.evaluate(kept)
    site.app.state.is_demo = not site.app.state.is_demo  # the band makes it another page
    phone.page.evaluate(TAKES_THE_RELEASE)
    phone.reopen(f"{site.url}/d/")
    expect(phone.page.locator(".demo-band")).to_be_visible()
    (after,) = phone.page.evaluate(kept)
    assert after != before
    phone.watch.context.set_offline(True)
    phone.reopen(f"{site.url}/d/")
    expect(phone.page.locator(".demo-band")).to_be_visible()


def _into(held: list[Route]) -> Callable[[Route], None]:
    def hold(route: Route) -> None:
        held.append(route)

    return hold


def _is_refused(phone: Phone, site: Site, words: str) -> None:
    expect(phone.notice).to_have_attribute("data-tone", "bad")
    expect(phone.notice).to_contain_text("Lượt quét lúc chưa có sóng")
    expect(phone.notice).to_contain_text(words)
    assert site.counted() == (0, 0)
    waiting: list[Any] = phone.page.evaluate("self.checkinQueue.waiting()")
    assert waiting == []


def test_a_step_outside_every_window_is_refused_in_plain_words(crowd: Crowd, site: Site) -> None:
    phone = _scanned_without_a_line(crowd, site, steps=-60)
    _comes_back(phone, site)
    _is_refused(phone, site, "mã không thuộc lượt điểm danh nào")


def test_a_locked_roster_is_said_plainly(crowd: Crowd, site: Site) -> None:
    phone = _scanned_without_a_line(crowd, site)
    site.close()
    site.staff("POST", f"/sessions/{site.district.sessions['line_1']}/lock")
    _comes_back(phone, site)
    _is_refused(phone, site, "lớp đã khóa danh sách")


def test_a_phone_struck_off_meanwhile_is_told_that_it_is_nobodys(crowd: Crowd, site: Site) -> None:
    phone = _scanned_without_a_line(crowd, site)
    site.unbind("hoa")
    site.clock.move(minutes=10)
    _comes_back(phone, site)
    _is_refused(phone, site, "chưa gắn với đồng chí nào")


def test_an_unbound_phone_without_a_line_is_told_so_and_goes_on_when_it_is_back(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = crowd.phone()
    phone.keeps_the_page()
    phone.watch.context.set_offline(True)
    phone.reopen(site.address())
    expect(phone.notice).to_contain_text("Máy này chưa gắn với đồng chí nào, cần có sóng")
    expect(phone.notice).to_contain_text("nhờ bí thư ghi tên")
    phone.watch.context.set_offline(False)
    phone.sees("name")


def test_in_zalo_with_storage_refused_and_cleared_everything_still_works(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = crowd.phone(user_agent=ZALO, service_workers="block")
    phone.watch.context.add_init_script(REFUSES_STORAGE)
    for title in ("Đã ghi nhận", "Đồng chí đã có ghi nhận"):
        phone.scan(site.address())
        phone.name("Chi bộ Văn phòng Huyện ủy", "Nguyễn Thị Hoa", "4821")
        phone.sees("receipt")
        expect(phone.title).to_have_text(title)
        phone.watch.context.clear_cookies()
        phone.reopen("about:blank")
    assert site.counted() == (1, 0)


def test_in_zalo_with_storage_cleared_between_visits_everything_still_works(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = crowd.phone(user_agent=ZALO)
    for title in ("Đã ghi nhận", "Đồng chí đã có ghi nhận"):
        phone.scan(site.address())
        phone.name("Chi bộ Văn phòng Huyện ủy", "Nguyễn Thị Hoa", "4821")
        phone.sees("receipt")
        expect(phone.title).to_have_text(title)
        phone.page.wait_for_load_state("networkidle")
        phone.watch.context.clear_cookies()
        devtools = phone.watch.context.new_cdp_session(phone.page)
        devtools.send("Storage.clearDataForOrigin", {"origin": site.url, "storageTypes": "all"})
        phone.reopen("about:blank")
    assert site.counted() == (1, 0)


def test_where_storage_is_refused_a_lost_line_is_waited_for_as_before(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    phone = crowd.phone(service_workers="block")
    phone.watch.context.add_init_script(REFUSES_STORAGE)
    phone.belongs_to("hoa")
    phone.scan(site.address())
    phone.sees("confirm")
    phone.page.wait_for_load_state("networkidle")
    phone.watch.context.set_offline(True)
    phone.tap("Điểm danh")
    expect(phone.notice).to_contain_text("Đồng chí cứ để mở trang này")
    phone.watch.context.set_offline(False)
    phone.sees("receipt")
    assert site.counted() == (1, 0)
