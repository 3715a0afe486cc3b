"""Reading members; persons are read only through what the reader's grants make visible.

What changes them is in `life`, and what changes units together with their members in `mergers`.
"""

from datetime import datetime
from enum import Enum
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access.guards import REFUSALS, CurrentPrincipal, UnitsReader, actor_of
from api.access.roles import Act, Principal
from api.access.scope import within
from api.db import Db, ReadDb
from api.kit import conditional
from api.kit.clock import At
from api.kit.conditional import IfNoneMatch
from api.kit.dates import day_of
from api.kit.paging import Cursor, Limit, Page, Search, paged, read_cursor
from api.members import life, mergers, own_routes, store
from api.members.rules import Figures
from api.members.schemas import (
    FiguresPage,
    FiguresView,
    ListedMember,
    MemberScope,
    MemberView,
    UnitFigures,
)
from api.members.store import Filters
from api.members.visible import past_since, view_of, visible_member, visible_unit
from api.tables.units import Unit
from api.units import store as units
from api.units.schemas import ChangeView
from api.words import MemberStatus

_persons = APIRouter(responses=REFUSALS)

_TAGS: list[str | Enum] = ["members"]

_ACTS = (
    events.MEMBER_ADDED,
    events.MEMBER_CHANGED,
    events.MEMBER_TRANSFERRED,
    events.MEMBER_ERASED,
)


@_persons.get("/units/{unit_id}/members", operation_id="listMembers", tags=_TAGS)
async def list_members(
    unit_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    scope: Annotated[
        MemberScope, Query(description="The unit alone, or with everything below it.")
    ] = MemberScope.UNIT,
    status: MemberStatus | None = None,
    include_left: Annotated[bool, Query(description="Also those who have left.")] = False,
    q: Search = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ListedMember]:
    """List the members of a unit, sorted by tên, then họ, then đệm.

    Those who are away for a time are listed, and those who are here for a time. That the list was
    read is kept in the audit trail.
    """
    unit = await visible_unit(db, principal, unit_id, Act.READ_MEMBERS)
    today = day_of(at)
    listed = await store.page(
        db,
        within([unit.path]) if scope is MemberScope.TREE else Unit.id == unit_id,
        Filters(status, include_left, q),
        on=today,
        after=read_cursor(cursor, str, UUID),
        limit=limit,
    )
    counts = {unit_id: len(listed[:limit])}
    await events.append_readings(
        db, actor_of(principal), "listMembers", counts, at=at, scope=scope.value
    )
    return paged(
        listed,
        limit,
        view=lambda row: ListedMember(
            **view_of(row[0], on=today).model_dump(), is_temporary=row[1]
        ),
        key=lambda row: (row[0].sort_key, str(row[0].id)),
    )


_persons.include_router(life.router)


@_persons.get(
    "/members/{member_id}", operation_id="readMember", tags=_TAGS, response_model=MemberView
)
async def read_member(
    member_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read one member of a unit inside your grants, or who is at one for a time."""
    member = await visible_member(db, principal, member_id, on=day_of(at))
    await _note(db, principal, member_id, "readMember", at=at)
    return conditional.answer(view_of(member, on=day_of(at)), if_none_match)


@_persons.get("/members/{member_id}/history", operation_id="listMemberHistory", tags=_TAGS)
async def list_member_history(
    member_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ChangeView]:
    """List what was done to a member, the newest first: what, by whom, when, before and after.

    A unit that has him for a time reads it from the beginning of his stay.
    """
    member = await visible_member(db, principal, member_id, on=day_of(at))
    since = await past_since(db, principal, member, at=at)
    await _note(db, principal, member_id, "listMemberHistory", at=at)
    after = read_cursor(cursor, UUID)
    told = await units.told_of(db, member_id, _ACTS, after=after, limit=limit, since=since)
    return paged(told, limit, view=lambda each: each, key=lambda each: (str(each.id),))


async def _note(
    db: AsyncSession, principal: Principal, member_id: UUID, operation: str, *, at: datetime
) -> None:
    """Tell in the audit trail that a member was read by himself."""
    await events.append_readings(db, actor_of(principal), operation, {member_id: 1}, at=at)


@_persons.get("/units/{unit_id}/figures", operation_id="readFigures", tags=_TAGS)
async def read_figures(
    unit_id: UUID,
    principal: UnitsReader,
    db: ReadDb,
    at: At,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> FiguresPage:
    """Read how many members a unit and each unit below it has, and how many are to be convened.

    Counts, no names. The exclusion list of a conference is not in them.
    """
    unit = await visible_unit(db, principal, unit_id, Act.READ_UNITS)
    figures = await store.figures(db, [unit.path], on=day_of(at))
    page = paged(
        await units.page(
            db,
            within([unit.path]),
            parent_id=None,
            search=None,
            after=read_cursor(cursor, str, UUID),
            limit=limit,
        ),
        limit,
        view=lambda each: UnitFigures(
            unit_id=each.id,
            parent_id=each.parent_id,
            name=each.name,
            **_view(figures[each.id]).model_dump(),
        ),
        key=lambda each: (each.sort_key, str(each.id)),
    )
    total = _view(sum(figures.values(), Figures()))
    return FiguresPage(items=page.items, next_cursor=page.next_cursor, total=total)


def _view(figures: Figures) -> FiguresView:
    return FiguresView.model_validate(figures)


router = APIRouter()
router.include_router(own_routes.router)
router.include_router(_persons)
router.include_router(mergers.router)
