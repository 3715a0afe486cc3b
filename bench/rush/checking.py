"""After the rush: is every acknowledged check-in in the database exactly once, with its event?"""

from collections.abc import Set
from dataclasses import dataclass

from sqlalchemy import and_, func, select

from api.db import Database
from api.events import ATTENDANCE_RECORDED
from api.tables.attendance import Attendance
from api.tables.checkin import CheckIn
from api.tables.events import Event
from bench.crowd import Crowd


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; all but the first are to be zero."""

    acknowledged: int
    lost: int
    doubled: int
    without_event: int

    @property
    def is_good(self) -> bool:
        """Tell whether nothing was lost, doubled, or left out of the audit trail."""
        return not (self.lost or self.doubled or self.without_event)


async def check(database: Database, crowd: Crowd, acknowledged: Set[int]) -> Verdict:
    """Compare what was answered with what is recorded, member by member."""
    recorded: set[int] = set()
    doubled = 0
    at_member = and_(
        Attendance.session_id == CheckIn.session_id, Attendance.id == CheckIn.attendance_id
    )
    kept = select(CheckIn.id, Attendance.member_id).join(Attendance, at_member)
    per_member = select(func.count(), func.count(Attendance.member_id.distinct()))
    told = select(func.count(), func.count(Event.subject_id.distinct())).where(
        Event.act == ATTENDANCE_RECORDED
    )
    async with database.read() as db:
        async for check_in_id, member_id in await db.stream(kept):
            i, _ = crowd.who(check_in_id)
            doubled += i in recorded
            if member_id == crowd.member_id(i):
                recorded.add(i)
        rows, members = (await db.execute(per_member.select_from(Attendance))).one()
        events, subjects = (await db.execute(told)).one()
    return Verdict(
        acknowledged=len(acknowledged),
        lost=len(acknowledged - recorded),
        doubled=doubled + rows - members,
        without_event=abs(rows - events) + events - subjects,
    )
