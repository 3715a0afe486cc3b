"""A crowd before the doors: a conference whose session is open now, each member with his phone.

Everything follows from a member's number `i`, so nothing of it is kept: the crowd goes into another
process for nothing. Members come in order of `i`, which scatters them over halls and units as a
morning does; ids of members lie by unit, those of phones anywhere, those of check-ins by time.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import product
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from api import installation, migrations
from api.access.guards import ACCESS_TYP
from api.checkin import tickets
from api.codes import derivation
from api.codes.derivation import CodeKey
from api.codes.rules import QrCode, qr_fragment, step_of
from api.db import Database
from api.kit import keys, seals, tokens
from api.kit.text import fold, name_sort_key
from api.phones import notice
from api.tables.access import Account, Device, Grant, SignIn
from api.tables.allocation import Allocation
from api.tables.bridge_points import BridgePoint, ExpectedUnit
from api.tables.conferences import Conference
from api.tables.members import Member
from api.tables.sessions import Session, SessionPoint, Window
from api.tables.units import Unit
from bench import rows
from bench.rows import Rows

MASTER: Final = bytes(range(1, 33))
CONFERENCE: Final = UUID(int=1)
SESSION: Final = UUID(int=2)
WINDOW: Final = UUID(int=3)
ADMIN: Final = UUID(int=4)
ROOT: Final = UUID(int=5)
_COMMUNE, _CELL, _POINT, _MEMBER = (number << 64 for number in range(1, 5))
_STRIDE: Final = (1 << 31) - 1  # a prime above every number of members: it meets each of them once
_SCATTER: Final = 0x9E3779B97F4A7C15F39CC0605CEDC835  # odd: no two products are alike below 2^128
_ATTEMPTS: Final = 1 << 16
_OPENED: Final = timedelta(minutes=2)
_BOUND: Final = timedelta(days=30)
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


DISTRICT: Final = Scale(9, 60, 3_500)
PROVINCE: Final = Scale(375, 6_000, 150_000)
NATION: Final = Scale(31_000, 77_200, 1_930_000)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who stands before the doors; `host` is what phones write into Host and Origin."""

    scale: Scale
    at: datetime
    host: str = "127.0.0.1"

    def number(self, i: int) -> int:
        """Tell which of the members the i-th is: near numbers share a unit, near `i` do not."""
        return i * _STRIDE % self.scale.members

    def point(self, i: int) -> int:
        """Tell in which hall the i-th sits."""
        return _point_of(self.scale, _cell_of(self.scale, self.number(i)))

    def member_id(self, i: int) -> UUID:
        """Name the i-th member."""
        return UUID(int=_MEMBER + self.number(i))

    def phone_id(self, i: int) -> UUID:
        """Name the i-th member's phone."""
        return _phone(self.number(i))

    def check_in_id(self, i: int, attempt: int = 0) -> UUID:
        """Make the UUIDv7 of the i-th member's check-in, or of another attempt of his."""
        milliseconds = int(self.at.timestamp() * 1000) + i
        low = i * _ATTEMPTS + attempt
        return UUID(int=milliseconds << 80 | 7 << 76 | 2 << 62 | low)

    def who(self, check_in_id: UUID) -> tuple[int, int]:
        """Tell whose check-in an id is, and which attempt of his."""
        return divmod(check_in_id.int & ((1 << 62) - 1), _ATTEMPTS)

    def cookie(self, master: bytes, i: int) -> str:
        """Write the i-th phone's cookie."""
        key = keys.derive(master, info=b"device cookie")
        return f"dd={seals.seal(key, self.phone_id(i).bytes)}"

    def qr(self, master: bytes, i: int, at: datetime) -> str:
        """Write what the i-th reads from his hall's screen at an instant."""
        point, step = self.point(i), step_of(at)
        mac = derivation.qr_mac(master, _code_key(point), _door(point), step)
        return qr_fragment(QrCode(_door(point), step, mac))

    def typed(self, master: bytes, i: int, at: datetime) -> tuple[str, str]:
        """Tell the door and the digits that stand on the i-th's screen at an instant."""
        point = self.point(i)
        digits = derivation.digits(master, _code_key(point), step_of(at))
        return f"{_door(point):02d}", digits

    def ticket(self, master: bytes, i: int, at: datetime) -> str:
        """Seal the ticket that the i-th phone would get for its QR of this instant."""
        ticket = tickets.Ticket(
            session_id=SESSION,
            bridge_point_id=_point_id(self.point(i)),
            window_id=WINDOW,
            step=step_of(at),
            issued_at=at,
            typed=False,
            late=False,
        )
        return tickets.write(master, ticket, phone_id=self.phone_id(i))

    def ticket_request(
        self, master: bytes, i: int, at: datetime, code: dict[str, str] | None = None
    ) -> bytes:
        """Write the request in which the i-th phone exchanges its QR, or another code."""
        body = code if code is not None else {"qr": self.qr(master, i, at)}
        return self.post("/api/v1/check-ins/tickets", self.cookie(master, i), body)

    def check_in_request(
        self, master: bytes, i: int, at: datetime, ticket: str | None = None, *, attempt: int = 0
    ) -> bytes:
        """Write the i-th phone's check-in, by the ticket that it was given or by one made here."""
        body = {
            "id": str(self.check_in_id(i, attempt)),
            "ticket": self.ticket(master, i, at) if ticket is None else ticket,
            "who": {"kind": "device"},
            "notice_version": notice.VERSION,
        }
        return self.post("/api/v1/check-ins", self.cookie(master, i), body)

    def post(self, path: str, cookie: str, body: dict[str, Any]) -> bytes:
        """Write a request as the phone's page sends it."""
        content = json.dumps(body, separators=(",", ":"))
        return (
            f"POST {path} HTTP/1.1\r\nHost: {self.host}\r\nAccept: application/json\r\n"
            f"Content-Type: application/json\r\nOrigin: http://{self.host}\r\nCookie: {cookie}\r\n"
            f"Content-Length: {len(content)}\r\n\r\n{content}"
        ).encode()

    def admin(self, master: bytes, *, public_url: str, at: datetime) -> str:
        """Write the header by which the administrator is signed in, for a day."""
        signer = tokens.signer(master, issuer=public_url, audience=f"{public_url}/api/v1")
        token = signer.issue(
            typ=ACCESS_TYP,
            subject=str(ADMIN),
            token_id=str(ADMIN),
            sid=str(ADMIN),
            at=at,
            life=timedelta(days=1),
        )
        return f"Bearer {token}"


