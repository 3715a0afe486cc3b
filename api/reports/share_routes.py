"""Cards of reports over HTTP: a text and a picture of figures, with nobody's name."""

from uuid import UUID

from fastapi import APIRouter, Response

from api.access.guards import REFUSALS, CurrentPrincipal
from api.db import ReadDb, TheDatabase
from api.kit.clock import At
from api.kit.errors import documented
from api.kit.showing import picture, shown
from api.reports import shares
from api.reports.faults import CONFIDENTIAL
from api.reports.guards import readable_report
from api.reports.share_views import ShareCard, share_card

router = APIRouter(tags=["reports"], responses=REFUSALS)


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
    return share_card(card, f"/api/v1/reports/{report_id}/share-card.png")


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
