"""Reading the audit: what was done for the admin, who viewed whom for those whose member it is."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.roles import Act, reach
from api.access.scope import FORBIDDEN, visible_units
from api.audit import rules, store
from api.audit.schemas import ActorView, EventView, FieldChange, ViewingView
from api.audit.store import Filters, Told
from api.db import ReadDb
from api.kit import errors
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.kit.wire import Instant
from api.members import store as members
from api.members.visible import past_since

router = APIRouter(tags=["audit"], responses=REFUSALS)

ActFilter = Annotated[
    str | None,
    Query(
        max_length=60,
        pattern=r"^[a-z_]+(\.[a-z_]+)?$",
        description="An act (`session.opened`), or a thing for all acts on it (`session`).",
    ),
]
Since = Annotated[Instant | None, Query(description="The first instant wanted.")]
Until = Annotated[Instant | None, Query(description="The first instant no longer wanted.")]


@router.get("/events", operation_id="listEvents")
async def list_events(
    principal: CurrentPrincipal,
    db: ReadDb,
    act: ActFilter = None,
    actor_id: UUID | None = None,
    subject_id: UUID | None = None,
    session_id: UUID | None = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[EventView]:
    """List what was done, and which names were read, below your units; the newest first.

    Events never hold a password, token, code or key. Nobody changes one: only their time of keeping
    ends, and an erased member's name goes out of them.
    """
    paths = reach(principal, Act.READ_AUDIT)
    if not paths:
        raise Problem(FORBIDDEN)
    rows = await store.page(
        db,
        await store.below(db, paths),
        Filters(act, actor_id, subject_id, session_id, since, until),
        after=_after(cursor),
        limit=limit,
    )
    return paged(rows, limit, view=_event, key=_key)


@router.get("/members/{member_id}/views", operation_id="listMemberViews")
async def list_member_views(
    member_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ViewingView]:
    """List who viewed a member (Law 91/2025), the newest first.

    A list is kept as one event with the unit it is of, not as an event for each name. So an entry
    that is not `certain` names somebody who read a list on which the member may have stood. A unit
    that has him for a time reads it from the beginning of his stay.
    """
    kept = visible_units(principal, Act.MANAGE_MEMBERS)
    member = await members.find(db, member_id, kept, on=day_of(at))
    if member is None:
        raise Problem(errors.NOT_FOUND)
    stays = rules.stays(
        [("unit_id", member.unit_id), ("temporary_unit_id", member.temporary_unit_id)],
        await store.moves_of(db, member_id),
        joined=member.created_at,
    )
    since = await past_since(db, principal, member, at=at)
    rows = await store.viewings(
        db, member_id, stays, after=_after(cursor), limit=limit, since=since
    )
    return paged(rows, limit, view=lambda told: _viewing(told, member_id), key=_key)


def _after(cursor: str | None) -> tuple[datetime, UUID] | None:
    return read_cursor(cursor, _instant, UUID)


def _instant(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    if read.tzinfo is not UTC:
        raise ValueError("not an instant of ours")
    return read


def _key(told: Told) -> tuple[str, str]:
    return told.event.at.isoformat(), str(told.event.id)


def _actor(told: Told) -> ActorView:
    event = told.event
    return ActorView(kind=event.actor_kind, id=event.actor_id, display_name=told.actor_name)


def _event(told: Told) -> EventView:
    event = told.event
    changes = event.detail.get("changes", {})
    return EventView(
        id=event.id,
        happened_at=event.at,
        actor=_actor(told),
        act=event.act,
        subject_id=event.subject_id,
        session_id=event.session_id,
        detail={name: value for name, value in event.detail.items() if name != "changes"},
        changes={name: FieldChange.model_validate(change) for name, change in changes.items()},
    )


def _viewing(told: Told, member_id: UUID) -> ViewingView:
    event = told.event
    return ViewingView(
        viewed_at=event.at,
        viewer=_actor(told),
        certain=event.subject_id == member_id,
        operation=event.detail.get("list"),
        count=event.detail.get("count"),
        subject_id=event.subject_id,
        session_id=event.session_id,
    )
