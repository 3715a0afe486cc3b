"""What people wrote, found and asked on the morning about a foreign member, at Bom Bo's point."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import device_store as phones
from api.access.device_store import Binding
from api.flags.rules import Entry, Facts, flags
from api.kit.ids import new_id
from api.tables.attendance import Attendance, Mark, PaperSheet, TypedName
from api.tables.base import Base
from api.tables.flags import FlagDecision
from api.tables.halls import CameraCheck, HeadCount
from api.tables.incidents import Incident
from api.tables.phones import EnrolmentSlip
from api.tables.records import DataRequest
from api.tables.sessions import Window, WindowException
from api.words import (
    AbsenceReason,
    BindingOrigin,
    DataRequestKind,
    DataRequestState,
    Evidence,
    FlagVerdict,
    MarkKind,
    Standing,
)
from tests.contract import canary_reports
from tests.contract.foreign import Foreign
from tests.world import World


async def put(db: AsyncSession, world: World, foreign: Foreign, *, at: datetime) -> dict[str, UUID]:
    """Write it; give the ids by the names of parameters."""
    session_id = world.district.sessions["line_1"]
    query = select(Window.id).where(Window.session_id == session_id)
    window_id = (await db.execute(query)).scalar_one()
    ids = {
        name: new_id(at)
        for name in ("attendance_id", "name_id", "sheet_id", "incident_id", "slip_id", "request_id")
    }
    ids |= await canary_reports.put(db, world, foreign, at=at)
    device_id = new_id(at)
    await phones.bind(db, [Binding(device_id, foreign.member_id, at, BindingOrigin.LAST4)])
    digest = await world.app.state.files.keep(f"a page that {foreign.name} signed".encode())
    ids["flag_id"] = _late_flag(world, foreign, ids["attendance_id"], window_id, device_id)
    (sheet, *rows) = [
        *_of_paper(world, foreign, ids, digest, at=at),
        *_of_check_ins(world, foreign, ids, window_id, device_id, at=at),
        *_of_halls(world, foreign, ids, at=at),
        *_of_members(foreign, ids, device_id, at=at),
    ]
    db.add(sheet)
    await db.flush()
    db.add_all(rows)
    # The reason is told to everybody who may read the session's windows, so it has no canary.
    point_id = world.district.points["hall"]
    if await db.get(WindowException, (window_id, point_id)) is None:
        stopped = {"is_voided": True, "reason": "Mất điện", "account_id": foreign.account_id}
        db.add(WindowException(window_id=window_id, bridge_point_id=point_id, at=at, **stopped))
        await db.flush()
    return ids


def _late_flag(
    world: World, foreign: Foreign, attendance_id: UUID, window_id: UUID, device_id: UUID
) -> UUID:
    """Name the flag that the late arrival raises."""
    session_id, point_id = world.district.sessions["line_1"], world.district.points["commune"]
    entry = Entry(
        attendance_id,
        foreign.member_id,
        foreign.unit_id,
        point_id,
        window_id,
        Standing.PENDING,
        Evidence.LATE,
        60,
        device_id,
    )
    (flag,) = flags(Facts(session_id, entries=[entry]))
    return flag.id


def _of_paper(
    world: World, foreign: Foreign, ids: dict[str, UUID], digest: str, *, at: datetime
) -> list[Base]:
    whose = {"session_id": world.district.sessions["line_1"], "unit_id": foreign.unit_id}
    return [
        PaperSheet(
            id=ids["sheet_id"],
            digest=digest,
            width=60,
            height=40,
            note=foreign.note,
            added_at=at,
            account_id=foreign.account_id,
            **whose,
        ),
        Mark(
            member_id=foreign.member_id,
            kind=MarkKind.ABSENT,
            reason=AbsenceReason.OM,
            note=foreign.note,
            bridge_point_id=world.district.points["commune"],
            paper_sheet_id=ids["sheet_id"],
            marked_at=at,
            marked_by=foreign.account_id,
            **whose,
        ),
    ]


def _of_check_ins(
    world: World,
    foreign: Foreign,
    ids: dict[str, UUID],
    window_id: UUID,
    device_id: UUID,
    *,
    at: datetime,
) -> list[Base]:
    session_id = world.district.sessions["line_1"]
    seen = {
        "session_id": session_id,
        "window_id": window_id,
        "bridge_point_id": world.district.points["commune"],
        "unit_id": foreign.unit_id,
        "device_id": device_id,
    }
    return [
        Attendance(
            id=ids["attendance_id"],
            member_id=foreign.member_id,
            standing=Standing.PENDING,
            evidence=Evidence.LATE,
            late_seconds=60,
            step=0,
            first_arrived_at=at,
            **seen,
        ),
        TypedName(
            id=ids["name_id"],
            name=foreign.name,
            evidence=Evidence.CLAIMED,
            suggested_member_id=foreign.member_id,
            arrived_at=at,
            **seen,
        ),
        FlagDecision(
            session_id=session_id,
            flag_id=ids["flag_id"],
            kind="late_arrival",
            verdict=FlagVerdict.EXPLAINED,
            note=foreign.note,
            decided_at=at,
            decided_by=foreign.account_id,
        ),
    ]


def _of_halls(world: World, foreign: Foreign, ids: dict[str, UUID], *, at: datetime) -> list[Base]:
    """Write of Bom Bo's point what its unit told, and of a hall of others what was seen there."""
    session_id, points = world.district.sessions["line_1"], world.district.points
    by = {"session_id": session_id, "at": at, "account_id": foreign.account_id}
    hall = {"bridge_point_id": points["hall"], **by}
    return [
        Incident(
            id=ids["incident_id"],
            conference_id=world.district.conference_id,
            unit_id=foreign.unit_id,
            bridge_point_id=points["commune"],
            text=foreign.note,
            **by,
        ),
        HeadCount(id=new_id(at), unit_id=foreign.unit_id, persons=3, guests=1, **hall),
        CameraCheck(id=new_id(at), is_on=False, note=foreign.note, **hall),
    ]


def _of_members(
    foreign: Foreign, ids: dict[str, UUID], device_id: UUID, *, at: datetime
) -> list[Base]:
    today: date = at.date()
    whose = {"member_id": foreign.member_id, "unit_id": foreign.unit_id, "made_at": at}
    return [
        EnrolmentSlip(
            id=ids["slip_id"],
            code_hash=f"{foreign.note}{ids['slip_id'].hex}",
            made_by=foreign.account_id,
            expires_at=at + timedelta(days=3),
            **whose,
        ),
        DataRequest(
            id=ids["request_id"],
            kind=DataRequestKind.CORRECTION,
            state=DataRequestState.OPEN,
            text=foreign.note,
            device_id=device_id,
            answer_due_on=today,
            done_due_on=today,
            **whose,
        ),
    ]
