"""A conference of any size as rows: communes, cells, members, seats, arrivals and absences."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from api import migrations
from api.db import Database
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark
from api.tables.base import Base
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.members import Member
from api.tables.sessions import Session, Window
from api.tables.units import Unit

CONFERENCE: Final = UUID(int=1)
MORNING: Final = datetime(2026, 3, 5, 0, 30, tzinfo=UTC)
AFTERWARDS: Final = MORNING + timedelta(days=9)
_CLASSES: Final = 5
_CELL, _COMMUNE = 25, 20
"""Members of a cell, cells of a commune."""
_BATCH: Final = 5_000
_REASONS: Final = ("OM", "CT", "KL")
_SESSION, _WINDOW, _POINT, _UNIT, _MEMBER, _ROW = (number << 64 for number in range(2, 8))


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of a table, made as they are written."""

    table: type[Base]
    rows: Iterator[dict[str, Any]]


async def fill(database: Database, members: int) -> None:
    """Write a conference of five classes that were held on five days, with three of four there."""
    await migrations.upgrade(database)
    cells = -(-members // _CELL)
    for each in (
        _Rows(Unit, _units(cells)),
        _Rows(Conference, iter([_conference()])),
        _Rows(Session, map(_session, range(_CLASSES))),
        _Rows(Window, map(_window, range(_CLASSES))),
        _Rows(BridgePoint, iter([_point()])),
        _Rows(Member, map(_member, range(members))),
        _Rows(Allocation, map(_seat, range(members))),
        _Rows(Attendance, (_arrival(each) for each in range(members) if each % 4)),
        _Rows(Mark, (_absence(each) for each in range(members) if each % 8 == 0)),
    ):
        async with database.write() as db:
            await _write(db, each)


async def _write(db: AsyncSession, each: _Rows) -> None:
    batch: list[dict[str, Any]] = []
    for row in each.rows:
        batch.append(row)
        if len(batch) == _BATCH:
            await db.execute(insert(each.table), batch)
            batch = []
    if batch:
        await db.execute(insert(each.table), batch)


def _units(cells: int) -> Iterator[dict[str, Any]]:
    root = UUID(int=_UNIT)
    yield _unit(root, None, "", "committee")
    communes = -(-cells // _COMMUNE)
    for number in range(communes):
        commune = UUID(int=_UNIT + 1 + number)
        yield _unit(commune, root, f"{root.hex}/", "grassroots_committee")
    for number in range(cells):
        commune = UUID(int=_UNIT + 1 + number // _COMMUNE)
        yield _unit(_cell(number), commune, f"{root.hex}/{commune.hex}/", "cell")


def _cell(number: int) -> UUID:
    return UUID(int=_UNIT + 1_000_000 + number)


def _unit(unit_id: UUID, parent: UUID | None, above: str, kind: str) -> dict[str, Any]:
    name = f"Chi bộ {unit_id.int % (1 << 32)}"
    return {
        "id": unit_id, "parent_id": parent, "path": f"{above}{unit_id.hex}/", "kind": kind,
        "bloc": None, "name": name, "aliases": [], "sort_key": name, "search_key": name,
        "valid_from": MORNING.date(), "valid_until": None, "successor_id": None,
        "created_at": MORNING,
    }  # fmt: skip


def _conference() -> dict[str, Any]:
    return {
        "id": CONFERENCE, "organiser_id": UUID(int=_UNIT), "title": "Hội nghị", "year": 2026,
        "quarter": 1, "plan_number": None, "topics": [], "regulations": [], "report_email": None,
        "preparation_items": [], "document_profile": "hd05_2026", "closed_at": None,
        "copied_from_id": None, "created_at": MORNING - timedelta(days=9),
    }  # fmt: skip


def _session(number: int) -> dict[str, Any]:
    opened_at = MORNING + timedelta(days=number)
    return {
        "id": UUID(int=_SESSION + number), "conference_id": CONFERENCE, "form": "line",
        "ordinal": number + 1, "title": f"Lớp {number + 1}", "starts_at": opened_at,
        "state": "closed", "opened_at": opened_at, "closed_at": opened_at + timedelta(hours=4),
        "locks_at": opened_at + timedelta(hours=28), "created_at": MORNING - timedelta(days=9),
    }  # fmt: skip


def _window(number: int) -> dict[str, Any]:
    opened_at = MORNING + timedelta(days=number)
    return {
        "id": UUID(int=_WINDOW + number), "session_id": UUID(int=_SESSION + number), "ordinal": 1,
        "kind": "opening", "opened_at": opened_at, "closed_at": opened_at + timedelta(hours=1),
    }  # fmt: skip


def _point() -> dict[str, Any]:
    return {
        "id": UUID(int=_POINT), "conference_id": CONFERENCE, "host_unit_id": UUID(int=_UNIT),
        "ordinal": 1, "name": "Hội trường", "venue": "Hội trường", "form": "line",
        "created_at": MORNING,
    }  # fmt: skip


def _member(number: int) -> dict[str, Any]:
    return {
        "id": UUID(int=_MEMBER + number), "unit_id": _cell(number // _CELL),
        "full_name": "Nguyễn Văn A", "sort_key": "a", "search_key": "nguyen van a",
        "card_number": None, "status": "official", "temporary_unit_id": None,
        "temporary_until": None, "created_at": MORNING - timedelta(days=9), "erased_at": None,
    }  # fmt: skip


def _seat(number: int) -> dict[str, Any]:
    return {
        "conference_id": CONFERENCE, "member_id": UUID(int=_MEMBER + number),
        "unit_id": _cell(number // _CELL), "session_id": UUID(int=_SESSION + number % _CLASSES),
        "bridge_point_id": UUID(int=_POINT), "is_fixed": False, "decided_at": MORNING,
        "account_id": None,
    }  # fmt: skip


def _arrival(number: int) -> dict[str, Any]:
    class_ = number % _CLASSES
    return {
        "session_id": UUID(int=_SESSION + class_), "id": UUID(int=_ROW + number),
        "window_id": UUID(int=_WINDOW + class_), "member_id": UUID(int=_MEMBER + number),
        "unit_id": _cell(number // _CELL), "bridge_point_id": UUID(int=_POINT),
        "standing": "present", "evidence": "qr", "step": 1, "late_seconds": None,
        "device_id": UUID(int=_ROW + number), "first_arrived_at": MORNING + timedelta(days=class_),
    }  # fmt: skip


def _absence(number: int) -> dict[str, Any]:
    return {
        "session_id": UUID(int=_SESSION + number % _CLASSES),
        "member_id": UUID(int=_MEMBER + number), "unit_id": _cell(number // _CELL),
        "kind": "absent", "evidence": None, "reason": _REASONS[number % 3], "note": None,
        "departed_at": None, "bridge_point_id": None, "paper_sheet_id": None,
        "marked_at": MORNING, "marked_by": UUID(int=_ROW), "marked_by_member_id": None,
        "countersigned_at": None, "countersigned_by": None,
    }  # fmt: skip
