"""What is seen in a hall: heads beside those recorded, and the camera."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from api.kit.ids import new_id
from api.tables.attendance import Mark
from api.tables.events import Event
from api.words import AbsenceReason, Evidence, MarkKind
from tests.world import Answer, World


def hall(world: World, what: str, *, session: str = "line_1", point: str = "commune") -> str:
    sessions, points = world.district.sessions, world.district.points
    return f"/sessions/{sessions[session]}/points/{points[point]}/{what}"


async def count(world: World, by: str, *, unit: str | None = None, **body: Any) -> Answer:
    if unit is not None:
        body["unit_id"] = str(world.district.units[unit])
    return await world.signed_in(by).post(hall(world, "head-counts"), json=body)


async def write(
    world: World, person: str, kind: MarkKind = MarkKind.PRESENT, *, point: str | None = None
) -> None:
    """Write beside a name, as a secretary does."""
    is_present = kind is MarkKind.PRESENT
    async with world.database.write() as db:
        db.add(
            Mark(
                session_id=world.district.sessions["line_1"],
                member_id=world.district.people[person].id,
                unit_id=world.district.people[person].unit_id,
                kind=kind,
                evidence=Evidence.ROSTER if is_present else None,
                reason=None if is_present else AbsenceReason.OM,
                bridge_point_id=world.district.points[point] if point else None,
                marked_at=world.clock(),
                marked_by=new_id(world.clock()),
            )
        )


async def test_at_bom_bo_the_operator_counts_more_heads_than_are_recorded(world: World) -> None:
    await world.open()
    screen = await world.screen("commune")
    for person in ("khanh", "mai"):
        await world.known_phone(person, screen=screen)
    await write(world, "khanh", point="commune")
    await write(world, "lan", point="commune")
    answer = await count(world, "truc-bom-bo", persons=6, guests=1)
    assert answer.status_code == 201, answer.text
    counted = answer.json()
    assert (counted["checked_in"], counted["difference"]) == (3, 2), "Khánh once, Mai, Lan"
    assert counted["counted_by"] == "truc-bom-bo"
    answer = await count(world, "bithu-bom-bo", unit="village", persons=2)
    assert (answer.json()["checked_in"], answer.json()["difference"]) == (2, 0)

    await write(world, "mai", MarkKind.ABSENT)
    listed = (await world.signed_in("thuong-truc").get(hall(world, "head-counts"))).json()["items"]
    assert [each["checked_in"] for each in listed if each["unit_id"] is None] == [2]
    assert {each["counted_by"] for each in listed} == {None}, "who counted is for the point"
    async with world.database.read() as db:
        query = select(Event).where(Event.act == "hall.head_counted")
        noted = [event.detail["persons"] for event in (await db.execute(query)).scalars()]
    assert sorted(noted) == [2, 6]


async def test_a_secretary_counts_her_own_unit_in_anothers_hall_and_no_hall(world: World) -> None:
    await world.open()
    post: dict[str, Any] = {"unit": "post", "persons": 1}
    assert (await count(world, "bithu-buu-dien", **post)).status_code == 201
    for by, body in (
        ("bithu-buu-dien", {"persons": 9}),
        ("bithu-buu-dien", {"unit": "village", "persons": 9}),
        ("thuong-truc", {"persons": 9}),
    ):
        assert (await count(world, by, **body)).status_code == 403
    path, unknown = hall(world, "head-counts"), {"persons": 1, "unit_id": str(UUID(int=9))}
    assert (await world.signed_in("admin").post(path, json=unknown)).status_code == 404
    elsewhere = hall(world, "head-counts", point="hub")
    assert (await world.signed_in("admin").get(elsewhere)).status_code == 404


async def test_heads_are_counted_from_the_opening_to_the_lock_and_once_a_key(world: World) -> None:
    assert (await count(world, "truc-bom-bo", persons=1)).json()["code"] == "session_state"
    await world.open()
    assert (await count(world, "truc-bom-bo", persons=1, guests=2)).status_code == 422
    operator = world.signed_in("truc-bom-bo")
    operator.headers["Idempotency-Key"] = "bom-bo-0730"
    path, body = hall(world, "head-counts"), {"persons": 40}
    first = await operator.post(path, json=body)
    await world.close()
    assert (await count(world, "truc-bom-bo", persons=41)).status_code == 201
    world.clock.move(hours=25)
    assert (await count(world, "truc-bom-bo", persons=42)).json()["code"] == "session_locked"
    assert (await operator.post(path, json=body)).json() == first.json()
    listed = (await operator.get(path)).json()["items"]
    assert sorted(each["persons"] for each in listed) == [40, 41]


async def test_in_a_confidential_session_heads_are_counted_too(world: World) -> None:
    path = f"/sessions/{world.district.sessions['line_1']}"
    await world.signed_in("admin").patch(path, json={"confidential": True})
    await world.open()
    assert (await count(world, "bithu-bom-bo", persons=12)).json()["difference"] == 12


async def test_the_camera_of_a_hall_is_looked_at_and_its_note_stays_with_the_point(
    world: World,
) -> None:
    await world.open()
    path = hall(world, "camera-checks")
    off = {"is_on": False, "note": "Máy ảnh quay lên trần nhà"}
    assert (await world.signed_in("truc-bom-bo").post(path, json=off)).status_code == 201
    world.clock.move(minutes=1)
    assert (await world.signed_in("admin").post(path, json={"is_on": True})).status_code == 201
    for by in ("bithu-buu-dien", "van-phong"):
        assert (await world.signed_in(by).post(path, json=off)).status_code == 403
    own = (await world.signed_in("bithu-bom-bo").get(path, params={"limit": 1})).json()
    assert [each["is_on"] for each in own["items"]] == [True]
    more = {"cursor": own["next_cursor"]}
    (looked,) = (await world.signed_in("bithu-bom-bo").get(path, params=more)).json()["items"]
    assert (looked["note"], looked["checked_by"]) == (off["note"], "truc-bom-bo")
    shown = (await world.signed_in("bithu-buu-dien").get(path)).json()["items"]
    assert {(each["note"], each["checked_by"]) for each in shown} == {(None, None)}
