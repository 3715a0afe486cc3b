"""Pictures of reports over HTTP.

Those who send a file are looked up before it is read, and again in the transaction that keeps it.
"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act, Principal
from api.access.scope import require, visible_units
from api.db import ReadDb, TheDatabase
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.files import TheFiles, digest_of
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.kit.pictures import PICTURE_HEIC, PICTURE_INVALID, PICTURE_MISSING
from api.kit.showing import picture, shown
from api.reports import photo_store, photos, store
from api.reports.faults import CONFIDENTIAL
from api.reports.guards import pictured_report, readable_report
from api.reports.photo_faults import NO_PHOTOS, TOO_MANY_PHOTOS
from api.reports.photo_schemas import PhotoFile, PhotoRun, PhotoView
from api.reports.secrecy import require_open
from api.tables.reports import Photo, Report
from api.tables.units import Unit

router = APIRouter(tags=["reports"], responses=REFUSALS)


@router.post(
    "/reports/{report_id}/photos",
    operation_id="addPhoto",
    status_code=201,
    response_model=PhotoView,
    responses=documented(CONFIDENTIAL, TOO_MANY_PHOTOS, PICTURE_INVALID, PICTURE_HEIC, KEY_REUSED),
)
async def add_photo(
    report_id: UUID,
    form: Annotated[PhotoFile, Form(media_type="multipart/form-data")],
    principal: CurrentPrincipal,
    files: TheFiles,
    database: TheDatabase,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Add a picture from the hall, from a telephone too; the same file again is the same picture.

    Whoever serves a hall of the unit may, the operator of its bridge point too.
    It is drawn anew as a JPEG of at most 300 KB, without what the telephone wrote into it, and gets
    a band with the unit, the session, and the hour at which it came.
    """
    async with database.read() as db:
        report, _ = await pictured_report(db, principal, report_id)
        stamp = await photos.stamp_of(db, report, at=at)
    content = await form.file.read()
    drawn = await photos.draw(content, stamp)
    run = PhotoRun(digest=digest_of(content), caption=form.caption)
    async with database.write() as db:
        report, _ = await pictured_report(db, principal, report_id)

        async def make() -> PhotoView:
            photo = await photos.add_photo(
                db,
                actor_of(principal),
                report,
                drawn,
                source_digest=run.digest,
                caption=form.caption,
                files=files,
                at=at,
            )
            return _view(photo)

        return await idempotency.once(
            db,
            idempotency_key,
            owner_id=principal.account_id,
            operation=f"addPhoto {report_id}",
            body=run,
            at=at,
            make=make,
        )


@router.get("/reports/{report_id}/photos", operation_id="listPhotos")
async def list_photos(
    report_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[PhotoView]:
    """List the pictures of a report in the order in which they came."""
    report, _ = await readable_report(db, principal, report_id)
    found = await photo_store.page(db, report.id, after=read_cursor(cursor, UUID), limit=limit)
    return paged(found, limit, view=_view, key=lambda each: (str(each.id),))


@router.get(
    "/reports/{report_id}/collage.jpg",
    operation_id="readCollage",
    response_class=Response,
    responses={
        **picture("image/jpeg"),
        **documented(CONFIDENTIAL, errors.NOT_FOUND, PICTURE_MISSING, NO_PHOTOS),
    },
)
async def read_collage(
    report_id: UUID, principal: CurrentPrincipal, files: TheFiles, database: TheDatabase
) -> Response:
    """Show all pictures of a report as one, to be pasted into a group."""
    async with database.read() as db:
        report, _ = await readable_report(db, principal, report_id)
        await require_open(db, report.conference_id, session_id=report.session_id)
        found = await store.photos(db, report.id)
        heading = await photos.heading_of(db, report, len(found))
    return shown(await photos.put_together(files, found, heading), "image/jpeg")


@router.get(
    "/photos/{photo_id}/picture",
    operation_id="readPhotoPicture",
    response_class=Response,
    responses={
        **picture("image/jpeg"),
        **documented(CONFIDENTIAL, errors.NOT_FOUND, PICTURE_MISSING),
    },
)
async def read_photo_picture(
    photo_id: UUID, principal: CurrentPrincipal, files: TheFiles, database: TheDatabase
) -> Response:
    """Show a picture of a report, with its stamp."""
    async with database.read() as db:
        photo, report, _ = await _found(db, principal, photo_id)
        if photo.removed_at is not None:
            raise Problem(errors.NOT_FOUND)
        await require_open(db, report.conference_id, session_id=report.session_id)
    return shown(await photos.read_picture(files, photo), "image/jpeg")


@router.delete("/photos/{photo_id}", operation_id="removePhoto", status_code=204)
async def remove_photo(
    photo_id: UUID, principal: CurrentPrincipal, files: TheFiles, database: TheDatabase, at: At
) -> None:
    """Remove a picture, whatever the report's state; its file goes too. Send it again if unsure."""
    async with database.write() as db:
        photo, report, unit = await _found(db, principal, photo_id)
        require(principal, Act.WRITE_REPORTS, unit.path)
        await photos.remove_photo(db, actor_of(principal), report, photo, at=at)
        digest = photo.digest
    await photos.let_go(database, files, digest)


async def _found(
    db: AsyncSession, principal: Principal, photo_id: UUID
) -> tuple[Photo, Report, Unit]:
    found = await photo_store.find(db, photo_id, visible_units(principal, Act.READ_REPORTS))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    return found


def _view(photo: Photo) -> PhotoView:
    return PhotoView(
        id=photo.id,
        report_id=photo.report_id,
        url=f"/api/v1/photos/{photo.id}/picture",
        width=photo.width,
        height=photo.height,
        caption=photo.caption,
        added_at=photo.added_at,
    )
