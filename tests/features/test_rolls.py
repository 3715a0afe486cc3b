"""Rolls: where a unit stands in a session, member by member and in figures; countersigning."""

from datetime import timedelta

from sqlalchemy import select, update

from api import events
from api.tables.access import Account
from api.tables.conferences import Exclusion
from api.tables.events import Event
from api.tables.members import Member
from api.words import MemberStatus, WindowKind
from tests import written
from tests.rolling import countersign, numbers, path_of, roll, rows, scan
from tests.world import World


async def test_the_office_stands_as_scans_ticks_and_absences_say(world: World) -> None:
    await world.open()
    screen = await world.screen()
    await scan(world, "hoa", screen)
    await scan(world, "binh", screen, last4=None)
    await written.tick(world, "minh", by="bithu-van-phong")
    await written.absent(world, "le_hoa", "KL", by="bithu-van-phong")
    found = await roll(world, "office", by="bithu-van-phong")
    assert (found["state"], [each["kind"] for each in found["windows"]]) == ("open", ["opening"])
    assert numbers(found["total"], "convened", "full", "pending", "unexcused", "unknown") == (
        4, 2, 1, 1, 0,
    )  # fmt: skip
    assert numbers(found["total"], "manual", "is_countersign_needed", "head_count") == (
        1, False, None,
    )  # fmt: skip
    listed = await rows(world, "office", by="bithu-van-phong")
    assert [(each["row_number"], each["full_name"], each["presence"]) for each in listed] == [
        (1, "Trần Văn Bình", "pending"),
        (2, "Lê Thị Hoa", "unexcused"),
        (3, "Nguyễn Thị Hoa", "full"),
        (4, "Điểu Minh", "full"),
    ]
    binh, le_hoa, hoa, minh = listed
    (waiting,) = binh["pending"]
    assert (waiting["evidence"], waiting["typed_name"]) == ("claimed", "Trần Văn Bình")
    assert (binh["phone"], hoa["phone"], hoa["evidence"]) == ("none", "provisional", "first")
    assert (minh["evidence"], minh["mark"]["kind"]) == ("roster", "present")
    assert numbers(le_hoa["mark"], "kind", "reason", "is_addendum") == ("absent", "KL", False)


async def test_the_commune_sees_its_cells_and_its_school_cell_goes_to_another_class(
    world: World,
) -> None:
    await world.open()
    await scan(world, "lan", await world.screen("commune"))
    found = await roll(world, "bom_bo", by="bithu-bom-bo")
    assert [numbers(each, "name", "convened", "from_elsewhere") for each in found["units"]] == [
        ("Chi bộ thôn 3", 3, 0),
        ("Chi bộ Trường THCS Hoa Ban", 0, 1),
    ]
    by_meet = await roll(world, "bom_bo", session="meet_1")
    assert numbers(by_meet["total"], "convened", "unknown", "present") == (1, 1, 0)
    (lan,) = await rows(world, "school")
    assert numbers(lan, "is_expected", "presence") == (False, "full")


async def test_an_allocated_class_is_for_those_who_were_put_into_it(world: World) -> None:
    await written.allocate(world, "hall", "hoa", "binh")
    await written.allocate(world, "hall", "minh", session="line_2")
    await world.open()
    await scan(world, "le_hoa", await world.screen(), last4=None)
    await written.tick(world, "minh", by="bithu-van-phong")
    await written.absent(world, "binh", "OM", by="bithu-van-phong")
    found = await roll(world, "office")
    assert numbers(
        found["total"], "convened", "unknown", "excused", "from_elsewhere", "pending"
    ) == (2, 1, 1, 1, 0)
    assert found["total"]["pending_from_elsewhere"] == 1
    live = (
        await world.signed_in("admin").get(path_of(world, "office").split("/units")[0] + "/live")
    ).json()
    assert numbers(live, "expected", "present", "pending", "excused") == (2, 1, 1, 1)
    assert len(await rows(world, "office")) == 4


