"""One's own second factor."""

from fastapi import APIRouter, Request, Response

from api.access import totp
from api.access.faults import TOO_MANY_ATTEMPTS, UNAUTHENTICATED
from api.access.guards import CurrentSignIn
from api.accounts import own_actions as actions
from api.accounts.faults import PROOF_WRONG, TOTP_COMPULSORY, TOTP_OFF
from api.accounts.owners import TheOwner, compare
from api.accounts.schemas import RecoveryCodes, TotpBeginning, TotpProof, TotpSecret, TotpSymbol
from api.db import Db, TheDatabase
from api.kit import qr
from api.kit.clock import At
from api.kit.errors import Problem, documented, problem_response

router = APIRouter()


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
    compared = await compare(database, own, beginning.password.get_secret_value())
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
    responses=documented(UNAUTHENTICATED, PROOF_WRONG, TOTP_OFF, TOO_MANY_ATTEMPTS),
)
async def confirm_totp(
    proof: TotpProof, own: TheOwner, request: Request, response: Response, db: Db, at: At
) -> RecoveryCodes | Response:
    """Turn your second factor on by a first code of the app, and get ten recovery codes.

    Your other sign-ins end; this one is open from now on to all that your roles may do. A secret
    waits 15 minutes for its first code and bears ten wrong ones; then begin anew.
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
        held=signed_in.principal.grants,
        is_demo=bool(request.app.state.is_demo),
        at=at,
    )
    return problem_response(request, refusal) if refusal else Response(status_code=204)
