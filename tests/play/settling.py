"""The district of the plan, whole or a small part of it, with members who do not exist."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import actions as access
from api.events import SYSTEM
from api.members.actions import NewMember, add_members
from api.presets import preset as presets
from api.presets.actions import Loaded, add_organiser, load_preset
from api.presets.people import InventedMember, populate, spread
from api.presets.plan import PointSpec, Preset, UnitSpec, walk
from api.tables.access import Account
from api.words import MemberStatus, Role, UnitKind
from tests.district import Person
from tests.play.asking import listed
from tests.world import World

SIXTY = "nong-dan"
"""The cell of sixty of whom forty come and fifteen do not."""

SILENT = "ubkt"
"""The cell that never reports."""

COMMUNE, OTHER_COMMUNE, SCHOOL_OFFICE = "bom-bo", "duc-phong", "trung-tam-y-te"
HALL_UNITS = ("to-chuc", "tuyen-giao", "van-phong-huyen-uy")
_FEW = (
    *(*HALL_UNITS, "cong-an", SILENT, SIXTY),
    *(SCHOOL_OFFICE, COMMUNE, OTHER_COMMUNE),
)
_SEED = 2022


@dataclass(frozen=True, slots=True)
class Size:
    """How much of the plan is played, with how many members, and how many of them have phones."""

    members: int
    phones: int
    is_whole: bool


SMALL = Size(members=200, phones=6, is_whole=False)
WHOLE = Size(members=3_500, phones=40, is_whole=True)


@dataclass(frozen=True, slots=True)
class Settled:
    """The units that report to the organiser, and the members by the key of their unit."""

    direct: tuple[str, ...]
    people: dict[str, list[Person]]
    is_whole: bool


async def settle(world: World, size: Size) -> Settled:
    """Fill an empty office with the plan of 2022: units, points, classes, members, secretaries."""
    plan = _plan(size)
    at, district = world.clock(), world.district
    async with world.database.write() as db:
        organiser = await add_organiser(
            db,
            SYSTEM,
            name=plan.organiser.name,
            kind=UnitKind.COMMITTEE,
            at=at,
            preset=plan,
        )
        loaded = await load_preset(
            db,
            SYSTEM,
            plan,
            organiser,
            create_units=True,
            at=at,
            report_email="btg@huyenuy.example",
        )
        people = await _add_people(world, db, plan, loaded, size)
        await _appoint(world, db, plan, loaded)
    district.units.update({key: unit.id for key, unit in loaded.units.items()})
    world.district = replace(district, conference_id=loaded.conference.id)
    await _find_classes(world)
    return Settled(tuple(each.key for each in plan.organiser.children), people, size.is_whole)


def _plan(size: Size) -> Preset:
    plan = presets.load("bu_dang_2022")
    return plan if size.is_whole else _part_of(plan)


def _part_of(plan: Preset) -> Preset:
    """Keep a few units of each kind, each commune with two of its villages and one school."""
    direct = tuple(_few_cells(each) for each in plan.organiser.children if each.key in _FEW)
    organiser = replace(plan.organiser, children=direct)
    keys = {each.key for each in walk(organiser)}

    def kept(point: PointSpec) -> PointSpec:
        return replace(point, expects=tuple(each for each in point.expects if each in keys))

    groups = (
        replace(each, units=tuple(one for one in each.units if one in keys)) for each in plan.groups
    )
    return replace(
        plan,
        organiser=organiser,
        points=tuple(kept(each) for each in plan.points if each.host in keys),
        groups=tuple(groups),
    )


def _few_cells(unit: UnitSpec) -> UnitSpec:
    villages = [each for each in unit.children if each.bloc == unit.bloc]
    schools = [each for each in unit.children if each.bloc != unit.bloc]
    return replace(unit, children=(*villages[:2], *schools[:1]))


async def _add_people(
    world: World, db: AsyncSession, plan: Preset, loaded: Loaded, size: Size
) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for key, invented in _invented(plan, size).items():
        unit = loaded.units[key]
        new = [NewMember(each.full_name, each.card_number, each.status) for each in invented]
        added = await add_members(db, SYSTEM, unit, new, at=world.clock())
        found[key] = [
            Person(member.id, one.full_name, (one.card_number or "")[-4:] or None, unit.id)
            for member, one in zip(added, invented, strict=True)
        ]
    return found


def _invented(plan: Preset, size: Size) -> dict[str, list[InventedMember]]:
    """Invent so many members in all, sixty of them, all to be convened, in the cell of sixty."""
    others = next(
        number
        for number in range(size.members, 0, -1)
        if number - spread(plan, members=number, seed=_SEED)[SIXTY] + 60 == size.members
    )
    people = populate(plan, members=others, seed=_SEED)
    people[SIXTY] = [
        InventedMember(f"Nguyễn Văn Thứ {number}", None, MemberStatus.OFFICIAL)
        for number in range(1, 61)
    ]
    return people


async def _appoint(world: World, db: AsyncSession, plan: Preset, loaded: Loaded) -> None:
    """Give the admin his office and second factor, and every direct unit its secretary."""
    at, district = world.clock(), world.district
    for username, unit_id, role in _offices(plan, loaded):
        if username not in district.accounts:
            district.accounts[username] = await access.add_account(
                db,
                SYSTEM,
                username=username,
                display_name=username,
                password_hash="no password",
                at=at,
            )
            began = await access.begin_sign_in(
                db, district.accounts[username], user_agent="a browser", at=at
            )
            district.sign_ins[username] = began.id
        await access.grant(
            db, account_id=district.accounts[username], unit_id=unit_id, role=role, at=at
        )
    (await db.get_one(Account, district.accounts["admin"])).totp_id = district.accounts["admin"]
    await db.execute(update(Account).values(member_stated_at=at))


def _offices(plan: Preset, loaded: Loaded) -> Iterator[tuple[str, UUID, Role]]:
    yield "admin", loaded.organiser.id, Role.DISTRICT_ADMIN
    for each in plan.organiser.children:
        yield f"bithu-{each.key}", loaded.units[each.key].id, Role.SECRETARY


async def _find_classes(world: World) -> None:
    """Read the classes and the points by which the story names them."""
    admin, district = world.signed_in("admin"), world.district
    query = {"conference_id": str(district.conference_id)}
    for each in (await admin.get("/sessions", params=query)).json()["items"]:
        district.sessions[f"{each['form']}_{each['ordinal']}"] = UUID(each["id"])
    hosts = {unit_id: key for key, unit_id in district.units.items()}
    for each in await listed(admin, f"/conferences/{district.conference_id}/points"):
        if not each["is_hub"]:
            district.points[hosts[UUID(each["host_unit_id"])]] = UUID(each["id"])
