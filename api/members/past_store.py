"""What the events tell of a member's stays, and of what a member was."""

from collections.abc import Mapping
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


async def changed_since(
    db: AsyncSession, then: datetime, among: ColumnElement[bool]
) -> dict[UUID, Past]:
    """Tell what those members were at an instant who were changed or moved after it.

    `among` is a condition on the member's id. What a change found is what was before it; the first
    one after the instant tells.
    """
    query = (
        select(Member, Event.detail)
        .join(Event, Event.subject_id == Member.id)
        .where(
            Event.act.in_((events.MEMBER_CHANGED, events.MEMBER_TRANSFERRED)),
            Event.at >= then,
            among,
        )
        .order_by(Event.at.desc(), Event.id.desc())
    )
    facts: dict[UUID, dict[str, str | None]] = {}
    for member, detail in await db.execute(query):
        held = facts.setdefault(member.id, _facts(member))
        held.update({name: each["before"] for name, each in detail.get("changes", {}).items()})
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
