"""What a restore makes worthless: whatever was handed out may have been used in the lost time."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase

from api import events
from api.codes import store as codes
from api.codes.rules import Epoch, step_of
from api.events import SYSTEM, Happening
from api.kit.dates import day_of, minute_of, short_day
from api.kit.ids import new_id
from api.tables.access import Invitation, Screen, SignIn
from api.tables.conferences import Conference
from api.tables.incidents import Incident
from api.tables.outbox import Delivery
from api.tables.phones import EnrolmentSlip
from api.tables.sessions import Session, SessionPoint
from api.words import DeliveryChannel, DeliveryState, SessionState

_STRIDE: Final = 1_000
"""In the lost time a point may have been rotated: codes go on where no rotation came near."""
_BY_ITSELF: Final = timedelta(hours=12)
"""A session opens by itself at most so long before its time."""
_THE_PROGRAM: Final = UUID(int=0)
"""Whoever tells of an incident is an account; the program has none."""


@dataclass(frozen=True, slots=True)
class Voided:
    """How much of what was worthless is so now, and how many are told."""

    enrolment_slips: int
    invitations: int
    sign_ins: int
    screens: int
    rotated_points: int
    uncertain_mails: int
    incidents: int


async def void(db: AsyncSession, *, lost_from: datetime, at: datetime) -> Voided:
    """Void what is outstanding, rotate every open point, and name the lost time to those it meets.

    `lost_from` is when the backup was taken; nothing of what was recorded until `at` is certain.
    """
    voided = Voided(
        enrolment_slips=await _end(
            db,
            EnrolmentSlip,
            and_(EnrolmentSlip.used_at.is_(None), EnrolmentSlip.revoked_at.is_(None)),
            revoked_at=at,
        ),
        invitations=await _end(
            db,
            Invitation,
            and_(Invitation.used_at.is_(None), Invitation.revoked_at.is_(None)),
            revoked_at=at,
        ),
        sign_ins=await _end(db, SignIn, SignIn.ended_at.is_(None), ended_at=at),
        screens=await _end(db, Screen, Screen.revoked_at.is_(None), revoked_at=at),
        rotated_points=await _rotate(db, at=at),
        uncertain_mails=await _doubt_mails(db),
        incidents=await _tell(db, lost_from=lost_from, at=at),
    )
    await _note(db, voided, lost_from=lost_from, at=at)
    return voided


async def _end(
    db: AsyncSession, table: type[DeclarativeBase], which: ColumnElement[bool], **values: Any
) -> int:
    change = update(table).where(which).values(**values).returning(*table.__mapper__.primary_key)
    found = await db.execute(change.execution_options(synchronize_session=False))
    return len(found.all())


async def _rotate(db: AsyncSession, *, at: datetime) -> int:
    """Begin a new epoch at every point that holds a door: one that is closed may open again."""
    held = select(SessionPoint.session_id, SessionPoint.bridge_point_id).where(
        SessionPoint.door.is_not(None), SessionPoint.released_at.is_(None)
    )
    points = (await db.execute(held)).all()
    happenings = []
    for session_id, point_id in points:
        known = await codes.epochs(db, session_id, [point_id])
        number = (known[point_id][-1].number // _STRIDE + 1) * _STRIDE
        await codes.add_rotation(db, session_id, point_id, Epoch(number, step_of(at)), at=at)
        happenings.append(
            Happening(
                SYSTEM, events.CODE_ROTATED, point_id, at, session_id, detail={"epoch": number}
            )
        )
    await events.append_all(db, happenings)
    return len(points)


async def _doubt_mails(db: AsyncSession) -> int:
    """Let no mail leave twice: what waited may have gone, so a person decides.

    A message to another program goes again; by its id it is known there.
    """
    waiting = and_(
        Delivery.channel == DeliveryChannel.MAIL,
        Delivery.state.in_([DeliveryState.WAITING, DeliveryState.SENDING]),
    )
    return await _end(db, Delivery, waiting, state=DeliveryState.UNCERTAIN)


async def _tell(db: AsyncSession, *, lost_from: datetime, at: datetime) -> int:
    """Add an incident to every session of which something may be lost."""
    may_have_opened = and_(
        Session.state == SessionState.PLANNED,
        Session.starts_at.between(lost_from - _BY_ITSELF, at + _BY_ITSELF),
        Session.starts_at <= at,
    )
    running = Session.state.in_([SessionState.REHEARSING, SessionState.OPEN, SessionState.CLOSED])
    query = (
        select(Session.id, Session.conference_id, Conference.organiser_id)
        .join(Conference, Conference.id == Session.conference_id)
        .where(or_(running, may_have_opened))
        .order_by(Session.id)
    )
    found = (await db.execute(query)).all()
    text = words(lost_from, at)
    happenings = []
    for session_id, conference_id, organiser_id in found:
        incident = Incident(
            id=new_id(at),
            conference_id=conference_id,
            unit_id=organiser_id,
            session_id=session_id,
            text=text,
            at=at,
            account_id=_THE_PROGRAM,
        )
        db.add(incident)
        detail = {"conference_id": str(conference_id), "unit_id": str(organiser_id)}
        happenings.append(
            Happening(SYSTEM, events.INCIDENT_ADDED, incident.id, at, session_id, detail=detail)
        )
    await db.flush()
    await events.append_all(db, happenings)
    return len(found)


def words(lost_from: datetime, at: datetime) -> str:
    """Say to staff what is lost and what they do now."""
    return (
        f"Máy chủ được khôi phục từ bản sao lưu lúc {_moment(lost_from)}. Những gì ghi nhận từ lúc "
        f"đó đến {_moment(at)} có thể không còn. Đề nghị: ghép lại màn hình các điểm cầu; đăng "
        "nhập lại; cấp lại phiếu đăng ký máy còn dùng; đề nghị đảng viên đã điểm danh trong khoảng "
        "đó mở biên nhận trên điện thoại để bí thư đối chiếu và ghi vào danh sách."
    )


def _moment(at: datetime) -> str:
    return f"{minute_of(at)} ngày {short_day(day_of(at))}"


async def _note(db: AsyncSession, voided: Voided, *, lost_from: datetime, at: datetime) -> None:
    organisers: Sequence[UUID] = (
        await db.scalars(
            select(Conference.organiser_id).distinct().order_by(Conference.organiser_id)
        )
    ).all()
    detail = {
        "lost_from": lost_from.isoformat(),
        "lost_until": at.isoformat(),
        **asdict(voided),
    }
    await events.append_all(
        db,
        [
            Happening(SYSTEM, events.INSTALLATION_RESTORED, each, at, detail=detail)
            for each in organisers or [new_id(at)]
        ],
    )
