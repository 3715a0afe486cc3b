"""All SQL of enrolment slips, and of members with their phones."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.scope import within
from api.db import found_by
from api.members.store import counted_at
from api.phones.rules import PhoneState
from api.tables.access import Device
from api.tables.members import Member
from api.tables.phones import EnrolmentSlip
from api.tables.units import Unit
from api.words import BindingOrigin, MemberStatus

_STATES = {
    PhoneState.NONE: Device.id.is_(None),
    PhoneState.PROVISIONAL: Device.id.is_not(None) & Device.confirmed_at.is_(None),
    PhoneState.CONFIRMED: Device.confirmed_at.is_not(None),
}


@dataclass(frozen=True, slots=True)
class Holder:
    """A member, the unit that counts him, and his phone."""

    member_id: UUID
    full_name: str
    sort_key: str
    unit_id: UUID
    unit_name: str
    phone: Device | None


def is_open(at: datetime) -> ColumnElement[bool]:
    """Make the condition that a slip can be used at an instant."""
    return and_(
        EnrolmentSlip.used_at.is_(None),
        EnrolmentSlip.revoked_at.is_(None),
        EnrolmentSlip.expires_at > at,
    )


def _anybody(on: date) -> Select[UUID, str, str, UUID, str, Device]:
    return (
        select(Member.id, Member.full_name, Member.sort_key, Unit.id, Unit.name, Device)
        .join(Unit, Unit.id == counted_at(on))
        .outerjoin(Device, and_(Device.member_id == Member.id, Device.revoked_at.is_(None)))
        .order_by(Member.sort_key, Member.id)
    )


def _holders(path: str, on: date) -> Select[UUID, str, str, UUID, str, Device]:
    return _anybody(on).where(Member.status != MemberStatus.LEFT, within([path]))


async def holder(db: AsyncSession, member_id: UUID, *, on: date) -> Holder:
    """Load a member who is known to be there, with his phone as it is now."""
    query = _anybody(on).where(Member.id == member_id).execution_options(populate_existing=True)
    return Holder(*(await db.execute(query)).one())


async def page(
    db: AsyncSession,
    path: str,
    *,
    on: date,
    state: PhoneState | None,
    search: str | None,
    after: tuple[str, UUID] | None,
    limit: int,
) -> list[Holder]:
    """List whom a subtree counts, with their phones; one more than `limit` where more follow."""
    query = _holders(path, on)
    if state is not None:
        query = query.where(_STATES[state])
    if search:
        query = query.where(found_by(Member.search_key, search))
    if after is not None:
        query = query.where(tuple_(Member.sort_key, Member.id) > after)
    return [Holder(*row) for row in await db.execute(query.limit(limit + 1))]


async def among(
    db: AsyncSession, path: str, member_ids: Collection[UUID], *, on: date
) -> list[Holder]:
    """Find those of some members whom a subtree counts."""
    query = _holders(path, on).where(Member.id.in_(sorted(member_ids)))
    return [Holder(*row) for row in await db.execute(query)]


async def without_phone(
    db: AsyncSession, path: str, *, but: UUID | None, at: datetime, on: date, limit: int
) -> list[Holder]:
    """List whom a subtree counts who have neither a phone nor an open slip."""
    slip = select(EnrolmentSlip.id).where(EnrolmentSlip.member_id == Member.id, is_open(at))
    query = _holders(path, on).where(_STATES[PhoneState.NONE], ~slip.exists())
    if but is not None:
        query = query.where(Member.id != but)
    return [Holder(*row) for row in await db.execute(query.limit(limit))]


async def open_slips(
    db: AsyncSession,
    path: str,
    *,
    at: datetime,
    on: date,
    after: tuple[str, UUID] | None = None,
    limit: int | None = None,
) -> Sequence[tuple[EnrolmentSlip, str, str, UUID, str]]:
    """List the slips to hand out to whom a subtree counts: slip, name, sort key, unit, its name.

    Those that members made on their own phones are theirs alone, and left out.
    """
    query = (
        select(EnrolmentSlip, Member.full_name, Member.sort_key, Unit.id, Unit.name)
        .join(Member, Member.id == EnrolmentSlip.member_id)
        .join(Unit, Unit.id == counted_at(on))
        .where(
            is_open(at),
            EnrolmentSlip.made_by.is_not(None),
            Member.status != MemberStatus.LEFT,
            within([path]),
        )
        .order_by(Member.sort_key, EnrolmentSlip.id)
    )
    if after is not None:
        query = query.where(tuple_(Member.sort_key, EnrolmentSlip.id) > after)
    if limit is not None:
        query = query.limit(limit + 1)
    return [
        (slip, name, key, unit_id, unit_name)
        for slip, name, key, unit_id, unit_name in await db.execute(query)
    ]


async def slip(db: AsyncSession, slip_id: UUID) -> EnrolmentSlip | None:
    """Load a slip."""
    return await db.get(EnrolmentSlip, slip_id)


async def slip_by_hash(db: AsyncSession, code_hash: str) -> EnrolmentSlip | None:
    """Find a slip by its code, whatever became of it."""
    query = select(EnrolmentSlip).where(EnrolmentSlip.code_hash == code_hash)
    return (await db.execute(query)).scalar_one_or_none()


async def open_slip_of_phone(
    db: AsyncSession, member_id: UUID, device_id: UUID, *, at: datetime, longer_than: datetime
) -> EnrolmentSlip | None:
    """Find the slip that a member's phone made a moment ago."""
    query = select(EnrolmentSlip).where(
        EnrolmentSlip.member_id == member_id,
        EnrolmentSlip.made_on_device_id == device_id,
        EnrolmentSlip.expires_at > longer_than,
        is_open(at),
    )
    return (await db.execute(query.limit(1))).scalar_one_or_none()


