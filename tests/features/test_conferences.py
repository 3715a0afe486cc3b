"""Planning a conference from scratch: its plan, its checklist, and its Zalo groups."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from api import events
from api.tables.conferences import Conference, GroupUnit
from api.tables.events import Event
from tests.world import World

NOBODYS = "01980000-0000-7000-8000-000000000000"

ITEMS = [
    {"key": "hall", "text": "Hội trường đã sẵn sàng", "kind": "done", "forms": ["line", "meet"]},
    {"key": "line_test", "text": "Thử đường truyền", "kind": "tested", "forms": ["line", "meet"]},
    {"key": "camera", "text": "Camera nhìn rõ hội trường", "kind": "tested", "forms": ["meet"]},
]


def _plan(world: World, **others: Any) -> dict[str, Any]:
    return {
        "organiser_id": str(world.district.units["district"]),
        "title": "Hội nghị Thông tin thời sự quý II năm 2022",
        "year": 2022,
        "quarter": 2,
        **others,
    }


async def _changes(world: World, act: str) -> list[dict[str, Any]]:
    async with world.database.read() as db:
        query = select(Event.detail).where(Event.act == act).order_by(Event.id)
        return [detail.get("changes", {}) for detail in (await db.execute(query)).scalars()]


async def test_staff_plan_a_conference_from_scratch(world: World) -> None:
    admin = world.signed_in("admin")
    plan = _plan(
        world,
        plan_number=" 51-KH/BTGHU ",
        topics=["Biển đảo", "Giá cả"],
        regulations=["Luôn mở camera"],
        report_email="btg@huyenuy.example",
        preparation_items=ITEMS,
    )
    world.clock.move(seconds=1)
    made = (await admin.post("/conferences", json=plan)).json()
    assert made["plan_number"] == "51-KH/BTGHU"
    assert made["topics"] == ["Biển đảo", "Giá cả"]
    assert made["preparation_items"] == ITEMS
    assert (made["groups"], made["copied_from_id"]) == ([], None)
    assert (await admin.get(f"/conferences/{made['id']}")).json() == made
    assert (await admin.get("/conferences")).json()["items"][0] == made


async def test_the_same_plan_sent_twice_is_one_conference(world: World) -> None:
    admin, headers = world.signed_in("admin"), {"Idempotency-Key": "ke-hoach-quy-2"}
    answers = [
        await admin.post("/conferences", json=_plan(world), headers=headers) for _ in range(2)
    ]
    assert answers[0].json() == answers[1].json()
    assert await world.count(Conference) == 2


async def test_documents_follow_the_guidance_of_the_year_unless_the_plan_says_otherwise(
    world: World,
) -> None:
    admin, plan = world.signed_in("admin"), _plan(world, another=True)
    for more, profile in (
        ({"year": 2025}, "hd36_2018"),
        ({"year": 2026}, "hd05_2026"),
        ({"year": 2026, "document_profile": "hd36_2018"}, "hd36_2018"),
    ):
        added = await admin.post("/conferences", json=plan | more)
        assert added.json()["document_profile"] == profile
    path = f"/conferences/{added.json()['id']}"
    changed = await admin.patch(path, json={"document_profile": "hd05_2026"})
    assert changed.json()["document_profile"] == "hd05_2026"
    assert (await admin.patch(path, json={"document_profile": None})).status_code == 422


@pytest.mark.parametrize(
    ("who", "organiser", "status"),
    [
        ("admin", "district", 201),
        ("admin", "bom_bo", 201),
        ("van-phong", "district", 403),
        ("thuong-truc", "district", 403),
        ("bithu-bom-bo", "bom_bo", 403),
        ("bithu-bom-bo", "district", 404),
        ("bithu-buu-dien", "bom_bo", 404),
    ],
)
async def test_only_staff_of_the_organiser_plan(
    world: World, who: str, organiser: str, status: int
) -> None:
    plan = _plan(world, organiser_id=str(world.district.units[organiser]))
    assert (await world.signed_in(who).post("/conferences", json=plan)).status_code == status


@pytest.mark.parametrize(
    "wrong",
    [
        {"report_email": "btg huyenuy.example"},
        {"report_email": "btg@huyenuy"},
        {"quarter": 5},
        {"title": "\u200b"},
        {"topics": [""]},
        {"presenter": "Ông A"},
        {"preparation_items": [ITEMS[0] | {"kind": "perhaps"}]},
    ],
)
async def test_a_plan_that_is_wrong_is_refused(world: World, wrong: dict[str, Any]) -> None:
    answer = await world.signed_in("admin").post("/conferences", json=_plan(world, **wrong))
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed")


async def test_a_checklist_names_each_item_once(world: World) -> None:
    admin, conference = world.signed_in("admin"), f"/conferences/{world.district.conference_id}"
    twice = {"preparation_items": [ITEMS[0], ITEMS[0]]}
    for answer in (
        await admin.post("/conferences", json=_plan(world, **twice)),
        await admin.patch(conference, json=twice),
    ):
        assert (answer.status_code, answer.json()["code"]) == (422, "preparation_item_twice")
        assert answer.json()["key"] == "hall"


async def test_what_is_left_out_stays_and_null_clears(world: World) -> None:
    admin, address = world.signed_in("admin"), f"/conferences/{world.district.conference_id}"
    before = (await admin.get(address)).json()
    sent = {"report_email": None, "preparation_items": ITEMS, "topics": ["Giá cả"]}
    answer = await admin.patch(address, json=sent)
    assert answer.json() == before | sent
    assert answer.headers["ETag"] == (await admin.get(address)).headers["ETag"]
    (told,) = await _changes(world, events.CONFERENCE_CHANGED)
    assert told["report_email"] == {"before": "btg@huyenuy.example", "after": None}
    assert set(told) == set(sent)
    assert (await admin.patch(address, json=sent)).json() == answer.json()
    assert len(await _changes(world, events.CONFERENCE_CHANGED)) == 1


async def test_two_of_the_staff_do_not_overwrite_each_other(world: World) -> None:
    admin, address = world.signed_in("admin"), f"/conferences/{world.district.conference_id}"
    held = {"If-Match": (await admin.get(address)).headers["ETag"]}
    answers = await asyncio.gather(
        *(
            world.signed_in("admin").patch(address, json={"title": title}, headers=held)
            for title in ("Hội nghị sáng", "Hội nghị chiều")
        )
    )
    assert sorted(each.status_code for each in answers) == [200, 412]
    (kept,) = [each.json()["title"] for each in answers if each.status_code == 200]
    assert (await admin.get(address)).json()["title"] == kept


@pytest.mark.parametrize("who", ["van-phong", "thuong-truc", "bithu-bom-bo", "truc-bom-bo"])
async def test_others_read_the_plan_and_do_not_change_it(world: World, who: str) -> None:
    client, address = world.signed_in(who), f"/conferences/{world.district.conference_id}"
    assert (await client.get(address)).status_code == 200
    assert (await client.patch(address, json={"title": "Khác"})).status_code == 403
    assert (await client.put(f"{address}/groups", json={"groups": []})).status_code == 403


async def test_a_conference_of_another_commune_is_not_there(world: World) -> None:
    admin = world.signed_in("admin")
    plan = _plan(world, organiser_id=str(world.district.units["bom_bo"]))
    address = f"/conferences/{(await admin.post('/conferences', json=plan)).json()['id']}"
    stranger = world.signed_in("bithu-buu-dien")
    for answer in (
        await stranger.get(address),
        await stranger.patch(address, json={"title": "Khác"}),
        await stranger.get(f"{address}/groups"),
        await stranger.put(f"{address}/groups", json={"groups": []}),
        await stranger.get(f"{address}/exclusions"),
        await stranger.get(f"{address}/preparation"),
        await stranger.get(f"{address}/unplaced-units"),
    ):
        assert answer.status_code == 404


# ------------------------------------------------------------------------------------- groups


def _groups(world: World, **units: list[str]) -> dict[str, Any]:
    return {
        "groups": [
            {"label": label, "unit_ids": [str(world.district.units[key]) for key in keys]}
            for label, keys in units.items()
        ]
    }


async def test_each_unit_reads_one_zalo_group(world: World) -> None:
    admin, address = world.signed_in("admin"), f"/conferences/{world.district.conference_id}"
    sent = _groups(world, **{"113": ["office", "propaganda"], "114": ["bom_bo"]})
    answer = await admin.put(f"{address}/groups", json=sent)
    named = {
        each["label"]: [unit["name"] for unit in each["units"]] for each in answer.json()["groups"]
    }
    assert named == {
        "113": ["Chi bộ Ban Tuyên giáo", "Chi bộ Văn phòng Huyện ủy"],
        "114": ["Đảng bộ xã Bom Bo"],
    }
    # The cells of Bom Bo read their commune's group; the post office reads none.
    assert [each["name"] for each in answer.json()["ungrouped_units"]] == ["Chi bộ Bưu điện"]
    assert (await admin.get(f"{address}/groups")).json() == answer.json()
    assert (await admin.get(address)).json()["groups"] == ["113", "114"]
    secretary = world.signed_in("bithu-bom-bo")
    assert (await secretary.get(f"{address}/groups")).json()["ungrouped_units"] == []
    (told,) = await _changes(world, events.CONFERENCE_CHANGED)
    assert told["114"] == {"before": None, "after": [str(world.district.units["bom_bo"])]}


async def test_groups_are_replaced_as_a_whole(world: World) -> None:
    admin = world.signed_in("admin")
    address = f"/conferences/{world.district.conference_id}/groups"
    first = await admin.put(address, json=_groups(world, **{"113": ["district"]}))
    assert first.json()["ungrouped_units"] == []
    stale = {"If-Match": '"000"'}
    assert (await admin.put(address, json={"groups": []}, headers=stale)).status_code == 412
    held = {"If-Match": first.headers["ETag"]}
    assert (await admin.put(address, json={"groups": []}, headers=held)).json()["groups"] == []
    assert await world.count(GroupUnit) == 0


async def test_a_unit_in_two_groups_is_refused_with_both_named(world: World) -> None:
    address = f"/conferences/{world.district.conference_id}/groups"
    sent = _groups(world, **{"113": ["bom_bo"], "114": ["bom_bo"]})
    answer = await world.signed_in("admin").put(address, json=sent)
    assert (answer.status_code, answer.json()["code"]) == (422, "unit_in_two_groups")
    assert (answer.json()["label"], answer.json()["other_label"]) == ("113", "114")
    assert answer.json()["detail"].startswith("Đảng bộ xã Bom Bo")


async def test_a_unit_of_nobody_is_refused_by_its_id(world: World) -> None:
    address = f"/conferences/{world.district.conference_id}/groups"
    sent = {"groups": [{"label": "113", "unit_ids": [NOBODYS]}]}
    answer = await world.signed_in("admin").put(address, json=sent)
    assert (answer.status_code, answer.json()["code"]) == (422, "unit_not_of_organiser")
    assert [UUID(each) for each in answer.json()["unit_ids"]] == [UUID(NOBODYS)]
