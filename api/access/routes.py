"""Sign-in, sign-out, and the pairing of screens."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from api import throttle
from api.access import actions, browsers, client_tokens, sign_ins, store
from api.access.faults import (
    CLIENT_REFUSED,
    CREDENTIALS_WRONG,
    OTP_REQUIRED,
    OTP_WRONG,
    PAIRING_CODE_UNKNOWN,
    RATE_LIMITED,
    REFRESH_REFUSED,
    SCOPE_REFUSED,
    TOO_MANY_ATTEMPTS,
    TWO_PROOFS,
)
from api.access.guards import ACCESS_TYP
from api.access.schemas import (
    ClientToken,
    Pairing,
    RevokeForm,
    ScreenToken,
    TokenForm,
    TokenPair,
)
from api.db import Database, Db, TheDatabase
from api.kit.clock import At
from api.kit.errors import Problem, documented, problem_response
from api.kit.ids import new_id
from api.kit.keys import MasterKey
from api.kit.passwords import password_matches
from api.kit.tokens import Signer

router = APIRouter()


@router.post(
    "/auth/token",
    operation_id="issueToken",
    tags=["access"],
    response_model=TokenPair | ClientToken,
    responses=documented(
        CREDENTIALS_WRONG,
        OTP_REQUIRED,
        OTP_WRONG,
        REFRESH_REFUSED,
        TOO_MANY_ATTEMPTS,
        CLIENT_REFUSED,
        TWO_PROOFS,
        SCOPE_REFUSED,
        RATE_LIMITED,
    ),
)
async def issue_token(
    form: Annotated[TokenForm, Form()],
    request: Request,
    response: Response,
    database: TheDatabase,
    master: MasterKey,
    at: At,
) -> TokenPair | ClientToken | Response:
    """Sign in by password, prolong a sign-in by its refresh token, or let a client in.

    Ten wrong passwords for one username in ten minutes answer 429; a browser that signed in before
    carries a cookie, and has ten of its own. An account with a second factor answers
    `otp_required` until `otp` is sent too, and each code counts once. A refresh token works once;
    using it again ends the whole sign-in, since one of its two holders is a thief.

    A client sends its id and secret, by HTTP Basic or in the form, and has a token for ten minutes
    and none to prolong it; `scope` asks for less than it may. Refusals have the `error` of RFC 6749
    beside their `code`.
    """
    response.headers["Cache-Control"] = "no-store"  # RFC 6749, section 5.1
    if form.grant_type == "client_credentials":
        return await client_tokens.issue(request, form, database, master, at=at)
    if form.grant_type == "password":
        outcome = await _by_password(form, request, response, database, master, at)
    else:
        async with database.write() as db:
            outcome = await sign_ins.refresh(db, form.refresh_token.get_secret_value(), at=at)
    if isinstance(outcome, Problem):
        is_wrong = outcome.fault is not TOO_MANY_ATTEMPTS
        return problem_response(
            request, outcome, **({"error": "invalid_grant"} if is_wrong else {})
        )
    signer: Signer = request.app.state.signer
    token = signer.issue(
        typ=ACCESS_TYP,
        subject=str(outcome.account_id),
        token_id=str(new_id(at)),
        sid=str(outcome.sign_in_id),
        at=at,
        life=sign_ins.ACCESS_LIFE,
    )
    return TokenPair(
        access_token=token,
        expires_in=int(sign_ins.ACCESS_LIFE.total_seconds()),
        refresh_token=outcome.refresh_token,
    )


async def _by_password(
    form: TokenForm,
    request: Request,
    response: Response,
    database: Database,
    master: bytes,
    at: datetime,
) -> sign_ins.SignedIn | Problem:
    # The hash takes 44 ms: it is compared between two short transactions, not inside one.
    username = form.username.lower()
    async with database.read() as db:
        found = await store.credentials(db, username)
        browser_id = browsers.known_browser(request, master, found)
        key = sign_ins.sign_in_key(username, browser_id)
        wait = await throttle.wait_seconds(db, key, sign_ins.SIGN_IN_LIMIT, at=at)
    if wait:
        return Problem(TOO_MANY_ATTEMPTS, retry_after_seconds=wait)
    password = form.password.get_secret_value()
    matches = await password_matches(password, found.password_hash if found else None)
    attempt = sign_ins.Attempt(
        username=username,
        found=found,
        matches=matches,
        otp=(form.otp.get_secret_value() or form.client_secret.get_secret_value()),
        browser_id=browser_id,
        user_agent=request.headers.get("user-agent", ""),
    )
    async with database.write() as db:
        outcome = await sign_ins.sign_in(db, attempt, master=master, at=at)
    if found is not None and found.password_hash and not isinstance(outcome, Problem):
        browsers.remember(
            request,
            response,
            master,
            username=username,
            account_id=found.account_id,
            password_hash=found.password_hash,
            browser_id=browser_id,
        )
    return outcome


@router.post("/auth/revoke", operation_id="revokeToken", tags=["access"], status_code=204)
async def revoke_token(form: Annotated[RevokeForm, Form()], db: Db, at: At) -> Response:
    """Sign out: forget the refresh token and every other of the same sign-in."""
    await sign_ins.sign_out(db, form.token.get_secret_value(), at=at)
    return Response(status_code=204)


@router.post(
    "/screens/pair",
    operation_id="pairScreen",
    tags=["screens"],
    response_model=ScreenToken,
    responses=documented(PAIRING_CODE_UNKNOWN, TOO_MANY_ATTEMPTS),
)
async def pair_screen(
    pairing: Pairing, request: Request, response: Response, db: Db, at: At
) -> ScreenToken | Response:
    """Make this browser a screen of a bridge point, by the code that staff were given for it.

    A pairing code works once, for ten minutes; case, hyphens, and O for 0 do not matter.
    """
    outcome = await actions.pair_screen(db, pairing.pairing_code, at=at)
    if isinstance(outcome, Problem):
        return problem_response(request, outcome)
    screen, token = outcome
    response.headers["Cache-Control"] = "no-store"
    return ScreenToken(token=token, screen_id=screen.id, bridge_point_id=screen.bridge_point_id)
