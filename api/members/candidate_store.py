"""SQL of recognising members: by their phones, or by what was typed; many in one statement."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Date, bindparam, or_
from sqlalchemy.ext.asyncio import AsyncSession

from api.driver.reading import Reading, among
from api.members.rules import Candidate
from api.members.store import PRESENT, candidates
from api.tables.access import Device
from api.tables.members import Member


class Holder(NamedTuple):
    """The member whose phone it is, since when, and whether the secretary has confirmed it."""

    member: Candidate
    bound_at: datetime
    is_confirmed: bool


_CANDIDATES = candidates(bindparam("day", type_=Date))
_BY_PHONE = Reading(
    _CANDIDATES.add_columns(Device.id, Device.bound_at, Device.confirmed_at)
    .join(Device, Device.member_id == Member.id)
    .where(among(Device.id, "phones"), Device.revoked_at.is_(None))
)
_NAMED = Reading(
    _CANDIDATES.add_columns(Member.search_key)
    .where(
        or_(among(Member.unit_id, "units"), among(Member.temporary_unit_id, "units")),
        among(Member.search_key, "names"),
        PRESENT,
    )
    .order_by(Member.id)
)


async def holders(db: AsyncSession, phone_ids: Collection[UUID], *, on: date) -> dict[UUID, Holder]:
    """Find whose phones these are, each member as a candidate of the unit that counts him on a day.

    Those who have left come too, and say so: a phone may still be theirs.
    """
    return {
        phone_id: Holder(Candidate(*member), bound_at, confirmed_at is not None)
        for *member, phone_id, bound_at, confirmed_at in await _BY_PHONE.rows(
            db, phones=phone_ids, day=on
        )
    }


async def named(
    db: AsyncSession, typed: Collection[tuple[UUID, str]], *, on: date
) -> dict[tuple[UUID, str], list[Candidate]]:
    """Find members by pairs of unit and folded name, in one statement.

    The unit is the one that counts a member on a day; nobody is found who has left.
    """
    found: dict[tuple[UUID, str], list[Candidate]] = {pair: [] for pair in typed}
    if found:
        units = {unit_id for unit_id, _ in found}
        names = {name for _, name in found}
        for *member, key in await _NAMED.rows(db, units=units, names=names, day=on):
            candidate = Candidate(*member)
            found.get((candidate.unit_id, key), []).append(candidate)
    return found
