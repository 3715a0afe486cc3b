"""Scans of signed reports over HTTP.

Those who send a file are looked up before it is read, and again in the transaction that keeps it.
"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.db import TheDatabase, one_at_a_time
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors
from api.kit.clock import At
from api.kit.errors import Problem, documented
from api.kit.files import TheFiles, digest_of
from api.kit.pictures import PICTURE_INVALID
from api.reports import document_store, scans, store
from api.reports.guards import readable_report, writable_report
from api.reports.scan_faults import (
    MOST_BYTES,
    NOT_HANDED_IN,
    SCAN_ACTIVE,
    SCAN_INVALID,
    SCAN_MISSING,
)
from api.reports.scan_schemas import SignedScanFile, SignedScanRun, SignedScanView
from api.tables.reports import Report, SignedScan

router = APIRouter(tags=["reports"], responses=REFUSALS)

_EXTENSIONS = {scans.PDF: "pdf", scans.JPEG: "jpg"}
_BINARY = {"schema": {"type": "string", "format": "binary"}}


@router.post(
    "/reports/{report_id}/signed-scan",
    operation_id="addSignedScan",
    status_code=201,
    response_model=SignedScanView,
    responses=documented(
        NOT_HANDED_IN,
        SCAN_INVALID,
        SCAN_ACTIVE,
        PICTURE_INVALID,
        errors.BODY_TOO_LARGE,
        KEY_REUSED,
    ),
)
async def add_signed_scan(
    report_id: UUID,
    form: Annotated[SignedScanFile, Form(media_type="multipart/form-data")],
    principal: CurrentPrincipal,
    files: TheFiles,
    database: TheDatabase,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Add the scan of a report as it was signed; the same file again is the same scan.

    A PDF is kept as it came; a picture is drawn anew, so that no place stays in it.
    """
    async with database.read() as db:
        report, _ = await writable_report(db, principal, report_id)
        await _version_of(db, report, form.version)
    content = await form.file.read(MOST_BYTES + 1)
    checked = await scans.check(content)
    run = SignedScanRun(digest=digest_of(content), version=form.version)
    async with database.write() as db:
        report, _ = await writable_report(db, principal, report_id)
        await one_at_a_time(db, f"signed scan {report_id}")

        async def make() -> SignedScanView:
            scan = await scans.add_scan(
                db,
                actor_of(principal),
                report,
                principal.account_id,
                checked,
                version=await _version_of(db, report, form.version),
                files=files,
                at=at,
            )
            return _view(scan)

        return await idempotency.once(
            db,
            idempotency_key,
            owner_id=principal.account_id,
            operation=f"addSignedScan {report_id}",
            body=run,
            at=at,
            make=make,
        )


@router.get(
    "/reports/{report_id}/signed-scan",
    operation_id="readSignedScan",
    response_class=Response,
    responses={
        200: {
            "content": dict.fromkeys(_EXTENSIONS, _BINARY),
            "description": "The newest scan; its ETag is its SHA-256.",
        },
        **documented(errors.NOT_FOUND, SCAN_MISSING),
    },
)
async def read_signed_scan(
    report_id: UUID, principal: CurrentPrincipal, files: TheFiles, database: TheDatabase
) -> Response:
    """Download the newest scan of a report as it was signed."""
    async with database.read() as db:
        report, _ = await readable_report(db, principal, report_id)
        scan = await store.newest_scan(db, report.id)
    content = await files.kept(scan.digest) if scan else None
    if scan is None or content is None:
        raise Problem(SCAN_MISSING)
    name = f"bao-cao-da-ky-{scan.version}.{_EXTENSIONS[scan.media_type]}"
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "ETag": f'"{scan.digest}"',
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=scan.media_type, headers=headers)


async def _version_of(db: AsyncSession, report: Report, number: int | None) -> int:
    found = await document_store.newest_version(db, report.id, number=number)
    if found is None:
        raise Problem(NOT_HANDED_IN)
    return found.number


def _view(scan: SignedScan) -> SignedScanView:
    return SignedScanView(
        id=scan.id,
        report_id=scan.report_id,
        version=scan.version,
        digest=scan.digest,
        media_type=scan.media_type,
        size=scan.size,
        added_at=scan.added_at,
    )
