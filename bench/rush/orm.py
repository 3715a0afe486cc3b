"""A baseline: the same check-in as it is ordinarily written, an ORM session for each request.

The same tables, the same rows at the end. The ticket is a signed JSON token (python-jose), the code
is checked as an authenticator's (pyotp), everything is looked up by key, the unique constraint
keeps a member from being there twice, and the answer follows the commit.
"""

import base64
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Annotated, Any, Final
from uuid import UUID

import pyotp
from fastapi import Depends, FastAPI, HTTPException, Request
from jose import JWTError, jwt
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from api.checkin.tickets import Ticket
from api.codes.derivation import CodeKey
from api.codes.rules import step_of
from api.db import async_url
from api.events import ATTENDANCE_RECORDED
from api.kit.ids import new_id
from api.settings import PREFIX
from api.tables.access import Device
from api.tables.attendance import Attendance
from api.tables.bridge_points import BridgePoint
from api.tables.checkin import CheckIn
from api.tables.events import Event
from api.tables.members import Member
from api.tables.sessions import Session, Window
from api.words import Evidence, SessionState, Standing

PATH: Final = "/check-ins"
CONNECTIONS: Final = 10
"""As many to the database as the program itself holds."""
_ALGORITHM: Final = "HS256"
_AUDIENCE: Final = "check-in"


class NewCheckIn(BaseModel):
    """What a phone sends."""

    id: UUID
    ticket: str
    digits: str


class Receipt(BaseModel):
    """What it is answered."""

    id: UUID
    standing: Standing
    evidence: Evidence
    name: str
    session_title: str
    point_name: str
    arrived_at: datetime


async def _transaction(request: Request) -> AsyncIterator[AsyncSession]:
    sessions: async_sessionmaker[AsyncSession] = request.app.state.sessions
    async with sessions() as db:
        yield db


Db = Annotated[AsyncSession, Depends(_transaction)]


def application() -> FastAPI:
    """Make the application from the environment that the program itself would be given."""
    engine = create_async_engine(
        async_url(os.environ[f"{PREFIX}DATABASE_URL"]), pool_size=CONNECTIONS, max_overflow=0
    )
    app = FastAPI()
    app.state.sessions = async_sessionmaker(engine, expire_on_commit=False)
    app.state.master = bytes.fromhex(os.environ[f"{PREFIX}MASTER_KEY"])
    app.post(PATH)(check_in)
    return app


async def check_in(new: NewCheckIn, db: Db, request: Request) -> Receipt:
    """Check a member in, and answer after the commit."""
    master, at = request.app.state.master, datetime.now(UTC)
    try:
        claims = jwt.decode(new.ticket, master.hex(), algorithms=[_ALGORITHM], audience=_AUDIENCE)
    except JWTError as refused:
        raise HTTPException(422, "no such ticket") from refused
    earlier = await db.get(CheckIn, new.id)
    if earlier is not None:
        return Receipt.model_validate_json(earlier.receipt)
    session = await db.get(Session, UUID(claims["session"]))
    window = await db.get(Window, UUID(claims["window"]))
    point = await db.get(BridgePoint, UUID(claims["point"]))
    if session is None or window is None or point is None or session.state != SessionState.OPEN:
        raise HTTPException(409, "the session is not open")
    if not pyotp.TOTP(secret(master, session.id, point.id)).verify(new.digits, valid_window=1):
        raise HTTPException(422, "no such code")
    bound = select(Device).where(Device.id == UUID(claims["sub"]), Device.revoked_at.is_(None))
    device = (await db.execute(bound)).scalar_one_or_none()
    member = await db.get(Member, device.member_id) if device is not None else None
    if device is None or member is None:
        raise HTTPException(422, "an unknown phone")
    there = select(Attendance).where(
        Attendance.session_id == session.id,
        Attendance.member_id == member.id,
        Attendance.window_id == window.id,
    )
    attendance = (await db.execute(there)).scalar_one_or_none()
    if attendance is None:
        attendance = Attendance(
            session_id=session.id,
            id=new_id(at),
            window_id=window.id,
            member_id=member.id,
            unit_id=member.unit_id,
            bridge_point_id=point.id,
            standing=Standing.PRESENT,
            evidence=Evidence.DIGITS,
            step=step_of(at),
            device_id=device.id,
            first_arrived_at=at,
        )
        db.add(attendance)
    receipt = Receipt(
        id=new.id,
        standing=attendance.standing,
        evidence=attendance.evidence,
        name=member.full_name,
        session_title=session.title,
        point_name=point.name,
        arrived_at=at,
    )
    db.add_all([_kept(new, attendance, receipt), _happening(attendance, at=at)])
    try:
        await db.commit()
    except IntegrityError as race:
        raise HTTPException(409, "send it again") from race
    return receipt


def _kept(new: NewCheckIn, attendance: Attendance, receipt: Receipt) -> CheckIn:
    return CheckIn(
        id=new.id,
        device_id=attendance.device_id,
        body_hash="",
        session_id=attendance.session_id,
        attendance_id=attendance.id,
        evidence=attendance.evidence,
        arrived_at=receipt.arrived_at,
        receipt=receipt.model_dump_json(),
    )


def _happening(attendance: Attendance, *, at: datetime) -> Event:
    return Event(
        id=new_id(at),
        at=at,
        actor_kind="device",
        actor_id=attendance.device_id,
        act=ATTENDANCE_RECORDED,
        subject_id=attendance.id,
        session_id=attendance.session_id,
        detail={"evidence": attendance.evidence.value, "standing": attendance.standing.value},
    )


def secret(master: bytes, session_id: UUID, point_id: UUID) -> str:
    """Tell the secret of a hall's codes, as authenticators take it."""
    key = CodeKey(session_id, point_id, 0).derive(master, b"digits")
    return base64.b32encode(key).decode()


def ticket(master: bytes, same: Ticket, *, phone_id: UUID) -> str:
    """Sign a ticket for a phone that says the same as one of the program's own."""
    claims: dict[str, Any] = {
        "sub": str(phone_id),
        "aud": _AUDIENCE,
        "session": str(same.session_id),
        "window": str(same.window_id),
        "point": str(same.bridge_point_id),
        "iat": same.issued_at,
        "exp": same.expires_at,
    }
    return str(jwt.encode(claims, master.hex(), algorithm=_ALGORITHM))
