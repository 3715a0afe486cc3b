"""Figures gathered from the database: each person once, whatever happened."""

from dataclasses import fields
from typing import Any

from sqlalchemy import update

from api.kit.ids import new_id
from api.reports.gathering import Gathered, gather
from api.reports.people import people
from api.reports.rules import Day, Person, Tally, problems
from api.tables.conferences import Conference, Exclusion
from api.tables.duties import Duty
from api.tables.make_ups import MakeUp
from api.tables.members import Member
from api.tables.units import Unit
from api.words import DutyKind, MakeUpKind, MemberStatus
from tests import written
from tests.rolling import numbers, roll, scan
from tests.rolling import rows as roll_rows
from tests.world import World


async def _gathered(world: World, unit: str | None = None) -> Gathered:
    async with world.database.read() as db:
        conference = await db.get_one(Conference, world.district.conference_id)
        path = (await db.get_one(Unit, world.district.units[unit])).path if unit else None
        return await gather(db, conference, at=world.clock(), path=path)


async def _people(world: World) -> dict[str, Person]:
    names = {person.id: key for key, person in world.district.people.items()}
    async with world.database.read() as db:
        conference = await db.get_one(Conference, world.district.conference_id)
        listed = [each async for each in people(db, conference, at=world.clock())]
    assert [each.member_id for each in listed] == sorted({each.member_id for each in listed})
    return {names[each.member_id]: each for each in listed}


async def _change(world: World, person: str, **values: Any) -> None:
    async with world.database.write() as db:
        member = Member.id == world.district.people[person].id
        await db.execute(update(Member).where(member).values(**values))


async def _exclude(world: World, person: str) -> None:
    async with world.database.write() as db:
        db.add(
            Exclusion(
                id=new_id(world.clock()),
                conference_id=world.district.conference_id,
                document_number="KH 43",
                member_id=world.district.people[person].id,
                created_at=world.clock(),
            )
        )


async def _serve(world: World, person: str, session: str) -> None:
    async with world.database.write() as db:
        db.add(
            Duty(
                session_id=world.district.sessions[session],
                member_id=world.district.people[person].id,
                kind=DutyKind.ORGANISER,
                added_at=world.clock(),
                account_id=world.district.accounts["admin"],
            )
        )


async def _retell(world: World, person: str, missed: str) -> None:
    who = world.district.people[person]
    async with world.database.write() as db:
        db.add(
            MakeUp(
                conference_id=world.district.conference_id,
                member_id=who.id,
                unit_id=who.unit_id,
                missed_session_id=world.district.sessions[missed],
                kind=MakeUpKind.RETOLD,
                retold_on=world.clock().date(),
                made_at=world.clock(),
                account_id=world.district.accounts["admin"],
            )
        )


def _path(found: Gathered, world: World, unit: str) -> str:
    return found.units[world.district.units[unit]].path


def _said(found: Tally) -> dict[str, Any]:
    """Say what is not nought."""
    return {each.name: value for each in fields(found) if (value := getattr(found, each.name))}


async def _hold_the_conference(world: World) -> None:
    """Play two mornings; Meet is cancelled, and everybody does something else."""
    await written.allocate(world, "hall", "hoa", "binh", "minh")
    await written.allocate(world, "commune", "mai", "khanh")
    await written.allocate(world, "hall", "le_hoa", "tuan", session="line_2")
    await written.allocate(world, "school_hall", "lan", session="meet_1")
    await written.allocate(world, "post_hall", "son", session="meet_1")
    await _exclude(world, "other_khanh")
    await _change(world, "khanh", status=MemberStatus.REDUCED)
    await _change(world, "tuan", temporary_unit_id=world.district.units["office"])
    cancel = f"/sessions/{world.district.sessions['meet_1']}/cancel"
    answer = await world.signed_in("admin").post(cancel, json={"reason": "Mất đường truyền"})
    assert answer.status_code == 200, answer.text
    await world.open()
    hall, commune = await world.screen(), await world.screen("commune")
    await scan(world, "hoa", hall)
    await scan(world, "binh", hall, last4=None)
    await written.tick(world, "minh", by="bithu-van-phong")
    await scan(world, "other_khanh", commune)
    await scan(world, "lan", commune)
    await written.absent(world, "mai", "OM", by="bithu-bom-bo")
    await written.count_heads(world, "hall", 9, guests=2)
    await written.count_heads(world, "commune", 5, guests=1, unit="village")
    await written.lock(world)
    await world.open("line_2")
    await written.tick(world, "mai", by="bithu-bom-bo", session="line_2")
    await written.tick(world, "binh", by="bithu-van-phong", session="line_2")
    await _serve(world, "tuan", "line_2")
    await _retell(world, "le_hoa", "line_2")
    await world.close("line_2")


