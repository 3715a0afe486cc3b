"""Reading members; persons are read only through what the reader's grants make visible."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.roles import Act
from api.access.scope import require, visible_units
from api.db import ReadDb
from api.kit import conditional, errors
from api.kit.conditional import IfNoneMatch
from api.kit.errors import Problem
from api.kit.paging import Cursor, Limit, Page, Search, paged, read_cursor
from api.members import store
from api.members.schemas import MemberView
from api.units import store as units

router = APIRouter(tags=["members"], responses=REFUSALS)


@router.get("/units/{unit_id}/members", operation_id="listMembers")
async def list_members(
    unit_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    q: Search = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[MemberView]:
    """List a unit's own members, sorted by tên, then họ, then đệm."""
    unit = await units.find(db, unit_id, visible_units(principal, Act.READ_UNITS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.READ_MEMBERS, unit.path)
    members = await store.page(
        db, unit_id, search=q, after=read_cursor(cursor, str, UUID), limit=limit
    )
    return paged(
        members,
        limit,
        view=MemberView.model_validate,
        key=lambda each: (each.sort_key, str(each.id)),
    )


@router.get("/members/{member_id}", operation_id="readMember", response_model=MemberView)
async def read_member(
    member_id: UUID, principal: CurrentPrincipal, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one member of a unit inside your grants."""
    member = await store.find(db, member_id, visible_units(principal, Act.READ_MEMBERS))
    if member is None:
        raise Problem(errors.NOT_FOUND)
    return conditional.answer(MemberView.model_validate(member), if_none_match)
