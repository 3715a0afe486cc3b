"""The card of a conference over HTTP: a text and a picture of figures, with nobody's name."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.access.guards import REFUSALS, CurrentPrincipal
from api.db import ReadDb, TheDatabase
from api.kit.clock import At
from api.kit.errors import documented
from api.kit.showing import picture, shown
from api.reports.faults import CONFIDENTIAL
from api.reports.share_views import ShareCard, share_card
from api.reports.shares import picture_of
from api.summaries.cards import conference_card

router = APIRouter(tags=["reports"], responses=REFUSALS)

OfSession = Annotated[
    UUID | None, Query(description="Only this session; without it, those held so far.")
]


@router.get(
    "/conferences/{conference_id}/share-card",
    operation_id="readConferenceShareCard",
    responses=documented(CONFIDENTIAL),
)
async def read_conference_share_card(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    session_id: OfSession = None,
) -> ShareCard:
    """Read the text of the organiser's figures: of one session, or of those held so far.

    Once the conference is closed they are those that its newest version froze.
    """
    card = await conference_card(db, principal, conference_id, session_id=session_id, at=at)
    query = f"?session_id={session_id}" if session_id else ""
    return share_card(card, f"/api/v1/conferences/{conference_id}/share-card.png{query}")


@router.get(
    "/conferences/{conference_id}/share-card.png",
    operation_id="readConferenceShareCardPicture",
    response_class=Response,
    responses={**picture("image/png"), **documented(CONFIDENTIAL)},
)
async def read_conference_share_card_picture(
    conference_id: UUID,
    principal: CurrentPrincipal,
    database: TheDatabase,
    at: At,
    session_id: OfSession = None,
) -> Response:
    """Show the organiser's figures as a picture: interim, or as they were frozen."""
    async with database.read() as db:
        card = await conference_card(db, principal, conference_id, session_id=session_id, at=at)
    return shown(await picture_of(card), "image/png")
