"""What is done to members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.ids import new_id
from api.kit.text import fold, name_sort_key, nfc
from api.tables.members import Member
from api.tables.units import Unit
from api.words import MemberStatus


@dataclass(frozen=True, slots=True)
class NewMember:
    """A member to add: nothing more is collected (Law 91/2025)."""

    full_name: str
    card_number: str | None = None
    status: MemberStatus = MemberStatus.OFFICIAL


async def add_members(
    db: AsyncSession, actor: Actor, unit: Unit, members: Sequence[NewMember], *, at: datetime
) -> list[Member]:
    """Add members to a unit in one statement; homonyms are different persons."""
    rows = [
        {
            "id": new_id(at),
            "unit_id": unit.id,
            "full_name": nfc(member.full_name),
            "sort_key": name_sort_key(nfc(member.full_name)),
            "search_key": fold(member.full_name),
            "card_number": member.card_number,
            "status": member.status,
            "created_at": at,
        }
        for member in members
    ]
    if not rows:
        return []
    await db.execute(insert(Member), rows)
    await events.append(
        db, Happening(actor, events.MEMBERS_ADDED, unit.id, at, detail={"count": len(rows)})
    )
    return [Member(**row) for row in rows]
