"""The routes of a member's life in the Party, as far as attendance needs it."""

from uuid import UUID

from fastapi import APIRouter, Response

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act, may
from api.access.scope import FORBIDDEN, require, visible_units
from api.db import Db
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional
from api.kit.clock import At
from api.kit.conditional import IfMatch
from api.kit.dates import day_of
from api.kit.errors import Problem, documented
from api.members import actions, store
from api.members.faults import (
    ALREADY_THERE,
    CARD_NUMBER_TAKEN,
    MEMBER_ERASED,
    MEMBER_LEFT,
    NOT_AWAY,
)
from api.members.schemas import MemberChange, MemberEntry, MemberView, Transfer
from api.members.visible import view_of, visible_member, visible_unit
from api.units import store as units
from api.units.faults import DAY_REFUSED, UNIT_ENDED

router = APIRouter(tags=["members"], responses=REFUSALS)


@router.post(
    "/units/{unit_id}/members",
    operation_id="addMember",
    status_code=201,
    response_model=MemberView,
    responses=documented(UNIT_ENDED, CARD_NUMBER_TAKEN, KEY_REUSED),
)
async def add_member(
    unit_id: UUID,
    entry: MemberEntry,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Add a member to a unit; a namesake is another person."""
    unit = await visible_unit(db, principal, unit_id, Act.MANAGE_MEMBERS)
    own = visible_units(principal, Act.MANAGE_MEMBERS)

    async def make() -> MemberView:
        member = await actions.add_member(db, actor_of(principal), unit, entry, own, at=at)
        return view_of(member, on=day_of(at))

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"addMember {unit_id}",
        body=entry,
        at=at,
        make=make,
    )


@router.patch(
    "/members/{member_id}",
    operation_id="changeMember",
    response_model=MemberView,
    responses=documented(CARD_NUMBER_TAKEN, MEMBER_ERASED),
)
async def change_member(
    member_id: UUID,
    change: MemberChange,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Change a member's name, card number or status; for the unit that the member belongs to."""
    today = day_of(at)
    member = await visible_member(db, principal, member_id, on=today)
    await store.hold(db, member)
    require(principal, Act.MANAGE_MEMBERS, (await units.get(db, member.unit_id)).path)
    conditional.require_unchanged(view_of(member, on=today), if_match)
    own = visible_units(principal, Act.MANAGE_MEMBERS)
    await actions.change_member(db, actor_of(principal), member, change, own, at=at)
    return conditional.answer(view_of(member, on=today))


@router.post(
    "/members/{member_id}/transfer",
    operation_id="transferMember",
    responses=documented(UNIT_ENDED, ALREADY_THERE, MEMBER_LEFT, DAY_REFUSED),
)
async def transfer_member(
    member_id: UUID, where: Transfer, principal: CurrentPrincipal, db: Db, at: At
) -> MemberView:
    """Transfer a member to another unit, for good or for a time; both must be yours to manage.

    Between units of two secretaries it is done by whoever stands above both. Somebody away for a
    time is counted where he is, and may be sent on; a transfer for good ends the stay.
    """
    member = await visible_member(db, principal, member_id, on=day_of(at))
    require(principal, Act.MANAGE_MEMBERS, (await units.get(db, member.unit_id)).path)
    unit = await visible_unit(db, principal, where.unit_id, Act.MANAGE_MEMBERS)
    await actions.hold_for_transfer(db, member, unit)
    # Again: until he was held somebody may have transferred him to a unit that is not yours.
    require(principal, Act.MANAGE_MEMBERS, (await units.get(db, member.unit_id)).path)
    await actions.transfer(db, actor_of(principal), member, unit, where, at=at)
    return view_of(member, on=day_of(at))


@router.post(
    "/members/{member_id}/return",
    operation_id="returnMember",
    responses=documented(NOT_AWAY),
)
async def return_member(member_id: UUID, principal: CurrentPrincipal, db: Db, at: At) -> MemberView:
    """End a member's stay at another unit; for the unit sent from and for the one sent to."""
    member = await visible_member(db, principal, member_id, on=day_of(at))
    await store.hold(db, member)
    either = (member.unit_id, member.temporary_unit_id or member.unit_id)
    paths = [(await units.get(db, unit_id)).path for unit_id in either]
    if not any(may(principal, Act.MANAGE_MEMBERS, path) for path in paths):
        raise Problem(FORBIDDEN)
    await actions.send_home(db, actor_of(principal), member, at=at)
    return view_of(member, on=day_of(at))
