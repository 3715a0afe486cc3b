"""Other people's accounts: inviting, reading, changing, disabling, signing out."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import idempotency
from api.access.guards import REFUSALS
from api.access.roles import Principal
from api.accounts import actions, store
from api.accounts.faults import (
    ACCOUNT_DISABLED,
    DEPUTY_ROLE,
    GRANT_DATES,
    GRANT_EXISTS,
    LAST_ADMIN,
    TOTP_OFF,
    USERNAME_TAKEN,
)
from api.accounts.grant_routes import router as grants
from api.accounts.invitations import link
from api.accounts.managers import NOT_FOR_ONESELF, Manager, managed_account
from api.accounts.own_routes import router as own
from api.accounts.rules import managed_paths
from api.accounts.schemas import (
    AccountChange,
    AccountView,
    InvitationMail,
    InvitationView,
    InvitedAccount,
    MailedInvitation,
    NewAccount,
)
from api.accounts.totp_routes import router as second_factor
from api.accounts.views import account_views
from api.db import Db, ReadDb
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional
from api.kit.clock import At
from api.kit.conditional import IfMatch, IfNoneMatch
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, Search, paged, read_cursor
from api.outbox.faults import MAIL_OFF
from api.tables.access import Account
from api.units.faults import UNIT_ENDED
from api.words import DeliveryState

router = APIRouter(tags=["accounts"])
router.include_router(own)
router.include_router(second_factor)
_of_others = APIRouter(responses=REFUSALS)


async def _view(
    db: AsyncSession, principal: Principal, account: Account, *, at: datetime
) -> AccountView:
    paths = managed_paths(principal.grants)
    return (await account_views(db, [account], paths, at=at))[0]


def _invitation_url(request: Request, token: str) -> str:
    return link(request.app.state.public_url, token)


@_of_others.get("/accounts", operation_id="listAccounts")
async def list_accounts(
    principal: Manager,
    db: ReadDb,
    at: At,
    unit_id: UUID | None = None,
    q: Search = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[AccountView]:
    """List the accounts with a grant on units whose accounts you manage, by username.

    `q` finds beginnings of words of the name and of the username. Grants elsewhere are not shown.
    """
    after = read_cursor(cursor, str)
    paths = managed_paths(principal.grants)
    accounts = await store.page(
        db, paths, unit_id=unit_id, search=q, after=after[0] if after else None, limit=limit
    )
    views = await account_views(db, accounts, paths, at=at)
    return paged(views, limit, view=lambda each: each, key=lambda each: (each.username,))


@_of_others.post(
    "/accounts",
    operation_id="addAccount",
    status_code=201,
    responses=documented(
        USERNAME_TAKEN, *NOT_FOR_ONESELF, GRANT_DATES, DEPUTY_ROLE, GRANT_EXISTS, UNIT_ENDED
    ),
)
async def add_account(
    new: NewAccount, principal: Manager, db: Db, at: At, request: Request, response: Response
) -> InvitedAccount:
    """Invite somebody: add an account with its grants, and get the link for its owner.

    The link is shown once and stored hashed, so this operation takes no Idempotency-Key; sent
    again it answers `username_taken`, and `inviteAgain` gives another link. Who may grant what:
    an administrator everything, staff all but the two district roles, a secretary the secretaries
    and operators below, operators on the own unit, and a deputy for himself.
    """
    account_id, invited = await actions.add_account(db, principal, new, at=at)
    view = await _view(db, principal, await managed_account(db, principal, account_id), at=at)
    response.headers["Cache-Control"] = "no-store"
    return InvitedAccount(
        **view.model_dump(), invitation_url=_invitation_url(request, invited.token)
    )


@_of_others.get("/accounts/{account_id}", operation_id="readAccount", response_model=AccountView)
async def read_account(
    account_id: UUID, principal: Manager, db: ReadDb, at: At, if_none_match: IfNoneMatch = None
) -> Response:
    """Read one account with a grant on units whose accounts you manage."""
    account = await managed_account(db, principal, account_id)
    return conditional.answer(await _view(db, principal, account, at=at), if_none_match)


@_of_others.patch(
    "/accounts/{account_id}",
    operation_id="changeAccount",
    response_model=AccountView,
    responses=documented(LAST_ADMIN),
)
async def change_account(
    account_id: UUID,
    change: AccountChange,
    principal: Manager,
    db: Db,
    at: At,
    if_match: IfMatch = None,
) -> Response:
    """Change the name people see, disable an account at once, or let it in again.

    It needs the right to grant everything that the account holds; where it holds nothing, all that
    it ever held.
    """
    account = await managed_account(db, principal, account_id)
    await actions.hold(db, principal, account, at=at)
    conditional.require_unchanged(await _view(db, principal, account, at=at), if_match)
    await actions.change_account(db, principal, account, change, at=at)
    return conditional.answer(await _view(db, principal, account, at=at))


@_of_others.post(
    "/accounts/{account_id}/invitation",
    operation_id="inviteAgain",
    status_code=201,
    responses=documented(*NOT_FOR_ONESELF),
)
async def invite_again(
    account_id: UUID, principal: Manager, db: Db, at: At, request: Request, response: Response
) -> InvitationView:
    """Make a new link for the owner of an account, who has lost the old one, or the password.

    Older links die and every sign-in ends at once; the password counts until the new link is
    redeemed. The link is shown once, so this operation takes no Idempotency-Key.
    """
    account = await managed_account(db, principal, account_id)
    invited = await actions.invite_again(db, principal, account, at=at)
    response.headers["Cache-Control"] = "no-store"
    url = _invitation_url(request, invited.token)
    return InvitationView(invitation_url=url, expires_at=invited.expires_at)


@_of_others.post(
    "/accounts/{account_id}/invitation/mail",
    operation_id="mailInvitation",
    status_code=201,
    response_model=MailedInvitation,
    responses=documented(*NOT_FOR_ONESELF, ACCOUNT_DISABLED, MAIL_OFF, KEY_REUSED),
)
async def mail_invitation(
    account_id: UUID,
    mail: InvitationMail,
    principal: Manager,
    db: Db,
    at: At,
    request: Request,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Mail a new link to the owner of an account, within seconds; nobody else sees it.

    It is made while the mail leaves, counts for 72 hours, and from then on older links do not.
    Every sign-in ends at once. Where the mail did not arrive, ask for another link.
    """
    account = await managed_account(db, principal, account_id)
    if not request.app.state.settings.smtp_url:
        raise Problem(MAIL_OFF, **MAIL_OFF.sample)

    async def make() -> MailedInvitation:
        delivery_id = await actions.mail_invitation(db, principal, account, to=mail.to, at=at)
        return MailedInvitation(delivery_id=delivery_id, state=DeliveryState.WAITING)

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"mailInvitation {account_id}",
        body=mail,
        at=at,
        make=make,
    )


@_of_others.delete(
    "/accounts/{account_id}/totp",
    operation_id="removeAccountTotp",
    status_code=204,
    responses=documented(*NOT_FOR_ONESELF, TOTP_OFF),
)
async def remove_account_totp(account_id: UUID, principal: Manager, db: Db, at: At) -> Response:
    """Turn the second factor of somebody off who has lost the phone and the recovery codes.

    Every sign-in ends. Be sure who asks: a voice on the telephone is not enough.
    """
    account = await managed_account(db, principal, account_id)
    await actions.remove_totp(db, principal, account, at=at)
    return Response(status_code=204)


@_of_others.delete(
    "/accounts/{account_id}/sign-ins", operation_id="endAccountSignIns", status_code=204
)
async def end_account_sign_ins(account_id: UUID, principal: Manager, db: Db, at: At) -> Response:
    """Sign somebody out everywhere, at once."""
    account = await managed_account(db, principal, account_id)
    await actions.end_sign_ins(db, principal, account, at=at)
    return Response(status_code=204)


router.include_router(_of_others)
router.include_router(grants)
