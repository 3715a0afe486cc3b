"""The rows of a crowd's conference, each from its number; shared out evenly and in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import product
from typing import Any, Final
from uuid import UUID

from api.codes.derivation import CodeKey
from api.kit.text import fold, name_sort_key
from api.tables.access import Account, Device, Grant, SignIn
from api.tables.allocation import Allocation
from api.tables.bridge_points import BridgePoint, ExpectedUnit
from api.tables.conferences import Conference
from api.tables.members import Member
from api.tables.sessions import Session, SessionPoint, Window
from api.tables.units import Unit
from bench import rows
from bench.rows import Rows

CONFERENCE: Final = UUID(int=1)
SESSION: Final = UUID(int=2)
WINDOW: Final = UUID(int=3)
ADMIN: Final = UUID(int=4)
ROOT: Final = UUID(int=5)
_COMMUNE, _CELL, _POINT, _MEMBER = (number << 64 for number in range(1, 5))
_SCATTER: Final = 0x9E3779B97F4A7C15F39CC0605CEDC835  # odd: no two products are alike below 2^128
_OPENED: Final = timedelta(minutes=2)
_BOUND: Final = timedelta(days=7)
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Bùi", "Điểu", "Đặng", "Võ", "Nông")
_MIDDLES = ("Văn", "Thị", "Hữu", "Công", "Thị Mỹ", "Duy")
_GIVEN = (
    "Biên Chuẩn Điền Hoạt Kế Lịch Nhẫn Phát Quyến Sáu Thạo Tiếp Xứng Châm Diễm Gấm Hiên Lài Mận Mơ"
).split()


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a conference is: one commune a point, and cells that have the members."""

    points: int
    units: int
    members: int

    @property
    def cells(self) -> int:
        """Count the units that have members: all but the communes and the organiser."""
        return self.units - self.points - 1


def tables(scale: Scale, *, at: datetime) -> Iterator[Rows]:
    """Make a conference whose session has been open for two minutes; its phones since a week."""
    before, opened_at = at - _BOUND, at - _OPENED
    members = range(scale.members)
    yield Rows(Unit, _units(scale, at=before))
    yield from _staff(at=at)
    yield Rows(Conference, [rows.conference(CONFERENCE, ROOT, at=before)])
    yield Rows(Session, [_session(opened_at=opened_at, at=before)])
    yield Rows(Window, [rows.window(WINDOW, SESSION, opened_at=opened_at, closed_at=None)])
    yield Rows(BridgePoint, (_hall(each, at=before) for each in range(scale.points)))
    yield Rows(ExpectedUnit, map(_expected, range(scale.points)))
    yield Rows(SessionPoint, map(_session_point, range(scale.points)))
    yield Rows(Member, (_member(scale, each, at=before) for each in members))
    yield Rows(Device, (_device(each, at=before) for each in members))
    yield Rows(Allocation, (_seat(scale, each, at=before) for each in members))


def door(point: int) -> int:
    """Tell a hall's door."""
    return point + 1


def point_id(point: int) -> UUID:
    """Name a hall."""
    return UUID(int=_POINT + point)


@lru_cache(maxsize=65_536)
def code_key(point: int) -> CodeKey:
    """Name what the codes of a hall derive from."""
    return CodeKey(SESSION, point_id(point), 0)


def phone_id(number: int) -> UUID:
    """Name a member's phone; near members have far phones."""
    return UUID(int=(number + 1) * _SCATTER % (1 << 128))


def member_id(number: int) -> UUID:
    """Name a member."""
    return UUID(int=_MEMBER + number)


def number_of(member_id: UUID) -> int:
    """Tell a member's number by his id."""
    return member_id.int - _MEMBER


def cell_of(scale: Scale, number: int) -> int:
    """Tell in which cell a member is."""
    return number * scale.cells // scale.members


