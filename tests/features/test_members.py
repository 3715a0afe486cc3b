"""Members: added, changed, sent to other units and back; who may; and how they are counted."""

import asyncio
from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import select

from api import events
from api.members import store
from api.tables.attendance import Attendance
from api.tables.events import Event
from api.tables.members import Member
from api.tables.units import Unit
from tests.world import World


async def _send(
    client: httpx.AsyncClient, world: World, person: str, unit: str, **more: Any
) -> httpx.Response:
    body = {"unit_id": str(world.district.units[unit]), "kind": "permanent", **more}
    return await client.post(f"/members/{world.district.people[person].id}/transfer", json=body)


async def _away(client: httpx.AsyncClient, world: World, person: str, unit: str) -> None:
    answer = await _send(client, world, person, unit, kind="temporary", until="2022-06-30")
    assert answer.status_code == 200, answer.text


async def _names(client: httpx.AsyncClient, world: World, unit: str, **query: str) -> list[str]:
    answer = await client.get(f"/units/{world.district.units[unit]}/members", params=query)
    assert answer.status_code == 200, answer.text
    return [each["full_name"] for each in answer.json()["items"]]


# ----------------------------------------------------------------------------- adding, changing


async def test_the_secretary_of_bom_bo_adds_a_member_to_a_cell_below_her(world: World) -> None:
    secretary = world.signed_in("bithu-bom-bo")
    path = f"/units/{world.district.units['village']}/members"
    body = {"full_name": " Điểu   Thị Bạch ", "card_number": "10001234", "status": "probationary"}
    added = await secretary.post(path, json=body, headers={"Idempotency-Key": "them-mot-nguoi"})
    again = await secretary.post(path, json=body, headers={"Idempotency-Key": "them-mot-nguoi"})
    assert added.status_code == 201
    assert added.json() == again.json()
    assert added.json()["full_name"] == "Điểu Thị Bạch"
    assert await _names(secretary, world, "village", q="dieu bach") == ["Điểu Thị Bạch"]


async def test_the_history_of_a_member_begins_with_who_added_him(world: World) -> None:
    secretary, unit = world.signed_in("bithu-bom-bo"), str(world.district.units["village"])
    body = {"full_name": "Điểu Long", "card_number": "10009999"}
    added = (await secretary.post(f"/units/{unit}/members", json=body)).json()
    (told,) = (await secretary.get(f"/members/{added['id']}/history")).json()["items"]
    assert (told["act"], told["actor_name"]) == ("member.added", "bithu-bom-bo")
    assert {name: each["after"] for name, each in told["changes"].items()} == {
        **body,
        "status": "official",
        "unit_id": unit,
    }
    assert all(each["before"] is None for each in told["changes"].values())


async def test_a_card_number_is_one_members_even_when_it_is_sent_ten_times_at_once(
    world: World,
) -> None:
    secretary = world.signed_in("bithu-bom-bo")
    path = f"/units/{world.district.units['village']}/members"
    body = {"full_name": "Điểu Long", "card_number": "10009999"}
    answers = await asyncio.gather(*(secretary.post(path, json=body) for _ in range(10)))
    assert sorted(each.status_code for each in answers) == [201] + [409] * 9
    taken = {"card_number": "10005005"}
    mai = world.district.people["mai"].id
    refused = await secretary.patch(f"/members/{mai}", json=taken)
    assert (refused.status_code, refused.json()["code"]) == (409, "card_number_taken")


async def test_nobody_learns_from_a_refusal_that_another_unit_has_a_card_number(
    world: World,
) -> None:
    secretary = world.signed_in("bithu-buu-dien")
    body = {"full_name": "Đinh Thị Lý", "card_number": "10005005"}
    added = await secretary.post(f"/units/{world.district.units['post']}/members", json=body)
    assert added.status_code == 201


async def test_a_member_who_changed_meanwhile_is_not_overwritten(world: World) -> None:
    secretary = world.signed_in("bithu-bom-bo")
    path = f"/members/{world.district.people['mai'].id}"
    held = {"If-Match": (await secretary.get(path)).headers["ETag"]}
    first = await secretary.patch(path, json={"full_name": "Thị Mai Hoa"}, headers=held)
    assert (first.status_code, first.json()["full_name"]) == (200, "Thị Mai Hoa")
    second = await secretary.patch(path, json={"status": "exempt"}, headers=held)
    assert (second.status_code, second.json()["code"]) == (412, "changed_meanwhile")
    held = {"If-Match": first.headers["ETag"]}
    third = await secretary.patch(path, json={"card_number": None}, headers=held)
    assert (third.status_code, third.json()["card_number"]) == (200, None)
    assert await _names(secretary, world, "village", q="mai hoa") == ["Thị Mai Hoa"]


