"""A merger in the middle of a conference: points, notices and readings follow the successor."""

from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest

from api.access import actions as access
from api.tables.conferences import GroupUnit
from api.words import Role
from tests.newcomers import come_in, grant, invite
from tests.world import World


def _later(world: World) -> None:
    world.clock.move(hours=48)


async def _merge(world: World, unit: str, into: str) -> None:
    units = world.district.units
    body = {"successor_id": str(units[into]), "on": world.clock().date().isoformat()}
    merged = await world.signed_in("admin").post(f"/units/{units[unit]}/merge", json=body)
    assert merged.status_code == 200, merged.text


async def _add(world: World, key: str, name: str, kind: str = "grassroots_committee") -> None:
    body = {"parent_id": str(world.district.units["district"]), "name": name, "kind": kind}
    added = await world.signed_in("admin").post("/units", json=body)
    assert added.status_code == 201, added.text
    world.district.units[key] = UUID(added.json()["id"])


async def _pair(client: httpx.AsyncClient, world: World, point: str) -> int:
    return (await client.post(f"/points/{world.district.points[point]}/screens")).status_code


async def _unplaced(world: World) -> list[str]:
    path = f"/conferences/{world.district.conference_id}/unplaced-units"
    return [each["name"] for each in (await world.signed_in("admin").get(path)).json()["items"]]


async def _board(world: World) -> dict[str, tuple[str, int]]:
    path = f"/conferences/{world.district.conference_id}/allocation"
    admin = world.signed_in("admin")
    assert (await admin.post(f"{path}/propose", json={})).status_code == 200
    items = (await admin.get(path)).json()["items"]
    assert all(each["unallocated"] == 0 for each in items)
    return {each["unit_name"]: (each["bridge_point_name"], each["convened"]) for each in items}


# --------------------------------------------------------------------------------- points


async def test_the_successor_hosts_the_points_of_the_merged_unit(world: World) -> None:
    _later(world)
    await _merge(world, "post", "office")
    assert await _pair(world.signed_in("bithu-van-phong"), world, "post_hall") == 201
    assert await _pair(world.signed_in("bithu-buu-dien"), world, "post_hall") == 403
    body = {"passed": True}
    path = f"/points/{world.district.points['post_hall']}/line-tests"
    tested = await world.signed_in("bithu-van-phong").post(path, json=body)
    assert tested.status_code == 201, tested.text
    assert (await world.signed_in("bithu-buu-dien").post(path, json=body)).status_code == 403


async def test_a_successor_that_is_expected_somewhere_takes_everybody_along(world: World) -> None:
    """Both were expected, at two points: the successor's own holds."""
    _later(world)
    await _merge(world, "post", "office")
    assert await _unplaced(world) == []
    board = await _board(world)
    hall = "Điểm cầu Hội trường Huyện ủy"
    assert board["Chi bộ Văn phòng Huyện ủy"] == (hall, 5)
    assert "Chi bộ Bưu điện" not in board


async def test_a_new_commune_inherits_the_point_of_the_commune_that_became_it(
    world: World,
) -> None:
    _later(world)
    await _add(world, "new", "Đảng bộ xã Bom Bo mới")
    await _merge(world, "bom_bo", "new")
    assert await _unplaced(world) == []
    board = await _board(world)
    assert board["Chi bộ thôn 3"] == ("Điểm cầu xã Bom Bo", 3)
    assert board["Chi bộ Trường THCS Hoa Ban"] == ("Hội trường Trường THCS Hoa Ban", 1)
    newcomer = await invite(world, "admin", "bithu-moi", grant(world, "secretary", "new"))
    secretary = await come_in(world, newcomer)
    assert await _pair(secretary, world, "commune") == 201
    for former in ("bithu-bom-bo", "truc-bom-bo"):
        assert await _pair(world.signed_in(former), world, "commune") == 403


async def test_at_the_door_the_cells_of_a_merged_commune_are_offered(world: World) -> None:
    _later(world)
    await _add(world, "new", "Đảng bộ xã Bom Bo mới")
    await _merge(world, "bom_bo", "new")
    await world.open()
    screen, phone = await world.screen("commune"), world.phone()
    units = (await phone.exchange(await screen.typed())).json()["units"]
    assert [each["name"] for each in units] == ["Chi bộ thôn 3"]


async def test_of_two_mergers_in_a_row_the_last_successor_counts(world: World) -> None:
    _later(world)
    await _add(world, "first", "Chi bộ Bưu chính", "grassroots_cell")
    await _merge(world, "post", "first")
    world.clock.move(hours=48)
    await _add(world, "last", "Chi bộ Bưu chính – Viễn thông", "grassroots_cell")
    await _merge(world, "first", "last")
    assert await _unplaced(world) == []
    assert (await _board(world))["Chi bộ Bưu chính – Viễn thông"] == ("Hội trường Bưu điện", 1)


