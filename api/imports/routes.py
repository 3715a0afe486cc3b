"""Imports of members: always a preview first."""

from functools import partial
from typing import Annotated
from uuid import UUID

from anyio import to_thread
from fastapi import APIRouter, Form, Request, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act, Principal, reach
from api.access.scope import require, visible_units
from api.db import TheDatabase
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.imports import actions, exclusion_routes, reading
from api.imports.actions import Order
from api.imports.entries import understand
from api.imports.faults import (
    FILE_FAULTS,
    IMPORT_UNIT_ENDED,
    PREVIEW_OUTDATED,
    PREVIEW_REQUIRED,
)
from api.imports.schemas import ImportCounts, ImportPreview, ImportResult, ImportRun, MembersFile
from api.imports.views import preview
from api.kit import errors
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.errors import Problem, documented, language_of
from api.tables.units import Unit
from api.units import store as units

router = APIRouter(tags=["imports"], responses=REFUSALS)
router.include_router(exclusion_routes.router)


@router.post(
    "/units/{unit_id}/members/import",
    operation_id="importMembers",
    response_model=ImportPreview,
    responses={
        201: {"model": ImportResult, "description": "Done, exactly as the preview said."},
        **documented(
            *FILE_FAULTS, PREVIEW_REQUIRED, PREVIEW_OUTDATED, IMPORT_UNIT_ENDED, KEY_REUSED
        ),
    },
)
async def import_members(
    unit_id: UUID,
    form: Annotated[MembersFile, Form(media_type="multipart/form-data")],
    request: Request,
    principal: CurrentPrincipal,
    database: TheDatabase,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> ImportPreview | Response:
    """Import members from a list as offices have it (.xlsx or CSV).

    First with `dry_run`: the answer (200) is a preview, and nothing is kept. Then the same file
    with `dry_run=false` and the `preview_id`: exactly what the preview said is done (201), or
    nothing where the members have changed since. Only name, card number, unit and status are read.
    Members whom the file does not name stay as they are.
    """
    async with database.read() as db:
        await _managed(db, principal, unit_id)
    file = await reading.read(await form.file.read(), sheet=form.sheet)
    today = day_of(at)
    understood = await to_thread.run_sync(partial(understand, file.listing, today=today))
    paths = reach(principal, Act.MANAGE_MEMBERS)
    # The file was read outside of any transaction; what follows is one.
    async with database.write() as db:
        unit = await _managed(db, principal, unit_id)
        order = Order(file, understood, unit, form.scope, paths)
        actor = actor_of(principal)
        if form.dry_run:
            planned = await actions.plan_import(db, order, today=today)
            await actions.note_reading(db, actor, order, planned, at=at)
            return preview(planned, file, language=language_of(request))
        if form.preview_id is None:
            raise Problem(PREVIEW_REQUIRED)
        preview_id = form.preview_id

        async def make() -> ImportResult:
            done = await actions.import_members(db, actor, order, preview_id, today=today, at=at)
            counts = ImportCounts(**done.counts())
            return ImportResult(
                preview_id=preview_id, unit_id=unit_id, counts=counts, imported_at=at
            )

        return await idempotency.once(
            db,
            idempotency_key,
            owner_id=principal.account_id,
            operation="importMembers",
            body=ImportRun(
                digest=file.digest,
                unit_id=unit_id,
                scope=form.scope,
                sheet=form.sheet,
                preview_id=preview_id,
            ),
            at=at,
            make=make,
        )


async def _managed(db: AsyncSession, principal: Principal, unit_id: UUID) -> Unit:
    unit = await units.find(db, unit_id, visible_units(principal, Act.READ_UNITS))
    if unit is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.MANAGE_MEMBERS, unit.path)
    return unit
