"""Who is signed in, and which member that is: accounts know no members, so it stands here."""

from uuid import UUID

from fastapi import APIRouter, Request

from api.access import store as access
from api.access.faults import UNAUTHENTICATED
from api.access.guards import REFUSALS, CurrentPrincipal, CurrentSignIn, must_set_up_totp
from api.access.views import grant_view
from api.accounts.managers import NOT_FOR_ONESELF, Manager, managed_account
from api.db import Db, ReadDb
from api.kit.clock import At
from api.kit.errors import documented
from api.members import own_member
from api.members.faults import MEMBER_STATED
from api.members.own_schemas import Me, StatedMember, StatedMemberView
from api.tables.access import Account, Grant

router = APIRouter()


@router.get("/me", operation_id="readMe", tags=["access"], responses=documented(UNAUTHENTICATED))
async def read_me(own: CurrentSignIn, request: Request, db: ReadDb, at: At) -> Me:
    """Tell who is signed in, and with which roles on which units, now."""
    principal = own.principal
    held = await access.grants(db, Grant.account_id == principal.account_id, access.valid_at(at))
    account = await db.get_one(Account, principal.account_id)
    return Me(
        id=principal.account_id,
        username=principal.username,
        display_name=principal.display_name,
        has_totp=principal.has_totp,
        must_set_up_totp=must_set_up_totp(request, principal),
        member=await own_member.stated_member(db, account, at=at),
        grants=[grant_view(each) for each in held],
    )


@router.put(
    "/me/member",
    operation_id="stateOwnMember",
    tags=["accounts"],
    responses=REFUSALS | documented(MEMBER_STATED),
)
async def state_own_member(
    stated: StatedMember, principal: CurrentPrincipal, db: Db, at: At
) -> StatedMemberView:
    """Say once which member you are, or that you are none: nobody marks or confirms himself.

    The member is one whom a unit of your grants, or one below, counts. Whoever manages your account
    can put it right later.
    """
    return await own_member.state_own_member(db, principal, stated.member_id, at=at)


@router.put(
    "/accounts/{account_id}/member",
    operation_id="changeStatedMember",
    tags=["accounts"],
    responses=REFUSALS | documented(*NOT_FOR_ONESELF),
)
async def change_stated_member(
    account_id: UUID, stated: StatedMember, principal: Manager, db: Db, at: At
) -> StatedMemberView:
    """Put right which member the owner of an account is that you manage; the audit notes it."""
    account = await managed_account(db, principal, account_id)
    return await own_member.change_stated_member(db, principal, account, stated.member_id, at=at)
