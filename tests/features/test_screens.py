"""Screens: paired once, counted, revoked; a revoked screen's codes die with it."""

from tests.world import World, named


async def test_a_screen_shows_whatever_session_is_open_at_its_point(world: World) -> None:
    screen = await world.screen()
    assert (await screen.live())["session_id"] is None
    line_1 = await world.open("line_1")
    assert (await screen.codes())["session"] == {"id": str(line_1), "title": "Lớp 1 – đường truyền"}
    await world.close("line_1")
    line_2 = await world.open("line_2")
    assert (await screen.live())["session_id"] == str(line_2)


async def test_revoking_a_screen_rotates_the_codes_it_holds(world: World) -> None:
    session = await world.open()
    lost, kept = await world.screen(), await world.screen()
    code = await lost.typed()
    admin = world.signed_in("admin")
    point = world.district.points["hall"]
    listed = (await admin.get(f"/points/{point}/screens")).json()["items"]
    assert {each["id"] for each in listed} == {str(lost.id), str(kept.id)}
    assert (await admin.delete(f"/screens/{lost.id}")).status_code == 204
    assert (await lost.client.get("/screens/codes")).status_code == 401
    assert (await world.phone().exchange(code)).json()["code"] == "code_stale"
    assert (await world.phone().exchange(await kept.typed())).status_code == 200
    points = (await admin.get(f"/sessions/{session}/points")).json()["items"]
    assert [each["epoch"] for each in points] == [1, 0]
    assert (await admin.delete(f"/screens/{lost.id}")).status_code == 404


async def test_the_count_of_a_screen_is_its_own_points_and_each_person_once(world: World) -> None:
    session = await world.open()
    hall, commune = await world.screen("hall"), await world.screen("commune")
    hoa = await world.known_phone("hoa", screen=hall)
    phone = world.phone()
    await phone.exchange(await commune.typed())
    await phone.name(world.district.people["mai"], last4="6006")
    other = world.phone()
    await other.exchange(await hall.typed())
    await other.name(world.district.people["minh"])
    world.clock.move(hours=1)
    await world.signed_in("admin").post(f"/sessions/{session}/windows", json={"kind": "closing"})
    await hoa.exchange(await hall.typed())
    await hoa.tap()
    live = await hall.live()
    assert (live["present"], live["pending"]) == (1, 1)
    live = await commune.live()
    assert (live["present"], live["pending"]) == (1, 0)


async def test_a_count_that_has_not_changed_is_not_sent_again(world: World) -> None:
    await world.open()
    screen = await world.screen()
    first = await screen.client.get("/screens/live")
    held = {"If-None-Match": first.headers["ETag"]}
    assert (await screen.client.get("/screens/live", headers=held)).status_code == 304
    phone = world.phone()
    await phone.exchange(await screen.typed())
    await phone.name(world.district.people["hoa"], last4="4821")
    assert (await screen.client.get("/screens/live", headers=held)).status_code == 200


async def test_the_wall_does_not_tell_whether_a_name_is_on_the_list(world: World) -> None:
    await world.open()
    screen, people = await world.screen(), world.district.people
    hoa = world.phone()
    await hoa.exchange(await screen.typed())
    await hoa.name(people["hoa"], last4="4821")

    async def after_two(name: str) -> list[int]:
        waiting = [(await screen.live())["pending"]]
        for _ in range(2):
            phone = world.phone()
            await phone.exchange(await screen.typed())
            who = named(people["hoa"]) | {"name": name}
            await phone.send(phone.body(who))
            waiting.append((await screen.live())["pending"])
        return [number - waiting[0] for number in waiting]

    there = await after_two("Nguyễn Thị Hoa")
    on_the_list = await after_two("Trần Văn Bình")
    nobody = await after_two("Không Có Ai")
    assert there == on_the_list == nobody == [0, 1, 2]


async def test_a_mistyped_card_stops_to_wait_when_it_is_typed_right(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.typed())
    await phone.name(world.district.people["hoa"], last4="4812")
    live = await screen.live()
    assert (live["present"], live["pending"]) == (0, 1)
    await phone.name(world.district.people["hoa"], last4="4821")
    live = await screen.live()
    assert (live["present"], live["pending"]) == (1, 0)


async def test_staff_see_which_halls_have_a_screen(world: World) -> None:
    await world.screen()
    lost = await world.screen()
    admin = world.signed_in("admin")
    await admin.post(f"/points/{world.district.points['commune']}/screens")  # typed nowhere yet
    path = f"/conferences/{world.district.conference_id}/screens"

    async def counted() -> list[int]:
        return [each["paired_count"] for each in (await admin.get(path)).json()["items"]]

    assert await counted() == [2, 0, 0, 0, 0]
    await admin.delete(f"/screens/{lost.id}")
    assert await counted() == [1, 0, 0, 0, 0]