async def test_who_is_excluded_exempt_or_suspended_and_comes_changes_no_rate(world: World) -> None:
    people = world.district.people
    async with world.database.write() as db:
        db.add(
            Exclusion(
                id=people["mai"].id,
                conference_id=world.district.conference_id,
                document_number="KH 43",
                member_id=people["mai"].id,
                created_at=world.clock(),
            )
        )
        for person, status in (("khanh", "exempt"), ("other_khanh", "suspended")):
            change = update(Member).where(Member.id == people[person].id)
            await db.execute(change.values(status=MemberStatus(status)))
    await world.open()
    screen = await world.screen("commune")
    for person in ("mai", "khanh"):
        await scan(world, person, screen)
    found = await roll(world, "village")
    assert numbers(found["total"], "convened", "present", "from_elsewhere") == (0, 0, 2)
    listed = {each["full_name"]: each for each in await rows(world, "village")}
    assert listed["Thị Mai"]["marks"] == ["excluded"]
    assert listed["Điểu Khánh"]["marks"] == ["exempt"]


async def test_a_member_transferred_after_the_lock_stays_where_he_was_counted(
    world: World,
) -> None:
    await world.open()
    await scan(world, "mai", await world.screen("commune"))
    await written.lock(world)
    admin, people = world.signed_in("admin"), world.district.people
    before = await roll(world, "bom_bo")
    for person in ("mai", "khanh"):
        where = {"unit_id": str(world.district.units["post"]), "kind": "permanent"}
        moved = await admin.post(f"/members/{people[person].id}/transfer", json=where)
        assert moved.status_code == 200, moved.text
    left = {"status": "left"}
    assert (await admin.patch(f"/members/{people['other_khanh'].id}", json=left)).is_success
    after = await roll(world, "bom_bo")
    assert after == before
    assert numbers(after["total"], "convened", "present", "unknown") == (3, 1, 2)
    assert (await roll(world, "post"))["units"] == []
    gone = [each["marks"] for each in await rows(world, "village")]
    assert sorted(gone) == [["left"], ["transferred"], ["transferred"]]


async def test_until_the_lock_the_figures_follow_who_belongs_to_the_unit(world: World) -> None:
    await world.open()
    where = {"unit_id": str(world.district.units["propaganda"]), "kind": "permanent"}
    mai = world.district.people["mai"].id
    assert (await world.signed_in("admin").post(f"/members/{mai}/transfer", json=where)).is_success
    assert (await roll(world, "village"))["total"]["convened"] == 2
    assert (await roll(world, "propaganda"))["total"]["convened"] == 2


async def test_a_window_voided_at_a_point_is_asked_of_nobody_there(world: World) -> None:
    await world.open()
    await scan(world, "hoa", await world.screen())
    world.clock.move(minutes=60)
    ended = world.clock() + timedelta(minutes=5)
    window_id = await written.add_window(world, "line_2", WindowKind.CLOSING, closed_at=ended)
    assert (await roll(world, "office"))["total"]["full"] == 1, "another session's window"
    window_id = await written.add_window(world, "line_1", WindowKind.CLOSING, closed_at=ended)
    assert numbers((await roll(world, "office"))["total"], "full", "left_early") == (0, 1)
    await written.void(world, window_id, "commune")
    assert numbers((await roll(world, "office"))["total"], "full", "left_early") == (0, 1)
    await written.void(world, window_id, "hall")
    assert numbers((await roll(world, "office"))["total"], "full", "left_early") == (1, 0)


async def test_nobody_has_missed_a_window_that_goes_on_where_he_is(world: World) -> None:
    await world.open()
    await scan(world, "hoa", await world.screen())
    world.clock.move(minutes=60)
    ended = world.clock() + timedelta(minutes=5)
    window_id = await written.add_window(world, "line_1", WindowKind.CLOSING, closed_at=ended)
    goes_on = world.clock() + timedelta(minutes=30)
    await written.void(world, window_id, "hall", extended_until=goes_on)
    assert numbers((await roll(world, "office"))["total"], "full", "left_early") == (1, 0)
    world.clock.move(minutes=31)
    assert numbers((await roll(world, "office"))["total"], "full", "left_early") == (0, 1)


