"""The register of breaches, with its 72-hour clock."""

from typing import Any

from tests.world import World

LOST = {
    "found_at": "2022-03-14T22:00:00Z",
    "text": "Mất máy tính xách tay có danh sách chi bộ.",
    "persons": 60,
}


async def _listed(world: World, **query: Any) -> list[dict[str, Any]]:
    answer = await world.signed_in("admin").get("/breaches", params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_a_lost_laptop_is_recorded_reported_and_closed(world: World) -> None:
    admin = world.signed_in("admin")
    key = {"Idempotency-Key": "mat-may-15-3"}
    added, again = [await admin.post("/breaches", json=LOST, headers=key) for _ in range(2)]
    assert added.status_code == 201, added.text
    assert added.json() == again.json()
    assert added.json()["report_due_at"] == "2022-03-17T22:00:00Z"
    (listed,) = await _listed(world, is_open=True)
    assert (listed["hours_left"], listed["is_overdue"]) == (69, False)
    path = f"/breaches/{listed['id']}"
    world.clock.move(hours=70)
    (late,) = await _listed(world)
    assert (late["hours_left"], late["is_overdue"]) == (0, True)
    read = await admin.get(path)
    held = {"If-Match": read.headers["etag"]}
    before = {"reported_at": "2022-03-14T21:00:00Z"}
    refused = await admin.patch(path, json=before, headers=held)
    assert (refused.status_code, refused.json()["code"]) == (422, "breach_time_refused")
    told = {"reported_at": "2022-03-17T20:00:00Z", "measures": "Đã khóa tài khoản."}
    assert (await admin.patch(path, json=told, headers=held)).status_code == 200
    stale = await admin.patch(path, json={"persons": 61}, headers=held)
    assert (stale.status_code, stale.json()["code"]) == (412, "changed_meanwhile")
    (in_time,) = await _listed(world)
    assert (in_time["hours_left"], in_time["is_overdue"]) == (None, False)
    world.clock.move(hours=24)
    closed = {"closed_at": "2022-03-18T20:00:00Z"}
    assert (await admin.patch(path, json=closed)).status_code == 200
    assert await _listed(world, is_open=True) == []
    trail = (await admin.get("/events", params={"act": "breach"})).text
    assert "máy tính" not in trail
    assert "khóa tài khoản" not in trail


async def test_nobody_but_the_admin_knows_of_breaches(world: World) -> None:
    for username in ("thuong-truc", "bithu-van-phong", "truc-bom-bo"):
        client = world.signed_in(username)
        assert (await client.get("/breaches")).status_code == 403, username
        assert (await client.post("/breaches", json=LOST)).status_code == 403, username
    admin = world.signed_in("admin")
    found = await admin.post("/breaches", json={**LOST, "found_at": "2022-03-16T00:00:00Z"})
    assert found.json()["code"] == "breach_time_refused"
