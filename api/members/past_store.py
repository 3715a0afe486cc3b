"""What the events tell of a member's stays, and of what a member was."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.members.rules import Placement
from api.tables.events import Event
from api.tables.members import Member
from api.words import MemberStatus

_CHANGES = (events.MEMBER_CHANGED, events.MEMBER_TRANSFERRED, events.MEMBER_ERASED)


@dataclass(frozen=True, slots=True)
class Past:
    """What a member was at an instant: his standing, and where he belonged and was."""

    status: MemberStatus
    placed: Placement

    def unit_on(self, day: date) -> UUID:
        """Tell the unit that counted him on a day."""
        return self.placed.away_on(day) or self.placed.home_id


async def stay_began(db: AsyncSession, member: Member) -> datetime | None:
    """Tell when a member came to where he is for a time; None where no event says so."""
    query = (
        select(Event)
        .where(Event.subject_id == member.id, Event.act == events.MEMBER_TRANSFERRED)
        .order_by(Event.at.desc(), Event.id.desc())
    )
    for event in (await db.execute(query)).scalars():
        moved = event.detail.get("changes", {}).get("temporary_unit_id")
        if moved is not None and moved["after"] == str(member.temporary_unit_id):
            return event.at
    return None


async def erased_since(
    db: AsyncSession, then: datetime, among: ColumnElement[bool]
) -> dict[UUID, Past]:
    """Tell what those members were who were erased after an instant.

    Who is erased leaves, and what was being held then counts him as before (docs/decisions/0030).
    """
    gone = Member.erased_at >= then
    return await changed_since(db, then, gone & among, acts=(events.MEMBER_ERASED,))


async def changed_since(
    db: AsyncSession,
    then: datetime,
    among: ColumnElement[bool],
    *,
    acts: Collection[str] = _CHANGES,
) -> dict[UUID, Past]:
    """Tell what those members were at an instant who were changed or moved after it.

    `among` is a condition on the member's id. What a change found is what was before it; the first
    one after the instant tells.
    """
    told = (Event.act.in_(acts), Event.at >= then)
    query = (
        select(Event.subject_id, Event.detail)
        .where(*told)
        .order_by(Event.at.desc(), Event.id.desc())
    )
    changes = [
        (member_id, detail["changes"])
        for member_id, detail in await db.execute(query)
        if "changes" in detail
    ]
    if not changes:
        return {}
    changed = select(Member).where(Member.id.in_(select(Event.subject_id).where(*told)), among)
    members = {member.id: member for member in (await db.execute(changed)).scalars()}
    facts: dict[UUID, dict[str, str | None]] = {}
    for member_id, values in changes:
        if member_id in members:
            held = facts.setdefault(member_id, _facts(members[member_id]))
            held.update({name: each["before"] for name, each in values.items()})
    return {member_id: _past(held) for member_id, held in facts.items()}


def _facts(member: Member) -> dict[str, str | None]:
    until = member.temporary_until
    return {
        "status": member.status.value,
        "unit_id": str(member.unit_id),
        "temporary_unit_id": str(member.temporary_unit_id) if member.temporary_unit_id else None,
        "temporary_until": until.isoformat() if until else None,
    }


def _past(facts: Mapping[str, str | None]) -> Past:
    away, until = facts["temporary_unit_id"], facts["temporary_until"]
    return Past(
        MemberStatus(str(facts["status"])),
        Placement(
            UUID(str(facts["unit_id"])),
            UUID(away) if away else None,
            date.fromisoformat(until) if until else None,
        ),
    )