def point_of(scale: Scale, cell: int) -> int:
    """Tell which hall expects a cell."""
    return cell * scale.points // scale.cells


def _commune_id(point: int) -> UUID:
    return UUID(int=_COMMUNE + point)


def cell_id(cell: int) -> UUID:
    return UUID(int=_CELL + cell)


def _units(scale: Scale, *, at: datetime) -> Iterator[dict[str, Any]]:
    yield rows.unit(ROOT, "Đảng bộ", parent=None, above="", kind="committee", at=at)
    above = f"{ROOT.hex}/"
    for point in range(scale.points):
        yield rows.unit(
            _commune_id(point),
            f"Đảng bộ xã {point + 1}",
            parent=ROOT,
            above=above,
            kind="grassroots_committee",
            at=at,
        )
    for cell in range(scale.cells):
        commune = _commune_id(point_of(scale, cell))
        yield rows.unit(
            cell_id(cell),
            f"Chi bộ {cell + 1}",
            parent=commune,
            above=f"{above}{commune.hex}/",
            kind="cell",
            at=at,
        )


def _staff(*, at: datetime) -> Iterator[Rows]:
    """Make the administrator, signed in and with his second factor set up."""
    account = {
        "id": ADMIN, "username": "admin", "display_name": "Quản trị viên", "password_hash": None,
        "password_set_at": at, "totp_id": ADMIN, "member_stated_at": at, "created_at": at,
    }  # fmt: skip
    grant = {
        "id": ADMIN, "account_id": ADMIN, "unit_id": ROOT, "role": "district_admin",
        "deputy": False, "valid_from": at,
    }  # fmt: skip
    sign_in = {
        "id": ADMIN, "account_id": ADMIN, "user_agent": "a browser of the office",
        "began_at": at, "last_seen_at": at,
    }  # fmt: skip
    yield Rows(Account, [account])
    yield Rows(Grant, [grant])
    yield Rows(SignIn, [sign_in])


def _session(*, opened_at: datetime, at: datetime) -> dict[str, Any]:
    return rows.session(
        SESSION, CONFERENCE, ordinal=1, opened_at=opened_at, closed_at=None, locks_at=None, at=at
    )


def _hall(point: int, *, at: datetime) -> dict[str, Any]:
    host = _commune_id(point)
    return rows.point(point_id(point), CONFERENCE, host, ordinal=point + 1, at=at)


def _expected(point: int) -> dict[str, Any]:
    return {
        "conference_id": CONFERENCE, "unit_id": _commune_id(point),
        "bridge_point_id": point_id(point),
    }  # fmt: skip


def _session_point(point: int) -> dict[str, Any]:
    return {
        "session_id": SESSION, "bridge_point_id": point_id(point), "door": door(point),
        "is_open": True,
    }  # fmt: skip


@lru_cache(maxsize=1)
def _names() -> list[tuple[str, str, str]]:
    full = [" ".join(parts) for parts in product(_FAMILIES, _MIDDLES, _GIVEN)]
    return [(each, name_sort_key(each), fold(each)) for each in full]


def _member(scale: Scale, number: int, *, at: datetime) -> dict[str, Any]:
    names = _names()
    return rows.member(
        member_id(number),
        cell_id(cell_of(scale, number)),
        name=names[number * 7 % len(names)],
        at=at,
    )


def _device(number: int, *, at: datetime) -> dict[str, Any]:
    return {
        "id": phone_id(number), "member_id": member_id(number), "bound_at": at,
        "origin": "secretary", "confirmed_at": at, "confirmed_by": ADMIN,
    }  # fmt: skip


def _seat(scale: Scale, number: int, *, at: datetime) -> dict[str, Any]:
    cell = cell_of(scale, number)
    return rows.seat(
        CONFERENCE,
        member_id(number),
        unit_id=cell_id(cell),
        session_id=SESSION,
        point_id=point_id(point_of(scale, cell)),
        at=at,
    )