async def test_a_small_conference_stands_as_it_was_played(world: World) -> None:
    await _hold_the_conference(world)
    listed, sessions = await _people(world), world.district.sessions
    days = {name: each.day for name, each in listed.items()}
    assert days == {
        "hoa": Day.FULL,
        "binh": Day.PENDING,
        "minh": Day.FULL,
        "le_hoa": Day.UNKNOWN,
        "tuan": Day.ON_DUTY,
        "mai": Day.EXCUSED,
        "khanh": Day.EXCUSED,
        "other_khanh": None,
        "lan": Day.OTHER_SESSION,
        "son": Day.EXCUSED,
    }
    made_up = {name: each.made_up for name, each in listed.items() if each.made_up}
    session, retold = MakeUpKind.SESSION, MakeUpKind.RETOLD
    assert made_up == {"mai": session, "binh": session, "le_hoa": retold}
    assert listed["mai"].made_up_session_id == sessions["line_2"]
    assert listed["lan"].came_session_id == sessions["line_1"]
    assert (listed["hoa"].evidence, listed["minh"].evidence) == ("first", "roster")
    assert listed["other_khanh"].came_beside
    found = await _gathered(world)
    keys = {unit_id: key for key, unit_id in world.district.units.items()}
    classes = {session_id: key for key, session_id in sessions.items()}
    said = {
        (keys[unit_id], classes.get(session_id or unit_id)): _said(each)
        for (unit_id, session_id), each in found.tallies.items()
    }
    assert said == {
        ("office", "line_1"): {
            "members": 3, "convened": 3, "full": 2, "pending": 1, "by_code": 1, "by_hand": 1,
            "not_countersigned": 1, "made_up": 1,
        },
        ("office", "line_2"): {
            "members": 1, "here": 1, "convened": 2, "on_duty": 1, "unknown": 1, "retold": 1,
            "from_elsewhere": 1,
        },
        ("propaganda", "line_2"): {"members": 1, "away": 1},
        ("village", "line_1"): {
            "members": 2, "convened": 2, "excused": 2, "reasons": {"OM": 1, "reduced": 1},
            "made_up": 1, "extra": 1,
        },
        ("village", None): {"members": 1, "excluded": 1},
        ("village", "line_2"): {"from_elsewhere": 1},
        ("school", "meet_1"): {"members": 1, "convened": 1, "other_session": 1, "by_code": 1},
        ("school", "line_1"): {"from_elsewhere": 1},
        ("post", "meet_1"): {
            "members": 1, "convened": 1, "excused": 1, "reasons": {"cancelled": 1},
        },
    }  # fmt: skip
    units = world.district.units
    assert found.guests == {
        (units["office"], sessions["line_1"]): 2,
        (units["village"], sessions["line_1"]): 1,
    }
    assert found.heads == {
        (units["office"], sessions["line_1"]): 9,
        (units["village"], sessions["line_1"]): 5,
    }
    assert found.held == {sessions["line_1"], sessions["line_2"]}


