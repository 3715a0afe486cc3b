"""A commune's hall of three hundred members in twelve cells, half an hour after the opening."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.events import SYSTEM
from api.kit.ids import new_id
from api.members.actions import NewMember, add_members
from api.tables.allocation import Allocation
from api.tables.attendance import Attendance, TypedName
from api.tables.sessions import Window
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import Evidence, Standing, UnitKind
from tests.serving import Site

CELLS = 12
OF_A_CELL = 25
WITHOUT_PHONE = range(90)
CLAIMED = range(90, 120)
"""By their place in the hall; the others have scanned."""

_FAMILY = ("Điểu", "Nguyễn", "Trần", "Lê", "Phạm")
_MIDDLE = ("Văn", "Thị", "Quốc", "Ngọc", "Minh", "Hữu")
_GIVEN = ("An", "Bình", "Chi", "Dũng", "Em", "Giang", "Hải", "Khánh", "Lan", "Mai")


@dataclass(frozen=True, slots=True)
class LargeHall:
    """Who sits where in the list: the row numbers of those without a phone, by cell."""

    session_id: UUID
    cells: list[UUID]
    without_phone: dict[UUID, list[int]]


def settle(site: Site) -> LargeHall:
    """Bring 300 members into the commune's hall: 60 % scanned, 10 % claimed, 30 % have no phone."""
    session_id, at = site.open(), site.clock()
    point_id = site.district.points["commune"]

    async def bring(db: AsyncSession) -> tuple[list[UUID], set[UUID]]:
        commune = await db.get_one(Unit, site.district.units["bom_bo"])
        window_id = (await db.execute(select(Window.id))).scalar_one()
        cells: list[UUID] = []
        phoneless: set[UUID] = set()
        allocations, attendances, typed = [], [], []
        for number in range(CELLS):
            cell = await add_unit(
                db, SYSTEM, name=f"Chi bộ ấp {number + 1}", kind=UnitKind.CELL, parent=commune,
                bloc=None, valid_from=at.date(), at=at,
            )  # fmt: skip
            cells.append(cell.id)
            new = [NewMember(_name(number * OF_A_CELL + seat)) for seat in range(OF_A_CELL)]
            for seat, member in enumerate(await add_members(db, SYSTEM, cell, new, at=at)):
                # By turns, so that every cell has each kind in its midst.
                place = seat * CELLS + number
                allocations.append(
                    {
                        "conference_id": site.district.conference_id, "member_id": member.id,
                        "unit_id": cell.id, "session_id": session_id, "bridge_point_id": point_id,
                        "is_fixed": False, "decided_at": at, "account_id": None,
                    }
                )  # fmt: skip
                if place in WITHOUT_PHONE:
                    phoneless.add(member.id)
                    continue
                row = _attendance(session_id, window_id, point_id, member.id, cell.id, place, at)
                attendances.append(row)
                if place in CLAIMED:
                    typed.append(_typed(row, member.full_name))
        await db.execute(insert(Allocation), allocations)
        await db.execute(insert(Attendance), attendances)
        await db.execute(insert(TypedName), typed)
        return cells, phoneless

    cells, phoneless = site.do(bring)
    rows: dict[UUID, list[int]] = defaultdict(list)
    for cell in cells:
        path = f"/sessions/{session_id}/units/{cell}/roll/rows?limit=100"
        for row in site.staff("GET", path, username="bithu-bom-bo")["items"]:
            if UUID(row["member_id"]) in phoneless:
                rows[cell].append(row["row_number"])
    return LargeHall(session_id, cells, dict(rows))


def _name(number: int) -> str:
    family = _FAMILY[number % 5]
    return f"{family} {_MIDDLE[number // 5 % 6]} {_GIVEN[number // 30]}"


def _attendance(
    session_id: UUID, window_id: UUID, point_id: UUID, member_id: UUID, unit_id: UUID,
    place: int, at: datetime,
) -> dict[str, object]:  # fmt: skip
    is_claimed = place in CLAIMED
    return {
        "session_id": session_id, "id": new_id(at), "window_id": window_id,
        "member_id": member_id, "unit_id": unit_id, "bridge_point_id": point_id,
        "standing": Standing.PENDING if is_claimed else Standing.PRESENT,
        "evidence": Evidence.CLAIMED if is_claimed else Evidence.QR,
        "step": 0, "device_id": uuid4(), "first_arrived_at": at + timedelta(seconds=place),
    }  # fmt: skip


def _typed(row: dict[str, object], name: str) -> dict[str, object]:
    return {
        "session_id": row["session_id"], "id": uuid4(), "window_id": row["window_id"],
        "bridge_point_id": row["bridge_point_id"], "unit_id": row["unit_id"], "name": name,
        "device_id": row["device_id"], "evidence": Evidence.CLAIMED,
        "suggested_member_id": row["member_id"], "attendance_id": row["id"],
        "arrived_at": row["first_arrived_at"],
    }  # fmt: skip