async def revoke_slips(
    db: AsyncSession, member_ids: Collection[UUID], *, at: datetime, but: UUID | None = None
) -> list[tuple[UUID, UUID]]:
    """Revoke the open slips of some members; give the ids of slips and members."""
    which = [EnrolmentSlip.member_id.in_(sorted(member_ids)), is_open(at)]
    if but is not None:
        which.append(EnrolmentSlip.id != but)
    change = update(EnrolmentSlip).where(*which).values(revoked_at=at)
    rows = await db.execute(change.returning(EnrolmentSlip.id, EnrolmentSlip.member_id))
    return sorted((slip_id, member_id) for slip_id, member_id in rows)


async def revoke_slip(db: AsyncSession, slip_id: UUID, *, at: datetime) -> bool:
    """Revoke a slip; False where it could not be used any more."""
    change = update(EnrolmentSlip).where(EnrolmentSlip.id == slip_id, is_open(at))
    changed = await db.execute(change.values(revoked_at=at).returning(EnrolmentSlip.id))
    return changed.scalar_one_or_none() is not None


async def use_slip(db: AsyncSession, slip_id: UUID, *, device_id: UUID, at: datetime) -> bool:
    """Use a slip up; False where another phone was faster, or it was revoked meanwhile."""
    change = update(EnrolmentSlip).where(EnrolmentSlip.id == slip_id, is_open(at))
    used = change.values(used_at=at, used_device_id=device_id).returning(EnrolmentSlip.id)
    return (await db.execute(used)).scalar_one_or_none() is not None


async def vouch_by_slip(db: AsyncSession, device: Device, slip: EnrolmentSlip) -> None:
    """Let a used slip vouch for a phone that is its member's already; since when stays as it is."""
    change = (
        update(Device)
        .where(Device.id == device.id, Device.bound_at == device.bound_at)
        .values(
            origin=BindingOrigin.SLIP,
            slip_id=slip.id,
            confirmed_at=device.confirmed_at or slip.used_at,
            confirmed_by=device.confirmed_by or slip.made_by,
        )
    )
    await db.execute(change)
