"""The page /account: an invitation, a sign-in, a second factor, and the first day of an office."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import UUID

import pyotp
import pytest
from playwright.sync_api import Browser, Playwright, expect

from api import installation, migrations
from api.db import Database
from api.setup import actions
from tests.browser.crowd import Crowd, gathered
from tests.browser.phone import Phone
from tests.browser.sight import is_fit_for_old_eyes
from tests.databases import Template
from tests.district import MASTER_KEY, PASSWORD, District
from tests.moving_clock import MORNING, MovingClock
from tests.serving import Site, serving

CHOSEN = "mua-roi-tren-doi-che"
MOST_BYTES = 50_000


def _invite(site: Site, role: str, unit: str, username: str = "dieu-khanh") -> str:
    grant = {"role": role, "unit_id": str(site.district.units[unit])}
    body = {"username": username, "display_name": "Điểu Khánh", "grants": [grant]}
    link: str = site.staff("POST", "/accounts", body)["invitation_url"]
    assert link.startswith(f"{site.url}/account#invitation=")
    return link


def _fill(phone: Phone, **fields: str) -> None:
    for field, text in fields.items():
        phone.at(field.replace("_", "-")).fill(text)


def _accept(phone: Phone, link: str) -> None:
    phone.scan(link)
    phone.sees("invitation")
    _fill(phone, invitation_password=CHOSEN, invitation_again=CHOSEN)
    phone.tap("Đặt mật khẩu")
    phone.sees("sign-in")
    expect(phone.notice).to_contain_text("Mời đồng chí đăng nhập")


def _sign_in(phone: Phone, *, password: str = CHOSEN, **fields: str) -> None:
    phone.sees("sign-in")
    _fill(phone, password=password, **fields)
    phone.tap("Đăng nhập")


def _turn_factor_on(phone: Phone, site: Site, *, password: str = CHOSEN) -> tuple[pyotp.TOTP, str]:
    """Set the second factor up; its codes as the app shows them, and a recovery code."""
    phone.sees("factor-begin")
    _fill(phone, begin_password=password)
    phone.tap("Tiếp tục")
    phone.sees("factor-scan")
    app = pyotp.TOTP(phone.at("factor-secret").inner_text().replace(" ", ""))
    assert phone.at("factor-qr").bounding_box() is not None
    _fill(phone, confirm_otp=app.at(site.clock()))
    phone.tap("Bật xác thực hai bước")
    phone.sees("codes")
    codes = phone.page.locator("#codes-list li")
    expect(codes).to_have_count(10)
    return app, codes.first.inner_text()


def test_an_invitation_becomes_a_password_and_a_sign_in(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone()
    _accept(phone, _invite(site, "secretary", "bom_bo"))
    expect(phone.at("username")).to_have_value("dieu-khanh")
    _sign_in(phone)
    phone.sees("home")
    expect(phone.page.locator("h1:visible")).to_have_text("Chào đồng chí Điểu Khánh")
    expect(phone.at("home-grants")).to_contain_text("Bí thư")
    expect(phone.at("factor-state")).to_have_text("Chưa bật")
    phone.tap("Đăng xuất")
    phone.sees("sign-in")
    expect(phone.at("password")).to_have_value("")


def test_the_invitation_leaves_the_address_bar_and_nothing_is_kept(
    crowd: Crowd, site: Site
) -> None:
    phone = crowd.phone()
    phone.scan(_invite(site, "secretary", "bom_bo"))
    phone.sees("invitation")
    assert phone.page.url == f"{site.url}/account"
    assert phone.page.evaluate("history.length") <= 2
    phone.scan(_invite(site, "secretary", "bom_bo", "thi-mai"))
    _accept(phone, _invite(site, "secretary", "bom_bo", "dieu-hoa"))
    _sign_in(phone)
    phone.sees("home")
    assert phone.page.evaluate("localStorage.length + sessionStorage.length") == 0
    phone.page.reload()
    phone.sees("sign-in")


def test_a_weak_password_is_refused_in_the_words_of_the_server(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone(locale="en-US")
    phone.scan(_invite(site, "secretary", "bom_bo"))
    _fill(phone, invitation_password="ngan", invitation_again="khac")
    phone.tap("Đặt mật khẩu")
    expect(phone.at("invitation-again-error")).to_have_text("Hai lần nhập chưa giống nhau.")
    assert phone.watch.posts("/auth/invitations/redeem") == []
    _fill(phone, invitation_again="ngan")
    phone.tap("Đặt mật khẩu")
    expect(phone.notice).to_contain_text("Mật khẩu cần ít nhất 12 ký tự.")
    expect(phone.notice).to_be_focused()
    expect(phone.at("invitation-password")).to_have_value("ngan")


def test_a_link_that_was_used_says_so(crowd: Crowd, site: Site) -> None:
    link = _invite(site, "secretary", "bom_bo")
    phone = crowd.phone()
    _accept(phone, link)
    late = crowd.phone()
    late.scan(link)
    late.sees("invitation")
    _fill(late, invitation_password=CHOSEN, invitation_again=CHOSEN)
    late.tap("Đặt mật khẩu")
    expect(late.notice).to_contain_text("Mời xin đường dẫn mới.")


def test_a_wrong_password_and_a_cut_line_lose_nothing_that_was_typed(
    crowd: Crowd, site: Site
) -> None:
    phone = crowd.phone()
    phone.scan(f"{site.url}/account")
    _sign_in(phone, username="bi_thu", password="sai-mat-khau-roi")
    expect(phone.notice).to_contain_text("Tên đăng nhập hoặc mật khẩu chưa đúng.")
    expect(phone.notice).to_be_focused()
    expect(phone.at("username")).to_have_value("bi_thu")
    expect(phone.at("password")).to_have_value("sai-mat-khau-roi")
    phone.watch.context.set_offline(True)
    phone.tap("Đăng nhập")
    expect(phone.notice).to_contain_text("Không có mạng")
    expect(phone.notice).to_contain_text("Những gì đồng chí đã gõ vẫn còn nguyên.")
    expect(phone.at("password")).to_have_value("sai-mat-khau-roi")


def test_staff_set_the_second_factor_up_at_once_and_sign_in_by_it(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone()
    _accept(phone, _invite(site, "district_staff", "district"))
    _sign_in(phone)
    phone.sees("factor-begin")
    expect(phone.at("begin-compulsory")).to_be_visible()
    app, recovery = _turn_factor_on(phone, site)
    phone.tap("Tôi đã cất mã")
    phone.sees("home")
    expect(phone.at("factor-state")).to_have_text("Đang bật")
    assert phone.page.inner_text("#codes-list") == ""

    site.clock.move(seconds=30)
    again = crowd.phone()
    again.scan(f"{site.url}/account")
    _sign_in(again, username="dieu-khanh")
    expect(again.notice).to_contain_text("nhập thêm mã 6 số")
    expect(again.at("otp")).to_be_focused()
    _sign_in(again, otp=app.at(site.clock()))
    again.sees("home")

    lost = crowd.phone()
    lost.scan(f"{site.url}/account")
    _sign_in(lost, username="dieu-khanh")
    lost.tap("Mất điện thoại? Dùng mã khôi phục")
    _sign_in(lost, otp=recovery.lower())
    lost.sees("home")


def test_a_new_phone_takes_over_and_then_gets_new_recovery_codes(crowd: Crowd, site: Site) -> None:
    phone = crowd.phone()
    _accept(phone, _invite(site, "district_staff", "district"))
    _sign_in(phone)
    old, recovery = _turn_factor_on(phone, site)
    phone.tap("Tôi đã cất mã")
    phone.sees("home")
    phone.tap(phone.at("to-factor"))
    phone.tap("Đổi điện thoại")
    phone.sees("factor-begin")
    _fill(phone, begin_otp=recovery)
    new, recovery = _turn_factor_on(phone, site)
    assert new.secret != old.secret
    phone.tap("Tôi đã cất mã")
    phone.sees("home")
    phone.tap(phone.at("to-factor"))
    phone.sees("factor")
    _fill(phone, renew_otp=old.at(site.clock()))
    phone.tap("Lấy mã khôi phục mới")
    expect(phone.notice).to_contain_text("Mật khẩu hoặc mã xác thực chưa đúng.")
    _fill(phone, renew_otp=recovery)
    phone.tap("Lấy mã khôi phục mới")
    phone.sees("codes")
    assert recovery not in phone.page.inner_text("#codes-list")


def test_a_page_left_open_stays_signed_in_by_the_next_refresh_token(
    crowd: Crowd, site: Site
) -> None:
    phone = crowd.phone()
    _accept(phone, _invite(site, "secretary", "bom_bo"))
    _sign_in(phone)
    phone.sees("home")
    for _ in range(2):
        site.clock.move(minutes=25)
        phone.tap("Các máy đang đăng nhập")
        phone.sees("sign-ins")
        phone.tap("Quay lại")
        phone.sees("home")
    assert len(phone.watch.posts("/auth/token")) == 3


def test_a_password_that_was_typed_is_still_there_after_signing_in_again(
    crowd: Crowd, site: Site
) -> None:
    phone = crowd.phone()
    _accept(phone, _invite(site, "secretary", "bom_bo"))
    _sign_in(phone)
    phone.sees("home")
    phone.tap("Đổi mật khẩu")
    new = "trong-rung-co-suoi"
    _fill(phone, old_password=CHOSEN, new_password=new, new_again=new)
    site.clock.move(hours=24 * 15)
    phone.tap("Đổi mật khẩu")
    phone.sees("sign-in")
    expect(phone.notice).to_contain_text("Phiên đăng nhập đã hết")
    _sign_in(phone)
    phone.sees("password")
    phone.tap("Đổi mật khẩu")
    phone.sees("home")
    expect(phone.notice).to_contain_text("Đã đổi mật khẩu")


def test_another_browser_is_signed_out_at_once(crowd: Crowd, site: Site) -> None:
    phone, other = crowd.phone(), crowd.phone()
    _accept(phone, _invite(site, "secretary", "bom_bo"))
    _sign_in(phone)
    phone.sees("home")
    other.scan(f"{site.url}/account")
    _sign_in(other, username="dieu-khanh")
    other.sees("home")
    phone.tap("Các máy đang đăng nhập")
    phone.sees("sign-ins")
    cards = phone.page.locator("#sign-ins-list li")
    expect(cards).to_have_count(2)
    expect(cards.filter(has_text="Máy này")).to_have_count(1)
    phone.page.get_by_role("button", name="Kết thúc").tap()
    expect(cards).to_have_count(1)
    other.tap("Đổi mật khẩu")
    other.tap("Quay lại")
    other.sees("sign-in")
    expect(other.notice).to_contain_text("Phiên đăng nhập đã hết")


def test_a_page_that_is_closed_ends_its_sign_in(crowd: Crowd, site: Site) -> None:
    phone, other = crowd.phone(), crowd.phone()
    _accept(phone, _invite(site, "secretary", "bom_bo"))
    _sign_in(phone)
    phone.sees("home")
    phone.page.goto(f"{site.url}/d/")
    phone.sees("code")
    other.scan(f"{site.url}/account")
    _sign_in(other, username="dieu-khanh")
    other.sees("home")
    other.tap("Các máy đang đăng nhập")
    expect(other.page.locator("#sign-ins-list li")).to_have_count(1)


def test_the_page_is_small_and_fit_for_old_eyes_on_a_narrow_phone(crowd: Crowd, site: Site) -> None:
    narrow: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "device_scale_factor": 2}
    phone = crowd.phone(**narrow)
    _accept(phone, _invite(site, "district_staff", "district"))
    phone.watch.settle()
    loaded = [each.body() for each in phone.watch.responses if "/api/" not in each.url]
    assert sum(map(len, loaded)) <= MOST_BYTES
    is_fit_for_old_eyes(phone.page)
    _sign_in(phone)
    phone.sees("factor-begin")
    is_fit_for_old_eyes(phone.page)
    _turn_factor_on(phone, site)
    is_fit_for_old_eyes(phone.page)
    for panel in ("invitation", "first-day", "begun", "factor", "factor-scan", "password"):
        phone.page.evaluate("panel => self.officePage.show(panel)", panel)
        is_fit_for_old_eyes(phone.page)


# The first day


@pytest.fixture(scope="module")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Make the database of an office's first day, in a thread: Playwright's loop runs here."""
    url = f"sqlite:///{tmp_path_factory.mktemp('empty') / 'empty.db'}"

    async def begin() -> None:
        database = Database(url)
        await migrations.upgrade(database)
        async with database.write() as db:
            await installation.claim(db, MASTER_KEY, at=MORNING)
            assert await actions.add_first_account(db, password=PASSWORD, at=MORNING)
        await database.close()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(begin())).result()
    nobody = District(
        units={}, people={}, accounts={}, sign_ins={}, points={}, sessions={},
        conference_id=UUID(int=0),
    )  # fmt: skip
    return Template(url, nobody, None)


