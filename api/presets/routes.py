"""Presets, and conferences that are planned at one stroke: from a preset, or from another one."""

from uuid import UUID

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act
from api.access.scope import require, visible_units
from api.conferences.faults import CONFERENCE_EXISTS, CONFERENCE_IN_USE
from api.conferences.guards import visible_conference
from api.db import Db
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.paging import Page
from api.presets import actions, copying, preset, removing, views
from api.presets.faults import ORGANISER_ENDED, PRESET_UNKNOWN, UNITS_MISSING, UNITS_UNCLEAR
from api.presets.schemas import NewCopy, NewFromPreset, PlannedConference, PresetView
from api.units import store as units

router = APIRouter(tags=["presets"], responses=REFUSALS)


@router.get("/presets", operation_id="listPresets")
async def list_presets(_principal: CurrentPrincipal) -> Page[PresetView]:
    """List the plans kept ready in the program, with what each would bring."""
    items = [views.summary(preset.load(key)) for key in preset.keys()]
    return Page(items=items, next_cursor=None)


@router.post(
    "/conferences/from-preset",
    operation_id="addConferenceFromPreset",
    status_code=201,
    response_model=PlannedConference,
    responses=documented(
        PRESET_UNKNOWN,
        UNITS_MISSING,
        UNITS_UNCLEAR,
        ORGANISER_ENDED,
        CONFERENCE_EXISTS,
        KEY_REUSED,
    ),
)
async def add_conference_from_preset(
    new: NewFromPreset,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Plan a preset's conference on units that you have: with its points and sessions.

    The preset's units are found below the organiser by name or alias, marks and case aside. Where
    some are missing, nothing is done and they are named, unless `create_units` adds them.
    """
    organiser = await units.find(db, new.organiser_id, visible_units(principal, Act.READ_UNITS))
    if organiser is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.PLAN_CONFERENCES, organiser.path)
    if new.create_units:
        require(principal, Act.MANAGE_UNITS, organiser.path)
    plan = actions.named(new.preset)

    async def make() -> PlannedConference:
        loaded = await actions.load_preset(
            db,
            actor_of(principal),
            plan,
            organiser,
            create_units=new.create_units,
            another=new.another,
            at=at,
        )
        return views.of_preset(plan, loaded)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="addConferenceFromPreset",
        body=new,
        at=at,
        make=make,
    )


@router.post(
    "/conferences/{conference_id}/copy",
    operation_id="copyConference",
    status_code=201,
    response_model=PlannedConference,
    responses=documented(ORGANISER_ENDED, CONFERENCE_EXISTS, KEY_REUSED),
)
async def copy_conference(
    conference_id: UUID,
    new: NewCopy,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Plan last quarter's conference again, for another quarter.

    Its points, expected units, capacities, sessions, groups, preparation items, regulations and
    mail address come along; times, links, presenters, exclusions, marks and attendance do not, nor
    sessions without a share of the members, nor that one was confidential. A unit that ended since
    is replaced by the unit it became part of.
    """
    source, _ = await visible_conference(db, principal, conference_id, Act.PLAN_CONFERENCES)
    organiser = await copying.organiser_today(db, source, at=at)
    require(principal, Act.PLAN_CONFERENCES, organiser.path)

    async def make() -> PlannedConference:
        copied = await copying.copy_conference(
            db, actor_of(principal), source, organiser, new, at=at
        )
        return views.planned(
            copied.conference,
            point_count=copied.point_count,
            session_count=copied.session_count,
            left_out=copied.left_out,
            sessions_left_out=copied.sessions_left_out,
        )

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"copyConference {conference_id}",
        body=new,
        at=at,
        make=make,
    )


@router.delete(
    "/conferences/{conference_id:uuid}",
    operation_id="removeConference",
    status_code=204,
    responses=documented(CONFERENCE_IN_USE),
)
async def remove_conference(
    conference_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> None:
    """Remove a conference of which nothing happened yet, such as one that was planned twice.

    Its points, sessions, groups, checklist marks and exclusion lists go with it. Refused once
    something of it was opened, allocated, published, posted or printed, or a point has a screen.
    """
    conference, _ = await visible_conference(db, principal, conference_id, Act.PLAN_CONFERENCES)
    await removing.remove_conference(db, actor_of(principal), conference, at=at)
