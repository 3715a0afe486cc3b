"""The Zalo groups of a conference: opaque labels, and the units that read each."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.guards import CurrentPrincipal, actor_of
from api.access.roles import Act, Principal
from api.access.scope import visible_units
from api.conferences import actions, store
from api.conferences.faults import UNIT_IN_TWO_GROUPS, UNIT_NOT_OF_ORGANISER
from api.conferences.guards import visible_conference
from api.conferences.schemas import GroupsView, GroupView, NewGroups
from api.db import Db, ReadDb, one_at_a_time
from api.kit import conditional
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.dates import day_of
from api.kit.errors import documented

router = APIRouter()

_UNGROUPED_SHOWN = 200


async def _view(
    db: AsyncSession,
    principal: Principal,
    conference_id: UUID,
    organiser_path: str,
    *,
    at: datetime,
) -> GroupsView:
    grouped = await store.grouped_units(db, conference_id)
    left_out = await store.units_left_out(
        db,
        visible_units(principal, Act.READ_UNITS),
        organiser_path=organiser_path,
        reached=store.grouped_paths(conference_id),
        on=day_of(at),
        after=None,
        limit=_UNGROUPED_SHOWN,
    )
    return GroupsView(
        groups=[GroupView(label=label, units=units) for label, units in grouped.items()],
        ungrouped_units=[each.name for each in left_out[:_UNGROUPED_SHOWN]],
    )


@router.get(
    "/conferences/{conference_id}/groups",
    operation_id="readGroups",
    response_model=GroupsView,
)
async def read_groups(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Read the Zalo groups of a conference, and which of your units read none of them."""
    _, organiser_path = await visible_conference(db, principal, conference_id)
    view = await _view(db, principal, conference_id, organiser_path, at=at)
    return conditional.answer(view, if_none_match)


@router.put(
    "/conferences/{conference_id}/groups",
    operation_id="replaceGroups",
    response_model=GroupsView,
    responses=documented(UNIT_NOT_OF_ORGANISER, UNIT_IN_TWO_GROUPS),
)
async def replace_groups(
    conference_id: UUID,
    new: NewGroups,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Say which units belong to which Zalo group; the nearest unit up the tree holds."""
    conference, organiser_path = await visible_conference(
        db, principal, conference_id, Act.PLAN_CONFERENCES
    )
    await one_at_a_time(db, f"conference {conference_id}")
    before = await _view(db, principal, conference_id, organiser_path, at=at)
    conditional.require_unchanged(before, if_match)
    groups = [(each.label, each.unit_ids) for each in new.groups]
    await actions.set_groups(
        db, actor_of(principal), conference, organiser_path, groups=groups, at=at
    )
    return conditional.answer(await _view(db, principal, conference_id, organiser_path, at=at))