@pytest.fixture
def office(
    empty_template: Template,
    tmp_path: Path,
    clock: MovingClock,
    playwright: Playwright,
    browser: Browser,
) -> Iterator[Crowd]:
    """Serve an empty program, and gather whoever comes to it."""
    with (
        serving(empty_template, tmp_path, clock) as site,
        gathered(playwright, browser, site) as crowd,
    ):
        yield crowd


def test_an_empty_program_asks_for_the_organiser_and_then_for_the_second_factor(
    office: Crowd,
) -> None:
    phone = office.phone()
    phone.scan(f"{office.site.url}/account")
    _sign_in(phone, username="admin", password=PASSWORD)
    phone.sees("first-day")
    phone.tap("Bắt đầu")
    expect(phone.at("organiser-error")).to_have_text("Mời đồng chí ghi tên đơn vị tổ chức.")
    _fill(phone, organiser="Đảng bộ huyện Bù Đăng")
    phone.at("kind").select_option("committee")
    phone.at("preset").select_option("bu_dang_2022")
    expect(phone.at("preset-note")).to_contain_text("3 lớp đường truyền ở 17 điểm cầu")
    phone.tap("Bắt đầu")
    phone.sees("begun")
    expect(phone.at("begun-organiser")).to_have_text("Đảng bộ huyện Bù Đăng")
    phone.tap("Cài xác thực hai bước")
    _turn_factor_on(phone, office.site, password=PASSWORD)
    phone.tap("Tôi đã cất mã")
    phone.sees("home")
    expect(phone.at("home-grants")).to_contain_text("Quản trị của Ban Tuyên giáo")


def test_an_office_begins_without_a_preset_though_the_first_answer_is_lost(office: Crowd) -> None:
    phone = office.phone()
    phone.scan(f"{office.site.url}/account")
    _sign_in(phone, username="admin", password=PASSWORD)
    phone.sees("first-day")
    _fill(phone, organiser="Đảng bộ xã Bù Đăng")

    def lose(route: Any) -> None:
        route.fetch()  # the server commits
        route.abort("connectionreset")

    phone.page.route("**/api/v1/setup", lose, times=1)
    phone.tap("Bắt đầu")
    expect(phone.notice).to_contain_text("Không có mạng")
    expect(phone.at("organiser")).to_have_value("Đảng bộ xã Bù Đăng")
    phone.tap("Bắt đầu")
    phone.sees("begun")
    expect(phone.at("begun-organiser")).to_have_text("Đảng bộ xã Bù Đăng")
    phone.tap("Cài xác thực hai bước")
    _turn_factor_on(phone, office.site, password=PASSWORD)
    phone.tap("Tôi đã cất mã")
    phone.sees("home")
    expect(phone.at("home-grants")).to_contain_text("Đảng bộ xã Bù Đăng")
