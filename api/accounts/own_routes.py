"""One's own account: the invitation, the password, the sign-ins."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response

from api.access import browsers
from api.access.faults import TOO_MANY_ATTEMPTS, UNAUTHENTICATED
from api.access.sign_ins import REFRESH_LIFE
from api.accounts import invitations, own_store, store
from api.accounts import own_actions as actions
from api.accounts.faults import (
    INVITATION_REFUSED,
    PASSWORD_COMMON,
    PASSWORD_LIKE_USERNAME,
    PASSWORD_MONOTONOUS,
    PASSWORD_TOO_SHORT,
    PROOF_WRONG,
)
from api.accounts.owners import TheOwner, compare
from api.accounts.schemas import (
    PasswordChange,
    RedeemedView,
    Redemption,
    SignInView,
)
from api.db import Db, ReadDb, TheDatabase
from api.kit import errors, keys
from api.kit.clock import At
from api.kit.errors import Problem, documented, problem_response
from api.kit.keys import MasterKey
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.kit.passwords import hash_password

router = APIRouter()
_WEAK = (PASSWORD_TOO_SHORT, PASSWORD_MONOTONOUS, PASSWORD_COMMON, PASSWORD_LIKE_USERNAME)


@router.post(
    "/auth/invitations/redeem",
    operation_id="redeemInvitation",
    response_model=RedeemedView,
    responses=documented(INVITATION_REFUSED, *_WEAK),
)
async def redeem_invitation(
    redemption: Redemption,
    request: Request,
    response: Response,
    database: TheDatabase,
    master: MasterKey,
    at: At,
) -> RedeemedView | Response:
    """Choose a password by the link of an invitation; then sign in with it.

    A link works once, for 72 hours, while whoever made it may grant all that the account holds;
    every older sign-in of the account ends. A password has
    12 characters or more, needs no symbols, and is not a common one.
    """
    token = redemption.token.get_secret_value()
    password = redemption.password.get_secret_value()
    async with database.read() as db:
        account = await store.invited(db, keys.digest(token), at=at)
    if account is None:
        raise Problem(INVITATION_REFUSED)
    actions.require_strong(password, username=account.username)
    password_hash = await hash_password(password)
    async with database.write() as db:
        outcome = await invitations.redeem(db, token, password_hash=password_hash, at=at)
    if isinstance(outcome, Problem):
        return problem_response(request, outcome)
    _remember(request, response, master, account.username, account.id, password_hash)
    return RedeemedView(username=account.username)


def _remember(
    request: Request,
    response: Response,
    master: bytes,
    username: str,
    account_id: UUID,
    password_hash: str,
) -> None:
    browsers.remember(
        request,
        response,
        master,
        username=username,
        account_id=account_id,
        password_hash=password_hash,
    )


@router.put(
    "/me/password",
    operation_id="changePassword",
    status_code=204,
    responses=documented(UNAUTHENTICATED, PROOF_WRONG, TOO_MANY_ATTEMPTS, *_WEAK),
)
async def change_password(
    change: PasswordChange,
    own: TheOwner,
    request: Request,
    database: TheDatabase,
    at: At,
) -> Response:
    """Change your password; you stay signed in here, and nowhere else."""
    compared = await compare(database, own, change.password.get_secret_value())
    new = change.new_password.get_secret_value()
    actions.require_strong(new, username=compared.found.username)
    password_hash = await hash_password(new)
    async with database.write() as db:
        refusal = await actions.change_password(
            db, own, compared, password_hash=password_hash, at=at
        )
    if refusal is not None:
        return problem_response(request, refusal)
    response = Response(status_code=204)
    username = compared.found.username
    _remember(request, response, own.master, username, own.account_id, password_hash)
    return response


@router.get("/me/sign-ins", operation_id="listSignIns", responses=documented(UNAUTHENTICATED))
async def list_sign_ins(
    own: TheOwner, db: ReadDb, at: At, limit: Limit = 50, cursor: Cursor = None
) -> Page[SignInView]:
    """List the browsers on which you are signed in, newest first.

    A browser is seen when it prolongs its sign-in, every ten minutes while it is in use.
    """
    after = read_cursor(cursor, UUID)
    rows = await own_store.sign_ins(
        db,
        own.account_id,
        seen_since=_oldest(at),
        after=after[0] if after else None,
        limit=limit,
    )
    return paged(
        rows,
        limit,
        view=lambda each: SignInView(
            id=each.id,
            user_agent=each.user_agent,
            began_at=each.began_at,
            last_seen_at=each.last_seen_at,
            is_current=each.id == own.sign_in_id,
        ),
        key=lambda each: (str(each.id),),
    )


def _oldest(at: datetime) -> datetime:
    return at - REFRESH_LIFE


@router.delete(
    "/me/sign-ins/{sign_in_id}",
    operation_id="endSignIn",
    status_code=204,
    responses=documented(UNAUTHENTICATED, errors.NOT_FOUND),
)
async def end_sign_in(sign_in_id: UUID, own: TheOwner, db: Db, at: At) -> Response:
    """Sign out on one of your browsers, at once; also on this one."""
    await actions.end_sign_in(db, own, sign_in_id, at=at)
    return Response(status_code=204)
