"""Exclusion lists: who is matched, who waits for a person, and who sees the names."""

import asyncio
from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import select

from api import events
from api.conferences import store
from api.tables.conferences import Exclusion
from api.tables.events import Event
from api.tables.units import Unit
from tests.world import World

DOCUMENT = "43-KH/HU, 17/02/2022"
OFFICE = "Chi bộ Văn phòng Huyện ủy"


def _address(world: World) -> str:
    return f"/conferences/{world.district.conference_id}/exclusions"


async def _exclude(
    world: World, *lines: dict[str, str], document: str = DOCUMENT
) -> httpx.Response:
    sent = {"document_number": document, "lines": list(lines)}
    return await world.signed_in("admin").post(_address(world), json=sent)


async def _excluded(world: World) -> set[str]:
    people = {person.id: key for key, person in world.district.people.items()}
    async with world.database.read() as db:
        return {people[each] for each in await store.excluded(db, world.district.conference_id)}


async def _acts(world: World, act: str) -> list[Event]:
    async with world.database.read() as db:
        query = select(Event).where(Event.act == act)
        return list((await db.execute(query)).scalars())


async def test_lines_are_matched_by_card_or_by_name_and_unit(world: World) -> None:
    answer = await _exclude(
        world,
        {"card_number": "10004821"},
        {"full_name": "ĐIỂU MINH", "unit_name": "chi bo van phong huyen uy"},
        {"full_name": "Thị Mai", "unit_name": "Đảng bộ xã Bom Bo"},
        {
            "full_name": "Vũ Thị Lan",
            "unit_name": "Chi bộ Trường THCS Hoa Ban",
            "card_number": "10009090",
        },
    )
    found = answer.json()
    assert (found["added_count"], found["matched_count"], found["unmatched_count"]) == (4, 4, 0)
    assert [each["member"]["full_name"] for each in found["lines"]] == [
        "Nguyễn Thị Hoa",
        "Điểu Minh",
        "Thị Mai",
        "Vũ Thị Lan",
    ]
    assert await _excluded(world) == {"hoa", "minh", "mai", "lan"}
    listed = (await world.signed_in("admin").get(_address(world))).json()["items"]
    assert listed == found["lines"]
    (added,) = await _acts(world, events.EXCLUSIONS_ADDED)
    assert added.detail["matched"] == 4


async def test_an_alias_of_a_unit_is_its_name(world: World) -> None:
    async with world.database.write() as db:
        office = await db.get_one(Unit, world.district.units["office"])
        office.aliases = ["CB VPHU"]
    await _exclude(world, {"full_name": "Lê Thị Hoa", "unit_name": "cb vphu"})
    assert await _excluded(world) == {"le_hoa"}


@pytest.mark.parametrize(
    ("line", "doubt", "candidates"),
    [
        ({"full_name": "Điểu Khánh", "unit_name": "Chi bộ thôn 3"}, "several", 2),
        ({"full_name": "Điểu Minh"}, "unit_unclear", 1),
        ({"full_name": "Điểu Minh", "unit_name": "Chi bộ Bưu điện"}, "unit_unclear", 1),
        ({"full_name": "Hà Ước", "unit_name": OFFICE}, "nobody", 0),
        ({"card_number": "99999999"}, "nobody", 0),
        ({"full_name": "Trần Văn Bình", "card_number": "10004821"}, "name_differs", 1),
        (
            {"full_name": "Trần Văn Bình", "unit_name": OFFICE, "card_number": "77777777"},
            "card_differs",
            1,
        ),
    ],
)
async def test_a_line_in_doubt_waits_for_a_person(
    world: World, line: dict[str, str], doubt: str, candidates: int
) -> None:
    (found,) = (await _exclude(world, line)).json()["lines"]
    assert (found["member"], found["doubt"]) == (None, doubt)
    assert found["candidates_count"] == len(found["candidates"]) == candidates
    assert await _excluded(world) == set()
    admin = world.signed_in("admin")
    waiting = (await admin.get(_address(world), params={"is_matched": "false"})).json()["items"]
    assert waiting == [found]
    assert (await admin.get(_address(world), params={"is_matched": "true"})).json()["items"] == []


async def test_staff_settle_which_dieu_khanh_is_meant(world: World) -> None:
    (found,) = (
        await _exclude(world, {"full_name": "Điểu Khánh", "unit_name": "Chi bộ thôn 3"})
    ).json()["lines"]
    admin, line = world.signed_in("admin"), f"/exclusions/{found['id']}"
    meant = str(world.district.people["other_khanh"].id)
    assert meant in [each["id"] for each in found["candidates"]]
    settled = (await admin.patch(line, json={"member_id": meant})).json()
    assert settled["member"]["card_number"] == "10007007"
    assert (settled["doubt"], settled["candidates"]) == (None, [])
    assert await _excluded(world) == {"other_khanh"}
    # The same document sent again adds nothing to what was settled.
    again = await _exclude(world, {"full_name": "Điểu Khánh", "unit_name": "Chi bộ thôn 3"})
    assert (again.json()["added_count"], again.json()["already_listed_count"]) == (0, 1)
    assert (await admin.patch(line, json={"member_id": None})).json()["doubt"] == "several"
    assert await _excluded(world) == set()
    steps = [each.detail["changes"] for each in await _acts(world, events.EXCLUSION_CHANGED)]
    assert {"member_id": {"before": None, "after": meant}} in steps
    assert len(steps) == 2


