"""Erasing a member: his row stays and counts, and nothing tells any more who he was."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import SYSTEM, Actor, Happening
from api.kit.errors import Problem
from api.kit.files import Files
from api.kit.text import fold, name_sort_key
from api.members import store as members
from api.members.faults import MEMBER_ERASED
from api.privacy import erase_store
from api.privacy.faults import REASON_NAMES_MEMBER
from api.privacy.rules import ERASED_NAME
from api.tables.members import Member
from api.words import MemberStatus


@dataclass(frozen=True, slots=True)
class Leavers:
    """The step of a purge that erases who left long ago."""

    most: int = 10

    async def count(self, db: AsyncSession, before: datetime) -> int:
        """Count who would be erased."""
        return await erase_store.count_left(db, before)

    async def take(self, db: AsyncSession, before: datetime, *, files: Files, at: datetime) -> int:  # noqa: ARG002
        """Erase some of those who left long ago."""
        found = await erase_store.left(db, before, most=self.most)
        for member in found:
            await erase(db, SYSTEM, member, reason="hết thời hạn lưu giữ", at=at)
        return len(found)


async def erase_member(
    db: AsyncSession, actor: Actor, member: Member, *, reason: str, at: datetime
) -> list[UUID]:
    """Erase a member; gives the photographed pages on which his name can still be read.

    Raises: Problem `member_erased`, `reason_names_member`.
    """
    await members.hold(db, member)
    if member.erased_at is not None:
        raise Problem(MEMBER_ERASED)
    if f" {member.search_key} " in f" {fold(reason)} ":
        raise Problem(REASON_NAMES_MEMBER)
    pages = await erase_store.sheets_with(db, member.id)
    await erase(db, actor, member, reason=reason, at=at)
    return pages


async def erase(
    db: AsyncSession, actor: Actor, member: Member, *, reason: str, at: datetime
) -> None:
    """Erase a held member: he has left, from now on, and figures of before stay as they were."""
    await erase_store.forget_phones(db, member.id)
    attendance_ids = await erase_store.forget_arrivals(db, member.id)
    units = {member.unit_id, member.temporary_unit_id or member.unit_id}
    await erase_store.forget_typed(db, member, units, attendance_ids)
    await erase_store.forget_words(db, member.id)
    if member.card_number is not None:
        await erase_store.forget_lines(db, member.card_number)
    await erase_store.close_requests(db, member.id, by=actor.id, at=at)
    await erase_store.forget_in_papers(db, member.id)
    await erase_store.forget_in_trail(db, {member.id, *attendance_ids})
    before = _standing(member)
    member.full_name = ERASED_NAME
    member.sort_key = name_sort_key(ERASED_NAME)
    member.search_key = ""
    member.card_number = None
    member.status = MemberStatus.LEFT
    member.temporary_unit_id = member.temporary_until = None
    member.erased_at = at
    await db.flush()
    changes = events.changed(before, _standing(member))
    detail = {"reason": reason}
    told = Happening(actor, events.MEMBER_ERASED, member.id, at, detail=detail, changes=changes)
    await events.append(db, told)


def _standing(member: Member) -> dict[str, str | None]:
    until = member.temporary_until
    return {
        "status": member.status.value,
        "temporary_unit_id": str(member.temporary_unit_id) if member.temporary_unit_id else None,
        "temporary_until": until.isoformat() if until else None,
    }