async def test_what_the_secretary_wrote_somebody_else_countersigns(world: World) -> None:
    await world.open()
    screen = await world.screen()
    await scan(world, "binh", screen, last4=None)
    await written.confirm(world, "binh", by="bithu-van-phong")
    for person in ("hoa", "minh", "le_hoa"):
        await written.tick(world, person, by="bithu-van-phong")
    await written.tick(world, "tuan", by="admin")
    found = await roll(world, "office")
    assert numbers(found["total"], "manual", "not_countersigned", "is_countersign_needed") == (
        4, 4, True,
    )  # fmt: skip
    own = await countersign(world, "office", by="bithu-van-phong")
    assert (own.status_code, own.json()["code"]) == (409, "nothing_to_countersign")
    assert own.json()["left_own"] == 4
    signed = await countersign(world, "district", by="admin")
    assert signed.status_code == 200, signed.text
    assert numbers(signed.json(), "countersigned", "left_own") == (4, 1)
    found = await roll(world, "office")
    assert numbers(found["total"], "manual", "not_countersigned", "is_countersign_needed") == (
        4, 0, False,
    )  # fmt: skip
    again = await countersign(world, "district", by="admin")
    assert (again.status_code, again.json()["left_own"]) == (409, 1)
    async with world.database.read() as db:
        query = select(Event).where(Event.act == events.COUNTERSIGNED)
        (told,) = (await db.execute(query)).scalars().all()
    assert (told.subject_id, told.detail["count"]) == (world.district.units["office"], 4)


async def test_nobody_countersigns_what_was_written_of_himself_or_by_his_other_account(
    world: World,
) -> None:
    await world.open()
    people, accounts = world.district.people, world.district.accounts
    async with world.database.write() as db:
        admin = update(Account).where(Account.id == accounts["admin"])
        await db.execute(admin.values(member_id=people["hoa"].id))
    await written.tick(world, "hoa", by="bithu-van-phong")
    await written.tick(world, "minh", by="bithu-van-phong", marked_by_member_id=people["hoa"].id)
    assert (await countersign(world, "office", by="admin")).json()["left_own"] == 2
    await written.tick(world, "le_hoa", by="bithu-van-phong")
    assert numbers(
        (await countersign(world, "office", by="admin")).json(), "countersigned", "left_own"
    ) == (1, 2)


async def test_the_district_reads_codes_of_reasons_and_no_notes(world: World) -> None:
    await world.open()
    await written.absent(world, "hoa", "KH", by="bithu-van-phong", note="con ốm nằm viện")
    for by, note in (("admin", None), ("bithu-van-phong", "con ốm nằm viện")):
        (hoa,) = await rows(world, "office", by=by, q="nguyen hoa")
        assert numbers(hoa["mark"], "reason", "note") == ("KH", note), by


async def test_who_scans_and_is_written_absent_contradicts(world: World) -> None:
    await world.open()
    screen = await world.screen()
    for person in ("hoa", "binh"):
        await scan(world, person, screen)
    await scan(world, "minh", screen, last4=None)
    await written.absent(world, "hoa", "OM", by="bithu-van-phong")
    await written.reject(world, "binh", by="bithu-van-phong")
    await written.reject(world, "minh", by="bithu-van-phong")
    listed = {each["full_name"]: each for each in await rows(world, "office")}
    assert {name: each["is_contradicted"] for name, each in listed.items()} == {
        "Nguyễn Thị Hoa": True,
        "Trần Văn Bình": True,
        "Điểu Minh": False,
        "Lê Thị Hoa": False,
    }
    assert listed["Điểu Minh"]["presence"] == "unknown"


