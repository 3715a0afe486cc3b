"""What tests of rosters do: allocate, let members come and go, read lists and open papers."""

import io
from typing import Any
from uuid import UUID

import docx
import openpyxl
from sqlalchemy import insert, update

from api.events import SYSTEM
from api.kit.downloads import MEDIA_TYPES
from api.members.actions import NewMember, add_members
from api.tables.allocation import Allocation
from api.tables.members import Member
from api.tables.units import Unit
from tests.world import Answer, World


async def allocate(world: World, point: str, *people: str, session: str = "line_1") -> None:
    district = world.district
    rows = [
        {
            "conference_id": district.conference_id,
            "member_id": district.people[each].id,
            "unit_id": district.people[each].unit_id,
            "session_id": district.sessions[session],
            "bridge_point_id": district.points[point],
            "is_fixed": False,
            "decided_at": world.clock(),
        }
        for each in people
    ]
    async with world.database.write() as db:
        await db.execute(insert(Allocation), rows)


async def change(world: World, person: str, **values: object) -> None:
    async with world.database.write() as db:
        member_id = world.district.people[person].id
        await db.execute(update(Member).where(Member.id == member_id).values(**values))


async def join(world: World, unit: str, name: str) -> UUID:
    async with world.database.write() as db:
        home = await db.get_one(Unit, world.district.units[unit])
        (member,) = await add_members(db, SYSTEM, home, [NewMember(name)], at=world.clock())
        return member.id


def unit_path(world: World, unit: str) -> str:
    district = world.district
    return f"/conferences/{district.conference_id}/units/{district.units[unit]}/roster"


def session_path(world: World, session: str = "line_1") -> str:
    return f"/sessions/{world.district.sessions[session]}/roster"


async def read_list(world: World, path: str, *, who: str = "admin", **query: Any) -> dict[str, Any]:
    answer = await world.signed_in(who).get(path, params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def rows(page: dict[str, Any]) -> list[tuple[int, str, bool]]:
    return [(each["row_number"], each["full_name"], each["is_struck"]) for each in page["items"]]


def workbook(answer: Answer) -> Any:
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def code_of(answer: Answer) -> str:
    assert answer.status_code == 200, answer.text
    if answer.headers["content-type"] == MEDIA_TYPES["xlsx"]:
        text = workbook(answer).worksheets[0].oddHeader.right.text
    else:
        document = docx.Document(io.BytesIO(answer.content))
        text = document.sections[0].first_page_header.paragraphs[0].text
    return str(text).rsplit(" ", 1)[1]
