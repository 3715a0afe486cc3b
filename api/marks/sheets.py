"""Photographed pages: taken in, kept on disk, and shown."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.errors import Problem
from api.kit.files import Files, digest_of, lock_of
from api.kit.ids import new_id
from api.kit.pictures import PICTURE_MISSING, Picture
from api.marks import sheet_store
from api.marks.faults import TOO_MANY_SHEETS
from api.marks.orders import require_taking
from api.marks.rules import MOST_SHEETS
from api.sessions.faults import CONFIDENTIAL_SESSION
from api.tables.attendance import PaperSheet
from api.tables.sessions import Session
from api.words import MarkKind


async def add_sheet(
    db: AsyncSession,
    actor: Actor,
    session: Session,
    unit_id: UUID,
    picture: Picture,
    *,
    note: str | None,
    files: Files,
    at: datetime,
) -> PaperSheet:
    """Keep a page of a list that was ticked on paper; also after the lock, for an addendum.

    Of a confidential session no picture is kept (domain.md, section 7).

    Raises: Problem `session_state`, `confidential_session`, `too_many_sheets`.
    """
    require_taking(session, {MarkKind.PRESENT}, has_paper=True, at=at)
    if session.confidential:
        raise Problem(CONFIDENTIAL_SESSION)
    await one_at_a_time(db, f"paper sheets {session.id} {unit_id}")
    if await sheet_store.count(db, session.id, unit_id) >= MOST_SHEETS:
        raise Problem(TOO_MANY_SHEETS, limit=MOST_SHEETS)
    await one_at_a_time(db, lock_of(digest_of(picture.content)))
    sheet = PaperSheet(
        id=new_id(at),
        session_id=session.id,
        unit_id=unit_id,
        # The file is durable before the row is; one that no row names is only wasted space.
        digest=await files.keep(picture.content),
        width=picture.width,
        height=picture.height,
        note=note,
        added_at=at,
        account_id=actor.id,
    )
    db.add(sheet)
    await db.flush()
    detail = {"unit_id": str(unit_id), "width": picture.width, "height": picture.height}
    await events.append(
        db, Happening(actor, events.PAPER_SHEET_ADDED, sheet.id, at, session.id, detail)
    )
    return sheet


async def read_picture(
    db: AsyncSession, actor: Actor, sheet: PaperSheet, *, files: Files, at: datetime
) -> bytes:
    """Read the picture of a sheet; the names on it were read, and the audit trail tells it.

    Raises: Problem `picture_missing`.
    """
    content = await files.kept(sheet.digest)
    if content is None:
        raise Problem(PICTURE_MISSING)
    # How many names a page bears is not known: those that were copied from it, and at least one.
    count = max(1, await sheet_store.count_marks(db, sheet))
    counts = {sheet.unit_id: count}
    await events.append_readings(
        db, actor, "readPaperSheetPicture", counts, at=at, session_id=sheet.session_id
    )
    return content
