"""A conference of any size as rows: communes, cells, members, seats, arrivals and absences."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from api import migrations
from api.db import Database
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, Mark
from api.tables.bridge_points import BridgePoint
from api.tables.conferences import Conference
from api.tables.members import Member
from api.tables.sessions import Session, Window
from api.tables.units import Unit
from bench import rows
from bench.rows import Rows

CONFERENCE: Final = UUID(int=1)
MORNING: Final = datetime(2026, 3, 5, 0, 30, tzinfo=UTC)
AFTERWARDS: Final = MORNING + timedelta(days=9)
_BEFORE: Final = MORNING - timedelta(days=9)
_CLASSES: Final = 5
_CELL, _COMMUNE = 25, 20
"""Members of a cell, cells of a commune."""
_NAME: Final = ("Nguyễn Văn A", "a", "nguyen van a")
_REASONS: Final = ("OM", "CT", "KL")
_SESSION, _WINDOW, _POINT, _UNIT, _MEMBER, _ROW = (number << 64 for number in range(2, 8))


async def fill(database: Database, members: int) -> None:
    """Write a conference of five classes that were held on five days, with three of four there."""
    await migrations.upgrade(database)
    cells = -(-members // _CELL)
    root = UUID(int=_UNIT)
    await rows.write(
        database,
        Rows(Unit, _units(cells)),
        Rows(Conference, [rows.conference(CONFERENCE, root, at=_BEFORE)]),
        Rows(Session, map(_session, range(_CLASSES))),
        Rows(Window, map(_window, range(_CLASSES))),
        Rows(BridgePoint, [rows.point(_point(), CONFERENCE, root, ordinal=1, at=MORNING)]),
        Rows(Member, map(_member, range(members))),
        Rows(Allocation, map(_seat, range(members))),
        Rows(Attendance, (_arrival(each) for each in range(members) if each % 4)),
        Rows(Mark, (_absence(each) for each in range(members) if each % 8 == 0)),
    )


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
    return rows.unit(unit_id, name, parent=parent, above=above, kind=kind, at=MORNING)


def _session(number: int) -> dict[str, Any]:
    opened_at = MORNING + timedelta(days=number)
    return rows.session(
        UUID(int=_SESSION + number),
        CONFERENCE,
        ordinal=number + 1,
        opened_at=opened_at,
        closed_at=opened_at + timedelta(hours=4),
        locks_at=opened_at + timedelta(hours=28),
        at=_BEFORE,
    )


def _window(number: int) -> dict[str, Any]:
    opened_at = MORNING + timedelta(days=number)
    return rows.window(
        UUID(int=_WINDOW + number),
        UUID(int=_SESSION + number),
        opened_at=opened_at,
        closed_at=opened_at + timedelta(hours=1),
    )


def _point() -> UUID:
    return UUID(int=_POINT)


def _member(number: int) -> dict[str, Any]:
    unit_id = _cell(number // _CELL)
    return rows.member(UUID(int=_MEMBER + number), unit_id, name=_NAME, at=_BEFORE)


def _seat(number: int) -> dict[str, Any]:
    return rows.seat(
        CONFERENCE,
        UUID(int=_MEMBER + number),
        unit_id=_cell(number // _CELL),
        session_id=UUID(int=_SESSION + number % _CLASSES),
        point_id=_point(),
        at=MORNING,
    )


def _arrival(number: int) -> dict[str, Any]:
    class_ = number % _CLASSES
    return {
        "session_id": UUID(int=_SESSION + class_), "id": UUID(int=_ROW + number),
        "window_id": UUID(int=_WINDOW + class_), "member_id": UUID(int=_MEMBER + number),
        "unit_id": _cell(number // _CELL), "bridge_point_id": _point(),
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
