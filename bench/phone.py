"""From the scan to the receipt on a bound phone, on 3G and a slow processor, in a real browser.

Chromium emulates the phone, the line (400 ms, 400 kbit/s) and a processor four times slower. The
page's own clock measures, from the start of the navigation to the frame that has the receipt; each
button is pressed in the frame after it was shown, or a second later, as a finger does. Playwright's
own taps and its looking whether something is there yet cost half a second on such a processor, and
are no part of a phone. Once with the page kept by its service worker, once as on a first visit,
with nothing kept and the privacy notice to be read away.
"""

import os
import statistics
import tempfile
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright

from bench import report
from tests import chromium
from tests.browser.crowd import Crowd
from tests.browser.phone import Phone
from tests.databases import sqlite_template
from tests.moving_clock import MovingClock
from tests.serving import Site, serving

RUNS: Final = 7
LATENCY_MS: Final = 400
BYTES_PER_SECOND: Final = 400_000 / 8
SLOWER: Final = 4
FINGER_MS: Final = 1_000
_PATIENCE_MS: Final = 30_000
_TAPS: Final = """(() => {
  const seen = window.bench = { pressed: {} };
  const shown = (id) => {
    const each = document.getElementById(id);
    const isThere = each !== null && each.offsetParent !== null;
    return isThere && each.getAttribute("aria-disabled") !== "true";
  };
  function look() {
    for (const id of ["privacy-read", "confirm-submit"]) {
      if (seen.pressed[id] !== undefined || !shown(id)) continue;
      seen.pressed[id] = performance.now();
      setTimeout(() => document.getElementById(id).click(), FINGER_MS);
    }
    if (shown("receipt-title")) requestAnimationFrame(() => { seen.receipt = performance.now(); });
    else requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
})()"""


_RECEIPT: Final = """new Promise((tell) => {
  const look = () => window.bench.receipt ? tell(window.bench.receipt) : setTimeout(look, 50);
  look();
})"""


def section() -> str:
    """Measure both visits and write the table."""
    path = chromium.find()
    if path is None:
        raise SystemExit("no Chromium found")
    with tempfile.TemporaryDirectory() as name:
        template = sqlite_template(Path(name))
        with (
            serving(template, Path(name), MovingClock()) as site,
            sync_playwright() as playwright,
        ):
            browser = playwright.chromium.launch(
                executable_path=path, args=list(chromium.LAUNCH_ARGUMENTS)
            )
            site.open()
            site.clock.move(seconds=5)
            kept = _kept(playwright, browser, site, finger_ms=0)
            by_hand = _kept(playwright, browser, site, finger_ms=FINGER_MS)
            first = _first(playwright, browser, site)
            browser.close()
    rows = [
        _row("page kept by the phone", kept),
        _row("the same, a second before the tap", by_hand),
        _row("first visit", first),
    ]
    table = report.table("| visit | runs | p50 s | slowest s |", rows)
    return (
        f"From the address of the QR to the receipt of a bound phone: {LATENCY_MS} ms, "
        f"{BYTES_PER_SECOND * 8 / 1000:.0f} kbit/s, processor ×{SLOWER} slower. "
        f"Load of the machine at the end: {os.getloadavg()[0]:.1f}.\n\n{table}"
    )


def _row(visit: str, seconds: list[float]) -> str:
    return f"| {visit} | {len(seconds)} | {statistics.median(seconds):.2f} | {max(seconds):.2f} |"


def _kept(playwright: Playwright, browser: Browser, site: Site, *, finger_ms: int) -> list[float]:
    phone = Crowd(playwright, browser, site).phone()
    phone.belongs_to("hoa")
    phone.keeps_the_page()
    phone.reopen(site.address())
    phone.sees("confirm")  # the notice is read here, at an earlier session
    seconds = []
    for _ in range(RUNS + 1):
        _next_window(site)
        phone.page.close()
        phone.page = _slow_page(phone.watch.context, finger_ms=finger_ms)
        seconds.append(_scan_to_receipt(phone, site))
    phone.watch.context.close()
    site.unbind("hoa")
    return seconds[1:]  # the first still had the notice to show


def _first(playwright: Playwright, browser: Browser, site: Site) -> list[float]:
    seconds = []
    for _ in range(RUNS):
        _next_window(site)
        phone = Crowd(playwright, browser, site).phone()
        phone.belongs_to("binh")
        phone.page.close()
        phone.page = _slow_page(phone.watch.context, finger_ms=0)
        seconds.append(_scan_to_receipt(phone, site))
        phone.watch.context.close()
        site.unbind("binh")
    return seconds


def _next_window(site: Site) -> None:
    """Begin another roll-call, so that each check-in is recorded anew."""
    site.clock.move(minutes=2)
    site.open_window("unannounced")
    site.clock.move(seconds=40)


def _slow_page(context: BrowserContext, *, finger_ms: int) -> Any:
    page = context.new_page()
    page.add_init_script(_TAPS.replace("FINGER_MS", str(finger_ms)))
    page.set_default_timeout(_PATIENCE_MS)
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    line = {"downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
    devtools.send(
        "Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY_MS, **line}
    )
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def _scan_to_receipt(phone: Phone, site: Site) -> float:
    phone.page.goto(site.address(), wait_until="commit")
    expect(phone.title).to_have_text("Đã ghi nhận", timeout=_PATIENCE_MS)
    return float(phone.page.evaluate(_RECEIPT)) / 1000
