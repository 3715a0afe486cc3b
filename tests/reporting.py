"""What tests of a report's pictures and cards do: have a report, send a picture, read who did."""

from pathlib import Path

from sqlalchemy import update

from api.tables.sessions import Session
from tests.pictures import photo
from tests.world import Answer, World


async def report(
    world: World, unit: str = "bom_bo", session: str | None = "line_1", *, who: str = "bithu-bom-bo"
) -> str:
    """Begin a unit's report: of a session, or of the whole conference."""
    district = world.district
    kind: dict[str, str] = (
        {"kind": "quick", "session_id": str(district.sessions[session])}
        if session
        else {"kind": "result", "conference_id": str(district.conference_id)}
    )
    body = kind | {"unit_id": str(district.units[unit])}
    answer = await world.signed_in(who).post("/reports", json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def send_photo(
    world: World,
    report_id: str,
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
