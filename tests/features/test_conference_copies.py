"""Last quarter's conference again: what was planned comes along, what happened does not."""

from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest
from sqlalchemy import func, select, update

from api.bridge_points.actions import add_bridge_point
from api.conferences.actions import add_conference
from api.events import SYSTEM
from api.kit.dates import day_of
from api.sessions.actions import add_session
from api.sessions.schemas import NewSession
from api.tables.bridge_points import BridgePoint, ExpectedUnit
from api.tables.conferences import Conference, GroupUnit
from api.tables.sessions import Session, SessionPoint
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import Form, SessionState, UnitKind
from tests.world import World


async def _copy(world: World, user: str = "admin", **body: Any) -> httpx.Response:
    url = f"/conferences/{world.district.conference_id}/copy"
    body = {"year": 2022, "quarter": 2, **body}
    return await world.signed_in(user).post(url, json=body)


async def _points(world: World, conference_id: str) -> dict[str, dict[str, Any]]:
    listed = await world.signed_in("admin").get(
        f"/conferences/{conference_id}/points", params={"limit": 100}
    )
    return {point["name"]: point for point in listed.json()["items"]}


async def _sessions(world: World, conference_id: str) -> list[dict[str, Any]]:
    listed = await world.signed_in("admin").get(
        "/sessions", params={"conference_id": conference_id}
    )
    return list(listed.json()["items"])


def _ended(world: World, successor: UUID | None = None) -> dict[str, Any]:
    """Write what a unit is that began long ago and ends today."""
    today = day_of(world.clock())
    return {
        "valid_from": today.replace(year=2000),
        "valid_until": today,
        "successor_id": successor,
    }


async def _prepare_source(world: World) -> None:
    """Give the conference of the district what a copy must take, and what it must leave."""
    district = world.district
    async with world.database.write() as db:
        conference = district.conference_id
        await db.execute(
            update(Conference).values(
                preparation_items=[
                    {"key": "hall", "text": "Hội trường", "kind": "done", "forms": ["line"]}
                ]
            )
        )
        db.add(GroupUnit(conference_id=conference, unit_id=district.units["post"], label="113"))
        db.add(GroupUnit(conference_id=conference, unit_id=district.units["bom_bo"], label="114"))
        commune = district.points["commune"]
        await db.execute(
            update(BridgePoint)
            .where(BridgePoint.id == commune)
            .values(keeps_units_together=True, sequence=3)
        )
        first = district.sessions["line_1"]
        await db.execute(
            update(SessionPoint)
            .where(SessionPoint.session_id == first, SessionPoint.bridge_point_id == commune)
            .values(capacity=80)
        )
        await db.execute(
            update(Session)
            .where(Session.id == district.sessions["meet_1"])
            .values(
                share=2,
                meet_url="https://meet.example/cu",
                starts_at=world.clock(),
                presenters=["Đồng chí Báo cáo viên"],
                date_hint="trung tuần tháng 3/2022",
            )
        )


async def test_last_quarters_conference_comes_again_without_what_happened(world: World) -> None:
    await _prepare_source(world)
    await world.open("line_1")
    answer = await _copy(world, plan_number="12-KH/BTG", topics=["Tình hình quý II"])
    assert answer.status_code == 201, answer.text
    copied = answer.json()
    assert copied["title"] == "Hội nghị Thông tin thời sự quý II năm 2022"
    assert copied["copied_from_id"] == str(world.district.conference_id)
    assert (copied["point_count"], copied["session_count"]) == (5, 3)
    assert copied["points_left_out"] == []
    old = await _points(world, str(world.district.conference_id))
    new = await _points(world, copied["id"])
    changing = {"id", "conference_id", "sequence"}
    assert [{k: v for k, v in point.items() if k not in changing} for point in new.values()] == [
        {k: v for k, v in point.items() if k not in changing} for point in old.values()
    ]
    sessions = await _sessions(world, copied["id"])
    assert [(each["form"], each["ordinal"], each["state"]) for each in sessions] == [
        ("line", 1, "planned"),
        ("line", 2, "planned"),
        ("meet", 1, "planned"),
    ]
    left = ("starts_at", "meet_url", "date_hint", "opened_at")
    assert all(each[name] is None for each in sessions for name in left)
    read = (await world.signed_in("admin").get(f"/conferences/{copied['id']}")).json()
    assert (read["topics"], read["plan_number"]) == (["Tình hình quý II"], "12-KH/BTG")
    assert read["regulations"] == ["Luôn mở camera"]
    assert read["report_email"] == "btg@huyenuy.example"
    await _look_inside_copy(world, UUID(copied["id"]))


