"""Cards for the units' groups over HTTP: a text and a picture of figures, with nobody's name."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.roles import Act, Principal
from api.conferences.guards import visible_conference
from api.db import ReadDb, TheDatabase
from api.kit.clock import At
from api.kit.errors import documented
from api.kit.showing import picture, shown
from api.reports import shares
from api.reports.faults import CONFIDENTIAL
from api.reports.guards import readable_report
from api.reports.sharing import Card, text_of
from api.tables.conferences import Conference

router = APIRouter(tags=["reports"], responses=REFUSALS)

OfSession = Annotated[
    UUID | None, Query(description="Only this session; without it, those held so far.")
]


class ShareCard(BaseModel):
    """What is pasted into a group."""

    text: str = Field(description="Ready to paste, in Vietnamese.")
    picture_url: str = Field(description="The same as PNG, 1080 × 1350.")
    counted_at: datetime = Field(description="The moment of the figures, or of their handing in.")
    is_provisional: bool = Field(description="The figures may still change.")


@router.get(
    "/reports/{report_id}/share-card",
    operation_id="readShareCard",
    responses=documented(CONFIDENTIAL),
)
async def read_share_card(
    report_id: UUID, principal: CurrentPrincipal, db: ReadDb, at: At
) -> ShareCard:
    """Read the text of a report's figures for the unit's group: live, or as it was handed in."""
    report, unit = await readable_report(db, principal, report_id)
    card = await shares.card_of_report(db, report, unit, at=at)
    return _view(card, f"/api/v1/reports/{report_id}/share-card.png")


@router.get(
    "/reports/{report_id}/share-card.png",
    operation_id="readShareCardPicture",
    response_class=Response,
    responses={**picture("image/png"), **documented(CONFIDENTIAL)},
)
async def read_share_card_picture(
    report_id: UUID, principal: CurrentPrincipal, database: TheDatabase, at: At
) -> Response:
    """Show a report's figures as a picture for the unit's group."""
    async with database.read() as db:
        report, unit = await readable_report(db, principal, report_id)
        card = await shares.card_of_report(db, report, unit, at=at)
    return shown(await shares.picture_of(card), "image/png")


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
    """Read the text of the organiser's interim figures: of one session, or of those held so far."""
    conference = await _readable(db, principal, conference_id)
    card = await shares.card_of_conference(db, conference, session_id=session_id, at=at)
    query = f"?session_id={session_id}" if session_id else ""
    return _view(card, f"/api/v1/conferences/{conference_id}/share-card.png{query}")


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
    """Show the organiser's interim figures as a picture."""
    async with database.read() as db:
        conference = await _readable(db, principal, conference_id)
        card = await shares.card_of_conference(db, conference, session_id=session_id, at=at)
    return shown(await shares.picture_of(card), "image/png")


async def _readable(db: AsyncSession, principal: Principal, conference_id: UUID) -> Conference:
    conference, _ = await visible_conference(db, principal, conference_id, Act.READ_REPORTS)
    return conference


def _view(card: Card, picture_url: str) -> ShareCard:
    return ShareCard(
        text=text_of(card),
        picture_url=picture_url,
        counted_at=card.as_of,
        is_provisional=card.is_provisional,
    )
