"""A screen of a bridge point, read from its pixels and from its page."""

import io
from dataclasses import dataclass
from datetime import datetime, timedelta

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

from api.codes.rules import start_of
from tests.browser.watch import Watch
from tests.serving import Site

_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_READ = """() => {
  const text = (id) => document.getElementById(id).textContent;
  return [
    document.body.getAttribute("data-state"),
    document.getElementById("display").getAttribute("data-step"),
    text("door"), text("number").replace(" ", ""), text("message-title"),
  ];
}"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the hall sees at one instant of the server's clock."""

    at: datetime
    state: str
    step: int | None
    door: str
    digits: str
    message: str

    @property
    def typed(self) -> dict[str, str]:
        """Write what a person types who reads it."""
        return {"door": self.door, "digits": self.digits}

    @property
    def age(self) -> timedelta:
        """Tell how long ago the step of the code began."""
        assert self.step is not None
        return self.at - start_of(self.step)


class Screen:
    """One PC in a hall."""

    def __init__(self, page: Page, site: Site, watch: Watch) -> None:
        self.page = page
        self.site = site
        self.watch = watch
        self.id = ""

    def pair(self, point: str = "hall") -> "Screen":
        """Open /screen and type the pairing code that staff were given."""
        added = self.site.new_screen(point)
        self.id = added["id"]
        self.page.goto(f"{self.site.url}/screen")
        self.page.get_by_label("Mã ghép").press_sequentially(added["pairing_code"].lower())
        self.page.get_by_role("button", name="Ghép màn hình").click()
        expect(self.page.locator("#display")).to_be_visible()
        self.watch.settle()
        return self

    def cut(self) -> None:
        """Pull the network cable."""
        self.watch.context.set_offline(True)

    def mend(self) -> None:
        """Put the cable back."""
        self.watch.context.set_offline(False)
        self.watch.settle()

    def sees(self, state: str) -> None:
        """Wait for a state of the screen, as its style sheet knows it."""
        expect(self.page.locator("body")).to_have_attribute("data-state", state)

    def shown(self) -> Shown:
        """Read what it shows."""
        state, step, door, digits, message = self.page.evaluate(_READ)
        number = int(step) if step else None
        return Shown(self.site.clock(), state, number, door, digits, message)

    def address(self) -> str | None:
        """Read the QR from the pixels, as a camera would; None where none can be seen."""
        picture = Image.open(io.BytesIO(self.page.screenshot()))
        found = zxingcpp.read_barcodes(picture, formats=_QR)
        return str(found[0].text) if found else None
