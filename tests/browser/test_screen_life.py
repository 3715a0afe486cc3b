"""The life of a screen: paired, rotated, between classes, revoked."""

from playwright.sync_api import expect

from tests.browser.crowd import Crowd
from tests.serving import Site

POLL_SECONDS = 3.4
"""A screen asks every three seconds; a little more, so that the answer has been drawn."""


def test_a_rotation_is_seen_at_the_next_poll(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    before = screen.shown()
    site.rotate()
    crowd.pass_time(seconds=POLL_SECONDS)
    after = screen.shown()
    assert after.state == "code"
    assert (after.step, after.door) == (before.step, before.door)
    assert after.digits == site.typed(epoch=1)["digits"] != before.digits
    assert screen.address() == site.address(epoch=1)
    assert site.on_a_fresh_phone(after.typed).status_code == 200
    assert site.on_a_fresh_phone(before.typed).json()["code"] == "code_stale"


def test_a_rotation_in_the_first_seconds_of_a_step_brings_no_dead_digits_back(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    screen = crowd.screen().pair()
    crowd.pass_time(seconds=22)  # 07:30:27
    before = screen.shown()
    site.rotate()
    for _ in range(30):
        crowd.pass_time(seconds=0.2)
        shown = screen.shown()
        if shown.digits != before.digits:
            break
    while shown.state != "code":  # over the first two seconds of the next step
        assert shown.digits == ""
        crowd.pass_time(seconds=0.2)
        shown = screen.shown()
    assert site.on_a_fresh_phone(shown.typed).status_code == 200


def test_a_rotation_that_only_the_fetch_of_the_minute_tells_leaves_no_dead_digits(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    screen = crowd.screen().pair()
    crowd.pass_time(seconds=26, stride=1)
    screen.page.reload()  # 07:30:31: from here on it fetches in the first two seconds of a step
    screen.watch.settle()
    crowd.pass_time(seconds=54, stride=1)
    screen.sees("code")
    screen.page.route("**/api/v1/screens/live", lambda route: route.abort())
    site.rotate()
    crowd.pass_time(seconds=6.4)
    # Still the step before's turn, and its code is the new one.
    assert screen.shown().digits == site.typed(steps=-1, epoch=1)["digits"]
    crowd.pass_time(seconds=1)
    assert screen.shown().digits == site.typed(epoch=1)["digits"]


def test_dead_digits_go_even_when_the_new_ones_do_not_come(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    screen.page.route("**/api/v1/screens/codes", lambda route: route.abort())
    site.rotate()
    crowd.pass_time(seconds=POLL_SECONDS)
    shown = screen.shown()
    assert (shown.state, shown.digits) == ("exhausted", "")
    assert screen.address() is None
    screen.page.unroute("**/api/v1/screens/codes")
    crowd.pass_time(seconds=16)
    assert screen.shown().digits == site.typed(epoch=1)["digits"]


def test_the_screen_follows_its_point_from_class_to_class(crowd: Crowd, site: Site) -> None:
    screen = crowd.screen().pair()
    screen.sees("closed")
    assert screen.shown().message == "Chưa mở lớp"
    site.open("line_1")
    crowd.pass_time(seconds=POLL_SECONDS)
    screen.sees("code")
    site.close("line_1")
    crowd.pass_time(seconds=POLL_SECONDS)
    assert screen.shown().message == "Chưa mở lớp"
    assert screen.address() is None
    expect(screen.page.locator("#present")).to_have_text("–")
    site.open("line_2")
    crowd.pass_time(seconds=POLL_SECONDS)
    screen.sees("code")
    expect(screen.page.locator("#session")).to_have_text("Lớp 2 – đường truyền")


def test_between_two_roll_calls_the_screen_shows_no_code(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    crowd.pass_time(seconds=POLL_SECONDS)
    screen.sees("code")
    site.staff("POST", f"/sessions/{site.district.sessions['line_1']}/windows/close")
    crowd.pass_time(seconds=POLL_SECONDS)
    screen.sees("paused")
    assert screen.address() is None
    assert screen.page.inner_text("#message-title") == "Chưa đến lượt điểm danh"
    site.open_window("after_break")
    crowd.pass_time(seconds=POLL_SECONDS + 2)
    screen.sees("code")
    assert screen.shown().digits == site.typed()["digits"]


def test_the_count_is_right_again_as_soon_as_the_line_is_back(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    screen.cut()
    crowd.pass_time(seconds=60, stride=1)
    expect(screen.page.locator("#counts")).to_have_attribute("data-fresh", "no")
    site.close()
    screen.mend()
    crowd.pass_time(seconds=1)
    expect(screen.page.locator("#counts")).to_have_attribute("data-fresh", "yes")
    screen.sees("closed")


def test_pending_arrivals_are_counted_apart_and_without_names(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    phone = crowd.phone()
    phone.scan(site.address())
    phone.name("Chi bộ Ban Tuyên giáo", "Phạm Quốc Tuấn")
    phone.sees("receipt")
    crowd.pass_time(seconds=POLL_SECONDS)
    expect(screen.page.locator("#present")).to_have_text("0")
    expect(screen.page.locator("#pending")).to_have_text("1")
    assert "Tuấn" not in screen.page.content()


def test_a_revoked_screen_asks_for_a_new_pairing_code(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    site.staff("DELETE", f"/screens/{screen.id}")
    crowd.pass_time(seconds=POLL_SECONDS)
    screen.sees("pairing")
    expect(screen.page.locator("#pairing-notice")).to_have_text(
        "Màn hình này đã bị thu hồi hoặc hết hạn. Mời nhập mã ghép mới."
    )
    assert screen.address() is None
    screen.page.reload()
    screen.sees("pairing")
    screen.pair()
    screen.sees("code")
    assert screen.shown().digits == site.typed(epoch=1)["digits"]


def test_a_wrong_pairing_code_is_told_and_not_taken(crowd: Crowd, site: Site) -> None:
    screen = crowd.screen()
    screen.page.goto(f"{site.url}/screen")
    notice = screen.page.locator("#pairing-notice")
    for typed, said in (
        ("7K3M", "Mã ghép có 8 chữ và số, ví dụ 7K3M-9QXA."),
        ("7K3M-9QXA", "Mã ghép không đúng, đã dùng hoặc đã quá 10 phút."),
    ):
        screen.page.get_by_label("Mã ghép").fill(typed)
        screen.page.get_by_role("button", name="Ghép màn hình").click()
        expect(notice).to_contain_text(said)
    screen.sees("pairing")
