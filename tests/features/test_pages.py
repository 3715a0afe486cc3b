"""The pages as a browser is given them: addresses, headers, the band, and no foreign host."""

import re
from html.parser import HTMLParser

import httpx2 as httpx
import pytest
from sqlalchemy import update

from api.kit.pages import BAND
from api.tables.installation import Installation
from tests.district import PUBLIC_URL
from tests.world import World

pytestmark = pytest.mark.parametrize("template", ["sqlite"], indirect=True)

PAGES = ["/d/", "/d/toi/", "/screen", "/account", "/roster", "/report"]


async def _get(world: World, path: str, **headers: str) -> httpx.Response:
    return await world.client().get(f"{PUBLIC_URL}{path}", headers=headers)


class _Loads(HTMLParser):
    """Collects the addresses that a page loads by itself, and its inline scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        source = given.get("src") or (given.get("href") if tag == "link" else None)
        if source:
            self.addresses.append(source)
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]


def _loads(html: str) -> _Loads:
    found = _Loads()
    found.feed(html)
    return found


@pytest.mark.parametrize("path", ["/", "/d"])
async def test_short_addresses_lead_to_the_phone_page_and_keep_the_fragment(
    world: World, path: str
) -> None:
    answer = await _get(world, path)
    assert (answer.status_code, answer.headers["location"]) == (308, "/d/")


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_comes_with_everything_it_loads_and_nothing_from_elsewhere(
    world: World, path: str
) -> None:
    page = await _get(world, path)
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert 'lang="vi"' in page.text
    loads = _loads(page.text)
    assert loads.inline == []
    assert len(loads.addresses) >= 2
    for address in loads.addresses:
        assert re.fullmatch(r"/[a-z./-]+", address), address
        answer = await _get(world, address)
        assert answer.status_code == 200, address


@pytest.mark.parametrize(
    "path", [*PAGES, "/docs", "/d/checkin.js", "/screen/tokens.css", "/account/office-wire.js"]
)
async def test_a_page_shuts_out_what_it_does_not_need(world: World, path: str) -> None:
    headers = (await _get(world, path)).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-cache"
    assert "camera=()" in headers["permissions-policy"]
    if path != "/docs":
        assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", [*PAGES, "/d/checkin.js", "/screen/tokens.css", "/account/account.css"]
)
async def test_a_page_that_is_held_is_not_sent_again(world: World, path: str) -> None:
    etag = (await _get(world, path)).headers["etag"]
    again = await _get(world, path, **{"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert "content-security-policy" in again.headers
    assert (await _get(world, path, **{"If-None-Match": '"other"'})).status_code == 200


@pytest.mark.parametrize("path", PAGES)
async def test_the_band_stands_while_the_data_is_invented(world: World, path: str) -> None:
    assert BAND not in (await _get(world, path)).text
    async with world.database.write() as db:
        await db.execute(update(Installation).values(is_demo=True))
    async with world.app.router.lifespan_context(world.app):
        page = await _get(world, path)
    assert page.text.count(BAND) == 1
    assert "DỮ LIỆU THỬ" in page.text


async def test_the_documentation_loads_nothing_from_elsewhere(world: World) -> None:
    page = await _get(world, "/docs")
    assert page.status_code == 200
    loads = _loads(page.text)
    assert len(loads.addresses) == 3
    for address in loads.addresses:
        assert address.startswith("/docs/files/")
        assert (await _get(world, address)).status_code == 200, address
    assert "http" not in re.sub(r"https?://127\.0\.0\.1:8000", "", page.text)
    assert (await _get(world, "/api/v1/openapi.json")).json()["openapi"].startswith("3.1")


@pytest.mark.parametrize("path", ["/d/../api/app.py", "/d/%2e%2e/%2e%2e/pyproject.toml", "/d/%00"])
async def test_nothing_beside_the_pages_can_be_read(world: World, path: str) -> None:
    answer = await _get(world, path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
