"""What to tell those who shall still come to a later session: counts and halls, no names."""

from collections import Counter
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.ext.asyncio import AsyncSession

from api.bridge_points import store as bridge_points
from api.make_ups import listing_store, store
from api.make_ups.rules import OVER, Party, text
from api.make_ups.schemas import MakeUpText, MakeUpTexts
from api.sessions.rules import state_at
from api.tables.conferences import Conference
from api.units.rules import nearest


async def texts(
    db: AsyncSession, conference: Conference, visible: ColumnElement[bool], *, at: datetime
) -> MakeUpTexts:
    """Write what to tell of each session that is not over, for the visible units."""
    sessions = [
        each
        for each in await store.sessions(db, conference.id)
        if state_at(each.state, each.locks_at, at) not in OVER
    ]
    listed = await listing_store.still_to_come(db, [each.id for each in sessions], visible)
    came = await store.came(db, conference.id, {member_id for _, member_id, *_ in listed})
    points = await store.points(db, conference.id)
    expected = await bridge_points.expectations(db, conference.id)
    found = []
    for session in sessions:
        counts = Counter(
            (path, name)
            for session_id, member_id, _, path, name in listed
            if session_id == session.id and member_id not in came
        )
        if not counts:
            continue
        parties = []
        for (path, name), members in counts.items():
            point = points.get(nearest(path, expected) or session.id)
            is_reached = point is not None and point.form is session.form
            hall = point.name if point is not None and is_reached else None
            parties.append(Party(name, members, hall))
        found.append(
            MakeUpText(
                session_id=session.id,
                title=session.title,
                members=counts.total(),
                text=None
                if session.confidential
                else text(
                    conference=conference.title,
                    title=session.title,
                    starts_at=session.starts_at,
                    date_hint=session.date_hint,
                    meet_url=session.meet_url,
                    parties=parties,
                ),
            )
        )
    return MakeUpTexts(sessions=found)
