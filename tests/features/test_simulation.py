"""Simulated requests: the answer of the real one, and a database that is as it was before."""

from typing import Any

from api.tables.throttle import Attempt
from tests.handing_in import COMMUNE, account_for_village, begin
from tests.kept import everything
from tests.world import Answer, World, named

_TRIED = {"simulate": "true"}
_MADE = {"id", "report_id", "proof", "digest", "number"}


def _alike(answer: Answer) -> tuple[int, Any]:
    """Tell what an answer says, without what is made anew each time."""
    said = answer.json()
    return answer.status_code, {name: said[name] for name in said if name not in _MADE}


async def test_a_simulated_check_in_of_a_phone_answers_as_the_real_one_and_leaves_nothing(
    world: World,
) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    code = await screen.scanned()
    before = await everything(world)
    tried = await phone.client.post("/check-ins/tickets", json=code, params=_TRIED)
    assert tried.headers["Simulated"] == "true"
    assert await everything(world) == before
    real = await phone.exchange(code)
    assert "Simulated" not in real.headers
    assert _alike(real) == _alike(tried)

    hoa = world.district.people["hoa"]
    body = phone.body(named(hoa, last4=hoa.last4))
    before = await everything(world)
    tried = await phone.client.post("/check-ins", json=body, params=_TRIED)
    assert (tried.status_code, tried.headers["Simulated"]) == (200, "true")
    assert (await phone.client.get(f"/check-ins/{body['id']}")).status_code == 404
    assert await everything(world) == before
    real = await phone.send(body)
    assert "Simulated" not in real.headers
    assert real.json()["evidence"] == "first"
    assert _alike(real) == _alike(tried)
    again = await phone.client.post("/check-ins", json=body, params=_TRIED)
    assert again.json() == real.json()


async def test_a_simulated_batch_is_judged_item_by_item_and_leaves_nothing(world: World) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone(screen=screen)
    scan, ticketed = (await screen.scanned())["qr"], phone.body({"kind": "device"})
    minh = named(world.district.people["minh"]) | {"kind": "assisted"}
    helped = {"id": phone.body({})["id"], "qr": scan, "who": minh}
    wrong = {"id": phone.body({})["id"], "qr": "1.1.AAAA", "who": {"kind": "device"}}
    batch = {"items": [ticketed, helped, wrong]}
    before = await everything(world)
    tried = await phone.client.post("/check-ins/batch", json=batch, params=_TRIED)
    assert tried.headers["Simulated"] == "true"
    assert await everything(world) == before
    real = (await phone.client.post("/check-ins/batch", json=batch)).json()["items"]
    for trial, done in zip(tried.json()["items"], real, strict=True):
        assert (trial["receipt"] is None) == (done["receipt"] is None)
        assert (trial["problem"] or {}).get("code") == (done["problem"] or {}).get("code")
        if done["receipt"]:
            assert trial["receipt"]["standing"] == done["receipt"]["standing"]


async def test_a_simulated_refusal_is_the_real_one_and_is_not_kept(world: World) -> None:
    session_id = await world.open()
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.scanned())
    before = await everything(world)
    body = phone.body({"kind": "device"})
    tried = await phone.client.post("/check-ins", json=body, params=_TRIED)
    assert (tried.status_code, tried.headers["Simulated"]) == (409, "true")
    assert tried.json()["code"] == "phone_unknown"
    stale = await screen.scanned()
    world.clock.move(minutes=3)
    tried = await phone.client.post("/check-ins/tickets", json=stale, params=_TRIED)
    assert tried.json()["code"] == "code_stale"
    assert await everything(world) == before
    assert _alike(await phone.client.post("/check-ins/tickets", json=stale)) == _alike(tried)
    assert session_id is not None


async def test_whoever_simulates_cannot_guess_longer_than_others(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    right = await screen.typed()
    wrong = right | {"digits": f"{(int(right['digits']) + 1) % 10**6:06}"}
    await phone.exchange(await screen.scanned())
    for _ in range(5):
        tried = await phone.client.post("/check-ins/tickets", json=wrong, params=_TRIED)
        assert tried.json()["code"] == "code_unknown"
    tried = await phone.client.post("/check-ins/tickets", json=right, params=_TRIED)
    assert tried.json()["code"] == "too_many_attempts"

    counted = await world.count(Attempt)
    hoa = world.district.people["hoa"]
    other = phone.body(named(hoa, last4="0000"))
    tried = await phone.client.post("/check-ins", json=other, params=_TRIED)
    assert tried.json()["evidence"] == "claimed"
    assert await world.count(Attempt) == counted + 2  # the member's, and the point's


async def test_a_report_is_simulated_from_its_beginning_to_its_acceptance(world: World) -> None:
    session_id = await world.open()
    secretary, admin = world.signed_in(COMMUNE), world.signed_in("admin")
    new = {
        "kind": "quick",
        "unit_id": str(world.district.units["bom_bo"]),
        "session_id": str(session_id),
    }
    key = {"Idempotency-Key": "a-report-of-bom-bo"}
    before = await everything(world)
    tried = await secretary.post("/reports", json=new, params=_TRIED, headers=key)
    assert (tried.status_code, tried.headers["Simulated"]) == (201, "true")
    assert await everything(world) == before
    real = await secretary.post("/reports", json=new, headers=key)
    assert _alike(real) == _alike(tried)

    path = f"/reports/{real.json()['id']}"
    before = await everything(world)
    tried = await secretary.post(f"{path}/submit", json={}, params=_TRIED)
    assert (tried.status_code, tried.headers["Simulated"]) == (409, "true")
    assert _alike(await secretary.post(f"{path}/submit", json={})) == _alike(tried)

    await account_for_village(world)
    for client, step, body in (
        (secretary, "submit", {}),
        (admin, "return", {"comment": "Ghi rõ lý do vắng."}),
        (secretary, "submit", {}),
        (admin, "accept", {}),
    ):
        before = await everything(world)
        tried = await client.post(f"{path}/{step}", json=body, params=_TRIED)
        assert (tried.status_code, tried.headers["Simulated"]) == (200, "true"), tried.text
        assert await everything(world) == before
        assert _alike(await client.post(f"{path}/{step}", json=body)) == _alike(tried)


async def test_what_cannot_be_simulated_says_so_instead_of_doing_it(world: World) -> None:
    session_id = await world.open()
    answer = await world.signed_in("admin").post(f"/sessions/{session_id}/close", params=_TRIED)
    assert answer.status_code == 422
    assert (await begin(world)).status_code == 201
