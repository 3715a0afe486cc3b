"""Whose phone is whose, for those who answer for a unit; slips and one's own phone beside it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api import events
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.makers import MEMBER_UNSTATED, maker_of
from api.access.roles import Act
from api.db import Db
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.errors import documented
from api.kit.paging import Cursor, Limit, Page, Search, paged, read_cursor
from api.members.visible import visible_unit
from api.phones import actions, own_routes, slip_routes, store
from api.phones.faults import NO_PHONE, OWN_PHONE
from api.phones.rules import PhoneState
from api.phones.schemas import MemberPhone
from api.phones.views import holder_view
from api.phones.visible import managed_member

router = APIRouter(tags=["phones"])
_managed = APIRouter(responses=REFUSALS)

State = Annotated[
    PhoneState | None, Query(description="`provisional` is what still waits to be confirmed.")
]


@_managed.get("/units/{unit_id}/devices", operation_id="listPhones")
async def list_phones(
    unit_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    state: State = None,
    q: Search = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[MemberPhone]:
    """List whom a unit and those below it count, by name, each with the phone he has.

    That the list was read is kept in the audit trail. Nothing tells one phone from another.
    """
    unit = await visible_unit(db, principal, unit_id, Act.MANAGE_PHONES)
    holders = await store.page(
        db,
        unit.path,
        on=day_of(at),
        state=state,
        search=q,
        after=read_cursor(cursor, str, UUID),
        limit=limit,
    )
    shown = len(holders[:limit])
    if shown:
        await events.append_readings(db, actor_of(principal), "listPhones", {unit_id: shown}, at=at)
    return paged(
        holders,
        limit,
        view=holder_view,
        key=lambda each: (each.sort_key, str(each.member_id)),
    )


@_managed.post(
    "/members/{member_id}/device/confirm",
    operation_id="confirmPhone",
    responses=documented(OWN_PHONE, NO_PHONE, MEMBER_UNSTATED),
)
async def confirm_phone(
    member_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> MemberPhone:
    """Confirm that a member's phone is his own; again, it changes nothing.

    Nobody confirms his own phone.
    """
    member = await managed_member(db, principal, member_id, on=day_of(at))
    await actions.confirm_phone(db, maker_of(principal), member_id, at=at)
    return holder_view(await store.holder(db, member.id, on=day_of(at)))


@_managed.delete("/members/{member_id}/device", operation_id="revokePhone", status_code=204)
async def revoke_phone(member_id: UUID, principal: CurrentPrincipal, db: Db, at: At) -> Response:
    """Take a lost phone from its member, at once: nothing it holds counts for him any more.

    Tickets that it was given, slips that it made and check-ins it sends later are worth nothing as
    his; what is recorded stays. A member without a phone is left as he is.
    """
    await managed_member(db, principal, member_id, on=day_of(at))
    await actions.revoke_phone(db, actor_of(principal), member_id, by=principal.account_id, at=at)
    return Response(status_code=204)


router.include_router(_managed)
router.include_router(slip_routes.router)
router.include_router(own_routes.router)