async def test_a_line_is_not_settled_with_somebody_who_is_not_there(world: World) -> None:
    (found,) = (await _exclude(world, {"full_name": "Hà Ước"})).json()["lines"]
    answer = await world.signed_in("admin").patch(
        f"/exclusions/{found['id']}", json={"member_id": found["id"]}
    )
    assert answer.status_code == 404


async def test_somebody_under_two_documents_counts_once(world: World) -> None:
    hoa = {"card_number": "10004821"}
    by_name = {"full_name": "Nguyễn Thị Hoa", "unit_name": OFFICE}
    first = (await _exclude(world, hoa, by_name)).json()
    assert (first["added_count"], first["already_listed_count"]) == (1, 1)
    second = (await _exclude(world, hoa, document="44-KH/HU")).json()
    assert second["added_count"] == 1
    assert await _excluded(world) == {"hoa"}
    admin = world.signed_in("admin")
    assert (await admin.delete(f"/exclusions/{first['lines'][0]['id']}")).status_code == 204
    assert await _excluded(world) == {"hoa"}
    assert (await admin.delete(f"/exclusions/{second['lines'][0]['id']}")).status_code == 204
    assert await _excluded(world) == set()
    assert (await admin.delete(f"/exclusions/{second['lines'][0]['id']}")).status_code == 404
    assert (await admin.get(_address(world))).json()["items"] == []
    assert await world.count(Exclusion) == 2


async def test_a_list_sent_twice_at_once_is_kept_once(world: World) -> None:
    lines = [{"card_number": "10004821"}, {"full_name": "Hà Ước"}]
    await asyncio.gather(*(_exclude(world, *lines) for _ in range(4)))
    assert await world.count(Exclusion) == 2


async def test_lines_keep_the_order_of_the_document_over_pages(world: World) -> None:
    names = [f"Người thứ {number}" for number in range(1, 8)]
    await _exclude(world, *({"full_name": name} for name in names))
    admin, found, params = world.signed_in("admin"), [], {"limit": "3"}
    while True:
        page = (await admin.get(_address(world), params=params)).json()
        found += [each["full_name"] for each in page["items"]]
        if page["next_cursor"] is None:
            break
        params = {"limit": "3", "cursor": page["next_cursor"]}
    assert found == names


async def test_a_line_must_name_somebody(world: World) -> None:
    answer = await _exclude(world, {"unit_name": OFFICE})
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed")
    assert answer.json()["errors"][0]["pointer"] == "/body/lines/0"


async def test_a_secretary_sees_only_his_own_excluded_members(world: World) -> None:
    await _exclude(
        world,
        {"card_number": "10004821"},
        {"card_number": "10006006"},
        {"full_name": "Điểu Khánh", "unit_name": "Chi bộ thôn 3"},
    )
    secretary = world.signed_in("bithu-bom-bo")
    seen = (await secretary.get(_address(world))).json()["items"]
    assert [each["member"]["full_name"] for each in seen] == ["Thị Mai"]
    waiting = await secretary.get(_address(world), params={"is_matched": "false"})
    assert waiting.json()["items"] == []
    stranger = await world.signed_in("bithu-buu-dien").get(_address(world))
    assert stranger.json()["items"] == []
    reads = [
        (each.subject_id, each.detail["count"])
        for each in await _acts(world, events.MEMBERS_READ)
        if each.detail["list"] == "listExclusions"
    ]
    assert sorted(reads, key=str) == sorted(
        [
            (world.district.units["bom_bo"], 1),
            (world.district.units["bom_bo"], 0),
            (world.district.units["post"], 0),
        ],
        key=str,
    )


@pytest.mark.parametrize(
    ("who", "reads", "settles"),
    [
        ("van-phong", 403, 404),
        ("thuong-truc", 403, 404),
        ("truc-bom-bo", 403, 404),
        ("bithu-bom-bo", 200, 403),
        ("bithu-buu-dien", 200, 404),
    ],
)
async def test_only_staff_exclude_and_settle(
    world: World, who: str, reads: int, settles: int
) -> None:
    (found,) = (await _exclude(world, {"card_number": "10006006"})).json()["lines"]
    client, line = world.signed_in(who), f"/exclusions/{found['id']}"
    assert (await client.get(_address(world))).status_code == reads
    sent: dict[str, Any] = {"document_number": DOCUMENT, "lines": [{"card_number": "1"}]}
    assert (await client.post(_address(world), json=sent)).status_code == 403
    assert (await client.patch(line, json={"member_id": None})).status_code == settles
    assert (await client.delete(line)).status_code == settles


async def test_an_excluded_member_who_comes_is_recorded(world: World) -> None:
    await _exclude(world, {"card_number": "10004821"})
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    world.clock.move(seconds=60)
    await phone.exchange(await screen.typed())
    assert (await phone.tap()).json()["already_recorded"] is True


async def test_who_adds_or_settles_lines_has_read_the_names_in_the_answer(world: World) -> None:
    answer = await _exclude(world, {"card_number": "10004821"}, {"full_name": "Điểu Khánh"})
    (doubtful,) = [each for each in answer.json()["lines"] if each["member_id"] is None]
    body = {"member_id": str(world.district.people["khanh"].id)}
    settled = await world.signed_in("admin").patch(f"/exclusions/{doubtful['id']}", json=body)
    assert settled.json()["member"]["full_name"] == "Điểu Khánh"
    read = await _acts(world, events.MEMBERS_READ)
    assert {(each.detail["list"], each.detail["count"]) for each in read} == {
        ("addExclusions", 2),
        ("settleExclusion", 1),
    }
    assert {each.subject_id for each in read} == {world.district.units["district"]}
    assert {each.actor_id for each in read} == {world.district.accounts["admin"]}