async def test_rows_come_by_unit_and_number_and_whose_names_were_read_is_noted(
    world: World,
) -> None:
    await world.open()
    await scan(world, "lan", await world.screen("commune"))
    listed = await rows(world, "bom_bo", by="bithu-bom-bo")
    assert [numbers(each, "unit_name", "row_number", "full_name") for each in listed] == [
        ("Chi bộ thôn 3", 1, "Điểu Khánh"),
        ("Chi bộ thôn 3", 2, "Điểu Khánh"),
        ("Chi bộ thôn 3", 3, "Thị Mai"),
        ("Chi bộ Trường THCS Hoa Ban", 1, "Vũ Thị Lan"),
    ]
    async with world.database.read() as db:
        query = select(Event).where(Event.act == events.MEMBERS_READ)
        told = (await db.execute(query)).scalars().all()
    village, school = (world.district.units[each] for each in ("village", "school"))
    assert sorted((each.subject_id, each.detail["count"]) for each in told) == sorted(
        [(village, 2), (village, 1), (school, 1)]
    )
    there = await rows(world, "bom_bo", by="bithu-bom-bo", presence="full")
    assert [each["full_name"] for each in there] == ["Vũ Thị Lan"]


async def test_typed_names_wait_for_their_unit_or_for_the_host_of_the_point(world: World) -> None:
    await world.open()
    screen = await world.screen("commune")
    for unit in (str(world.district.units["village"]), None):
        phone = world.phone()
        await phone.exchange(await screen.typed())
        who = {"kind": "named", "unit_id": unit, "name": "Không Có Ai"}
        assert (await phone.send(phone.body(who))).status_code == 200
    found = await roll(world, "bom_bo")
    assert {each["name"]: each["typed_names"] for each in found["units"]} == {
        "Đảng bộ xã Bom Bo": 1,
        "Chi bộ thôn 3": 1,
    }
    assert found["total"]["typed_names"] == 2
    await written.settle(world, "guest")
    assert (await roll(world, "bom_bo"))["total"]["typed_names"] == 0


async def test_heads_are_compared_with_who_is_recorded(world: World) -> None:
    await world.open()
    await scan(world, "lan", await world.screen("commune"))
    await written.count_heads(world, "commune", 9, guests=1)
    await written.count_heads(world, "commune", 3, unit="village")
    await written.tick(
        world, "mai", by="bithu-bom-bo", bridge_point_id=world.district.points["commune"]
    )
    found = await roll(world, "bom_bo")
    assert numbers(found["total"]["head_count"], "persons", "guests", "difference") == (9, 1, 6)
    village = found["units"][0]
    assert numbers(village["head_count"], "persons", "difference") == (3, 2)
    above = await roll(world, "village")
    assert above["total"]["head_count"]["difference"] == 2, "the hall is not the village's"


async def test_who_may_read_a_roll(world: World) -> None:
    await world.open()
    for by, expected in (
        ("admin", 200),
        ("bithu-bom-bo", 200),
        ("truc-bom-bo", 403),
        ("thuong-truc", 403),
        ("van-phong", 403),
        ("bithu-buu-dien", 404),
        ("bithu-van-phong", 404),
    ):
        client = world.signed_in(by)
        for path in ("roll", "roll/rows"):
            answer = await client.get(f"{path_of(world, 'village')}/{path}")
            assert answer.status_code == expected, (by, path)
        answer = await client.post(f"{path_of(world, 'village')}/countersign")
        assert answer.status_code == (409 if expected == 200 else expected), by


async def test_a_roll_that_the_reader_holds_is_not_sent_again(world: World) -> None:
    await world.open()
    admin, path = world.signed_in("admin"), f"{path_of(world, 'office')}/roll"
    etag = (await admin.get(path)).headers["etag"]
    held = {"If-None-Match": etag}
    assert (await admin.get(path, headers=held)).status_code == 304
    await written.tick(world, "hoa", by="bithu-van-phong")
    assert (await admin.get(path, headers=held)).status_code == 200


async def test_a_cursor_of_another_unit_is_refused(world: World) -> None:
    await world.open()
    client = world.signed_in("admin")
    path = f"{path_of(world, 'village')}/roll/rows"
    page = (await client.get(path, params={"limit": "1"})).json()
    other = f"{path_of(world, 'office')}/roll/rows"
    answer = await client.get(other, params={"cursor": page["next_cursor"]})
    assert (answer.status_code, answer.json()["code"]) == (422, "cursor_invalid")


# ---------------------------------------------------------------------------------- live counts
