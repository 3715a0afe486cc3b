"""What is done with flags: found anew at each look, shown to whom they concern, decided on."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import actor_of
from api.access.makers import OWN_ATTENDANCE
from api.access.roles import Act, Principal, may
from api.access.scope import require
from api.events import Happening
from api.flags import store
from api.flags.faults import FLAG_GONE
from api.flags.rules import Flag, flags
from api.flags.sayings import sentence
from api.flags.schemas import FlagDecisionView, FlaggedMember, FlagView, NewFlagDecision
from api.flags.store import Decided, Place
from api.kit.errors import Problem
from api.tables.sessions import Session


@dataclass(frozen=True, slots=True)
class Found:
    """The flags of a session that somebody may see, and what they are about."""

    flags: list[Flag]
    units: dict[UUID, Place]
    points: dict[UUID, Place]
    decisions: dict[UUID, Decided]

    def path(self, flag: Flag) -> str:
        """Tell the path of the unit that a flag concerns: its own, or the host of the point."""
        return _path(flag, self.units, self.points)


async def find(db: AsyncSession, principal: Principal, session: Session, *, at: datetime) -> Found:
    """Find a session's flags that concern units where somebody may read them."""
    found = flags(await store.facts(db, session, at=at))
    units = await store.units(db, {flag.unit_id for flag in found if flag.unit_id})
    points = await store.points(db, {flag.point_id for flag in found if flag.point_id})
    seen = [flag for flag in found if may(principal, Act.READ_FLAGS, _path(flag, units, points))]
    return Found(seen, units, points, await store.decisions(db, session.id))


async def views(
    db: AsyncSession,
    principal: Principal,
    found: Found,
    shown: list[Flag],
    *,
    session_id: UUID,
    at: datetime,
) -> list[FlagView]:
    """Show flags; the names in them leave an event for each unit."""
    names = await store.names(db, {each for flag in shown for each in flag.member_ids})
    issuers = await store.account_names(db, {flag.issuer_id for flag in shown if flag.issuer_id})
    read: Counter[UUID] = Counter()
    for flag in shown:
        if flag.unit_id is not None:
            read[flag.unit_id] += len(flag.member_ids)
    counts = {unit_id: number for unit_id, number in sorted(read.items()) if number}
    await events.append_readings(
        db, actor_of(principal), "listFlags", counts, at=at, session_id=session_id
    )
    return [_view(flag, found, names, issuers, session_id=session_id) for flag in shown]


async def decide(
    db: AsyncSession,
    principal: Principal,
    session: Session,
    flag_id: UUID,
    new: NewFlagDecision,
    *,
    at: datetime,
) -> FlagView:
    """Write what somebody makes of a flag; nobody of one about himself, or what he handed out.

    Raises: Problem `flag_gone`, `forbidden`, `own_attendance`.
    """
    found = await find(db, principal, session, at=at)
    flag = next((each for each in found.flags if each.id == flag_id), None)
    if flag is None:
        raise Problem(FLAG_GONE)
    require(principal, Act.DECIDE_FLAGS, found.path(flag))
    if principal.member_id in flag.member_ids or flag.issuer_id == principal.account_id:
        raise Problem(OWN_ATTENDANCE)
    await store.decide(
        db,
        flag,
        session_id=session.id,
        verdict=new.verdict,
        note=new.note,
        by=principal.account_id,
        at=at,
    )
    detail = {"kind": flag.kind.value, "verdict": new.verdict.value}
    told = Happening(actor_of(principal), events.FLAG_DECIDED, flag.id, at, session.id, detail)
    await events.append(db, told)
    found.decisions[flag.id] = Decided(new.verdict, new.note, at, principal.display_name)
    (view,) = await views(db, principal, found, [flag], session_id=session.id, at=at)
    return view


def _path(flag: Flag, units: dict[UUID, Place], points: dict[UUID, Place]) -> str:
    if flag.unit_id is not None:
        return units[flag.unit_id].path
    return points[flag.point_id].path if flag.point_id is not None else ""


def _view(
    flag: Flag,
    found: Found,
    names: dict[UUID, str],
    issuers: dict[UUID, str],
    *,
    session_id: UUID,
) -> FlagView:
    decided = found.decisions.get(flag.id)
    unit = found.units[flag.unit_id] if flag.unit_id else None
    point = found.points[flag.point_id] if flag.point_id else None
    issuer = issuers.get(flag.issuer_id) if flag.issuer_id else None
    return FlagView(
        id=flag.id,
        session_id=session_id,
        kind=flag.kind,
        unit_id=flag.unit_id,
        unit_name=unit.name if unit else None,
        point_id=flag.point_id,
        point_name=point.name if point else None,
        members=[FlaggedMember(member_id=each, full_name=names[each]) for each in flag.member_ids],
        sentence=sentence(flag, issuer=issuer),
        decision=None
        if decided is None
        else FlagDecisionView(
            verdict=decided.verdict,
            note=decided.note,
            decided_at=decided.decided_at,
            decided_by_name=decided.decided_by_name,
        ),
    )
