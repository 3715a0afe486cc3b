"""Reading conferences."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.scope import visible_organisers
from api.conferences import store
from api.conferences.schemas import ConferenceView
from api.db import ReadDb
from api.kit import conditional, errors
from api.kit.conditional import IfNoneMatch
from api.kit.errors import Problem
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor

router = APIRouter(tags=["conferences"], responses=REFUSALS)


@router.get("/conferences", operation_id="listConferences")
async def list_conferences(
    principal: CurrentPrincipal, db: ReadDb, limit: Limit = 50, cursor: Cursor = None
) -> Page[ConferenceView]:
    """List the conferences of organisers above your units, or inside them; the newest first."""
    conferences = await store.page(
        db, visible_organisers(principal), after=read_cursor(cursor, UUID), limit=limit
    )
    return paged(
        conferences, limit, view=ConferenceView.model_validate, key=lambda each: (str(each.id),)
    )


@router.get(
    "/conferences/{conference_id:uuid}",
    operation_id="readConference",
    response_model=ConferenceView,
)
async def read_conference(
    conference_id: UUID, principal: CurrentPrincipal, db: ReadDb, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one conference."""
    found = await store.find(db, conference_id, visible_organisers(principal))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    return conditional.answer(ConferenceView.model_validate(found[0]), if_none_match)
