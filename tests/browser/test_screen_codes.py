"""The codes that a screen shows, with its line and without it, by any clock of its PC."""

from datetime import timedelta

from playwright.sync_api import expect

from tests.browser.crowd import STRIDE_SECONDS, Crowd
from tests.browser.screen import Shown
from tests.serving import Site

DELAY = timedelta(seconds=2)
STEP = timedelta(seconds=30)


def _is_in_its_time(shown: Shown, *, stride: float) -> bool:
    return DELAY <= shown.age < DELAY + STEP + timedelta(seconds=stride)


def _is_accepted(site: Site, shown: Shown) -> bool:
    return site.on_a_fresh_phone(shown.typed).status_code == 200


def test_a_cut_line_leaves_ten_minutes_of_codes_that_the_server_takes(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    screen = crowd.screen().pair()
    screen.cut()
    seen: list[Shown] = [screen.shown()]
    for second in range(1, 10 * 60 + 31):
        crowd.pass_time(seconds=1, stride=1)
        shown = screen.shown()
        if shown.state == "code" and shown.step != seen[-1].step:
            assert _is_accepted(site, shown), shown
            seen.append(shown)
        assert shown.state in {"code", "exhausted"}
        assert shown.state == "exhausted" or _is_in_its_time(shown, stride=1), shown
        if second == 90:
            expect(screen.page.locator("#link-note")).to_have_text(
                "Mất kết nối máy chủ – còn mã cho 8 phút nữa"
            )
    steps = [each.step or 0 for each in seen]
    assert steps == list(range(steps[0], steps[0] + 20))
    assert all(each.door == "01" for each in seen)
    at_the_end = screen.shown()
    assert (at_the_end.state, at_the_end.digits) == ("exhausted", "")
    assert at_the_end.message == "Hết mã – mất kết nối máy chủ"
    assert screen.address() is None

    screen.mend()
    crowd.pass_time(seconds=1)
    screen.sees("code")
    assert _is_accepted(site, screen.shown())
    expect(screen.page.locator("#link-note")).to_be_hidden()


def test_no_code_is_shown_before_its_step_nor_after_its_time(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    changes = 0
    before = screen.shown()
    for _ in range(round(95 / STRIDE_SECONDS)):  # three changes, and a new fetch each minute
        crowd.pass_time(seconds=STRIDE_SECONDS)
        shown = screen.shown()
        assert shown.state == "code"
        assert _is_in_its_time(shown, stride=2 * STRIDE_SECONDS), shown
        if shown.step != before.step:
            changes += 1
            assert _is_accepted(site, before)
            assert _is_accepted(site, shown)
        before = shown
    assert changes == 3


def test_two_screens_of_a_hall_agree_whatever_their_own_clocks_say(
    crowd: Crowd, site: Site
) -> None:
    site.open()
    one = crowd.screen().pair()
    other = crowd.screen(ahead=timedelta(minutes=10)).pair()
    for _ in range(3):
        assert one.shown() == other.shown()
        assert one.address() == other.address()
        crowd.pass_time(seconds=30, stride=1)
    expect(one.page.locator("#clock-note")).to_be_hidden()
    note = other.page.locator("#clock-note")
    expect(note).to_contain_text("Đồng hồ máy này nhanh 10 phút")
    expect(note).to_contain_text("Mã vẫn đúng vì theo giờ máy chủ.")


def test_a_refresh_changes_nothing(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    before, address = screen.shown(), screen.address()
    screen.page.reload()
    screen.sees("code")
    assert screen.shown() == before
    assert screen.address() == address


def test_a_pc_whose_clock_jumped_shows_nothing_until_it_has_asked(crowd: Crowd, site: Site) -> None:
    site.open()
    screen = crowd.screen().pair()
    screen.cut()
    screen.watch.context.clock.set_system_time(site.clock() + timedelta(hours=1))
    crowd.pass_time(seconds=1)
    shown = screen.shown()
    assert (shown.state, shown.digits) == ("resync", "")
    assert shown.message == "Đang lấy lại giờ máy chủ…"
    assert screen.address() is None
    screen.mend()
    crowd.pass_time(seconds=1)
    screen.sees("code")
    assert _is_accepted(site, screen.shown())
    expect(screen.page.locator("#clock-note")).to_contain_text("Đồng hồ máy này nhanh 1 giờ")