async def test_a_cell_merged_into_its_neighbour_leaves_the_neighbour_where_it_was(
    world: World,
) -> None:
    """The school's hall does not draw the village's members to Meet."""
    _later(world)
    await _merge(world, "school", "village")
    assert (await _board(world))["Chi bộ thôn 3"] == ("Điểm cầu xã Bom Bo", 4)


async def test_a_point_whose_host_ended_is_run_from_above(world: World) -> None:
    await _add(world, "empty", "Chi bộ sắp giải thể", "grassroots_cell")
    admin, units = world.signed_in("admin"), world.district.units
    path = f"/conferences/{world.district.conference_id}/points"
    point = {
        "name": "Hội trường mượn",
        "venue": "Nhà văn hóa",
        "form": "meet",
        "host_unit_id": str(units["empty"]),
    }
    world.district.points["lent"] = (await admin.post(path, json=point)).json()["id"]
    account = world.district.accounts["truc-bom-bo"]
    async with world.database.write() as db:
        await access.grant(
            db, account_id=account, unit_id=units["empty"], role=Role.OPERATOR, at=world.clock()
        )
    assert await _pair(world.signed_in("truc-bom-bo"), world, "lent") == 201
    _later(world)
    admin = world.signed_in("admin")
    assert (await admin.post(f"/units/{units['empty']}/end", json={})).status_code == 200
    assert await _pair(world.signed_in("truc-bom-bo"), world, "lent") == 403
    assert await _pair(admin, world, "lent") == 201


async def test_at_the_hub_the_members_of_its_host_s_successor_are_in_their_own_hall(
    world: World,
) -> None:
    _later(world)
    await _merge(world, "propaganda", "office")
    await world.open("meet_1")
    screen, phone = await world.screen("hub"), world.phone()
    await phone.exchange(await screen.typed())
    hoa = await phone.name(world.district.people["hoa"], last4="4821")
    assert hoa.json()["evidence"] == "first"


# -------------------------------------------------------------------------------- notices


async def test_notices_reach_the_successor_in_the_group_of_the_merged_unit(world: World) -> None:
    async with world.database.write() as db:
        conference, unit = world.district.conference_id, world.district.units["bom_bo"]
        db.add(GroupUnit(conference_id=conference, unit_id=unit, label="114"))
    _later(world)
    await _add(world, "new", "Đảng bộ xã Bom Bo mới")
    await _merge(world, "bom_bo", "new")
    path = f"/sessions/{world.district.sessions['line_1']}/notices"
    notices = (await world.signed_in("admin").get(path)).json()["notices"]
    told = {each["label"]: [unit["name"] for unit in each["units"]] for each in notices}
    assert told["114"] == ["Đảng bộ xã Bom Bo mới"]
    groups = f"/conferences/{world.district.conference_id}/groups"
    left_out = (await world.signed_in("admin").get(groups)).json()["ungrouped_units"]
    assert "Chi bộ thôn 3" not in [each["name"] for each in left_out]


# ---------------------------------------------------------------------------- who viewed


async def _viewers(world: World, key: str) -> list[Any]:
    path = f"/members/{world.district.people[key].id}/views"
    items = (await world.signed_in("admin").get(path)).json()["items"]
    return [(each["viewer"]["display_name"], each["subject_id"]) for each in items]


async def _read_tree(world: World, username: str, unit: str) -> None:
    path = f"/units/{world.district.units[unit]}/members"
    answer = await world.signed_in(username).get(path, params={"scope": "tree"})
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("how", ["merge", "move"])
async def test_who_viewed_a_cell_from_above_is_told_after_it_stands_elsewhere(
    world: World, how: str
) -> None:
    units = world.district.units
    await _read_tree(world, "bithu-bom-bo", "bom_bo")
    _later(world)
    await _read_tree(world, "bithu-buu-dien", "post")
    world.clock.move(minutes=1)
    if how == "merge":
        await _merge(world, "bom_bo", "post")
    else:
        moved = await world.signed_in("admin").post(
            f"/units/{units['village']}/move", json={"parent_id": str(units["post"])}
        )
        assert moved.status_code == 200, moved.text
    world.clock.move(minutes=1)
    assert await _viewers(world, "mai") == [("bithu-bom-bo", str(units["bom_bo"]))], (
        "Bưu điện's list was read before he stood on it"
    )
    await _read_tree(world, "bithu-buu-dien", "post")
    assert await _viewers(world, "mai") == [
        ("bithu-buu-dien", str(units["post"])),
        ("bithu-bom-bo", str(units["bom_bo"])),
    ]