async def fill(database: Database, scale: Scale, *, at: datetime, master: bytes = MASTER) -> Crowd:
    """Migrate an empty database and write the conference, its session open since two minutes."""
    await migrations.upgrade(database)
    async with database.write() as db:
        await installation.claim(db, master, at=at)
    before, opened_at = at - _BOUND, at - _OPENED
    members = range(scale.members)
    await rows.write(
        database,
        Rows(Unit, _units(scale, at=before)),
        *_staff(at=before),
        Rows(Conference, [rows.conference(CONFERENCE, ROOT, at=before)]),
        Rows(Session, [_session(opened_at=opened_at, at=before)]),
        Rows(Window, [rows.window(WINDOW, SESSION, opened_at=opened_at, closed_at=None)]),
        Rows(BridgePoint, (_hall(each, at=before) for each in range(scale.points))),
        Rows(ExpectedUnit, map(_expected, range(scale.points))),
        Rows(SessionPoint, map(_session_point, range(scale.points))),
        Rows(Member, (_member(scale, each, at=before) for each in members)),
        Rows(Device, (_device(each, at=before) for each in members)),
        Rows(Allocation, (_seat(scale, each, at=before) for each in members)),
    )
    async with database.write() as db:
        await db.execute(text("ANALYZE"))
    return Crowd(scale, at)


def _door(point: int) -> int:
    return point + 1


def _point_id(point: int) -> UUID:
    return UUID(int=_POINT + point)


@lru_cache(maxsize=65_536)
def _code_key(point: int) -> CodeKey:
    return CodeKey(SESSION, _point_id(point), 0)


def _phone(number: int) -> UUID:
    return UUID(int=(number + 1) * _SCATTER % (1 << 128))


def _cell_of(scale: Scale, number: int) -> int:
    return number * scale.cells // scale.members


def _point_of(scale: Scale, cell: int) -> int:
    return cell * scale.points // scale.cells


def _commune_id(point: int) -> UUID:
    return UUID(int=_COMMUNE + point)


def _cell_id(cell: int) -> UUID:
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
        commune = _commune_id(_point_of(scale, cell))
        yield rows.unit(
            _cell_id(cell),
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
    return rows.point(_point_id(point), CONFERENCE, host, ordinal=point + 1, at=at)


def _expected(point: int) -> dict[str, Any]:
    return {
        "conference_id": CONFERENCE, "unit_id": _commune_id(point),
        "bridge_point_id": _point_id(point),
    }  # fmt: skip


def _session_point(point: int) -> dict[str, Any]:
    return {
        "session_id": SESSION, "bridge_point_id": _point_id(point), "door": _door(point),
        "is_open": True,
    }  # fmt: skip


@lru_cache(maxsize=1)
def _names() -> list[tuple[str, str, str]]:
    full = [" ".join(parts) for parts in product(_FAMILIES, _MIDDLES, _GIVEN)]
    return [(each, name_sort_key(each), fold(each)) for each in full]


def _member(scale: Scale, number: int, *, at: datetime) -> dict[str, Any]:
    names = _names()
    return rows.member(
        UUID(int=_MEMBER + number),
        _cell_id(_cell_of(scale, number)),
        name=names[number * 7 % len(names)],
        at=at,
    )


def _device(number: int, *, at: datetime) -> dict[str, Any]:
    return {
        "id": _phone(number), "member_id": UUID(int=_MEMBER + number), "bound_at": at,
        "origin": "secretary", "confirmed_at": at, "confirmed_by": ADMIN,
    }  # fmt: skip


def _seat(scale: Scale, number: int, *, at: datetime) -> dict[str, Any]:
    cell = _cell_of(scale, number)
    return rows.seat(
        CONFERENCE,
        UUID(int=_MEMBER + number),
        unit_id=_cell_id(cell),
        session_id=SESSION,
        point_id=_point_id(_point_of(scale, cell)),
        at=at,
    )