async def _look_inside_copy(world: World, copy_id: UUID) -> None:
    district = world.district
    async with world.database.read() as db:
        conference = await db.get_one(Conference, copy_id)
        assert [item["key"] for item in conference.preparation_items] == ["hall"]
        groups = select(GroupUnit.unit_id, GroupUnit.label).where(
            GroupUnit.conference_id == copy_id
        )
        assert {(row.unit_id, row.label) for row in await db.execute(groups)} == {
            (district.units["post"], "113"),
            (district.units["bom_bo"], "114"),
        }
        kept = select(BridgePoint.name, BridgePoint.sequence).where(
            BridgePoint.conference_id == copy_id, BridgePoint.keeps_units_together
        )
        assert [tuple(row) for row in await db.execute(kept)] == [("Điểm cầu xã Bom Bo", 0)]
        capacities = (
            select(Session.form, Session.ordinal, BridgePoint.name, SessionPoint.capacity)
            .join(SessionPoint, SessionPoint.session_id == Session.id)
            .join(BridgePoint, BridgePoint.id == SessionPoint.bridge_point_id)
            .where(Session.conference_id == copy_id, SessionPoint.capacity.is_not(None))
        )
        assert [tuple(row) for row in await db.execute(capacities)] == [
            (Form.LINE, 1, "Điểm cầu xã Bom Bo", 80)
        ]
        shares = select(Session.form, Session.share, Session.presenters, Session.state).where(
            Session.conference_id == copy_id, Session.form == Form.MEET
        )
        assert [tuple(row) for row in await db.execute(shares)] == [
            (Form.MEET, 2, [], SessionState.PLANNED)
        ]
        doors = select(func.count()).select_from(SessionPoint).join(Session)
        mine = doors.where(Session.conference_id == copy_id, SessionPoint.door.is_not(None))
        assert (await db.execute(mine)).scalar_one() == 0


async def test_a_title_of_its_own_is_kept(world: World) -> None:
    copied = (await _copy(world, title=" Hội nghị  bổ sung ", quarter=4)).json()
    assert (copied["title"], copied["quarter"]) == ("Hội nghị bổ sung", 4)


async def test_a_commune_that_merged_is_replaced_by_what_it_became(world: World) -> None:
    """Two communes become one; the point of the first stays, and the other's is told."""
    district, today = world.district, day_of(world.clock())
    async with world.database.write() as db:
        root = await db.get_one(Unit, district.units["district"])
        units = [
            await add_unit(
                db,
                SYSTEM,
                name=name,
                kind=UnitKind.GRASSROOTS_COMMITTEE,
                parent=root,
                bloc=None,
                valid_from=today,
                at=world.clock(),
            )
            for name in ("Đảng bộ xã Bình Minh", "Đảng bộ xã Bom Bo cũ", "Đảng bộ xã Bom Bo mới")
        ]
        binh_minh, between, merged = units
        await add_bridge_point(
            db,
            SYSTEM,
            conference_id=district.conference_id,
            ordinal=6,
            name="Điểm cầu xã Bình Minh",
            venue="Hội trường xã Bình Minh",
            form=Form.LINE,
            is_hub=False,
            host_unit_id=binh_minh.id,
            expected_unit_ids=[binh_minh.id],
            at=world.clock(),
        )
        db.add(
            GroupUnit(
                conference_id=district.conference_id,
                unit_id=district.units["bom_bo"],
                label="114",
            )
        )
        # Bom Bo became a unit that became another: the chain is followed to its end.
        for unit_id, successor in (
            (district.units["bom_bo"], between.id),
            (between.id, merged.id),
            (binh_minh.id, merged.id),
        ):
            await db.execute(
                update(Unit).where(Unit.id == unit_id).values(**_ended(world, successor))
            )
    copied = (await _copy(world)).json()
    assert copied["points_left_out"] == ["Điểm cầu xã Bình Minh"]
    points = await _points(world, copied["id"])
    commune = points["Điểm cầu xã Bom Bo"]
    assert commune["host_unit_id"] == str(merged.id)
    assert [unit["name"] for unit in commune["expected_units"]] == ["Đảng bộ xã Bom Bo mới"]
    async with world.database.read() as db:
        mine = GroupUnit.conference_id == UUID(copied["id"])
        rows = await db.execute(select(GroupUnit.unit_id, GroupUnit.label).where(mine))
        assert [tuple(row) for row in rows] == [(merged.id, "114")]


