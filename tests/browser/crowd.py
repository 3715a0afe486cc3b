"""Everybody who stands before a browser, and the time that passes for all of them alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright

from tests.browser.phone import Phone
from tests.browser.screen import Screen
from tests.browser.watch import Watch
from tests.serving import Site

STRIDE_SECONDS = 0.2
"""How finely time passes: as often as a screen looks at its clock."""


@dataclass(slots=True)
class Crowd:
    """Makes browsers that know nothing of each other; their contexts end with the test."""

    playwright: Playwright
    browser: Browser
    site: Site
    watches: list[Watch] = field(default_factory=list)
    _still: list[Watch] = field(default_factory=list)

    def phone(self, *, still: bool = False, **how: Any) -> Phone:
        """Take a new phone out; time stands on a `still` one until the test lets it pass."""
        emulated = self.playwright.devices["Galaxy S9+"] | {"locale": "vi-VN"} | how
        context = self._context(still=still, **emulated)
        return Phone(context.new_page(), self.site, self.watches[-1])

    def hoa_before_the_tap(self) -> Phone:
        """Open the session, and let Hòa scan with the phone that is hers; its time stands."""
        self.site.open()
        phone = self.phone(still=True)
        phone.belongs_to("hoa")
        phone.scan(self.site.address())
        phone.sees("confirm")
        return phone

    def screen(self, *, ahead: timedelta = timedelta(0), **how: Any) -> Screen:
        """Set a PC up at a bridge point; its own clock is `ahead` of the server's."""
        size = {"viewport": {"width": 1366, "height": 768}, "locale": "vi-VN"} | how
        context = self._context(still=True, ahead=ahead, **size)
        return Screen(context.new_page(), self.site, self.watches[-1])

    def pass_time(self, *, seconds: float, stride: float = STRIDE_SECONDS) -> None:
        """Let time pass in every still browser, then on the server, a stride at a time.

        The server goes last, and only when no request is under way: what a browser learns of the
        time is then never ahead of the truth.
        """
        for _ in range(round(seconds / stride)):
            for watch in self._still:
                watch.context.clock.run_for(round(stride * 1000))
            self.settle()
            self.site.clock.move(seconds=stride)

    def settle(self) -> None:
        """Wait until no still browser waits for an answer."""
        for watch in self._still:
            watch.settle()

    def _context(
        self, *, still: bool, ahead: timedelta = timedelta(0), **how: Any
    ) -> BrowserContext:
        context = self.browser.new_context(**how)
        context.set_default_timeout(10_000)
        watch = Watch(context, self.site.url)
        self.watches.append(watch)
        if still:
            here = self.site.clock() + ahead
            context.clock.install(time=here - timedelta(seconds=1))
            context.clock.pause_at(here)
            self._still.append(watch)
        return context


@contextmanager
def gathered(playwright: Playwright, browser: Browser, site: Site) -> Iterator[Crowd]:
    """Gather a crowd, and at its end see that no page has complained."""
    crowd = Crowd(playwright, browser, site)
    try:
        yield crowd
        complaints = [each for watch in crowd.watches for each in watch.complaints]
        assert not complaints
    finally:
        for watch in crowd.watches:
            watch.context.close()
