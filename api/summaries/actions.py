"""Reading a summary: of the whole conference or of one unit's part, frozen or as it is now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.roles import Act, Principal
from api.conferences.guards import visible_conference
from api.kit import errors
from api.kit.errors import Problem
from api.rosters.scopes import reached_unit
from api.sessions.secrecy import require_told
from api.summaries import store
from api.summaries.closing import changed_since
from api.summaries.frozen import thaw
from api.summaries.overview import Overview, overview
from api.tables.conferences import Conference
from api.tables.summaries import SummaryVersion


@dataclass(frozen=True, slots=True)
class Read:
    """An overview; of a version, or as it is now with how that differs from the last version."""

    overview: Overview
    version: SummaryVersion | None = None
    difference: Sequence[Mapping[str, Any]] = field(default=())


async def reached(
    db: AsyncSession, principal: Principal, conference_id: UUID, act: Act, *, unit_id: UUID | None
) -> tuple[Conference, str, UUID]:
    """Find a conference, and the path and the id of the unit on whose subtree somebody may `act`.

    Without `unit_id` that is all of the conference, or what of it his grants reach.

    Raises: Problem `not_found`, `forbidden`, `unit_needed`.
    """
    conference, organiser_path = await visible_conference(db, principal, conference_id)
    await require_told(db, principal, conference_id)
    found, path = await reached_unit(
        db, principal, act, organiser_path=organiser_path, unit_id=unit_id
    )
    return conference, path, found or conference.organiser_id


async def read_summary(
    db: AsyncSession,
    principal: Principal,
    conference_id: UUID,
    *,
    unit_id: UUID | None,
    live: bool,
    at: datetime,
) -> Read:
    """Tell of a conference: as it was frozen where it is closed, unless it is asked for `live`.

    Raises: Problem `not_found`, also for a unit that was added after the conference was closed.
    """
    conference, path, reached_id = await reached(
        db, principal, conference_id, Act.READ_REPORTS, unit_id=unit_id
    )
    version = await store.latest(db, conference.id)
    if version is not None and not live:
        frozen = thaw(version.content, conference, reached_id)
        if frozen is None:
            raise Problem(errors.NOT_FOUND)
        return Read(frozen, version)
    now = await overview(db, conference, path, at=at)
    if version is None:
        return Read(now)
    return Read(now, None, changed_since(version, conference, now))
