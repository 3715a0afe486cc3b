"""1 July 2025: the sixteen communes of the plan become six, by the API alone (domain.md, 2)."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from api.access import actions as access
from api.events import SYSTEM
from api.kit.text import sort_key
from api.presets.actions import add_organiser, load_preset
from api.presets.demo import add_invented_members
from api.presets.preset import load
from api.tables.access import Account
from api.tables.members import Member
from api.tables.units import Unit
from api.units import store
from api.units.rules import path_below
from api.words import Role
from tests.world import World

SIX = {
    "Đảng bộ xã Bù Đăng": ["duc-phong", "doan-ket", "minh-hung"],
    "Đảng bộ xã Bom Bo": ["binh-minh", "bom-bo"],
    "Đảng bộ xã Đak Nhau": ["duong-10", "dak-nhau"],
    "Đảng bộ xã Nghĩa Trung": ["duc-lieu", "nghia-binh", "nghia-trung"],
    "Đảng bộ xã Phước Sơn": ["dang-ha", "thong-nhat", "phuoc-son"],
    "Đảng bộ xã Thọ Sơn": ["phu-son", "dong-nai", "tho-son"],
}
MEMBERS = 800


async def _district_of_2022(world: World) -> dict[str, Unit]:
    preset = load("bu_dang_2022")
    async with world.database.write() as db:
        root = preset.organiser
        organiser = await add_organiser(
            db, SYSTEM, name=root.name, kind=root.kind, at=world.clock()
        )
        loaded = await load_preset(
            db, SYSTEM, preset, organiser, create_units=True, at=world.clock()
        )
        await add_invented_members(db, preset, loaded, members=MEMBERS, at=world.clock())
        account = await access.add_account(
            db,
            SYSTEM,
            username="ban-tuyen-giao",
            display_name="Ban Tuyên giáo",
            password_hash="never-signs-in",
            at=world.clock(),
        )
        await access.grant(
            db,
            account_id=account,
            unit_id=loaded.organiser.id,
            role=Role.DISTRICT_STAFF,
            at=world.clock(),
        )
        (await db.get_one(Account, account)).totp_id = account
        began = await access.begin_sign_in(db, account, user_agent="văn phòng", at=world.clock())
    world.district.accounts["ban-tuyen-giao"] = account
    world.district.sign_ins["ban-tuyen-giao"] = began.id
    return loaded.units


async def _by_unit(world: World, path: str) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    async with world.database.read() as db:
        query = select(Member.unit_id, Member.id).join(Unit, Unit.id == Member.unit_id)
        for unit_id, member_id in await db.execute(query.where(Unit.path.startswith(path))):
            found.setdefault(unit_id, set()).add(member_id)
    return found


async def test_the_communes_of_2025_are_reached_from_those_of_2022_by_mergers(
    world: World,
) -> None:
    units = await _district_of_2022(world)
    organiser = units["bu-dang"]
    before = await _by_unit(world, organiser.path)
    assert sum(map(len, before.values())) == MEMBERS
    sixteen = {key: units[key] for keys in SIX.values() for key in keys}
    cells = {
        unit.id for unit in units.values() if unit.parent_id in {u.id for u in sixteen.values()}
    }
    own = await _own_members(world, [unit.id for unit in sixteen.values()])

    world.clock.at = datetime(2025, 7, 1, 1, 0, tzinfo=UTC)
    staff = world.signed_in("ban-tuyen-giao")
    six: dict[str, str] = {}
    for name in SIX:
        body: dict[str, Any] = {
            "parent_id": str(organiser.id),
            "name": name,
            "kind": "grassroots_committee",
            "bloc": "Xã",
            "same_name": True,  # Bom Bo of 2022 lives until it is merged into Bom Bo of 2025
        }
        added = await staff.post("/units", json=body)
        assert added.status_code == 201, added.text
        six[name] = added.json()["id"]
    moved_cells = moved_members = 0
    namesakes: set[str] = set()
    for name, keys in SIX.items():
        for key in keys:
            body = {"successor_id": six[name], "on": "2025-07-01"}
            merged = await staff.post(f"/units/{sixteen[key].id}/merge", json=body)
            assert merged.status_code == 200, merged.text
            moved_cells += merged.json()["moved_units"]
            moved_members += merged.json()["moved_members"]
            namesakes |= {each["message"] for each in merged.json()["warnings"]}

    # Every cell and every member arrived; nobody is lost or doubled.
    assert moved_cells == len(cells)
    assert moved_members == own
    assert any("3 đơn vị cùng tên «Chi bộ thôn 1»" in each for each in namesakes)
    after = await _by_unit(world, organiser.path)
    everybody = [member for members in after.values() for member in members]
    assert len(everybody) == len(set(everybody)) == MEMBERS
    assert {unit: before[unit] for unit in cells if unit in before} == {
        unit: after[unit] for unit in cells if unit in after
    }
    await _the_tree_is_whole(world, cells, {UUID(each) for each in six.values()})

    figures = (await staff.get(f"/units/{organiser.id}/figures", params={"limit": 1})).json()
    assert figures["total"]["total"] == MEMBERS
    living = [unit for name in six for unit in (await _children(staff, six[name]))]
    assert {UUID(unit["id"]) for unit in living} == cells

    # 2022 is still told as it was.
    async with world.database.read() as db:
        ids = [unit.id for unit in sixteen.values()]
        names = await store.names_on(db, ids, date(2022, 3, 15))
    assert names == {unit.id: unit.name for unit in sixteen.values()}
    query = {"parent_id": str(organiser.id), "limit": "100", "q": "dang bo"}
    then = (await staff.get("/units", params=query | {"valid_on": "2022-03-15"})).json()["items"]
    now = (await staff.get("/units", params=query)).json()["items"]
    then, now = (
        [each for each in listed if each["kind"] == "grassroots_committee"]
        for listed in (then, now)
    )
    assert sorted(each["id"] for each in then) == sorted(str(each) for each in ids)
    assert {each["name"] for each in then} == {unit.name for unit in sixteen.values()}
    assert [each["name"] for each in now] == sorted(SIX, key=sort_key)


async def _children(client: Any, unit_id: str) -> list[dict[str, Any]]:
    answer = await client.get("/units", params={"parent_id": unit_id, "limit": "100"})
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def _own_members(world: World, unit_ids: list[UUID]) -> int:
    async with world.database.read() as db:
        query = select(func.count()).where(Member.unit_id.in_(unit_ids))
        return (await db.execute(query)).scalar_one()


async def _the_tree_is_whole(world: World, cells: set[UUID], six: set[UUID]) -> None:
    async with world.database.read() as db:
        units = {unit.id: unit for unit in (await db.scalars(select(Unit))).all()}
    for unit in units.values():
        above = units[unit.parent_id].path if unit.parent_id else None
        assert unit.path == path_below(above, unit.id), unit.name
    assert {units[cell].parent_id for cell in cells} == six
