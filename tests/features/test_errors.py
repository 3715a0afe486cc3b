"""Whatever goes wrong, the answer is a problem document in the reader's language."""

import json
from datetime import datetime
from typing import Any

import httpx2 as httpx
import pytest

from api.access import store as access
from tests.world import World

NEW_SESSION = {"form": "line", "ordinal": 7, "title": "Lớp bổ sung"}


def _problem(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    found: dict[str, Any] = answer.json()
    assert (found["status"], found["code"]) == (status, code)
    assert found["type"] == f"/problems/{code}"
    return found


async def test_an_address_that_is_not_there_is_not_found(world: World) -> None:
    for path in ("/nowhere", "/units/", "//", "/api/v1", "/screen/nothing.js", "/d/nothing.js"):
        answer = await world.client().get(f"http://127.0.0.1:8000{path}")
        assert _problem(answer, 404, "not_found")["title"] == "Không tìm thấy"


async def test_a_method_that_is_not_taken_is_told_with_those_that_are(world: World) -> None:
    sessions = await world.client().delete("/sessions")
    _problem(sessions, 405, "method_not_allowed")
    assert sessions.headers["allow"] == "GET, POST"
    codes = await world.client().delete("/screens/codes")
    _problem(codes, 405, "method_not_allowed")
    assert codes.headers["allow"] == "GET"
    page = await world.client().post("http://127.0.0.1:8000/d/")
    _problem(page, 405, "method_not_allowed")
    file = await world.client().post("http://127.0.0.1:8000/d/checkin.js")
    _problem(file, 405, "method_not_allowed")
    assert file.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("announced", [True, False])
async def test_a_body_over_the_limit_is_too_large(world: World, announced: bool) -> None:
    async def pieces() -> Any:
        for _ in range(70):
            yield b" " * 1024

    body = b" " * 70 * 1024 if announced else pieces()
    answer = await world.client().post(
        "/check-ins", content=body, headers={"Content-Type": "application/json"}
    )
    _problem(answer, 413, "body_too_large")


@pytest.mark.parametrize(
    "body",
    [b"{", b"", b"\xff\xfe", b"[" * 60_000, b'{"pairing_code": 1' + b"0" * 5_000 + b"}", b"null"],
)
async def test_a_body_that_is_no_json_is_refused_with_words(world: World, body: bytes) -> None:
    answer = await world.client().post(
        "/screens/pair", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code in {400, 422}
    _problem(answer, answer.status_code, answer.json()["code"])


async def test_a_body_of_another_type_is_refused(world: World) -> None:
    admin = world.signed_in("admin")
    for kind in ("text/plain", "application/xml", "application/x-www-form-urlencoded"):
        answer = await admin.post("/sessions", content=b"a=b", headers={"Content-Type": kind})
        _problem(answer, 422, "validation_failed")
    as_json = await world.client().post("/auth/token", json={"grant_type": "password"})
    _problem(as_json, 422, "validation_failed")


async def test_each_wrong_field_is_told_in_vietnamese_and_in_english(world: World) -> None:
    body = {**NEW_SESSION, "conference_id": "x", "ordinal": 100, "title": "", "unknown": 1}
    admin = world.signed_in("admin")
    vietnamese = _problem(await admin.post("/sessions", json=body), 422, "validation_failed")
    told = {each["pointer"]: each["message"] for each in vietnamese["errors"]}
    assert told == {
        "/body/conference_id": "Phải là mã UUID.",
        "/body/ordinal": "Phải không quá 99.",
        "/body/title": "Quá ngắn (ít nhất 1 ký tự).",
        "/body/unknown": "Không có mục này.",
    }
    headers = {"Accept-Language": "en-GB,en;q=0.9"}
    answer = await admin.post("/sessions", json=body, headers=headers)
    english = _problem(answer, 422, "validation_failed")
    assert english["title"] == "Validation failed"
    assert answer.headers["content-language"] == "en"
    assert "Extra inputs are not permitted" in {each["message"] for each in english["errors"]}


@pytest.mark.parametrize(
    ("wanted", "language"),
    [("", "vi"), ("vi-VN,vi;q=0.9,en;q=0.8", "vi"), ("fr", "vi"), ("en", "en"), ("EN-us", "en")],
)
async def test_vietnamese_unless_english_is_asked_for_first(
    world: World, wanted: str, language: str
) -> None:
    answer = await world.client().get("/me", headers={"Accept-Language": wanted})
    assert answer.headers["content-language"] == language
    titles = {"vi": "Chưa đăng nhập", "en": "Not signed in"}
    assert _problem(answer, 401, "unauthenticated")["title"] == titles[language]
    assert answer.headers["www-authenticate"] == "Bearer"


async def test_unknown_fields_are_refused_everywhere(world: World) -> None:
    admin, conference = world.signed_in("admin"), str(world.district.conference_id)
    session = world.district.sessions["line_1"]
    who = {"kind": "device", "extra": 1}
    check_in = {"id": "01980000-0000-7000-8000-000000000000", "ticket": "x"}
    sent: list[tuple[str, dict[str, Any]]] = [
        ("/sessions", {**NEW_SESSION, "conference_id": conference, "extra": 1}),
        (f"/sessions/{session}/windows", {"kind": "closing", "extra": 1}),
        ("/screens/pair", {"pairing_code": "7K3M9QXA", "extra": 1}),
        ("/check-ins/tickets", {"qr": "x", "extra": 1}),
        ("/check-ins/tickets", {"door": "1", "digits": "123456", "extra": 1}),
        ("/check-ins", {**check_in, "who": {"kind": "device"}, "extra": 1}),
        ("/check-ins", {**check_in, "who": who}),
    ]
    phone = world.client()
    for path, body in sent:
        asking = phone if path.startswith("/check-ins") else admin
        errors = _problem(await asking.post(path, json=body), 422, "validation_failed")["errors"]
        assert "extra_forbidden" in {each["type"] for each in errors}, path
    form = {"grant_type": "password", "username": "admin", "password": "x", "extra": "1"}
    _problem(await admin.post("/auth/token", data=form), 422, "validation_failed")
    _problem(
        await admin.post("/auth/revoke", data={"token": "x", "e": "1"}), 422, "validation_failed"
    )


async def test_a_failure_tells_nothing_of_the_inside(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, at: datetime) -> None:
        raise RuntimeError("SELECT full_name FROM members WHERE id = 'secret'")

    monkeypatch.setattr(access, "principal", fail)
    answer = await world.signed_in("admin").get("/me")
    found = _problem(answer, 500, "internal_error")
    assert set(found) == {"type", "title", "status", "detail", "code"}
    assert "chưa ghi nhận" in found["detail"]
    for inside in ("SELECT", "secret", "RuntimeError", "Traceback", ".py"):
        assert inside not in answer.text


STRANGE = ["\x00", "\ud800", "%", "'", "\u202e", "a" * 5_000, "９", "İ" * 100, "\U0001f600" * 50]


@pytest.mark.parametrize("text", STRANGE, ids=ascii)
async def test_no_text_whatever_makes_the_server_fail(world: World, text: str) -> None:
    admin, district = world.signed_in("admin"), world.district
    unit, conference = district.units["village"], str(district.conference_id)
    who = {"kind": "named", "unit_id": str(unit), "name": text}
    posts: list[tuple[str, dict[str, Any]]] = [
        ("/sessions", {**NEW_SESSION, "conference_id": conference, "title": text}),
        ("/sessions", {**NEW_SESSION, "conference_id": conference, "date_hint": text}),
        ("/screens/pair", {"pairing_code": text}),
        ("/check-ins/tickets", {"qr": text}),
        ("/check-ins/tickets", {"door": text, "digits": text}),
        ("/check-ins", {"id": text, "ticket": text, "who": who}),
    ]
    as_json = {"Content-Type": "application/json"}
    answers = [
        await admin.post(path, content=json.dumps(body), headers=as_json) for path, body in posts
    ]
    encoded = text.encode("utf-8", "surrogatepass")
    form = {"grant_type": "password", "username": encoded, "password": encoded}
    answers.append(await admin.post("/auth/token", data=form))
    for path in ("/units", f"/units/{unit}/members"):
        answers.append(await admin.get(path, params={"q": encoded}))
        answers.append(await admin.get(path, params={"cursor": encoded}))
    header = text.encode("utf-8", "surrogatepass")
    if b"\0" not in header:
        for name in (b"If-None-Match", b"Idempotency-Key", b"X-Ticket", b"Origin", b"Cookie"):
            headers = [(name, header)]
            answers.append(await admin.get(f"/units/{unit}", headers=headers))
            answers.append(
                await admin.post("/check-ins/tickets", json={"qr": "x"}, headers=headers)
            )
    assert [each.text for each in answers if each.status_code >= 500] == []


async def test_an_origin_that_cannot_be_read_is_another_page(world: World) -> None:
    for origin in (
        "http://[",
        "null",
        "https://evil.example",
        "http://127.0.0.1:8000.evil.example",
    ):
        answer = await world.client().post(
            "/check-ins/tickets", json={"qr": "x"}, headers={"Origin": origin}
        )
        _problem(answer, 403, "origin_refused")
    own = await world.client().post(
        "/check-ins/tickets", json={"qr": "x"}, headers={"Origin": "http://127.0.0.1:8000"}
    )
    _problem(own, 422, "code_malformed")


@pytest.mark.parametrize("instant", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
async def test_an_instant_that_utc_cannot_hold_is_refused(world: World, instant: str) -> None:
    body = {**NEW_SESSION, "conference_id": str(world.district.conference_id)}
    admin = world.signed_in("admin")
    answer = await admin.post("/sessions", json={**body, "starts_at": instant})
    _problem(answer, 422, "validation_failed")
    fine = await admin.post("/sessions", json={**body, "starts_at": "2022-03-15T08:00:00+07:00"})
    assert fine.json()["starts_at"] == "2022-03-15T01:00:00Z"
