"""Scans of reports as they were signed on paper: checked, kept under their hash, read again."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit import pictures
from api.kit.errors import BODY_TOO_LARGE, Problem
from api.kit.files import Files
from api.kit.ids import new_id
from api.reports import store
from api.reports.scan_faults import MOST_BYTES, SCAN_ACTIVE, SCAN_INVALID
from api.tables.reports import Report, SignedScan

PDF: Final = "application/pdf"
JPEG: Final = "image/jpeg"
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_HEAD: Final = re.compile(rb"%PDF-[12]\.\d")
_TAIL: Final = re.compile(rb"startxref\s+\d+\s+%%EOF\s*$")
_ACTIVE: Final = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|OpenAction|AA|SubmitForm|ImportData|RichMedia|XFA)\b"
)
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
"""How a PDF may hide a letter of a name; what is packed inside its streams is not looked into."""
_TAIL_BYTES: Final = 2048


@dataclass(frozen=True, slots=True)
class Checked:
    """A scan that may be kept: a PDF as it came, or a picture that was drawn anew."""

    content: bytes
    media_type: str


async def check(content: bytes) -> Checked:
    """Take a PDF as it is, so that its hash proves it, and draw a JPEG or PNG anew as a JPEG.

    A telephone writes into its pictures where it was; that never stays.

    Raises: Problem `body_too_large`, `scan_invalid`, `scan_active`, `picture_invalid`.
    """
    if len(content) > MOST_BYTES:
        raise Problem(BODY_TOO_LARGE, most="10 MB")
    if content.startswith(_PICTURES):
        drawn = await pictures.take(content)
        return Checked(drawn.content, JPEG)
    if not _HEAD.match(content) or not _TAIL.search(content[-_TAIL_BYTES:]):
        raise Problem(SCAN_INVALID)
    if _ACTIVE.search(_ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), content)):
        raise Problem(SCAN_ACTIVE)
    return Checked(content, PDF)


async def add_scan(
    db: AsyncSession,
    actor: Actor,
    report: Report,
    account_id: UUID,
    checked: Checked,
    *,
    version: int,
    files: Files,
    at: datetime,
) -> SignedScan:
    """Keep the scan of a version; the same once more is the one that is there."""
    digest = await files.keep(checked.content)
    newest = await store.newest_scan(db, report.id)
    if newest is not None and (newest.digest, newest.version) == (digest, version):
        return newest
    scan = SignedScan(
        id=new_id(at),
        report_id=report.id,
        version=version,
        digest=digest,
        media_type=checked.media_type,
        size=len(checked.content),
        added_at=at,
        account_id=account_id,
    )
    db.add(scan)
    await db.flush()
    detail = {"version": version, "digest": digest}
    await events.append(
        db, Happening(actor, events.SIGNED_SCAN_ADDED, report.id, at, detail=detail)
    )
    return scan
