"""Deliveries over HTTP: what left, what waits, and what a person must decide on."""

from uuid import UUID

from fastapi import APIRouter

from api.access.guards import REFUSALS, CurrentPrincipal
from api.access.roles import Act, reach
from api.access.scope import FORBIDDEN, of_visible_unit
from api.db import Db, ReadDb
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.outbox import actions, store
from api.outbox.faults import DELIVERY_STATE
from api.outbox.schemas import DeliveryView
from api.outbox.store import Filters
from api.outbox.views import delivery_view
from api.tables.outbox import Delivery
from api.words import DeliveryChannel, DeliveryState

router = APIRouter(tags=["outbox"], responses=REFUSALS)


@router.get("/deliveries", operation_id="listDeliveries")
async def list_deliveries(
    principal: CurrentPrincipal,
    db: ReadDb,
    state: DeliveryState | None = None,
    channel: DeliveryChannel | None = None,
    webhook_id: UUID | None = None,
    subject_id: UUID | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[DeliveryView]:
    """List the mails and messages of your units, newest first.

    `state=dead` and `state=uncertain` are the two lists that wait for a person.
    """
    if not reach(principal, Act.READ_DELIVERIES):
        raise Problem(FORBIDDEN)
    rows = await store.page(
        db,
        of_visible_unit(Delivery.unit_id, principal, Act.READ_DELIVERIES),
        Filters(state, channel, webhook_id, subject_id),
        after=read_cursor(cursor, UUID),
        limit=limit,
    )
    return paged(rows, limit, view=delivery_view, key=lambda row: (str(row.id),))


@router.post(
    "/deliveries/{delivery_id}/replay",
    operation_id="replayDelivery",
    responses=documented(DELIVERY_STATE),
)
async def replay_delivery(
    delivery_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> DeliveryView:
    """Send something again that is dead or uncertain, or a message that was sent.

    A message keeps its `webhook-id`, so that a program knows it again. Of an uncertain mail ask
    first whether it arrived: this sends it once more.
    """
    if not reach(principal, Act.READ_DELIVERIES):
        raise Problem(FORBIDDEN)
    return delivery_view(await actions.replay(db, principal, delivery_id, at=at))
