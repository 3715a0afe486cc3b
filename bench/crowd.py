"""A crowd before the doors: a conference whose session is open now, each member with his phone.

Everything follows from a member's number `i`, so nothing of it is kept: the crowd goes into another
process for nothing. Members come in order of `i`, which scatters them over halls and units as a
morning does; ids of members lie by unit, those of phones anywhere, those of check-ins by time.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from api import installation, migrations
from api.access.guards import ACCESS_TYP
from api.checkin import tickets
from api.codes import derivation
from api.codes.rules import QrCode, qr_fragment, step_of
from api.db import Database
from api.kit import keys, seals, tokens
from api.phones import notice
from bench import crowd_rows, rows
from bench.crowd_rows import ADMIN, SESSION, WINDOW, Scale

__all__ = ["DISTRICT", "MASTER", "NATION", "PROVINCE", "Crowd", "Scale", "fill"]

MASTER: Final = bytes(range(1, 33))
_STRIDE: Final = (1 << 31) - 1  # a prime above every number of members: it meets each of them once
_ATTEMPTS: Final = 1 << 16
_compact = json.JSONEncoder(separators=(",", ":")).encode
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

    def whose(self, member_id: UUID) -> int:
        """Tell at which place a member is in the crowd; the opposite of `member_id`."""
        back = pow(_STRIDE, -1, self.scale.members)
        return crowd_rows.number_of(member_id) * back % self.scale.members

    def point(self, i: int) -> int:
        """Tell in which hall the i-th sits."""
        return crowd_rows.point_of(self.scale, crowd_rows.cell_of(self.scale, self.number(i)))

    def member_id(self, i: int) -> UUID:
        """Name the i-th member."""
        return crowd_rows.member_id(self.number(i))

    def phone_id(self, i: int) -> UUID:
        """Name the i-th member's phone."""
        return crowd_rows.phone_id(self.number(i))

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
        mac = derivation.qr_mac(master, crowd_rows.code_key(point), crowd_rows.door(point), step)
        return qr_fragment(QrCode(crowd_rows.door(point), step, mac))

    def typed(self, master: bytes, i: int, at: datetime) -> tuple[str, str]:
        """Tell the door and the digits that stand on the i-th's screen at an instant."""
        point = self.point(i)
        digits = derivation.digits(master, crowd_rows.code_key(point), step_of(at))
        return f"{crowd_rows.door(point):02d}", digits

    def ticket(self, master: bytes, i: int, at: datetime) -> str:
        """Seal the ticket that the i-th phone would get for its QR of this instant."""
        ticket = tickets.Ticket(
            session_id=SESSION,
            bridge_point_id=crowd_rows.point_id(self.point(i)),
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
        content = _compact(body)
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
    """Migrate an empty database and write the conference."""
    await migrations.upgrade(database)
    async with database.write() as db:
        await installation.claim(db, master, at=at)
    await rows.write(database, *crowd_rows.tables(scale, at=at))
    async with database.write() as db:
        await db.execute(text("ANALYZE"))
    return Crowd(scale, at)
