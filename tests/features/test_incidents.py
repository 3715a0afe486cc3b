"""Problems that arose, and how they were resolved."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from api.tables.events import Event
from tests.world import Answer, World

CUT = "Mất điện từ 7 giờ 30 đến 8 giờ 10"


async def tell(world: World, by: str, *, unit: str = "bom_bo", **more: Any) -> Answer:
    new = {
        "conference_id": str(world.district.conference_id),
        "unit_id": str(world.district.units[unit]),
        "text": CUT,
        **more,
    }
    return await world.signed_in(by).post("/incidents", json=new)


async def test_the_operator_of_bom_bo_tells_and_the_secretary_resolves(world: World) -> None:
    session, point = world.district.sessions["line_1"], world.district.points["commune"]
    told = await tell(world, "truc-bom-bo", session_id=str(session), bridge_point_id=str(point))
    assert told.status_code == 201, told.text
    incident = told.json()
    assert incident["point_name"] == "Điểm cầu xã Bom Bo"
    assert incident["reported_by"] == "truc-bom-bo"

    path, secretary = f"/incidents/{incident['id']}", world.signed_in("bithu-bom-bo")
    read = await secretary.get(path)
    assert read.json() == incident
    held = {"If-Match": read.headers["ETag"]}
    done = {"resolution": "Đã chạy máy phát"}
    answer = await secretary.patch(path, json=done, headers=held)
    assert answer.json()["resolved_by"] == "bithu-bom-bo"
    assert answer.json()["resolved_at"] is not None
    assert (await secretary.patch(path, json=done, headers=held)).status_code == 412
    reopened = (await secretary.patch(path, json={"resolution": None, "text": "Mất điện"})).json()
    assert (reopened["resolved_at"], reopened["resolved_by"]) == (None, None)
    assert reopened["text"] == "Mất điện"
    async with world.database.read() as db:
        query = select(Event).where(Event.subject_id == UUID(incident["id"]))
        acts = sorted(event.act for event in (await db.execute(query)).scalars())
    assert acts == ["incident.added", "incident.changed", "incident.changed"]


async def test_the_secretary_of_the_post_sees_and_tells_nothing_of_bom_bo(world: World) -> None:
    incident = (await tell(world, "bithu-bom-bo")).json()
    other, path = world.signed_in("bithu-buu-dien"), f"/incidents/{incident['id']}"
    assert (await other.get("/incidents")).json()["items"] == []
    assert (await other.get(path)).status_code == 404
    assert (await other.patch(path, json={"resolution": "Xong"})).status_code == 404
    assert (await tell(world, "bithu-buu-dien")).status_code == 404
    viewer = world.signed_in("thuong-truc")
    assert len((await viewer.get("/incidents")).json()["items"]) == 1
    assert (await viewer.patch(path, json={"resolution": "Xong"})).status_code == 403
    assert (await tell(world, "thuong-truc")).status_code == 403
    assert (await tell(world, "van-phong")).status_code == 201, "the technician of the district"


async def test_what_is_named_together_belongs_together(world: World) -> None:
    nowhere = str(UUID(int=3))
    for wrong in ({"session_id": nowhere}, {"bridge_point_id": nowhere}):
        assert (await tell(world, "bithu-bom-bo", **wrong)).status_code == 404
    assert (await tell(world, "bithu-bom-bo", conference_id=nowhere)).status_code == 404


async def test_incidents_are_listed_by_what_they_are_about(world: World) -> None:
    session = str(world.district.sessions["line_1"])
    admin = world.signed_in("admin")
    ids = []
    for unit, more in (("bom_bo", {"session_id": session}), ("village", {}), ("post", {})):
        world.clock.move(seconds=1)
        ids.append((await tell(world, "admin", unit=unit, **more)).json()["id"])
    await admin.patch(f"/incidents/{ids[2]}", json={"resolution": "Đã nối lại"})

    async def listed(**filters: str) -> list[str]:
        page = (await admin.get("/incidents", params=filters)).json()
        return [each["id"] for each in page["items"]]

    assert await listed() == ids[::-1]
    assert await listed(session_id=session) == ids[:1]
    assert await listed(unit_id=str(world.district.units["village"])) == ids[1:2]
    assert await listed(resolved="true") == ids[2:]
    assert await listed(resolved="false") == ids[1::-1]
    first = (await admin.get("/incidents", params={"limit": "2"})).json()
    assert await listed(cursor=first["next_cursor"]) == ids[:1]
