"""Conferences: planning them, and reading them."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, SessionsReader, actor_of
from api.access.roles import Act
from api.access.scope import require, visible_organisers, visible_units
from api.conferences import actions, store
from api.conferences.exclusion_routes import router as exclusions
from api.conferences.faults import (
    CONFERENCE_EXISTS,
    PREPARATION_ITEM_TWICE,
    UNIT_NOT_OF_ORGANISER,
)
from api.conferences.group_routes import router as groups
from api.conferences.guards import require_free_quarter, require_living, visible_conference
from api.conferences.schemas import (
    ConferenceChange,
    ConferenceView,
    NewConference,
    PreparationItem,
)
from api.db import Db, ReadDb, one_at_a_time
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional, errors
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.tables.conferences import Conference
from api.units import store as units

router = APIRouter(tags=["conferences"], responses=REFUSALS)
router.include_router(groups)
router.include_router(exclusions)


def _view(conference: Conference, labels: Sequence[str]) -> ConferenceView:
    return ConferenceView(
        id=conference.id,
        organiser_id=conference.organiser_id,
        title=conference.title,
        year=conference.year,
        quarter=conference.quarter,
        plan_number=conference.plan_number,
        topics=conference.topics,
        regulations=conference.regulations,
        blocs=conference.blocs,
        report_email=conference.report_email,
        preparation_items=[
            PreparationItem.model_validate(each) for each in conference.preparation_items
        ],
        document_profile=conference.document_profile,
        groups=list(labels),
        copied_from_id=conference.copied_from_id,
        created_at=conference.created_at,
    )


@router.get("/conferences", operation_id="listConferences")
async def list_conferences(
    principal: SessionsReader, db: ReadDb, limit: Limit = 50, cursor: Cursor = None
) -> Page[ConferenceView]:
    """List the conferences of organisers above your units, or inside them; the newest first."""
    conferences = await store.page(
        db, visible_organisers(principal), after=read_cursor(cursor, UUID), limit=limit
    )
    labels = await store.labels(db, [each.id for each in conferences])
    return paged(
        conferences,
        limit,
        view=lambda each: _view(each, labels[each.id]),
        key=lambda each: (str(each.id),),
    )


@router.post(
    "/conferences",
    operation_id="addConference",
    status_code=201,
    response_model=ConferenceView,
    responses=documented(
        UNIT_NOT_OF_ORGANISER, PREPARATION_ITEM_TWICE, CONFERENCE_EXISTS, KEY_REUSED
    ),
)
async def add_conference(
    new: NewConference,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Add a conference from scratch: its plan first, then its points and its sessions."""
    organiser = await units.find(db, new.organiser_id, visible_units(principal, Act.READ_UNITS))
    if organiser is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.PLAN_CONFERENCES, organiser.path)

    async def make() -> ConferenceView:
        await require_living(db, organiser.path, {organiser.id}, at=at)
        await require_free_quarter(
            db, organiser.id, year=new.year, quarter=new.quarter, another=new.another
        )
        conference = await actions.add_conference(
            db,
            actor_of(principal),
            organiser=organiser,
            title=new.title,
            year=new.year,
            quarter=new.quarter,
            plan_number=new.plan_number,
            topics=new.topics,
            regulations=new.regulations,
            blocs=new.blocs,
            report_email=new.report_email,
            preparation_items=[each.model_dump(mode="json") for each in new.preparation_items],
            document_profile=new.document_profile,
            at=at,
        )
        return _view(conference, [])

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation="addConference",
        body=new,
        at=at,
        make=make,
    )


@router.get(
    "/conferences/{conference_id:uuid}",
    operation_id="readConference",
    response_model=ConferenceView,
)
async def read_conference(
    conference_id: UUID, principal: SessionsReader, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one conference."""
    conference, _ = await visible_conference(db, principal, conference_id)
    labels = await store.labels(db, [conference_id])
    return conditional.answer(_view(conference, labels[conference_id]), if_none_match)


@router.patch(
    "/conferences/{conference_id:uuid}",
    operation_id="changeConference",
    response_model=ConferenceView,
    responses=documented(PREPARATION_ITEM_TWICE),
)
async def change_conference(
    conference_id: UUID,
    change: ConferenceChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Change a conference's plan, or the checklist that its points go through."""
    conference, _ = await visible_conference(db, principal, conference_id, Act.PLAN_CONFERENCES)
    await one_at_a_time(db, f"conference {conference_id}")
    await db.refresh(conference)
    labels = (await store.labels(db, [conference_id]))[conference_id]
    conditional.require_unchanged(_view(conference, labels), if_match)
    changes = change.model_dump(mode="json", exclude_unset=True)
    await actions.change_conference(db, actor_of(principal), conference, changes, at=at)
    return conditional.answer(_view(conference, labels))
