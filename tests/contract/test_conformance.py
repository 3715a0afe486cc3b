"""The comparison that every test's answers go through does notice what is wrong."""

import httpx2 as httpx
import pytest

from tests.contract.conformance import checked

ME = {
    "id": "01980000-0000-7000-8000-000000000000",
    "username": "admin",
    "display_name": "Quản trị viên",
    "has_totp": True,
    "must_set_up_totp": False,
    "member": {"stated": False, "member_id": None, "full_name": None},
    "grants": [],
}
REFUSED = {
    "type": "/problems/unauthenticated",
    "title": "Chưa đăng nhập",
    "status": 401,
    "detail": "Mời đồng chí đăng nhập lại.",
    "code": "unauthenticated",
}
PROBLEM = {"content-type": "application/problem+json"}


def _answer(
    status: int, body: object, *, path: str = "/api/v1/me", method: str = "GET", **headers: str
) -> httpx.Response:
    request = httpx.Request(method, f"http://127.0.0.1:8000{path}")
    return httpx.Response(status, json=body, headers=headers or None, request=request)


async def test_an_answer_of_the_contract_passes() -> None:
    await checked(_answer(200, ME))
    await checked(_answer(401, REFUSED, **PROBLEM))
    await checked(_answer(404, {}, path="/api/v1/nowhere", **PROBLEM))


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (200, {**ME, "id": "no uuid"}, {}),
        (200, {"username": "admin"}, {}),
        (418, REFUSED, PROBLEM),
        (401, REFUSED, {"content-type": "application/json"}),
        (401, {**REFUSED, "code": "not_found"}, PROBLEM),
        (401, {**REFUSED, "detail": None}, PROBLEM),
    ],
)
async def test_an_answer_beside_the_contract_fails(
    status: int, body: object, headers: dict[str, str]
) -> None:
    with pytest.raises(AssertionError):
        await checked(_answer(status, body, **headers))


async def test_an_answer_without_a_promised_header_fails() -> None:
    path = "/api/v1/conferences/01980000-0000-7000-8000-000000000000"
    request = httpx.Request("GET", f"http://127.0.0.1:8000{path}")
    await checked(httpx.Response(304, headers={"ETag": '"1"'}, request=request))
    with pytest.raises(AssertionError, match="no ETag"):
        await checked(httpx.Response(304, request=request))


async def test_a_request_beside_the_contract_fails_where_it_was_accepted() -> None:
    request = httpx.Request(
        "POST", "http://127.0.0.1:8000/api/v1/screens/pair", json={"pairing_code": "short"}
    )
    token = {
        "token": "x",
        "screen_id": "01980000-0000-7000-8000-000000000000",
        "bridge_point_id": "01980000-0000-7000-8000-000000000000",
    }
    with pytest.raises(AssertionError, match="pairScreen"):
        await checked(httpx.Response(200, json=token, request=request))