async def test_whoever_has_left_is_listed_only_when_asked_for(world: World) -> None:
    secretary = world.signed_in("bithu-bom-bo")
    mai = f"/members/{world.district.people['mai'].id}"
    await secretary.patch(mai, json={"status": "left"})
    assert await _names(secretary, world, "village") == ["Điểu Khánh", "Điểu Khánh"]
    assert "Thị Mai" in await _names(secretary, world, "village", include_left="true")
    assert await _names(secretary, world, "village", status="left") == ["Thị Mai"]
    refused = await _send(secretary, world, "mai", "school")
    assert (refused.status_code, refused.json()["code"]) == (409, "member_left")


async def test_the_history_of_a_member_tells_who_did_what_before_and_after(world: World) -> None:
    world.clock.move(minutes=1)
    secretary, district = world.signed_in("bithu-bom-bo"), world.district
    mai = f"/members/{district.people['mai'].id}"
    await secretary.patch(mai, json={"full_name": "Thị Mai", "status": "official"})  # no change
    await secretary.patch(mai, json={"status": "exempt"})
    world.clock.move(hours=1)
    await _send(world.signed_in("admin"), world, "mai", "school")
    told = (await secretary.get(f"{mai}/history")).json()["items"]
    assert [(each["act"], each["actor_name"], each["happened_at"]) for each in told] == [
        ("member.transferred", "admin", "2022-03-15T01:31:00Z"),
        ("member.changed", "bithu-bom-bo", "2022-03-15T00:31:00Z"),
        ("member.added", None, "2022-03-15T00:30:00Z"),
    ]
    village, school = str(district.units["village"]), str(district.units["school"])
    assert told[0]["changes"] == {"unit_id": {"before": village, "after": school}}
    assert told[1]["changes"] == {"status": {"before": "official", "after": "exempt"}}
    one = (await secretary.get(f"{mai}/history", params={"limit": 1})).json()
    rest = await secretary.get(f"{mai}/history", params={"cursor": one["next_cursor"]})
    assert [*one["items"], *rest.json()["items"]] == told


async def test_every_reading_of_a_list_of_names_is_kept(world: World) -> None:
    await _names(world.signed_in("bithu-bom-bo"), world, "bom_bo", scope="tree")
    async with world.database.read() as db:
        query = select(Event).where(Event.act == events.MEMBERS_READ)
        (event,) = (await db.scalars(query)).all()
    assert event.actor_id == world.district.accounts["bithu-bom-bo"]
    assert event.subject_id == world.district.units["bom_bo"]
    assert event.detail == {"count": 4, "list": "listMembers", "scope": "tree"}


# ----------------------------------------------------------------------------- transfers


async def test_a_transfer_for_good_changes_the_unit(world: World) -> None:
    secretary = world.signed_in("bithu-bom-bo")
    sent = await _send(secretary, world, "mai", "school")
    assert (sent.status_code, sent.json()["away_at"]) == (200, None)
    assert await _names(secretary, world, "school") == ["Vũ Thị Lan", "Thị Mai"]
    again = await _send(secretary, world, "mai", "school")
    assert (again.status_code, again.json()["code"]) == (409, "already_there")


@pytest.mark.parametrize(
    ("username", "person", "unit", "status"),
    [
        ("admin", "mai", "post", 200),
        ("bithu-bom-bo", "mai", "bom_bo", 200),
        ("bithu-bom-bo", "mai", "post", 404),  # not hers to see
        ("bithu-bom-bo", "mai", "district", 404),
        ("bithu-bom-bo", "son", "village", 404),  # nobody is fetched from elsewhere
        ("bithu-buu-dien", "mai", "post", 404),
        ("thuong-truc", "mai", "post", 404),
        ("truc-bom-bo", "mai", "school", 404),
    ],
)
async def test_who_manages_both_units_transfers(
    world: World, username: str, person: str, unit: str, status: int
) -> None:
    answer = await _send(world.signed_in(username), world, person, unit)
    assert answer.status_code == status, answer.text


async def test_a_stay_for_a_time_ends_with_its_last_day(world: World) -> None:
    admin, secretary = world.signed_in("admin"), world.signed_in("bithu-buu-dien")
    person = world.district.people["mai"]
    assert (await secretary.get(f"/members/{person.id}")).status_code == 404
    await _away(admin, world, "mai", "post")
    listed = (await secretary.get(f"/units/{world.district.units['post']}/members")).json()["items"]
    assert [(each["full_name"], each["is_temporary"]) for each in listed] == [
        ("Thị Mai", True),
        ("Đinh Công Sơn", False),
    ]
    at_home = await world.signed_in("bithu-bom-bo").get(f"/members/{person.id}")
    assert at_home.json()["away_at"] == str(world.district.units["post"])
    assert at_home.json()["away_until"] == "2022-06-30"
    # Whom she hosts she reads; what is on file of him is his own unit's.
    assert (await secretary.get(f"/members/{person.id}")).status_code == 200
    refused = await secretary.patch(f"/members/{person.id}", json={"status": "exempt"})
    assert refused.status_code == 403
    world.clock.move(hours=24 * 120)
    admin, secretary = world.signed_in("admin"), world.signed_in("bithu-buu-dien")
    assert (await secretary.get(f"/members/{person.id}")).status_code == 404
    later = await world.signed_in("bithu-bom-bo").get(f"/members/{person.id}")
    assert (later.json()["away_at"], later.json()["away_until"]) == (None, None)
    refused = await admin.post(f"/members/{person.id}/return")
    assert (refused.status_code, refused.json()["code"]) == (409, "not_away")


