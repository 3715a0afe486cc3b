"""Enrolment slips: made, listed and printed, taken back."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from api import events, idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.makers import MEMBER_UNSTATED, maker_of
from api.access.roles import Act
from api.db import Db
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.downloads import download, files
from api.kit.errors import Problem, documented
from api.kit.keys import MasterKey
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.members.visible import visible_unit
from api.phones import actions, printing, store
from api.phones.faults import OWN_PHONE
from api.phones.schemas import MadeSlip, MadeSlips, NewSlip, NewSlips, OpenSlip, SlipOrder
from api.phones.views import code_view, slip_view
from api.phones.visible import managed_member

router = APIRouter(responses=REFUSALS)

Kind = Annotated[
    Literal["json", "docx"],
    Query(
        alias="format",
        description="`docx` prints all of them with their codes, whatever `limit` and `cursor` "
        "say: ten on a page, to be cut.",
    ),
]


@router.post(
    "/units/{unit_id}/enrolment-slips",
    operation_id="makeEnrolmentSlips",
    status_code=201,
    response_model=NewSlips,
    responses=documented(OWN_PHONE, MEMBER_UNSTATED, KEY_REUSED),
)
async def make_enrolment_slips(
    unit_id: UUID,
    order: SlipOrder,
    principal: CurrentPrincipal,
    db: Db,
    master: MasterKey,
    at: At,
    request: Request,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Make slips by which members enrol their phones: one use, 72 hours.

    A member has one open slip; a new one takes its place. Whoever uses it on a phone gives up the
    phone he had. Nobody makes a slip for himself.
    """
    unit = await visible_unit(db, principal, unit_id, Act.MANAGE_PHONES)
    maker = maker_of(principal)

    async def make() -> MadeSlips:
        made = await actions.make_slips(db, maker, master, unit.path, order.member_ids, at=at)
        return MadeSlips(
            items=[
                MadeSlip(
                    id=slip.id,
                    member_id=slip.member_id,
                    full_name=holder.full_name,
                    expires_at=slip.expires_at,
                )
                for slip, holder in made
            ]
        )

    kept = await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"makeEnrolmentSlips {unit_id}",
        body=order,
        at=at,
        make=make,
    )
    # The codes are no part of what is kept: they derive from the ids of the slips.
    public_url = str(request.app.state.public_url)
    made = MadeSlips.model_validate_json(bytes(kept.body))
    answer = NewSlips(
        items=[
            NewSlip(**each.model_dump(), **code_view(master, public_url, each.id))
            for each in made.items
        ]
    )
    return Response(
        answer.model_dump_json(),
        status_code=kept.status_code,
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


@router.get(
    "/units/{unit_id}/enrolment-slips",
    operation_id="listEnrolmentSlips",
    response_model=Page[OpenSlip],
    responses=files("docx"),
)
async def list_enrolment_slips(
    unit_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    master: MasterKey,
    at: At,
    request: Request,
    kind: Kind = "json",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[OpenSlip] | Response:
    """List or print the slips of a unit and those below it that can still be used.

    Only the printed page shows codes. Slips that members made on their own phones are not in it.
    """
    unit = await visible_unit(db, principal, unit_id, Act.MANAGE_PHONES)
    is_list = kind == "json"
    slips = await store.open_slips(
        db,
        unit.path,
        at=at,
        on=day_of(at),
        after=read_cursor(cursor, str, UUID) if is_list else None,
        limit=limit if is_list else None,
    )
    shown = len(slips[:limit] if is_list else slips)
    if shown:
        await events.append_readings(
            db, actor_of(principal), "listEnrolmentSlips", {unit_id: shown}, at=at, format=kind
        )
    if not is_list:
        paper = printing.slips(
            [(slip.id, name, unit_name, slip.expires_at) for slip, name, _, _, unit_name in slips],
            master=master,
            public_url=str(request.app.state.public_url),
        )
        return download(paper, name=f"Phiếu gắn máy – {unit.name}", kind=kind)
    return paged(
        slips,
        limit,
        view=lambda row: slip_view(row[0], row[1], row[3], row[4]),
        key=lambda row: (row[2], str(row[0].id)),
    )


@router.delete("/enrolment-slips/{slip_id}", operation_id="revokeEnrolmentSlip", status_code=204)
async def revoke_enrolment_slip(
    slip_id: UUID, principal: CurrentPrincipal, db: Db, at: At
) -> Response:
    """Take a slip back: its code is worth nothing from now on; one that was used stays used."""
    slip = await store.slip(db, slip_id)
    if slip is None:
        raise Problem(errors.NOT_FOUND)
    await managed_member(db, principal, slip.member_id, on=day_of(at))
    await actions.revoke_slip(db, actor_of(principal), slip_id, slip.member_id, at=at)
    return Response(status_code=204)
