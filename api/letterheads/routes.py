"""Letterheads over HTTP."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act, Principal
from api.access.scope import require, visible_units
from api.db import Db, ReadDb, one_at_a_time
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.dates import day_of
from api.kit.errors import Problem
from api.letterheads import actions, store
from api.letterheads.rules import signature_lines
from api.letterheads.schemas import LetterheadView, NewLetterhead
from api.papers.profile import HD05_2026
from api.tables.units import Unit
from api.units import store as units

router = APIRouter(tags=["letterheads"], responses=REFUSALS)


@router.get(
    "/units/{unit_id}/letterhead", operation_id="readLetterhead", response_model=LetterheadView
)
async def read_letterhead(
    unit_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read what stands above and below a unit's documents."""
    unit = await _visible(db, principal, unit_id)
    return conditional.answer(await _view(db, unit, at=at), if_none_match)


@router.put(
    "/units/{unit_id}/letterhead", operation_id="writeLetterhead", response_model=LetterheadView
)
async def write_letterhead(
    unit_id: UUID,
    new: NewLetterhead,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """State how a unit's documents name it and who signs them; an empty body takes all back.

    Reports that were handed in keep the letterhead of their day.
    """
    unit = await _visible(db, principal, unit_id)
    require(principal, Act.WRITE_REPORTS, unit.path)
    await one_at_a_time(db, f"letterhead {unit_id}")
    conditional.require_unchanged(await _view(db, unit, at=at), if_match)
    await actions.write_letterhead(db, actor_of(principal), unit, new.model_dump(), at=at)
    return conditional.answer(await _view(db, unit, at=at))


async def _visible(db: AsyncSession, principal: Principal, unit_id: UUID) -> Unit:
    unit = await units.find(db, unit_id, visible_units(principal, Act.READ_REPORTS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    return unit


async def _view(db: AsyncSession, unit: Unit, *, at: datetime) -> LetterheadView:
    own = await store.own(db, unit.id)
    found = await actions.letterhead_of(db, unit, on=day_of(at))
    return LetterheadView(
        unit_id=unit.id,
        unit_name=unit.name,
        **found.as_json(),
        own=sorted(actions.stated(own)),
        signature_lines=signature_lines(found, HD05_2026),
        changed_at=own.changed_at if own else None,
    )
