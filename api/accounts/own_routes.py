"""One's own account: the invitation, the password, the second factor, the sign-ins."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from api.access import browsers, totp
from api.access import store as access_store
from api.access.faults import TOO_MANY_ATTEMPTS, UNAUTHENTICATED
from api.access.guards import CurrentSignIn
from api.access.sign_ins import REFRESH_LIFE
from api.accounts import own_actions as actions
from api.accounts import own_store, store
from api.accounts.faults import (
    INVITATION_REFUSED,
    PASSWORD_COMMON,
    PASSWORD_LIKE_USERNAME,
    PASSWORD_MONOTONOUS,
    PASSWORD_TOO_SHORT,
    PROOF_WRONG,
    TOTP_COMPULSORY,
    TOTP_OFF,
)
from api.accounts.own_actions import Compared, Own
from api.accounts.schemas import (
    PasswordChange,
    RecoveryCodes,
    RedeemedView,
    Redemption,
    SignInView,
    TotpBeginning,
    TotpProof,
    TotpSecret,
    TotpSymbol,
)
from api.db import Database, Db, ReadDb, TheDatabase
from api.kit import errors, keys, qr
from api.kit.clock import At
from api.kit.errors import Problem, documented, problem_response
from api.kit.keys import MasterKey
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.kit.passwords import hash_password, password_matches

router = APIRouter()
_WEAK = (PASSWORD_TOO_SHORT, PASSWORD_MONOTONOUS, PASSWORD_COMMON, PASSWORD_LIKE_USERNAME)


async def _own(signed_in: CurrentSignIn, master: MasterKey) -> Own:
    return Own(signed_in.principal.account_id, signed_in.id, master)


TheOwner = Annotated[Own, Depends(_own)]


async def _compare(database: Database, own: Own, password: str) -> Compared:
    async with database.read() as db:
        found = await access_store.credentials_of(db, own.account_id)
    if found is None:
        raise Problem(UNAUTHENTICATED)
    return Compared(found, await password_matches(password, found.password_hash))


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

    A link works once, for 72 hours, and every older sign-in of the account ends. A password has
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
        outcome = await actions.redeem(db, token, password_hash=password_hash, at=at)
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
    compared = await _compare(database, own, change.password.get_secret_value())
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


@router.post(
    "/me/totp",
    operation_id="beginTotp",
    response_model=TotpSecret,
    responses=documented(UNAUTHENTICATED, PROOF_WRONG, TOO_MANY_ATTEMPTS),
)
async def begin_totp(
    beginning: TotpBeginning,
    own: TheOwner,
    request: Request,
    response: Response,
    database: TheDatabase,
    at: At,
) -> TotpSecret | Response:
    """Begin to set up your second factor: a secret for an authenticator app, as text and as QR.

    It counts once `confirmTotp` was sent a code of it. To change phones send `otp` as well: a
    code of the old phone, or a recovery code.
    """
    compared = await _compare(database, own, beginning.password.get_secret_value())
    async with database.write() as db:
        outcome = await actions.begin_totp(
            db, own, compared, typed=beginning.otp.get_secret_value(), at=at
        )
    if isinstance(outcome, Problem):
        return problem_response(request, outcome)
    response.headers["Cache-Control"] = "no-store"
    uri = totp.otpauth_uri(own.master, outcome, username=compared.found.username)
    symbol = qr.matrix(uri)
    return TotpSecret(
        secret=totp.secret_of(own.master, outcome),
        uri=uri,
        qr=TotpSymbol(size=symbol.size, bits=symbol.base64),
    )


@router.post(
    "/me/totp/confirm",
    operation_id="confirmTotp",
    response_model=RecoveryCodes,
    responses=documented(UNAUTHENTICATED, PROOF_WRONG, TOTP_OFF),
)
async def confirm_totp(
    proof: TotpProof, own: TheOwner, request: Request, response: Response, db: Db, at: At
) -> RecoveryCodes | Response:
    """Turn your second factor on by a first code of the app, and get ten recovery codes.

    Your other sign-ins end; this one is open from now on to all that your roles may do.
    """
    outcome = await actions.confirm_totp(db, own, proof.otp.get_secret_value(), at=at)
    return _recovery_codes(outcome, request, response)


@router.post(
    "/me/recovery-codes",
    operation_id="renewRecoveryCodes",
    response_model=RecoveryCodes,
    responses=documented(UNAUTHENTICATED, PROOF_WRONG, TOTP_OFF, TOO_MANY_ATTEMPTS),
)
async def renew_recovery_codes(
    proof: TotpProof, own: TheOwner, request: Request, response: Response, db: Db, at: At
) -> RecoveryCodes | Response:
    """Get ten new recovery codes; the old ones count no more."""
    outcome = await actions.renew_recovery_codes(db, own, proof.otp.get_secret_value(), at=at)
    return _recovery_codes(outcome, request, response)


def _recovery_codes(
    outcome: list[str] | Problem, request: Request, response: Response
) -> RecoveryCodes | Response:
    if isinstance(outcome, Problem):
        return problem_response(request, outcome)
    response.headers["Cache-Control"] = "no-store"
    return RecoveryCodes(recovery_codes=outcome)


@router.delete(
    "/me/totp",
    operation_id="removeTotp",
    status_code=204,
    responses=documented(
        UNAUTHENTICATED, PROOF_WRONG, TOTP_OFF, TOTP_COMPULSORY, TOO_MANY_ATTEMPTS
    ),
)
async def remove_totp(
    proof: TotpProof,
    own: TheOwner,
    signed_in: CurrentSignIn,
    request: Request,
    db: Db,
    at: At,
) -> Response:
    """Turn your second factor off, where your roles do not make it compulsory."""
    refusal = await actions.remove_totp(
        db,
        own,
        proof.otp.get_secret_value(),
        roles=frozenset(held.role for held in signed_in.principal.grants),
        is_demo=bool(request.app.state.is_demo),
        at=at,
    )
    return problem_response(request, refusal) if refusal else Response(status_code=204)


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
