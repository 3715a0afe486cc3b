"""What operations about pictures of reports need before they can be asked."""

from collections.abc import Awaitable, Callable
from typing import Final
from uuid import UUID

from sqlalchemy import update

from api.tables.reports import Photo
from tests.contract.operations import Ids
from tests.contract.preparing_over import over
from tests.contract.preparing_reports import draft
from tests.contract.stage import Stage
from tests.pictures import photo


async def _photo(stage: Stage) -> Ids:
    """Let Bom Bo's report have a picture; one that was taken off is put back."""
    report = await draft(stage)

    async def add() -> Ids:
        sent = await stage.admin.post(
            f"/reports/{report['report_id']}/photos",
            files={"file": ("anh.jpg", photo(), "image/jpeg")},
        )
        assert sent.is_success, sent.text
        return {"photo_id": UUID(sent.json()["id"])}

    ids = report | await stage.once("photo", add)
    async with stage.world.database.write() as db:
        back = update(Photo).where(Photo.id == ids["photo_id"]).values(removed_at=None)
        await db.execute(back)
    return ids


PHOTOS: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "addPhoto": draft,
    "listPhotos": _photo,
    "readCollage": _photo,
    "readPhotoPicture": _photo,
    "removePhoto": _photo,
    "readShareCard": draft,
    "readShareCardPicture": draft,
    "readConferenceShareCard": over,
    "readConferenceShareCardPicture": over,
}
