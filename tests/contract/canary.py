"""What Bom Bo may never read: a string in everything of Chi bộ Bưu điện and of another commune."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import httpx2 as httpx
from sqlalchemy import Column, Table, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import SYSTEM, Happening
from api.kit.ids import new_id
from api.members.actions import NewMember, add_members
from api.tables.access import Account, Grant, SignIn
from api.tables.allocation import Allocation, AllocationNote, Summons
from api.tables.base import Base
from api.tables.conferences import Exclusion
from api.tables.rosters import RosterPrint, RosterRow
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import Role, UnitKind
from tests.contract import canary_evidence
from tests.contract.foreign import Foreign
from tests.world import World

PERSON = "zqperson"
"""In the names, cards and typed names of persons; whoever reads counts alone never sees it."""

UNIT = "zqunit"
"""In what other units keep for themselves: aliases, notes, accounts."""

Ids = dict[str, UUID]


async def put(world: World) -> dict[str, set[UUID]]:
    """Write the canaries; give the foreign ids by the names of parameters."""
    at, district = world.clock(), world.district
    async with world.database.write() as db:
        post = await db.get_one(Unit, district.units["post"])
        root = await db.get_one(Unit, district.units["district"])
        commune = await _unit(db, root, "Đảng bộ xã Minh Hưng", at=at)
        cell = await _unit(db, commune, "Chi bộ thôn 7", at=at)
        post.aliases = [f"{UNIT} BD"]
        account = await _account(db, commune.id, at=at)
        (account_id,) = account["account_id"]
        members, evidence = [], []
        for number, unit in enumerate((post, commune, cell)):
            new = NewMember(f"{PERSON} Văn {number}", f"{PERSON}{number}")
            # A second member, so that a list of them by one has a cursor.
            first, _ = await add_members(db, SYSTEM, unit, [new, new], at=at)
            members.append(first.id)
            await _papers(db, world, unit.id, first.id, number=number)
            person = Foreign(unit.id, first.id, account_id, f"{PERSON} {number}", UNIT)
            evidence.append(await canary_evidence.put(db, world, person, at=at))
        excluded = await db.execute(select(Exclusion.id).where(Exclusion.member_id.in_(members)))
        exclusions = set(excluded.scalars())
    units = {post.id, commune.id, cell.id}
    return {
        "unit_id": units,
        "member_id": set(members),
        "exclusion_id": exclusions,
        **account,
        **{name: {each[name] for each in evidence} for name in evidence[0]},
    }


async def _unit(db: AsyncSession, parent: Unit, name: str, *, at: datetime) -> Unit:
    unit = await add_unit(
        db,
        SYSTEM,
        name=name,
        kind=UnitKind.GRASSROOTS_COMMITTEE,
        parent=parent,
        bloc=None,
        valid_from=at.date(),
        at=at,
    )
    unit.aliases = [f"{UNIT} {name}"]
    return unit


async def _account(db: AsyncSession, unit_id: UUID, *, at: datetime) -> dict[str, set[UUID]]:
    account_id, grant_id, sign_in_id = new_id(at), new_id(at), new_id(at)
    account = {"username": UNIT, "display_name": UNIT, "totp_id": account_id, "created_at": at}
    db.add(Account(id=account_id, **account))
    await db.flush()
    its = {"account_id": account_id, "role": Role.SECRETARY, "valid_from": at}
    browser = {"user_agent": UNIT, "began_at": at, "last_seen_at": at}
    db.add_all(
        [
            Grant(id=grant_id, unit_id=unit_id, **its),
            SignIn(id=sign_in_id, account_id=account_id, **browser),
        ]
    )
    return {"account_id": {account_id}, "grant_id": {grant_id}, "sign_in_id": {sign_in_id}}


async def _papers(
    db: AsyncSession, world: World, unit_id: UUID, member_id: UUID, *, number: int
) -> None:
    """Write what a conference holds of a unit and its member, who sits at Bom Bo's own point."""
    at, district = world.clock(), world.district
    admin, session = district.accounts["admin"], district.sessions["line_1"]
    here = {"session_id": session, "bridge_point_id": district.points["commune"]}
    conference = {"conference_id": district.conference_id, "unit_id": unit_id}
    person = {"member_id": member_id, "full_name": f"{PERSON} {number}"}
    db.add_all(
        [
            Allocation(
                member_id=member_id, is_fixed=True, decided_at=at, **here, **conference
            ),
            AllocationNote(note=UNIT, at=at, account_id=admin, **conference),
            Summons(
                version=1,
                content={
                    "title": UNIT,
                    "regulations": [UNIT],
                    "sessions": [_summoned(person, session)],
                },
                published_at=at,
                account_id=admin,
                **conference,
            ),
            RosterRow(number=1, member_id=member_id, added_at=at, **conference),
            RosterPrint(
                code=f"ZQ{number}AAA", fingerprint=UNIT, made_at=at, account_id=admin, **conference
            ),
            Exclusion(
                id=new_id(at),
                conference_id=district.conference_id,
                document_number="43-KH/HU",
                unit_name=UNIT,
                card_number=f"{PERSON}{number}",
                created_at=at,
                **person,
            ),
        ]
    )  # fmt: skip
    changes = events.changed({"full_name": PERSON}, {"full_name": f"{PERSON} {number}"})
    await events.append(
        db, Happening(SYSTEM, events.MEMBER_CHANGED, member_id, at, changes=changes)
    )


def _summoned(person: Mapping[str, Any], session_id: UUID) -> dict[str, Any]:
    return {
        "session_id": str(session_id),
        "bridge_point_id": str(session_id),
        "withheld": [],
        "title": "Lớp 1",
        "time": UNIT,
        "place": UNIT,
        "meet_url": None,
        "confidential": False,
        "members": [{"id": str(person["member_id"]), "name": person["full_name"]}],
    }


def text_of(response: httpx.Response) -> str:
    """Read all of an answer: its headers, its body, and what is packed in a document."""
    texts = [*response.headers.values(), response.content.decode(errors="replace")]
    if zipfile.is_zipfile(io.BytesIO(response.content)):
        with zipfile.ZipFile(io.BytesIO(response.content)) as packed:
            texts += [packed.read(name).decode(errors="replace") for name in packed.namelist()]
    return "\n".join(texts)


def seen_in(response: httpx.Response, canary: str) -> bool:
    """Tell whether a canary sings in an answer."""
    return canary in text_of(response).lower()


async def rows_of(world: World, foreign: Mapping[str, Sequence[UUID]]) -> dict[str, list[Any]]:
    """Read every row of every table that is a foreign unit's, member's or account's."""
    found = {}
    async with world.database.read() as db:
        for table in Base.metadata.sorted_tables:
            if columns := _naming(table):
                named = [column.in_(foreign[name]) for column, name in columns]
                rows = (await db.execute(select(table).where(or_(*named)))).all()
                found[table.name] = sorted(map(repr, rows))
    return found


def _naming(table: Table) -> list[tuple[Column[Any], str]]:
    """Name the columns of a table that hold the id of a unit, a member, an account or a flag."""
    targets = {"units": "unit_id", "members": "member_id", "accounts": "account_id"}
    columns: list[tuple[Column[Any], str]] = [
        (column, targets[key.column.table.name])
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in targets
    ]
    bare = ("member_id", "flag_id")
    columns += [(each, each.name) for each in table.columns if each.name in bare]
    if table.name in targets:
        columns.append((table.columns["id"], targets[table.name]))
    return columns
