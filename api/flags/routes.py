"""Flags: read by whom they concern, decided on by the district."""

from uuid import UUID

from fastapi import APIRouter

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.makers import OWN_ATTENDANCE
from api.access.roles import Act, reach
from api.access.scope import FORBIDDEN
from api.db import Db
from api.flags import actions
from api.flags.faults import FLAG_GONE
from api.flags.rules import Flag
from api.flags.schemas import FlagView, NewFlagDecision
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.sessions.guards import visible_session
from api.words import FlagKind

router = APIRouter(tags=["flags"], responses=REFUSALS)


@router.get("/flags", operation_id="listFlags")
async def list_flags(
    session_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    unit_id: UUID | None = None,
    kind: FlagKind | None = None,
    decided: bool | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[FlagView]:
    """List what strikes the eye about a session, of your units; computed anew at each look.

    A flag refuses nothing and changes nothing: it is something for a person to look at.
    """
    session = await visible_session(db, principal, session_id)
    if not reach(principal, Act.READ_FLAGS):
        raise Problem(FORBIDDEN)
    found = await actions.find(db, principal, session, at=at)
    after = read_cursor(cursor, str, str)
    wanted = [
        flag
        for flag in sorted(found.flags, key=_key)
        if (unit_id is None or flag.unit_id == unit_id)
        and (kind is None or flag.kind is kind)
        and (decided is None or (flag.id in found.decisions) == decided)
        and (after is None or _key(flag) > after)
    ]
    page = paged(wanted[: limit + 1], limit, view=lambda flag: flag, key=_key)
    items = await actions.views(db, principal, found, page.items, session_id=session_id, at=at)
    return Page(items=items, next_cursor=page.next_cursor)


@router.post(
    "/sessions/{session_id}/flags/{flag_id}/decide",
    operation_id="decideFlag",
    responses=documented(errors.NOT_FOUND, FLAG_GONE, OWN_ATTENDANCE),
)
async def decide_flag(
    session_id: UUID,
    flag_id: UUID,
    new: NewFlagDecision,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> FlagView:
    """Say what you make of a flag: explained, or upheld; nothing else changes by it.

    Nobody decides on a flag that names himself.
    """
    session = await visible_session(db, principal, session_id)
    return await actions.decide(db, principal, session, flag_id, new, at=at)


def _key(flag: Flag) -> tuple[str, str]:
    return flag.kind.value, str(flag.id)