async def test_every_table_sums_to_the_total_and_a_subtree_alone_is_what_it_is_in_the_whole(
    world: World,
) -> None:
    await _hold_the_conference(world)
    found = await _gathered(world)
    total = found.total()
    assert [each.code for each in problems(total)] == ["unaccounted"]
    assert (total.convened, total.present, total.absent, total.unaccounted) == (9, 4, 3, 2)
    for rows in (found.by_session(), found.by_form(), found.by_bloc(), found.by_unit()):
        assert sum((tally for _, tally in rows), Tally()) == total
    assert [bloc for bloc, _ in found.by_bloc()] == [
        "Khối Đảng", "Khối Doanh nghiệp", "Xã, thị trấn", "Chi bộ trường học",
    ]  # fmt: skip
    plan = ["Xã, thị trấn", "Khối Nội chính", "Khối Doanh nghiệp", "Chi bộ trường học"]
    conference = f"/conferences/{world.district.conference_id}"
    changed = await world.signed_in("admin").patch(conference, json={"blocs": plan})
    assert changed.json()["blocs"] == plan
    in_order = [bloc for bloc, _ in (await _gathered(world)).by_bloc()]
    assert in_order == ["Xã, thị trấn", "Khối Doanh nghiệp", "Chi bộ trường học", "Khối Đảng"]
    commune = _path(found, world, "bom_bo")
    assert [unit.name for unit, _ in found.by_unit(commune)] == [
        "Chi bộ thôn 3", "Chi bộ Trường THCS Hoa Ban",
    ]  # fmt: skip
    line_1 = world.district.sessions["line_1"]
    in_class = found.by_bloc(commune, session_id=line_1)
    assert sum((tally for _, tally in in_class), Tally()) == found.total(commune, session_id=line_1)
    for unit in ("bom_bo", "village", "school", "office", "propaganda", "post"):
        path = _path(found, world, unit)
        alone = await _gathered(world, unit)
        assert alone.total() == found.total(path)
        assert alone.by_session() != []
        for (unit_id, session_id), tally in alone.tallies.items():
            assert found.tallies[unit_id, session_id] == tally


async def test_the_figures_of_a_class_are_those_of_its_roll(world: World) -> None:
    await _hold_the_conference(world)
    found = await _gathered(world)
    line_1 = world.district.sessions["line_1"]
    for unit in ("office", "village", "school", "bom_bo"):
        total = found.total(_path(found, world, unit), session_id=line_1)
        in_roll = (await roll(world, unit))["total"]
        for name in ("convened", "full", "on_duty", "pending", "excused", "unexcused", "unknown"):
            assert in_roll[name] == getattr(total, name), (unit, name)
        assert in_roll["from_elsewhere"] == total.from_elsewhere + total.extra
        assert in_roll["not_countersigned"] == total.not_countersigned


async def test_who_serves_is_on_duty_in_the_roll_of_his_class_as_in_its_report(
    world: World,
) -> None:
    await written.allocate(world, "hall", "hoa", "binh")
    await world.open()
    await written.tick(world, "binh", by="bithu-van-phong")
    await _serve(world, "hoa", "line_1")
    line_1 = world.district.sessions["line_1"]
    in_report = (await _gathered(world)).total(session_id=line_1)
    in_roll = (await roll(world, "office"))["total"]
    for name in ("convened", "present", "full", "on_duty", "unknown"):
        assert in_roll[name] == getattr(in_report, name), name
    assert numbers(in_roll, "present", "on_duty", "unknown") == (2, 1, 0)
    (hoa,) = [each for each in await roll_rows(world, "office") if each["is_on_duty"]]
    assert hoa["full_name"] == "Nguyễn Thị Hoa"
    assert await roll_rows(world, "office", presence="unknown") == []


async def test_whom_a_locked_class_counted_stays_where_he_was(world: World) -> None:
    await written.allocate(world, "commune", "mai", "khanh", "other_khanh")
    await written.allocate(world, "hall", "hoa", "binh", "minh", "le_hoa", "tuan")
    await world.open()
    await scan(world, "mai", await world.screen("commune"))
    await written.lock(world)
    before = await _gathered(world)
    admin, people_ = world.signed_in("admin"), world.district.people
    where = {"unit_id": str(world.district.units["post"]), "kind": "permanent"}
    for person in ("mai", "khanh"):
        moved = await admin.post(f"/members/{people_[person].id}/transfer", json=where)
        assert moved.status_code == 200, moved.text
    left = {"status": "left"}
    assert (await admin.patch(f"/members/{people_['other_khanh'].id}", json=left)).is_success
    await _exclude(world, "hoa")
    after = await _gathered(world)
    assert after.tallies == before.tallies
    village = await _gathered(world, "village")
    assert _said(village.total()) == {
        "members": 3, "convened": 3, "full": 1, "unknown": 2, "by_code": 1,
    }  # fmt: skip
    assert (await _gathered(world, "post")).total() == Tally(members=1, convened=1, unknown=1)


