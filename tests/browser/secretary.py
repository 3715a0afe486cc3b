"""A secretary on the page /roster, as fingers use it."""

import json
from base64 import b64encode
from typing import Any
from uuid import UUID, uuid4

from playwright.sync_api import Locator
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.ids import new_id
from api.tables.access import Account
from api.tables.attendance import TypedName
from api.tables.sessions import Window
from api.words import Evidence
from tests.browser.crowd import Crowd
from tests.browser.phone import Phone
from tests.district import PASSWORD
from tests.serving import Site

NARROW: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}


def enter(crowd: Crowd, username: str = "bithu-bom-bo") -> Phone:
    phone = crowd.phone(**NARROW)
    phone.scan(f"{crowd.site.url}/roster")
    phone.sees("sign-in")
    sign_in(phone, username)
    return phone


def sign_in(phone: Phone, username: str = "bithu-bom-bo") -> None:
    phone.type("username", username)
    phone.type("password", PASSWORD)
    phone.tap("Đăng nhập")


def figures_of(phone: Phone) -> list[int]:
    """Read convened, present, pending, absent, unknown."""
    return [int(each) for each in phone.page.locator("#now-figures b").all_inner_texts()]


def choose(phone: Phone, field: str, label: str) -> None:
    """Choose from a list: a tap opens it, another one takes what is wanted."""
    phone.at(field).select_option(label=label)
    phone.taps += 2


def open_task(phone: Phone, task: str) -> None:
    phone.tap(phone.page.locator("#now-tasks button", has_text=task))


def weight_of(phone: Phone) -> tuple[int, int]:
    """Weigh what the page has loaded of itself: as it is, and as it was sent."""
    loaded = [each for each in phone.watch.responses if "/api/" not in each.url]
    raw = sum(len(each.body()) for each in loaded)
    return raw, sum(each.request.sizes()["responseBodySize"] for each in loaded)


def row_of(phone: Phone, name: str) -> Locator:
    return phone.page.locator(".person", has_text=name)


def marks_in(site: Site, session_id: UUID) -> list[dict[str, Any]]:
    """List what was written, as the secretary reads it."""
    path = f"/sessions/{session_id}/units/{site.district.units['bom_bo']}/roll/rows"
    rows = site.staff("GET", path, username="bithu-bom-bo")["items"]
    return [each["mark"] for each in rows if each["mark"]]


def forget_who(site: Site, username: str) -> None:
    """Let an account be one that has not said yet which member it is."""

    async def forget(db: AsyncSession) -> None:
        whose = Account.id == site.district.accounts[username]
        await db.execute(update(Account).where(whose).values(member_stated_at=None))

    site.do(forget)


def type_names(site: Site, session_id: UUID, *names: str) -> None:
    """Let names wait that fitted nobody, each typed on a phone of its own in the commune's hall."""
    at = site.clock()

    async def wait(db: AsyncSession) -> None:
        window_id = (await db.execute(select(Window.id))).scalar_one()
        for name in names:
            db.add(
                TypedName(
                    session_id=session_id, id=uuid4(), window_id=window_id,
                    bridge_point_id=site.district.points["commune"],
                    unit_id=site.district.units["village"], name=name, device_id=uuid4(),
                    evidence=Evidence.CLAIMED, arrived_at=at,
                )
            )  # fmt: skip

    site.do(wait)


def copied_receipt(site: Site, person: str, **changed: str) -> str:
    """Check a member in by name, and write the receipt as the phone gives it to be copied."""
    meant = site.district.people[person]
    ticket = site.on_a_fresh_phone(site.typed()).json()["ticket"]
    who = {"kind": "named", "unit_id": str(meant.unit_id), "name": meant.name, "last4": None}
    body = {"id": str(new_id(site.clock())), "ticket": ticket, "who": who}
    receipt = site.http.post("/api/v1/check-ins", json=body).json() | changed
    return b64encode(json.dumps(receipt, ensure_ascii=False).encode()).decode()


KEPT = """() => new Promise((resolve) => {
  const asked = indexedDB.open("roster", 1);
  asked.onsuccess = () => {
    const all = asked.result.transaction("outbox").objectStore("outbox").getAll();
    all.onsuccess = () => { asked.result.close(); resolve(all.result); };
  };
})"""
"""What lies in the browser's own database."""
