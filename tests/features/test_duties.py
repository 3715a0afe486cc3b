"""Duties: members who serve a session rather than attend it."""

from sqlalchemy import update

from api import events
from api.tables.access import Account
from tests.marking import told
from tests.world import Answer, World


async def _assign(
    world: World, person: str, *, by: str = "admin", session: str = "line_1"
) -> Answer:
    path = f"/sessions/{world.district.sessions[session]}/duties/{world.district.people[person].id}"
    body = {"kind": "presenter", "note": "Chuyên đề 1"}
    return await world.signed_in(by).put(path, json=body)


async def test_staff_put_a_presenter_on_duty_and_his_unit_sees_it(world: World) -> None:
    first = await _assign(world, "hoa")
    assert first.status_code == 200, first.text
    assert (first.json()["unit_name"], first.json()["added_by"]) == (
        "Chi bộ Văn phòng Huyện ủy",
        "admin",
    )
    assert (await _assign(world, "hoa")).json() == first.json()
    await _assign(world, "tuan")
    path = f"/sessions/{world.district.sessions['line_1']}/duties"
    own = (await world.signed_in("bithu-van-phong").get(path)).json()
    assert [each["full_name"] for each in own["items"]] == ["Nguyễn Thị Hoa"]
    page = (await world.signed_in("admin").get(path, params={"limit": 1})).json()
    rest = await world.signed_in("admin").get(
        path, params={"limit": 1, "cursor": page["next_cursor"]}
    )
    assert [each["full_name"] for each in page["items"] + rest.json()["items"]] == [
        "Nguyễn Thị Hoa",
        "Phạm Quốc Tuấn",
    ]
    assert len(await told(world, events.DUTY_ADDED)) == 2, "the same again is no news"
    removed = await world.signed_in("admin").delete(f"{path}/{first.json()['member_id']}")
    assert removed.status_code == 204
    again = await world.signed_in("admin").delete(f"{path}/{first.json()['member_id']}")
    assert again.status_code == 404
    assert (await world.signed_in("bithu-van-phong").get(path)).json()["items"] == []


async def test_a_secretary_and_a_viewer_put_nobody_on_duty(world: World) -> None:
    for username in ("bithu-van-phong", "thuong-truc", "van-phong"):
        assert (await _assign(world, "hoa", by=username)).status_code == 403
    path = f"/sessions/{world.district.sessions['line_1']}/duties"
    assert (await world.signed_in("thuong-truc").get(path)).status_code == 403


async def test_nobody_serves_a_cancelled_session(world: World) -> None:
    session = world.district.sessions["line_2"]
    cancel = {"reason": "Mưa lũ"}
    await world.signed_in("admin").post(f"/sessions/{session}/cancel", json=cancel)
    refused = await _assign(world, "hoa", session="line_2")
    assert (refused.status_code, refused.json()["code"]) == (409, "session_state")


async def test_no_duty_is_given_or_taken_once_the_list_is_locked(world: World) -> None:
    await _assign(world, "hoa")
    await world.open()
    await world.close()
    assert (await _assign(world, "binh")).status_code == 200, "until then it is still put right"
    world.clock.move(hours=25)
    path = f"/sessions/{world.district.sessions['line_1']}/duties/"
    hoa = str(world.district.people["hoa"].id)
    for refused in (
        await _assign(world, "minh"),
        await world.signed_in("admin").delete(path + hoa),
    ):
        assert (refused.status_code, refused.json()["code"]) == (409, "session_state")
        assert refused.json()["state"] == "locked"


async def test_nobody_puts_himself_on_duty_nor_takes_himself_off_it(world: World) -> None:
    await _assign(world, "binh")
    async with world.database.write() as db:
        admin = update(Account).where(Account.id == world.district.accounts["admin"])
        await db.execute(admin.values(member_id=world.district.people["binh"].id))
    path = f"/sessions/{world.district.sessions['line_1']}/duties/"
    binh = str(world.district.people["binh"].id)
    for refused in (
        await _assign(world, "binh"),
        await world.signed_in("admin").delete(path + binh),
    ):
        assert (refused.status_code, refused.json()["code"]) == (409, "own_attendance")
