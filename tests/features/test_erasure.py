"""An erased member: nothing tells who he was, and every figure stays."""

from typing import Any

from sqlalchemy import String, cast, select

from api.privacy.rules import ERASED_NAME
from api.reports.gathering import gather
from api.tables.base import Base
from api.tables.conferences import Conference
from api.tables.members import Member
from api.words import DataRequestKind
from tests.handsets import enrolled, secretary, state_member
from tests.marking import absent, mark, number
from tests.printed import allocate
from tests.rolling import roll, rows, scan
from tests.world import Answer, World

WHY = {"reason": "Theo đề nghị của đảng viên, công văn 12"}


async def _erase(world: World, person: str, *, by: str = "admin", **body: str) -> Answer:
    member_id = world.district.people[person].id
    return await world.signed_in(by).post(f"/members/{member_id}/erase", json=body or WHY)


async def _figures(world: World) -> dict[str, Any]:
    """Read all that counts: rolls of every unit, the live count, and what reports sum up."""
    district = world.district
    found: dict[str, Any] = {unit: await roll(world, unit) for unit in ("district", "office")}
    for each in found.values():
        each.pop("as_of", None)
    live = await world.signed_in("admin").get(f"/sessions/{district.sessions['line_1']}/live")
    found["live"] = live.json()
    async with world.database.read() as db:
        conference = await db.get_one(Conference, district.conference_id)
        for key in ("district", "office", "bom_bo"):
            path = await _path(world, key)
            gathered = await gather(db, conference, at=world.clock(), path=path)
            found[f"gathered {key}"] = gathered.total()
    return found


async def _path(world: World, key: str) -> str:
    unit_id = world.district.units[key]
    above = [world.district.units["district"]] if key != "district" else []
    return "".join(f"{each.hex}/" for each in [*above, unit_id])


async def _texts_with(world: World, *needles: str) -> list[str]:
    """Find the columns of the whole database that hold one of some texts."""
    found = []
    async with world.database.read() as db:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                text = cast(column, String)
                for needle in needles:
                    query = select(text).where(text.contains(needle)).limit(1)
                    if (await db.execute(query)).first() is not None:
                        found.append(f"{table.name}.{column.name}: {needle}")
    return found


async def test_hoa_is_erased_and_every_figure_stays(world: World) -> None:
    client = await secretary(world)
    await allocate(world, "hall", "hoa", "binh")
    conference = world.district.conference_id
    publish = f"/conferences/{conference}/allocation/publish"
    published = await world.signed_in("admin").post(publish, json={})
    assert published.status_code == 200, published.text
    await world.open()
    screen, phone = await world.screen(), await enrolled(world, client)
    await phone.exchange(await screen.typed())
    assert (await phone.tap()).status_code == 200
    asked = {"kind": "erasure", "text": "Xin xóa tên Nguyễn Thị Hoa"}
    answer = await phone.client.post("/devices/current/data-requests", json=asked)
    assert answer.json()["kind"] == DataRequestKind.ERASURE
    await number(world, "office")
    before = await _figures(world)
    hoa = world.district.people["hoa"].id
    assert await _texts_with(world, "Nguyễn Thị Hoa", "4821")

    erased = await _erase(world, "hoa")
    assert erased.status_code == 200, erased.text
    assert erased.json()["paper_sheet_ids"] == []
    assert await _figures(world) == before
    assert await _texts_with(world, "Nguyễn Thị Hoa", "nguyen thi hoa", "4821") == []
    names = {each["full_name"] for each in await rows(world, "office")}
    assert ERASED_NAME in names
    assert (await phone.client.get("/devices/current/record")).json()["code"] == "phone_unknown"
    (request,) = (await client.get("/data-requests")).json()["items"]
    assert (request["state"], request["is_overdue"]) == ("done", False)

    await world.close()
    world.clock.move(hours=100)
    locked = await _figures(world)
    assert locked["gathered district"] == before["gathered district"]
    listed = await client.get(f"/units/{world.district.units['office']}/members")
    assert str(hoa) not in listed.text
    again = await _erase(world, "hoa")
    assert (again.status_code, again.json()["code"]) == (409, "member_erased")
    change = await client.patch(f"/members/{hoa}", json={"full_name": "Nguyễn Thị Hoa"})
    assert (change.status_code, change.json()["code"]) == (409, "member_erased")


async def test_a_name_that_was_typed_and_a_note_go_with_binh(world: World) -> None:
    await world.open()
    await scan(world, "binh", await world.screen(), last4=None)
    await number(world, "office")
    said = absent("1", "KH", note="Trần Văn Bình đi thăm con ốm")
    who = [each["full_name"] for each in await rows(world, "office")]
    said["row_numbers"] = str(1 + who.index("Trần Văn Bình"))
    marked = await mark(world, "office", said, who="bithu-van-phong")
    assert marked.status_code == 200, marked.text
    before = await _figures(world)
    assert (await _erase(world, "binh")).status_code == 200
    assert await _figures(world) == before
    assert await _texts_with(world, "Trần Văn Bình", "tran van binh", "con ốm", "3377") == []


async def test_who_is_erased_before_a_class_opens_is_not_in_it(world: World) -> None:
    assert (await _erase(world, "hoa")).status_code == 200
    world.clock.move(minutes=1)
    await world.open()
    found = await roll(world, "office")
    assert found["total"]["convened"] == 3


async def test_only_the_admin_erases_and_the_reason_names_nobody(world: World) -> None:
    await state_member(world, "bithu-van-phong")
    expected = {"bithu-van-phong": 403, "bithu-buu-dien": 404, "thuong-truc": 404}
    for username, status in expected.items():
        assert (await _erase(world, "hoa", by=username)).status_code == status, username
    refused = await _erase(world, "hoa", reason="Đồng chí NGUYỄN THỊ HÒA xin nghỉ; hoa")
    assert refused.json()["code"] == "reason_names_member"
    async with world.database.read() as db:
        erased = (await db.execute(select(Member.erased_at))).scalars().all()
    assert set(erased) == {None}