async def test_a_host_knows_of_a_guest_what_happened_during_the_stay(world: World) -> None:
    home, mai = world.signed_in("bithu-bom-bo"), f"/members/{world.district.people['mai'].id}"
    await home.patch(mai, json={"status": "suspended"})
    await home.get(mai)
    world.clock.move(minutes=1)
    await _away(world.signed_in("admin"), world, "mai", "office")
    world.clock.move(minutes=1)
    await _away(world.signed_in("admin"), world, "mai", "post")
    world.clock.move(minutes=1)
    await home.patch(mai, json={"status": "official"})
    world.clock.move(minutes=1)
    host = world.signed_in("bithu-buu-dien")
    told = (await host.get(f"{mai}/history")).json()["items"]
    assert [each["act"] for each in told] == ["member.changed", "member.transferred"]
    assert told[0]["changes"]["status"] == {"before": "suspended", "after": "official"}
    whole = (await home.get(f"{mai}/history")).json()["items"]
    assert whole[:2] == told
    assert len(whole) == 5, "added, suspended, sent, sent on, and back to normal"
    by_host = (await host.get(f"{mai}/views")).json()["items"]
    by_home = (await home.get(f"{mai}/views")).json()["items"]
    assert {each["viewer"]["display_name"] for each in by_host} == {
        "bithu-bom-bo",
        "bithu-buu-dien",
    }
    assert len(by_home) == len(by_host) + 1, "who read her before she came is not the host's"


@pytest.mark.parametrize("username", ["bithu-bom-bo", "bithu-buu-dien", "admin"])
async def test_either_unit_sends_a_guest_home(world: World, username: str) -> None:
    await _away(world.signed_in("admin"), world, "mai", "post")
    path = f"/members/{world.district.people['mai'].id}/return"
    home = await world.signed_in(username).post(path)
    assert (home.status_code, home.json()["away_at"]) == (200, None)
    assert await _names(world.signed_in("bithu-buu-dien"), world, "post") == ["Đinh Công Sơn"]


async def test_a_stay_cannot_end_before_today_and_a_transfer_for_good_never_ends(
    world: World,
) -> None:
    admin = world.signed_in("admin")
    past = await _send(admin, world, "mai", "post", kind="temporary", until="2022-03-14")
    assert (past.status_code, past.json()["code"]) == (422, "day_refused")
    for_good = await _send(admin, world, "mai", "post", until="2022-06-30")
    assert (for_good.status_code, for_good.json()["code"]) == (422, "validation_failed")
    number = await _send(admin, world, "mai", "post", kind="temporary", until=1_700_000_000)
    assert number.status_code == 422


