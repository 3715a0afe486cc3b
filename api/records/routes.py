"""One's own record on one's own phone; those who answer requests have routes beside it."""

from fastapi import APIRouter, Depends, Request, Response

from api import idempotency
from api.access.devices import ThePhone, own_page
from api.access.faults import ORIGIN_REFUSED
from api.checkin.faults import PHONE_UNKNOWN
from api.db import Db
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.days_off import WorkingDays
from api.kit.errors import documented
from api.members.rules import last4
from api.phones import notice
from api.phones.faults import PHONE_NOT_CONFIRMED
from api.records import actions, request_routes, store
from api.records.faults import TOO_MANY_DATA_REQUESTS
from api.records.schemas import (
    NewDataRequest,
    OwnBinding,
    OwnMember,
    OwnNotice,
    OwnRecord,
    OwnRequest,
)
from api.records.views import own_request_view, session_view, viewing_views

router = APIRouter(tags=["records"])


@router.get(
    "/devices/current/record",
    operation_id="readOwnRecord",
    responses=documented(PHONE_UNKNOWN, PHONE_NOT_CONFIRMED),
)
async def read_own_record(phone: ThePhone, db: Db, at: At, response: Response) -> OwnRecord:
    """Read all that is held of oneself, who read one's name of late, and what one has asked.

    Only on a phone that is confirmed. That it was read is kept in the audit trail, and is no
    viewing by others.
    """
    device = await actions.own_device(db, phone)
    member, unit = await store.member(db, device.member_id, on=day_of(at))
    await actions.note_reading(db, device, at=at)
    response.headers["Cache-Control"] = "no-store"
    return OwnRecord(
        member=OwnMember(
            full_name=member.full_name,
            unit_name=unit.name,
            status=member.status,
            card_ending=last4(member.card_number),
        ),
        phone=OwnBinding(bound_at=device.bound_at, origin=device.origin),
        sessions=[session_view(each) for each in await store.sessions_of(db, member)],
        views=viewing_views(await actions.viewings(db, member), member.id),
        requests=[own_request_view(each) for each in await store.requests_of(db, member.id)],
        notice=OwnNotice(version=notice.VERSION, text=notice.TEXT),
    )


@router.post(
    "/devices/current/data-requests",
    operation_id="askCorrection",
    status_code=201,
    response_model=OwnRequest,
    dependencies=[Depends(own_page)],
    responses=documented(
        PHONE_UNKNOWN, PHONE_NOT_CONFIRMED, TOO_MANY_DATA_REQUESTS, ORIGIN_REFUSED, KEY_REUSED
    ),
)
async def ask_correction(
    new: NewDataRequest,
    phone: ThePhone,
    request: Request,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Ask for something held of oneself to be put right: answered in 2 working days, done in 10.

    Weekends and public holidays are no working days, nor what the deployment lists as days off.
    With `kind` = `erasure`: to be erased. The unit answers, and the organiser's admin erases. Five
    requests of a member may wait at the same time.
    """
    device = await actions.own_device(db, phone)
    working_days = WorkingDays.of(request.app.state.settings.days_off)

    async def make() -> OwnRequest:
        return own_request_view(
            await actions.ask(db, device, new.kind, new.text, working_days=working_days, at=at)
        )

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=phone.id,
        operation=f"askCorrection {device.member_id}",
        body=new,
        at=at,
        make=make,
    )


router.include_router(request_routes.router)
