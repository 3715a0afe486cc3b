"""Units over time: added, renamed, moved, merged, ended; and who may do it."""

import asyncio
from datetime import date
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest
from sqlalchemy import select

from api.tables.attendance import Attendance
from api.tables.units import Unit
from api.units import store
from api.units.rules import path_below
from tests.world import World


def _new(world: World, name: str, *, below: str, **more: Any) -> dict[str, Any]:
    return {"parent_id": str(world.district.units[below]), "name": name, "kind": "cell", **more}


async def _add(client: httpx.AsyncClient, world: World, name: str, *, below: str) -> str:
    added = await client.post("/units", json=_new(world, name, below=below))
    assert added.status_code == 201, added.text
    return str(added.json()["id"])


async def _merge(
    client: httpx.AsyncClient, world: World, unit: str, into: str, on: str = "2022-06-01"
) -> httpx.Response:
    units = world.district.units
    body = {"successor_id": str(units[into]), "on": on}
    return await client.post(f"/units/{units[unit]}/merge", json=body)


def _later(world: World) -> None:
    """Go to 13 July 2022."""
    world.clock.move(hours=24 * 120)


async def _paths_are_whole(world: World) -> None:
    async with world.database.read() as db:
        units = {unit.id: unit for unit in (await db.scalars(select(Unit))).all()}
    for unit in units.values():
        above = units[unit.parent_id].path if unit.parent_id else None
        assert unit.path == path_below(above, unit.id), unit.name


# ----------------------------------------------------------------------------- adding, changing


async def test_the_secretary_of_bom_bo_adds_a_cell_below_her_own_unit_and_nowhere_else(
    world: World,
) -> None:
    secretary = world.signed_in("bithu-bom-bo")
    body = _new(world, "Chi bộ  thôn 4", below="bom_bo", aliases=["Thôn Bốn"], bloc="Xã, thị trấn")
    added = await secretary.post("/units", json=body, headers={"Idempotency-Key": "thon-bon-1"})
    again = await secretary.post("/units", json=body, headers={"Idempotency-Key": "thon-bon-1"})
    assert (added.status_code, added.json()) == (201, again.json())
    assert added.json()["name"] == "Chi bộ thôn 4"
    assert added.json()["valid_from"] == "2022-03-15"
    for below in ("district", "post"):
        refused = await secretary.post("/units", json=_new(world, "Chi bộ thôn 5", below=below))
        assert refused.status_code == 404
    await _paths_are_whole(world)


async def test_a_name_is_given_once_below_one_parent_unless_two_units_really_bear_it(
    world: World,
) -> None:
    admin = world.signed_in("admin")
    body = _new(world, "CHI BỘ THÔN 3", below="bom_bo")
    refused = await admin.post("/units", json=body)
    assert (refused.status_code, refused.json()["code"]) == (409, "unit_name_taken")
    assert (await admin.post("/units", json=body | {"same_name": True})).status_code == 201
    assert (
        await admin.post("/units", json=body | _new(world, "Chi bộ thôn 3", below="post"))
    ).is_success