async def test_a_tree_lists_each_member_once_page_by_page(world: World) -> None:
    admin = world.signed_in("admin")
    await _away(admin, world, "mai", "office")
    seen, cursor = [], None
    path = f"/units/{world.district.units['district']}/members"
    while True:
        query = {"scope": "tree", "limit": "3"} | ({"cursor": cursor} if cursor else {})
        page = (await admin.get(path, params=query)).json()
        seen += [(each["id"], each["is_temporary"]) for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert sorted(seen) == sorted((str(each.id), False) for each in world.district.people.values())


# ----------------------------------------------------------------------------- figures


async def test_the_figures_of_each_unit_and_of_all_together(world: World) -> None:
    admin, people = world.signed_in("admin"), world.district.people
    await _away(admin, world, "mai", "post")
    await admin.patch(f"/members/{people['binh'].id}", json={"status": "exempt"})
    await admin.patch(f"/members/{people['minh'].id}", json={"status": "suspended"})
    await admin.patch(f"/members/{people['le_hoa'].id}", json={"status": "left"})
    path = f"/units/{world.district.units['district']}/figures"
    answer = (await world.signed_in("thuong-truc").get(path)).json()
    columns = ("total", "exempt", "suspended", "away", "here", "convened")
    by_unit = {each["name"]: tuple(each[name] for name in columns) for each in answer["items"]}
    assert by_unit == {
        "Đảng bộ huyện Bù Đăng": (0, 0, 0, 0, 0, 0),
        "Chi bộ Văn phòng Huyện ủy": (3, 1, 1, 0, 0, 1),
        "Chi bộ Ban Tuyên giáo": (1, 0, 0, 0, 0, 1),
        "Đảng bộ xã Bom Bo": (0, 0, 0, 0, 0, 0),
        "Chi bộ thôn 3": (3, 0, 0, 1, 0, 2),
        "Chi bộ Trường THCS Hoa Ban": (1, 0, 0, 0, 0, 1),
        "Chi bộ Bưu điện": (1, 0, 0, 0, 1, 2),
    }
    assert tuple(answer["total"][name] for name in columns) == (9, 1, 1, 1, 1, 7)
    page = (await admin.get(path, params={"limit": 2})).json()
    assert len(page["items"]) == 2
    assert page["next_cursor"]
    assert page["total"] == answer["total"]
    for other in ("post", "bom_bo"):
        one = await admin.get(f"/units/{world.district.units[other]}/figures")
        mine = one.json()["total"]
        assert mine["convened"] == mine["total"] - mine["away"] + mine["here"]
    hidden = await world.signed_in("bithu-buu-dien").get(path)
    assert hidden.status_code == 404


async def test_an_excluded_guest_is_excluded_where_he_is_counted(world: World) -> None:
    await _away(world.signed_in("admin"), world, "mai", "post")
    district = world.district
    async with world.database.read() as db:
        root = await db.get_one(Unit, district.units["district"])
        figures = await store.figures(
            db, [root.path], on=world.clock().date(), excluded_ids=[district.people["mai"].id]
        )
    village, post = figures[district.units["village"]], figures[district.units["post"]]
    assert (village.total, village.away, village.excluded, village.convened) == (3, 1, 0, 2)
    assert (post.total, post.here, post.excluded, post.convened) == (1, 1, 1, 1)


# ----------------------------------------------------------------------------- at the door


async def test_a_guest_is_found_by_name_where_he_is_now_and_counted_there(world: World) -> None:
    await _away(world.signed_in("admin"), world, "mai", "office")
    await world.open()
    screen = await world.screen()
    mai, office = world.district.people["mai"], world.district.units["office"]
    at_home, at_host = world.phone(), world.phone()
    for phone in (at_home, at_host):
        assert (await phone.exchange(await screen.typed())).status_code == 200
    claimed = await at_home.name(mai, last4=mai.last4)
    assert claimed.json()["evidence"] == "claimed"
    first = await at_host.name(mai, last4=mai.last4, unit_id=office)
    assert first.json()["evidence"] == "first"
    async with world.database.read() as db:
        (row,) = (await db.scalars(select(Attendance))).all()
    assert (row.member_id, row.unit_id) == (mai.id, office)


async def test_nobody_who_has_left_is_found_by_name(world: World) -> None:
    mai = world.district.people["mai"]
    left = {"status": "left"}
    await world.signed_in("bithu-bom-bo").patch(f"/members/{mai.id}", json=left)
    await world.open()
    phone, screen = world.phone(), await world.screen("commune")
    await phone.exchange(await screen.typed())
    assert (await phone.name(mai, last4=mai.last4)).json()["evidence"] == "claimed"
    assert await world.count(Attendance) == 0


async def test_the_phone_of_somebody_who_has_left_waits_for_a_person(world: World) -> None:
    await world.open()
    screen = await world.screen()
    phone = await world.known_phone(screen=screen)
    await world.close()
    hoa = world.district.people["hoa"]
    await world.signed_in("bithu-van-phong").patch(f"/members/{hoa.id}", json={"status": "left"})
    await world.open("line_2")
    await phone.exchange(await screen.typed())
    tapped = (await phone.tap()).json()
    assert (tapped["evidence"], tapped["standing"]) == ("claimed", "pending")


async def test_a_unit_with_guests_alone_is_offered_to_the_phone(world: World) -> None:
    admin, district = world.signed_in("admin"), world.district
    tuan = district.people["tuan"].id
    await admin.patch(f"/members/{tuan}", json={"status": "left"})
    await world.open()
    phone, screen = world.phone(), await world.screen()
    offered = (await phone.exchange(await screen.typed())).json()["units"]
    assert [each["name"] for each in offered] == ["Chi bộ Văn phòng Huyện ủy"]
    await _away(admin, world, "mai", "propaganda")
    offered = (await phone.exchange(await screen.typed())).json()["units"]
    assert len(offered) == 2


async def test_a_member_keeps_one_row_however_often_he_is_sent(world: World) -> None:
    admin = world.signed_in("admin")
    before = await world.count(Member)
    answers = await asyncio.gather(
        *(_send(admin, world, "mai", unit) for unit in ("post", "office", "school", "propaganda"))
    )
    assert [each.status_code for each in answers] == [200] * 4
    assert await world.count(Member) == before
