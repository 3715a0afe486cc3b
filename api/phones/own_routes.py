"""A member's own phone, known by its cookie alone."""

from typing import Any, Final

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse

from api.access.devices import ThePhone, is_secure, own_page
from api.access.faults import ORIGIN_REFUSED, TOO_MANY_ATTEMPTS
from api.db import Db, ReadDb
from api.kit.clock import At
from api.kit.errors import Problem, documented, problem_response
from api.kit.keys import MasterKey
from api.phones import own_actions
from api.phones.faults import PHONE_NOT_CONFIRMED, PHONE_TAKEN, SLIP_INVALID
from api.phones.schemas import EnrolledPhone, Enrolment, MoveSlip, OwnPhone
from api.phones.views import code_view, own_view

router = APIRouter(prefix="/devices")

_NO_STORE: Final = {"Cache-Control": "no-store"}
# Whoever comes without the cookie is answered, too.
_ANYBODY: Final[dict[str, Any]] = {"security": [{}]}


@router.post(
    "/enrol",
    operation_id="enrolPhone",
    response_model=EnrolledPhone,
    openapi_extra=_ANYBODY,
    dependencies=[Depends(own_page)],
    responses=documented(SLIP_INVALID, PHONE_TAKEN, TOO_MANY_ATTEMPTS, ORIGIN_REFUSED),
)
async def enrol_phone(
    enrolment: Enrolment, phone: ThePhone, db: Db, master: MasterKey, at: At, request: Request
) -> Response:
    """Make this phone a member's own, by the code of a slip; his former phone is his no more.

    A slip works once; the phone that used it may send the code again and is answered the same.
    Five wrong codes in ten minutes answer 429. Sets the phone's cookie where it has none.
    """
    outcome = await own_actions.enrol(db, master, phone, enrolment.code, at=at)
    answer: Response
    if isinstance(outcome, Problem):
        answer = problem_response(request, outcome)
    else:
        enrolled = EnrolledPhone(
            full_name=outcome.member.full_name,
            unit_name=outcome.unit_name,
            bound_at=outcome.device.bound_at,
        )
        answer = JSONResponse(enrolled.model_dump(mode="json"), headers=_NO_STORE)
    phone.remember(answer, secure=is_secure(request))
    return answer


@router.get("/current", operation_id="readOwnPhone", openapi_extra=_ANYBODY)
async def read_own_phone(phone: ThePhone, db: ReadDb, at: At, response: Response) -> OwnPhone:
    """Tell this phone whether it is a member's: his initials, and his name once it is confirmed."""
    response.headers.update(_NO_STORE)
    return own_view(await own_actions.find_own(db, phone, at=at))


@router.delete(
    "/current",
    operation_id="releaseOwnPhone",
    status_code=204,
    openapi_extra=_ANYBODY,
    dependencies=[Depends(own_page)],
    responses=documented(ORIGIN_REFUSED),
)
async def release_own_phone(phone: ThePhone, db: Db, at: At) -> Response:
    """Say “Không phải tôi”: this phone is nobody's from now on; again, it changes nothing.

    What was recorded for the member stays. He, or whoever holds the phone, enrols it anew.
    """
    await own_actions.release(db, phone, at=at)
    return Response(status_code=204)


@router.post(
    "/current/slip",
    operation_id="moveOwnPhone",
    dependencies=[Depends(own_page)],
    responses=documented(PHONE_NOT_CONFIRMED, ORIGIN_REFUSED),
)
async def move_own_phone(
    phone: ThePhone, db: Db, master: MasterKey, at: At, request: Request, response: Response
) -> MoveSlip:
    """Make a slip for one's next phone: ten minutes, on a confirmed phone only.

    Asked again within that time it is the same. It counts only while this phone is still his.
    """
    slip = await own_actions.move(db, master, phone, at=at)
    response.headers.update(_NO_STORE)
    return MoveSlip(
        **code_view(master, str(request.app.state.public_url), slip.id),
        expires_at=slip.expires_at,
    )