async def test_without_allocation_each_stands_in_one_class(world: World) -> None:
    await world.open()
    await scan(world, "hoa", await world.screen())
    await written.lock(world)
    await world.open("line_2")
    await written.tick(world, "hoa", by="bithu-van-phong", session="line_2")
    await written.tick(world, "binh", by="bithu-van-phong", session="line_2")
    found = await _gathered(world)
    line_1, line_2, meet_1 = (
        found.total(session_id=world.district.sessions[each])
        for each in ("line_1", "line_2", "meet_1")
    )
    assert (line_1.convened, line_1.full) == (1, 1)
    assert (line_2.convened, line_2.full, line_2.unknown) == (7, 1, 6)
    assert line_2.from_elsewhere == 1
    assert (meet_1.convened, meet_1.unknown) == (2, 2)
    assert found.total().convened == 10


async def test_a_make_up_stays_one_when_the_class_that_was_missed_is_opened_again(
    world: World,
) -> None:
    await written.allocate(world, "hall", "hoa")
    await written.allocate(world, "hall", "minh", session="line_2")
    await world.open()
    world.clock.move(minutes=30)
    await written.absent(world, "hoa", "CT", by="bithu-van-phong")
    await world.close()
    world.clock.move(minutes=10)
    await world.open("line_2")
    await written.tick(world, "hoa", by="bithu-van-phong", session="line_2")
    await world.close("line_2")
    reopen = f"/sessions/{world.district.sessions['line_1']}/reopen"
    for moved in ("closed", "reopened", "closed again"):
        hoa = (await _people(world))["hoa"]
        assert (hoa.day, hoa.made_up) == (Day.EXCUSED, MakeUpKind.SESSION), moved
        if moved == "closed":
            answer = await world.signed_in("admin").post(reopen)
            assert answer.status_code == 200, answer.text
            world.clock.move(minutes=5)
        elif moved == "reopened":
            await world.close()


async def test_one_of_reduced_duty_is_excused_in_the_roll_the_live_counts_and_the_report(
    world: World,
) -> None:
    await written.allocate(world, "hall", "hoa", "binh", "minh")
    for person in ("hoa", "binh", "minh", "tuan"):
        await _change(world, person, status=MemberStatus.REDUCED)
    await world.open()
    screen = await world.screen()
    await scan(world, "hoa", screen)
    await scan(world, "minh", screen, last4=None)
    await written.reject(world, "minh", by="bithu-van-phong")
    in_roll = (await roll(world, "office"))["total"]
    assert (in_roll["excused"], in_roll["full"], in_roll["unknown"]) == (2, 1, 0)
    session_id = world.district.sessions["line_1"]
    live = (await world.signed_in("admin").get(f"/sessions/{session_id}/live")).json()
    assert (live["excused"], live["present"], live["expected"]) == (2, 1, 3)
    line_1 = (await _gathered(world)).total(session_id=session_id)
    assert (line_1.excused, line_1.reasons) == (2, {"reduced": 2})


async def test_a_confirmed_arrival_is_by_hand_and_open_until_countersigned(world: World) -> None:
    await written.allocate(world, "hall", "binh")
    await world.open()
    await scan(world, "binh", await world.screen(), last4=None)
    await written.confirm(world, "binh", by="bithu-van-phong")
    binh = (await _people(world))["binh"]
    assert (binh.evidence, binh.is_by_hand, binh.is_countersigned) == ("claimed", True, False)
    signed = await world.signed_in("admin").post(
        f"/sessions/{world.district.sessions['line_1']}/units/{world.district.units['office']}"
        "/countersign"
    )
    assert signed.status_code == 200, signed.text
    binh = (await _people(world))["binh"]
    assert (binh.is_by_hand, binh.is_countersigned) == (True, True)
    await written.reject(world, "binh", by="bithu-van-phong")
    gone = (await _people(world))["binh"]
    assert (gone.day, gone.evidence, gone.is_by_hand) == (Day.UNKNOWN, None, False)