async def test_ten_clicks_at_once_add_one_unit(world: World) -> None:
    admin, body = world.signed_in("admin"), _new(world, "Chi bộ thôn 9", below="bom_bo")
    answers = await asyncio.gather(*(admin.post("/units", json=body) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 9


async def test_a_unit_neither_begins_in_the_future_nor_stands_deeper_than_twelve_levels(
    world: World,
) -> None:
    admin = world.signed_in("admin")
    tomorrow = _new(world, "Chi bộ thôn 9", below="bom_bo", valid_from="2022-03-16")
    refused = await admin.post("/units", json=tomorrow)
    assert (refused.status_code, refused.json()["code"]) == (422, "day_refused")
    parent = str(world.district.units["district"])
    for level in range(2, 13):
        body = {"parent_id": parent, "name": f"Cấp {level}", "kind": "cell"}
        parent = (await admin.post("/units", json=body)).json()["id"]
    too_deep = {"parent_id": parent, "name": "Cấp 13", "kind": "cell"}
    refused = await admin.post("/units", json=too_deep)
    assert (refused.status_code, refused.json()["code"]) == (409, "tree_too_deep")
    bom_bo = world.district.units["bom_bo"]
    moved = await admin.post(f"/units/{bom_bo}/move", json={"parent_id": parent})
    assert (moved.status_code, moved.json()["code"]) == (409, "tree_too_deep")


async def test_a_renamed_unit_keeps_the_names_of_its_days(world: World) -> None:
    _later(world)
    admin, office = world.signed_in("admin"), world.district.units["office"]
    path = f"/units/{office}"
    held = {"If-Match": (await admin.get(path)).headers["ETag"]}
    body = {"name": "Chi bộ Văn phòng Đảng ủy", "name_from": "2022-07-01", "aliases": ["VPĐU"]}
    renamed = await admin.patch(path, json=body, headers=held)
    assert (renamed.status_code, renamed.json()["name"]) == (200, "Chi bộ Văn phòng Đảng ủy")
    stale = await admin.patch(path, json={"bloc": None}, headers=held)
    assert (stale.status_code, stale.json()["code"]) == (412, "changed_meanwhile")
    # A slip of the pen in the new name is put right without a trace.
    body = {"name": "Chi bộ Văn phòng Đảng uỷ", "name_from": "2022-07-01"}
    assert (await admin.patch(path, json=body)).status_code == 200
    names = (await admin.get(f"{path}/names")).json()["items"]
    assert [(each["valid_from"], each["name"]) for each in names] == [
        ("2022-03-15", "Chi bộ Văn phòng Huyện ủy"),
        ("2022-07-01", "Chi bộ Văn phòng Đảng uỷ"),
    ]
    too_early = await admin.patch(path, json={"name": "Khác", "name_from": "2022-06-30"})
    assert (too_early.status_code, too_early.json()["code"]) == (422, "day_refused")
    async with world.database.read() as db:
        for day, name in ((date(2022, 6, 30), names[0]), (date(2022, 7, 1), names[1])):
            assert await store.names_on(db, [office], day) == {office: name["name"]}
    listed = await admin.get("/units", params={"valid_on": "2022-05-01", "q": "van phong"})
    assert [each["name"] for each in listed.json()["items"]] == ["Chi bộ Văn phòng Huyện ủy"]


@pytest.mark.parametrize(
    ("username", "unit", "status"),
    [
        ("admin", "district", 200),
        ("admin", "village", 200),
        ("bithu-bom-bo", "village", 200),
        ("bithu-bom-bo", "bom_bo", 403),  # her own unit is her superior's
        ("bithu-bom-bo", "district", 404),
        ("bithu-bom-bo", "post", 404),
        ("truc-bom-bo", "village", 403),
        ("thuong-truc", "village", 403),
        ("van-phong", "village", 403),
    ],
)
async def test_who_changes_a_unit(world: World, username: str, unit: str, status: int) -> None:
    client, path = world.signed_in(username), f"/units/{world.district.units[unit]}"
    assert (await client.patch(path, json={"aliases": ["A"]})).status_code == status


async def test_reshaping_is_for_staff_alone(world: World) -> None:
    units = world.district.units
    secretary = world.signed_in("bithu-bom-bo")
    move = {"parent_id": str(units["school"])}
    moved = await secretary.post(f"/units/{units['village']}/move", json=move)
    assert moved.status_code == 403
    assert (await _merge(secretary, world, "village", "school")).status_code == 403
    assert (await _merge(secretary, world, "village", "post")).status_code == 403
    assert (await _merge(secretary, world, "post", "village")).status_code == 404


# ----------------------------------------------------------------------------- moving


async def test_a_commune_moves_with_everything_below_it(world: World) -> None:
    world.clock.move(hours=1)
    admin, units = world.signed_in("admin"), world.district.units
    moved = await admin.post(
        f"/units/{units['bom_bo']}/move", json={"parent_id": str(units["post"])}
    )
    assert (moved.status_code, moved.json()["parent_id"]) == (200, str(units["post"]))
    tree = (await admin.get(f"/units/{units['post']}/tree")).json()["items"]
    assert [(each["name"], each["depth"]) for each in tree] == [
        ("Chi bộ Bưu điện", 0),
        ("Đảng bộ xã Bom Bo", 1),
        ("Chi bộ thôn 3", 2),
        ("Chi bộ Trường THCS Hoa Ban", 2),
    ]
    await _paths_are_whole(world)
    # The grant of who stands above holds for what came below it, at once.
    postman = world.signed_in("bithu-buu-dien")
    assert (await postman.get(f"/units/{units['village']}/members")).status_code == 200
    told = (await admin.get(f"/units/{units['bom_bo']}/history")).json()["items"]
    assert [each["act"] for each in told] == ["unit.moved", "unit.added"]
    assert told[0]["changes"]["parent_id"]["before"] == str(units["district"])


@pytest.mark.parametrize("where", ["bom_bo", "village"])
async def test_a_unit_goes_neither_below_itself_nor_into_what_is_below_it(
    world: World, where: str
) -> None:
    admin, units = world.signed_in("admin"), world.district.units
    moved = await admin.post(
        f"/units/{units['bom_bo']}/move", json={"parent_id": str(units[where])}
    )
    assert (moved.status_code, moved.json()["code"]) == (409, "unit_inside_itself")
    _later(world)
    merged = await _merge(world.signed_in("admin"), world, "bom_bo", where)
    assert (merged.status_code, merged.json()["code"]) == (409, "unit_inside_itself")


async def test_two_moves_at_once_make_no_ring(world: World) -> None:
    admin, units = world.signed_in("admin"), world.district.units
    answers = await asyncio.gather(
        *(
            admin.post(f"/units/{units[one]}/move", json={"parent_id": str(units[other])})
            for one, other in (("post", "office"), ("office", "post"))
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    await _paths_are_whole(world)


async def test_a_tree_is_bounded_by_its_depth(world: World) -> None:
    path = f"/units/{world.district.units['district']}/tree"
    viewer = world.signed_in("thuong-truc")
    flat = await viewer.get(path, params={"depth": 1})
    assert [each["depth"] for each in flat.json()["items"]] == [0, 1, 1, 1, 1]
    whole = await viewer.get(path)
    assert len(whole.json()["items"]) == 7
    same = await viewer.get(path, headers={"If-None-Match": whole.headers["ETag"]})
    assert same.status_code == 304


# ----------------------------------------------------------------------------- merging, ending


async def test_what_was_recorded_keeps_the_unit_of_its_day(world: World) -> None:
    await world.open()
    await world.known_phone(screen=await world.screen())
    _later(world)
    admin, units = world.signed_in("admin"), world.district.units
    merged = (await _merge(admin, world, "office", "propaganda")).json()
    assert (merged["moved_units"], merged["moved_members"], merged["warnings"]) == (0, 4, [])
    assert merged["unit"]["valid_until"] == "2022-06-01"
    assert merged["unit"]["successor_id"] == str(units["propaganda"])
    async with world.database.read() as db:
        (row,) = (await db.scalars(select(Attendance))).all()
    assert row.unit_id == units["office"]
    query = {"session_id": str(world.district.sessions["line_1"])}
    (listed,) = (await admin.get("/attendance", params=query)).json()["items"]
    assert listed["unit_name"] == "Chi bộ Văn phòng Huyện ủy"
    members = await admin.get(f"/units/{units['propaganda']}/members")
    assert len(members.json()["items"]) == 5
    hoa = world.district.people["hoa"].id
    told, added = (await admin.get(f"/members/{hoa}/history")).json()["items"]
    assert added["act"] == "member.added"
    assert (told["act"], told["detail"]) == ("member.transferred", {"kind": "merger"})


async def test_the_secretary_of_a_merged_unit_reads_nothing_new(world: World) -> None:
    _later(world)
    await _merge(world.signed_in("admin"), world, "office", "propaganda")
    secretary, units = world.signed_in("bithu-van-phong"), world.district.units
    assert (await secretary.get(f"/units/{units['propaganda']}/members")).status_code == 404
    assert (await secretary.get(f"/units/{units['office']}/members")).json()["items"] == []
    assert (await secretary.get("/units")).json()["items"] == []
    hoa = world.district.people["hoa"].id
    assert (await secretary.get(f"/members/{hoa}")).status_code == 404


async def test_an_ended_unit_changes_no_more_and_takes_nobody_in(world: World) -> None:
    _later(world)
    admin, units = world.signed_in("admin"), world.district.units
    assert (await _merge(admin, world, "office", "propaganda")).status_code == 200
    office = str(units["office"])
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("PATCH", f"/units/{office}", {"name": "Chi bộ mới"}),
        ("POST", f"/units/{office}/end", {}),
        ("POST", f"/units/{office}/move", {"parent_id": str(units["post"])}),
        ("POST", f"/units/{office}/members", {"full_name": "Lê Văn An"}),
        ("POST", "/units", {"parent_id": office, "name": "Tổ đảng 1", "kind": "cell"}),
        ("POST", f"/units/{units['village']}/move", {"parent_id": office}),
    ]
    son = world.district.people["son"].id
    transfer = {"unit_id": office, "kind": "temporary"}
    asked.append(("POST", f"/members/{son}/transfer", transfer))
    for method, path, body in asked:
        refused = await admin.request(method, path, json=body)
        assert (refused.status_code, refused.json()["code"]) == (409, "unit_ended"), path
    again = await _merge(admin, world, "office", "post")
    assert (again.status_code, again.json()["code"]) == (409, "unit_ended")


@pytest.mark.parametrize("on", ["2022-03-14", "2022-07-14", "2031-01-01"])
async def test_a_merger_is_told_on_its_day_or_after_and_after_the_unit_began(
    world: World, on: str
) -> None:
    _later(world)
    refused = await _merge(world.signed_in("admin"), world, "office", "propaganda", on)
    assert (refused.status_code, refused.json()["code"]) == (422, "day_refused")
    assert refused.json()["earliest"] == "2022-03-15"
    assert refused.json()["latest"] == "2022-07-13"
    assert refused.json()["detail"] == "Ngày phải từ 15/03/2022 đến hết 13/07/2022."


async def test_guests_of_a_merged_unit_stay_with_its_successor_or_are_at_home(
    world: World,
) -> None:
    admin, units, people = world.signed_in("admin"), world.district.units, world.district.people
    stays = (("mai", "office"), ("tuan", "office"), ("hoa", "propaganda"))
    for person, unit in stays:
        body = {"unit_id": str(units[unit]), "kind": "temporary"}
        path = f"/members/{people[person].id}/transfer"
        assert (await admin.post(path, json=body)).status_code == 200
    _later(world)
    admin = world.signed_in("admin")
    assert (await _merge(admin, world, "office", "propaganda")).status_code == 200
    found = {}
    for person, _ in stays:
        read = (await admin.get(f"/members/{people[person].id}")).json()
        found[person] = (read["unit_id"], read["away_at"])
    propaganda = str(units["propaganda"])
    assert found == {
        "mai": (str(units["village"]), propaganda),
        "tuan": (propaganda, None),
        "hoa": (propaganda, None),
    }


async def test_cells_of_one_name_stay_apart_after_a_merger_and_are_named(world: World) -> None:
    admin = world.signed_in("admin")
    cell = await _add(admin, world, "Chi bộ thôn 3", below="post")
    await _add(admin, world, "Chi bộ thôn 8", below="post")
    member = await admin.post(f"/units/{cell}/members", json={"full_name": "Trần Văn Thôn"})
    assert member.status_code == 201
    _later(world)
    admin = world.signed_in("admin")
    merged = (await _merge(admin, world, "post", "bom_bo")).json()
    assert (merged["moved_units"], merged["moved_members"]) == (2, 1)
    (warning,) = merged["warnings"]
    assert warning["code"] == "same_names"
    assert {UUID(each) for each in warning["unit_ids"]} == {
        world.district.units["village"],
        UUID(cell),
    }
    assert "2 đơn vị cùng tên «Chi bộ thôn 3»" in warning["message"]
    kept = (await admin.get(f"/units/{cell}")).json()
    assert (kept["name"], kept["aliases"]) == (
        "Chi bộ thôn 3",
        ["Chi bộ thôn 3 (Chi bộ Bưu điện)"],
    )
    await _paths_are_whole(world)
    # On a phone the two are told apart.
    await world.open()
    screen, phone = await world.screen("commune"), world.phone()
    offered = (await phone.exchange(await screen.typed())).json()["units"]
    assert sorted(each["name"] for each in offered[:2]) == [
        "Chi bộ thôn 3",
        "Chi bộ thôn 3 (Chi bộ Bưu điện)",
    ]


async def test_only_an_empty_unit_ends_without_a_successor(world: World) -> None:
    admin, units = world.signed_in("admin"), world.district.units
    empty = await _add(admin, world, "Chi bộ thôn 9", below="bom_bo")
    _later(world)
    secretary = world.signed_in("bithu-bom-bo")
    refused = await secretary.post(f"/units/{units['village']}/end", json={})
    assert (refused.status_code, refused.json()["code"]) == (409, "unit_not_empty")
    assert (refused.json()["children"], refused.json()["members"]) == (0, 3)
    own = await secretary.post(f"/units/{units['bom_bo']}/end", json={})
    assert own.status_code == 403
    ended = await secretary.post(f"/units/{empty}/end", json={"on": "2022-07-01"})
    assert (ended.status_code, ended.json()["valid_until"]) == (200, "2022-07-01")
    below = {"parent_id": str(units["bom_bo"])}
    for query, there in (
        ({}, False),
        ({"include_ended": "true"}, True),
        ({"valid_on": "2022-06-30"}, True),
        ({"valid_on": "2022-07-01"}, False),
        ({"valid_on": "2022-07-01", "include_ended": "true"}, True),
        ({"valid_on": "2022-03-14"}, False),
    ):
        listed = (await secretary.get("/units", params=below | query)).json()["items"]
        assert (empty in [each["id"] for each in listed]) == there, query


async def test_a_member_who_arrives_while_his_unit_is_merged_is_not_lost(world: World) -> None:
    _later(world)
    admin, units = world.signed_in("admin"), world.district.units
    path = f"/units/{units['office']}/members"
    merged, *added = await asyncio.gather(
        _merge(admin, world, "office", "propaganda"),
        *(admin.post(path, json={"full_name": f"Lê Văn {name}"}) for name in ("An", "Ba", "Ca")),
    )
    assert merged.status_code == 200
    assert {each.status_code for each in added} <= {201, 409}
    figures = (await admin.get(f"/units/{units['district']}/figures")).json()
    new = sum(each.status_code == 201 for each in added)
    assert figures["total"]["total"] == len(world.district.people) + new
    by_name = {each["name"]: each["total"] for each in figures["items"]}
    assert by_name["Chi bộ Ban Tuyên giáo"] == 5 + new
