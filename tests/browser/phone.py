"""A person with a phone on the page /d/, as fingers use it."""

import json
import re
import unicodedata
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from api.access.devices import PLAIN_COOKIE
from api.kit import keys, seals
from tests.browser.watch import Watch
from tests.district import MASTER_KEY
from tests.serving import Site

KEYS_PER_SECOND = 4
SECONDS_PER_TAP = 1.0
_BEHIND_THE_NOTICE = ("confirm", "name")
_HAS_A_WORKER = """() => new Promise((done) => {
  const workers = navigator.serviceWorker;
  if (workers.controller) done();
  else workers.addEventListener("controllerchange", () => done(), { once: true });
})"""


class Phone:
    """One phone: its page, and what the fingers have cost so far, in keys and taps."""

    def __init__(self, page: Page, site: Site, watch: Watch) -> None:
        self.page = page
        self.site = site
        self.watch = watch
        self.keys = 0
        self.taps = 0

    # What is seen

    @property
    def title(self) -> Locator:
        """The heading of the receipt."""
        return self.page.locator("#receipt-title")

    @property
    def notice(self) -> Locator:
        """What the page says about an answer."""
        return self.page.locator("#notice")

    def at(self, part: str) -> Locator:
        """Find a part of the page by its id."""
        return self.page.locator(f"#{part}")

    def sees(self, step: str) -> None:
        """Wait for a step of the page, having read the notice where it stands before that step."""
        if step in _BEHIND_THE_NOTICE:
            expect(self.at("page")).to_have_attribute("data-step", re.compile(f"{step}|privacy"))
            if self.at("page").get_attribute("data-step") == "privacy":
                self.tap("Tôi đã đọc")
        expect(self.at("page")).to_have_attribute("data-step", step)

    @property
    def seconds(self) -> float:
        """Tell how long the fingers took, at 4 keys a second and a second a tap."""
        return self.keys / KEYS_PER_SECOND + self.taps * SECONDS_PER_TAP

    # What is done

    def belongs_to(self, person: str, *, confirmed: bool = True) -> None:
        """Make this the bound phone of a member, by the cookie that the server would have set."""
        phone_id = uuid4()
        self.site.bind(phone_id, person, confirmed=confirmed)
        key = keys.derive(MASTER_KEY, info=b"device cookie")
        value = seals.seal(key, phone_id.bytes)
        self.watch.context.add_cookies(
            [{"name": PLAIN_COOKIE, "value": value, "url": self.site.url}]
        )

    def sent_ids(self) -> list[str]:
        """List the ids of the check-ins that it has sent, each as often as it was sent."""
        sent = self.watch.posts("/check-ins")
        return [json.loads(each.post_data or "")["id"] for each in sent]

    def scan(self, address: str) -> None:
        """Follow the address of a QR in a new page, as a camera does."""
        self.page.goto(address)

    def reopen(self, address: str) -> None:
        """Close the page and follow an address in a new one, as after the phone was put away."""
        self.page.close()
        self.page = self.watch.context.new_page()
        self.page.goto(address)

    def keeps_the_page(self) -> None:
        """Open the page once, and wait until it would open again without network."""
        self.scan(f"{self.site.url}/d/")
        self.sees("code")
        self.page.evaluate(_HAS_A_WORKER)
        self.page.wait_for_load_state("networkidle")

    def tap(self, button: str | Locator) -> None:
        """Tap a button, by what is written on it."""
        target = (
            self.page.get_by_role("button", name=button, exact=True)
            if isinstance(button, str)
            else button
        )
        target.tap()
        self.taps += 1

    def type(self, field: str, text: str) -> None:
        """Type into a field, tapping it first where the page has not brought the cursor there."""
        where = self.at(field)
        if not where.evaluate("each => each === document.activeElement"):
            where.tap()
            self.taps += 1
        self.page.keyboard.type(text)
        self.keys += telex(text)

    def type_code(self, code: dict[str, str]) -> None:
        """Type door and digits, and send them."""
        self.sees("code")
        self.type("code", code["door"] + code["digits"])
        self.tap("Tiếp tục")

    def name(self, unit: str, name: str, last4: str = "") -> None:
        """Say who one is: unit, name, and the last four digits where they are remembered."""
        self.sees("name")
        self.tap(unit)
        self.type("name", name)
        if last4:
            self.type("last4", last4)
        self.tap("Điểm danh")


def telex(text: str) -> int:
    """Count the keys of a Vietnamese text: one for each letter, one for each mark."""
    return len(unicodedata.normalize("NFD", text.replace("đ", "dd").replace("Đ", "Dd")))
