"""Photographed pages of lists: taken in as files, listed, and shown to those whose names they are.

Those who send a file are looked up before it is read, and again in the transaction that keeps it.
"""

import hashlib
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import idempotency
from api.access.guards import CurrentPrincipal, actor_of
from api.access.roles import Act, Principal, reach
from api.access.scope import FORBIDDEN, require, visible_units, within
from api.db import Db, ReadDb, TheDatabase
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors, pictures
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.files import TheFiles
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.kit.pictures import PICTURE_HEIC, PICTURE_INVALID, PICTURE_MISSING
from api.kit.showing import picture, shown
from api.marks import sheet_store, sheets
from api.marks.faults import TOO_MANY_SHEETS
from api.marks.reaching import marked_unit
from api.marks.schemas import PaperSheetFile, PaperSheetRun, PaperSheetView
from api.sessions.faults import CONFIDENTIAL_SESSION, STATE_REFUSED
from api.sessions.guards import visible_session
from api.tables.attendance import PaperSheet
from api.units import store as units

router = APIRouter()


@router.post(
    "/sessions/{session_id}/paper-sheets",
    operation_id="addPaperSheet",
    status_code=201,
    response_model=PaperSheetView,
    responses=documented(
        STATE_REFUSED,
        CONFIDENTIAL_SESSION,
        TOO_MANY_SHEETS,
        PICTURE_INVALID,
        PICTURE_HEIC,
        KEY_REUSED,
    ),
)
async def add_paper_sheet(
    session_id: UUID,
    form: Annotated[PaperSheetFile, Form(media_type="multipart/form-data")],
    principal: CurrentPrincipal,
    files: TheFiles,
    database: TheDatabase,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Add a photographed page of a list that was ticked on paper; marks may name it.

    It is drawn anew as a JPEG of at most 2,000 px a side: no place, time or telephone stays in it.
    After the lock it is what an addendum rests on.
    """
    async with database.read() as db:
        session = await visible_session(db, principal, session_id)
        await marked_unit(db, principal, session, form.unit_id)
    content = await form.file.read()
    page = await pictures.take(content)
    run = PaperSheetRun(
        digest=hashlib.sha256(content).hexdigest(), unit_id=form.unit_id, note=form.note
    )
    async with database.write() as db:
        session = await visible_session(db, principal, session_id)
        unit, _ = await marked_unit(db, principal, session, form.unit_id)

        async def make() -> PaperSheetView:
            sheet = await sheets.add_sheet(
                db,
                actor_of(principal),
                session,
                unit.id,
                page,
                note=form.note,
                files=files,
                at=at,
            )
            return _view(sheet)

        return await idempotency.once(
            db,
            idempotency_key,
            owner_id=principal.account_id,
            operation=f"addPaperSheet {session_id}",
            body=run,
            at=at,
            make=make,
        )


@router.get("/sessions/{session_id}/paper-sheets", operation_id="listPaperSheets")
async def list_paper_sheets(
    session_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    unit_id: UUID | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[PaperSheetView]:
    """List the photographed pages of a session: of your units, or of one and those below it."""
    await visible_session(db, principal, session_id)
    if not reach(principal, Act.READ_ATTENDANCE):
        raise Problem(FORBIDDEN)
    among = visible_units(principal, Act.READ_ATTENDANCE)
    if unit_id is not None:
        unit = await units.find(db, unit_id, among)
        if unit is None:
            raise Problem(errors.NOT_FOUND)
        among = within([unit.path])
    found = await sheet_store.page(
        db, session_id, among, after=read_cursor(cursor, UUID), limit=limit
    )
    return paged(found, limit, view=_view, key=lambda each: (str(each.id),))


@router.get(
    "/paper-sheets/{sheet_id}/picture",
    operation_id="readPaperSheetPicture",
    response_class=Response,
    responses={**picture("image/jpeg"), **documented(errors.NOT_FOUND, PICTURE_MISSING)},
)
async def read_paper_sheet_picture(
    sheet_id: UUID, principal: CurrentPrincipal, files: TheFiles, db: Db, at: At
) -> Response:
    """Show a photographed page; whose names were seen goes to the audit trail."""
    sheet = await _visible_sheet(db, principal, sheet_id)
    content = await sheets.read_picture(db, actor_of(principal), sheet, files=files, at=at)
    return shown(content, "image/jpeg")


async def _visible_sheet(db: AsyncSession, principal: Principal, sheet_id: UUID) -> PaperSheet:
    found = await sheet_store.find(db, sheet_id, visible_units(principal, Act.READ_UNITS))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.READ_ATTENDANCE, found[1])
    return found[0]


def _view(sheet: PaperSheet) -> PaperSheetView:
    return PaperSheetView(
        id=sheet.id,
        session_id=sheet.session_id,
        unit_id=sheet.unit_id,
        width=sheet.width,
        height=sheet.height,
        note=sheet.note,
        added_at=sheet.added_at,
    )
