"""Pictures of reports: drawn anew, stamped, kept, put together, and let go."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.db import Database, one_at_a_time
from api.events import Actor, Happening
from api.kit import pictures
from api.kit.dates import day_of, minute_of, short_day
from api.kit.errors import Problem
from api.kit.files import Files, digest_of, lock_of
from api.kit.ids import new_id
from api.kit.pictures import PICTURE_MISSING, Picture, Size
from api.papers.collages import Heading, collage
from api.papers.stamps import Stamp, stamped
from api.reports import photo_store, store
from api.reports.photo_faults import MOST_PHOTOS, NO_PHOTOS, TOO_MANY_PHOTOS
from api.reports.secrecy import require_open
from api.tables.reports import Photo, Report

SIZE: Final = Size(longest_side=1_600, most_bytes=300 * 1024)
_MOST_COLLAGE_BYTES: Final = 800 * 1024


async def occasion(db: AsyncSession, report: Report) -> str:
    """Name what a report tells of: its session, or its conference."""
    _, conference = await store.about(db, report)
    return await photo_store.session_title(db, report) or conference.title


async def stamp_of(db: AsyncSession, report: Report, *, at: datetime) -> Stamp:
    """Write what stands under a picture that comes now.

    The hour is that of its coming: what a telephone wrote into it is not believed, and not kept.

    Raises: Problem `confidential`.
    """
    await require_open(db, report.conference_id, session_id=report.session_id)
    unit, _ = await store.about(db, report)
    moment = f"{minute_of(at)} ngày {short_day(day_of(at))}"
    return Stamp(unit.name, await occasion(db, report), moment)


async def draw(content: bytes, stamp: Stamp) -> Picture:
    """Draw a picture anew, small and with its stamp, off the event loop.

    Raises: Problem `picture_invalid`, `picture_heic`.
    """
    return await pictures.take(content, SIZE, finish=lambda plain: stamped(plain, stamp))


async def add_photo(
    db: AsyncSession,
    actor: Actor,
    report: Report,
    picture: Picture,
    *,
    source_digest: str,
    caption: str | None,
    files: Files,
    at: datetime,
) -> Photo:
    """Keep a picture; the same file sent again is the picture that is there already.

    Raises: Problem `confidential`, `too_many_photos`.
    """
    await require_open(db, report.conference_id, session_id=report.session_id)
    await one_at_a_time(db, f"photos {report.id}")
    there = await photo_store.of_source(db, report.id, source_digest)
    if there is not None:
        return there
    if await photo_store.count(db, report.id) >= MOST_PHOTOS:
        raise Problem(TOO_MANY_PHOTOS, limit=MOST_PHOTOS)
    await one_at_a_time(db, lock_of(digest_of(picture.content)))
    photo = Photo(
        id=new_id(at),
        report_id=report.id,
        source_digest=source_digest,
        # The file is durable before the row is; one that no row names is only wasted space.
        digest=await files.keep(picture.content),
        width=picture.width,
        height=picture.height,
        caption=caption,
        added_at=at,
        account_id=actor.id,
    )
    db.add(photo)
    await db.flush()
    detail = {
        "report_id": str(report.id),
        "unit_id": str(report.unit_id),
        "width": picture.width,
        "height": picture.height,
    }
    told = Happening(actor, events.PHOTO_ADDED, photo.id, at, report.session_id, detail)
    await events.append(db, told)
    return photo


async def remove_photo(
    db: AsyncSession, actor: Actor, report: Report, photo: Photo, *, at: datetime
) -> None:
    """Take a picture out of its report; that it was there stays known. Again changes nothing."""
    if photo.removed_at is not None:
        return
    photo.removed_at = at
    photo.caption = None
    await db.flush()
    detail = {"report_id": str(report.id), "unit_id": str(report.unit_id)}
    told = Happening(actor, events.PHOTO_REMOVED, photo.id, at, report.session_id, detail)
    await events.append(db, told)


async def let_go(database: Database, files: Files, digest: str) -> None:
    """Let a file go that no row names any more.

    After the transaction that took its row away: were that to fail, the file would be missed.
    """
    async with database.write() as db:
        await one_at_a_time(db, lock_of(digest))
        if not await photo_store.is_named(db, digest):
            await files.remove(digest)


async def read_picture(files: Files, photo: Photo) -> bytes:
    """Read the file of a picture.

    Raises: Problem `picture_missing`.
    """
    content = await files.kept(photo.digest)
    if content is None:
        raise Problem(PICTURE_MISSING)
    return content


async def heading_of(db: AsyncSession, report: Report, number: int) -> Heading:
    """Write what stands over so many pictures of a report."""
    unit, _ = await store.about(db, report)
    return Heading(unit.name, f"{await occasion(db, report)} · {number} ảnh")


async def put_together(files: Files, photos: Sequence[Photo], heading: Heading) -> bytes:
    """Put pictures together as one; those whose file is missing are left out.

    Raises: Problem `no_photos`, `picture_missing` where every file is.
    """
    if not photos:
        raise Problem(NO_PHOTOS)
    contents = [content for each in photos if (content := await files.kept(each.digest))]
    if not contents:
        raise Problem(PICTURE_MISSING)
    made = await pictures.painted(
        lambda: pictures.encode(collage(contents, heading), _MOST_COLLAGE_BYTES)
    )
    return made.content
