"""The console as people use it: sign in, open a page from the menu, and see that it is fit for all.

With `DIEMDANH_SCREENSHOTS=1` every page that is looked at by name is kept in docs/screenshots.
"""

import io
import os
import re
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from api.access import totp
from tests.browser.crowd import Crowd
from tests.browser.sight import OVERFLOW
from tests.browser.watch import Watch
from tests.district import MASTER_KEY, PASSWORD
from tests.serving import Site

PHONE: Final[dict[str, int]] = {"width": 360, "height": 740}
DESK: Final[dict[str, int]] = {"width": 1366, "height": 768}

_ROOT = Path(__file__).parents[2]
_BUILT = _ROOT / "clients" / "console" / "dist" / "index.html"
_AXE = _ROOT / "clients" / "node_modules" / "axe-core" / "axe.min.js"
_SHOTS = _ROOT / "docs" / "screenshots"
_COLOURS = 32
_PATIENCE_MS = 20_000
_LOOK = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .map((each) => each.id + ": " + each.nodes.map((node) => node.target + " " + node.failureSummary).join(" | "))"""  # noqa: E501
_WITH_FACTOR = {"admin"}


def must_be_built() -> None:
    """Skip where no npm has built the console; where CI=true that is a failure."""
    if _BUILT.exists() and _AXE.exists():
        return
    missing = "the console has not been built: make web"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


class Console:
    """One browser on the page /console, of whoever has signed in."""

    def __init__(self, page: Page, site: Site, watch: Watch) -> None:
        self.page = page
        self.site = site
        self.watch = watch

    # What is done

    def sign_in(self, username: str) -> None:
        """Type the password, and the second factor of whoever has one."""
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(PASSWORD)
        self.tap("Đăng nhập")
        if username in _WITH_FACTOR:
            account = self.site.district.accounts[username]
            otp = totp.code_of(MASTER_KEY, account, totp.step_of(self.site.clock()))
            self.page.get_by_label("Mã xác thực").fill(otp)
            self.tap("Đăng nhập")
        expect(self.page.locator("nav.menu")).to_be_attached()

    def open(self, title: str) -> None:
        """Choose a page from the menu, by its name there."""
        menu = self.page.get_by_role("button", name="Mục lục")
        if menu.is_visible():
            menu.click()
        self.page.get_by_role("navigation").get_by_role("link", name=title, exact=True).click()

    def tap(self, name: str) -> None:
        """Press the button that bears these words."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def fill(self, label: str, text: str) -> None:
        """Type into the field that bears this label."""
        self.page.get_by_label(label, exact=True).fill(text)

    # What is seen

    def sees(self, heading: str) -> None:
        """Wait for a page by its heading."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)

    def reads(self, text: str | re.Pattern[str]) -> None:
        """Wait until the page says so."""
        expect(self.page.locator("main")).to_contain_text(text)

    def section(self, title: str) -> Locator:
        """Find a part of the page by its heading."""
        return self.page.get_by_role("region", name=title)

    @property
    def waiting(self) -> Locator:
        """The yellow bar of what is not yet saved."""
        return self.page.locator(".waiting")

    def has_saved(self) -> None:
        """Wait until nothing is on its way any more."""
        expect(self.waiting).to_have_count(0)

    def is_fit(self, name: str = "") -> None:
        """See that axe finds nothing, and nothing runs off the side on a phone or on a desk."""
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        self.watch.settle_but("/live/stream")
        expect(self.page.locator(".progress")).to_have_count(0)
        if not self.page.evaluate("typeof axe === 'object'"):
            self.page.evaluate(_AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(_LOOK)
        assert not found, "\n".join([name or self.page.url, *found])
        here = self.page.viewport_size
        for size, kind in ((PHONE, "phone"), (DESK, "desk")):
            self.page.set_viewport_size({"width": size["width"], "height": size["height"]})
            where = f"{name or self.page.url} on a {kind}"
            assert self.page.evaluate(OVERFLOW) <= 0, f"{where} runs off the side"
            if name and os.environ.get("DIEMDANH_SCREENSHOTS") == "1":
                _keep(self.page, f"console-{name}-{kind}.png")
        if here:
            self.page.set_viewport_size(here)


def on_a_phone(crowd: Crowd, **how: Any) -> Console:
    """Open the console on an old telephone."""
    return _opened(crowd, crowd.playwright.devices["Galaxy S9+"] | {"viewport": PHONE} | how)


def on_a_desk(crowd: Crowd, **how: Any) -> Console:
    """Open the console on a PC of the office."""
    return _opened(crowd, {"viewport": DESK} | how)


def _opened(crowd: Crowd, how: dict[str, Any]) -> Console:
    must_be_built()
    expect.set_options(timeout=_PATIENCE_MS)
    context = crowd.browser.new_context(locale="vi-VN", reduced_motion="reduce", **how)
    context.set_default_timeout(_PATIENCE_MS)
    context.clock.install(time=crowd.site.clock())  # the morning's own time, which passes
    watch = Watch(context, crowd.site.url)
    crowd.watches.append(watch)
    page = context.new_page()
    page.goto(f"{crowd.site.url}/console")
    return Console(page, crowd.site, watch)


def _keep(page: Page, name: str) -> None:
    """Keep what is seen as a picture of a few colours, so that it stays small."""
    page.evaluate("window.scrollTo(0, 0)")
    picture = Image.open(io.BytesIO(page.screenshot(scale="css", animations="disabled")))
    few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(_SHOTS / name, optimize=True)
