"""SQL of members' phones: whose is whose, from when until when, and who confirmed it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.db import insert_into
from api.driver.inserting import New
from api.driver.reading import Reading, among
from api.tables.access import Device
from api.words import BindingOrigin


@dataclass(frozen=True, slots=True)
class Binding:
    """A phone about to become a member's; confirmed at once where somebody vouches for it."""

    device_id: UUID
    member_id: UUID
    at: datetime
    origin: BindingOrigin
    is_confirmed: bool = False
    confirmed_by: UUID | None = None
    slip_id: UUID | None = None


async def devices(db: AsyncSession, ids: Iterable[UUID]) -> dict[UUID, Device]:
    """Find the phones among `ids` that are bound to a member."""
    query = select(Device).where(Device.id.in_(sorted(ids)), Device.revoked_at.is_(None))
    return {device.id: device for device in (await db.execute(query)).scalars()}


async def of_members(db: AsyncSession, member_ids: Iterable[UUID]) -> dict[UUID, Device]:
    """Find the phones of some members, by member; who has none is left out."""
    query = select(Device).where(
        Device.member_id.in_(sorted(member_ids)), Device.revoked_at.is_(None)
    )
    return {device.member_id: device for device in (await db.execute(query)).scalars()}


_HAVE_PHONE = Reading(
    select(Device.member_id).where(among(Device.member_id, "members"), Device.revoked_at.is_(None))
)


async def with_phone(db: AsyncSession, member_ids: Collection[UUID]) -> set[UUID]:
    """Tell which of some members have a phone."""
    if not member_ids:
        return set()
    return {member_id for (member_id,) in await _HAVE_PHONE.rows(db, members=member_ids)}


async def bind(db: AsyncSession, bindings: Sequence[Binding]) -> set[UUID]:
    """Bind phones to members from an instant on; give the phones that were bound.

    A phone that is bound already, or a member who has one, is left as it is: first come.
    """
    if not bindings:
        return set()
    new = insert_into(db, Device).values(_rows(bindings)).on_conflict_do_nothing()
    return set((await db.execute(new.returning(Device.id))).scalars())


def binding_rows(bindings: Sequence[Binding]) -> New:
    """Make the rows by which phones are bound as by `bind`, to be inserted with others."""
    rows = _rows(bindings)
    columns = tuple(rows[0]) if rows else ()
    return New(Device, columns, [tuple(row.values()) for row in rows], ())


def _rows(bindings: Iterable[Binding]) -> list[dict[str, Any]]:
    return [
        {
            "id": each.device_id,
            "member_id": each.member_id,
            "bound_at": each.at,
            "origin": each.origin,
            "slip_id": each.slip_id,
            "confirmed_at": each.at if each.is_confirmed else None,
            "confirmed_by": each.confirmed_by,
        }
        for each in sorted(bindings, key=lambda each: each.device_id)
    ]


async def confirm(
    db: AsyncSession, device_id: UUID, member_id: UUID, *, by: UUID | None, at: datetime
) -> bool:
    """Confirm that a phone is a member's own; False where it was confirmed, or is not his."""
    change = (
        update(Device)
        .where(
            Device.id == device_id,
            Device.member_id == member_id,
            Device.revoked_at.is_(None),
            Device.confirmed_at.is_(None),
        )
        .values(confirmed_at=at, confirmed_by=by)
        .returning(Device.id)
    )
    return (await db.execute(change)).scalar_one_or_none() is not None


async def revoke(
    db: AsyncSession, device_id: UUID, member_id: UUID, *, by: UUID | None, at: datetime
) -> bool:
    """Take a phone from its member, from now on; False where it is not his any more."""
    change = (
        update(Device)
        .where(Device.id == device_id, Device.member_id == member_id, Device.revoked_at.is_(None))
        .values(revoked_at=at, revoked_by=by)
        .returning(Device.id)
    )
    return (await db.execute(change)).scalar_one_or_none() is not None
