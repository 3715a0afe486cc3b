"""What tests of a report's pictures and cards do: have a report, send a picture, read who did."""

from pathlib import Path
from uuid import UUID

from sqlalchemy import update

from api.kit.ids import new_id
from api.tables.reports import Report
from api.tables.sessions import Session
from api.words import ReportKind, ReportState
from tests.pictures import photo
from tests.world import Answer, World


async def report(world: World, unit: str = "bom_bo", session: str | None = "line_1") -> UUID:
    """Have a unit's report begun: of a session, or of the whole conference."""
    at = world.clock()
    made = Report(
        id=new_id(at),
        conference_id=world.district.conference_id,
        unit_id=world.district.units[unit],
        kind=ReportKind.QUICK if session else ReportKind.RESULT,
        session_id=world.district.sessions[session] if session else None,
        state=ReportState.DRAFT,
        created_at=at,
        account_id=world.district.accounts["admin"],
    )
    async with world.database.write() as db:
        db.add(made)
    return made.id


async def send_photo(
    world: World,
    report_id: UUID,
    content: bytes | None = None,
    *,
    who: str = "bithu-bom-bo",
    caption: str = "Toàn cảnh hội trường",
    **headers: str,
) -> Answer:
    """Send a picture from the hall."""
    return await world.signed_in(who).post(
        f"/reports/{report_id}/photos",
        files={"file": ("anh.jpg", photo(900, 600) if content is None else content, "image/jpeg")},
        data={"caption": caption},
        headers=headers,
    )


async def make_confidential(world: World, session: str = "line_1") -> None:
    """Let a session be confidential from now on."""
    async with world.database.write() as db:
        one = Session.id == world.district.sessions[session]
        await db.execute(update(Session).where(one).values(confidential=True))


def files_of(folder: Path) -> set[str]:
    """List the files that are kept, by their digests."""
    return {each.name for each in (folder / "files").rglob("*") if each.is_file()}