async def test_a_unit_that_ended_for_good_is_expected_nowhere(world: World) -> None:
    district = world.district
    async with world.database.write() as db:
        ended = Unit.id == district.units["post"]
        await db.execute(update(Unit).where(ended).values(**_ended(world)))
        office = Unit.id == district.units["office"]
        await db.execute(update(Unit).where(office).values(**_ended(world)))
    copied = (await _copy(world)).json()
    assert copied["points_left_out"] == ["Hội trường Bưu điện"]
    hall = (await _points(world, copied["id"]))["Điểm cầu Hội trường Huyện ủy"]
    assert hall["host_unit_id"] == str(district.units["district"]), "its host ended: the organiser"
    assert [unit["name"] for unit in hall["expected_units"]] == ["Chi bộ Ban Tuyên giáo"]


async def test_an_organiser_that_is_no_more_organises_nothing(world: World) -> None:
    async with world.database.write() as db:
        district = Unit.id == world.district.units["district"]
        await db.execute(update(Unit).where(district).values(**_ended(world)))
    refused = await _copy(world)
    assert (refused.status_code, refused.json()["code"]) == (409, "organiser_ended")


async def test_a_copy_of_a_copy_leaves_the_first_one_alone(world: World) -> None:
    first = (await _copy(world)).json()
    again = await world.signed_in("admin").post(
        f"/conferences/{first['id']}/copy", json={"year": 2022, "quarter": 3}
    )
    assert again.json()["title"] == "Hội nghị Thông tin thời sự quý III năm 2022"
    assert again.json()["copied_from_id"] == first["id"]
    async with world.database.read() as db:
        each = select(ExpectedUnit.conference_id, func.count()).group_by(ExpectedUnit.conference_id)
        assert {rows for _, rows in (await db.execute(each)).all()} == {5}


@pytest.mark.parametrize(
    ("user", "status"),
    [
        ("thuong-truc", 403),
        ("van-phong", 403),
        ("bithu-bom-bo", 403),
        ("bithu-buu-dien", 403),
        ("truc-bom-bo", 403),
    ],
)
async def test_only_the_organisers_staff_copy_its_conference(
    user: str, status: int, world: World
) -> None:
    assert (await _copy(world, user)).status_code == status
    assert await world.count(Conference) == 1


async def test_a_conference_of_another_tree_is_not_there(world: World) -> None:
    at = world.clock()
    async with world.database.write() as db:
        other = await add_unit(
            db,
            SYSTEM,
            name="Đảng bộ huyện khác",
            kind=UnitKind.COMMITTEE,
            parent=None,
            bloc=None,
            valid_from=day_of(at),
            at=at,
        )
        theirs = await add_conference(
            db,
            SYSTEM,
            organiser=other,
            title="Hội nghị của huyện khác",
            year=2022,
            quarter=1,
            plan_number=None,
            topics=[],
            regulations=[],
            report_email=None,
            at=at,
        )
        new = NewSession(conference_id=theirs.id, form=Form.LINE, ordinal=1, title="Lớp 1")
        await add_session(db, SYSTEM, new, at=at)
    admin = world.signed_in("admin")
    body = {"year": 2022, "quarter": 2}
    assert (await admin.post(f"/conferences/{theirs.id}/copy", json=body)).status_code == 404


@pytest.mark.parametrize(
    "wrong", [{"quarter": 5}, {"year": 1900}, {"title": ""}, {"topics": [""]}, {"points": []}]
)
async def test_a_copy_for_no_quarter_is_refused(wrong: dict[str, Any], world: World) -> None:
    answer = await _copy(world, **wrong)
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed")
