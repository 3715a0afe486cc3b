"""Closing a conference: its summary is frozen, and what changes after makes an addendum."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import actor_of
from api.access.roles import Principal
from api.db import one_at_a_time
from api.events import Happening
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.letterheads import actions as letterheads
from api.reports.addendum import Added
from api.reports.difference import difference
from api.reports.drafting import digest_of
from api.reports.faults import NOTHING_CHANGED
from api.summaries import store
from api.summaries.faults import CONFERENCE_CLOSED, CONFERENCE_NOT_CLOSED, SESSIONS_OPEN
from api.summaries.frozen import content_of, thaw
from api.summaries.laid import compared
from api.summaries.overview import Overview, overview
from api.tables.conferences import Conference
from api.tables.summaries import SummaryVersion


async def close_conference(
    db: AsyncSession, principal: Principal, conference: Conference, path: str, *, at: datetime
) -> SummaryVersion:
    """Close a conference, and freeze what its summary says now.

    Raises: Problem `conference_closed`, `sessions_open`.
    """
    await _hold(db, conference)
    if conference.closed_at is not None:
        raise Problem(CONFERENCE_CLOSED, closed_at=conference.closed_at.isoformat())
    running = await store.running_sessions(db, conference.id)
    if running:
        raise Problem(SESSIONS_OPEN, sessions=running)
    content = await drafted(db, await overview(db, conference, path, at=at), at=at)
    conference.closed_at = at
    return await _keep(
        db, principal, conference, content, number=1, act=events.CONFERENCE_CLOSED, at=at
    )


async def amend_summary(
    db: AsyncSession, principal: Principal, conference: Conference, path: str, *, at: datetime
) -> SummaryVersion:
    """Freeze what the summary of a closed conference says now, with how it differs from before.

    Raises: Problem `conference_not_closed`, `nothing_changed`.
    """
    await _hold(db, conference)
    last = await store.latest(db, conference.id)
    if last is None:
        raise Problem(CONFERENCE_NOT_CLOSED)
    content = await drafted(db, await overview(db, conference, path, at=at), at=at)
    changes = difference(compared(last.content), compared(content))
    if not changes:
        raise Problem(NOTHING_CHANGED)
    return await _keep(
        db,
        principal,
        conference,
        content,
        number=last.number + 1,
        act=events.SUMMARY_AMENDED,
        at=at,
        changes=changes,
    )


async def drafted(
    db: AsyncSession, found: Overview, *, at: datetime, version: SummaryVersion | None = None
) -> dict[str, Any]:
    """Write what an overview tells, under the letterhead of its unit.

    What a version says of the whole conference is what it kept, its letterhead too.
    """
    if version is not None and found.top.id == found.gathered.conference.organiser_id:
        return dict(version.content)
    letterhead = await letterheads.letterhead_of(db, found.top, on=day_of(at))
    return content_of(found, letterhead=letterhead.as_json())


def changed_since(
    version: SummaryVersion, conference: Conference, now: Overview
) -> Sequence[Mapping[str, Any]]:
    """List how the figures of now differ from those of a version, of the same units."""
    then = thaw(version.content, conference, now.top.id)
    after = compared(content_of(now, letterhead={}))
    before = compared(content_of(then, letterhead={})) if then is not None else {}
    return difference(before, after)


async def added_by(
    db: AsyncSession, version: SummaryVersion, conference: Conference, frozen: Overview
) -> Added | None:
    """Tell what a version changed of the one before it, of the same units; None of the first."""
    before = await store.version(db, conference.id, version.number - 1)
    if before is None:
        return None
    return Added(changed_since(before, conference, frozen), before.made_at)


async def _hold(db: AsyncSession, conference: Conference) -> None:
    await one_at_a_time(db, f"conference {conference.id}")
    await db.refresh(conference)


async def _keep(
    db: AsyncSession,
    principal: Principal,
    conference: Conference,
    content: Mapping[str, Any],
    *,
    number: int,
    act: str,
    at: datetime,
    changes: Sequence[Mapping[str, Any]] = (),
) -> SummaryVersion:
    version = SummaryVersion(
        conference_id=conference.id,
        number=number,
        content=dict(content),
        digest=digest_of(content),
        difference=[dict(each) for each in changes],
        made_at=at,
        account_id=principal.account_id,
    )
    db.add(version)
    await db.flush()
    detail = {"version": number, "digest": version.digest, "changes_count": len(changes)}
    await events.append(db, Happening(actor_of(principal), act, conference.id, at, detail=detail))
    return version
