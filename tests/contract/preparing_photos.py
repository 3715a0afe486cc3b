"""What operations about pictures of reports and cards of figures need before they can be asked."""

from collections.abc import Awaitable, Callable
from typing import Final
from uuid import UUID

from tests.contract.operations import Ids
from tests.contract.stage import Stage
from tests.pictures import photo


async def _report(stage: Stage) -> Ids:
    """Begin Bom Bo's quick report of line 1, or find it again."""
    body = {
        "kind": "quick",
        "unit_id": str(stage.ids["unit_id"]),
        "session_id": str(stage.ids["session_id"]),
    }
    return {"report_id": await stage.add("/reports", body)}


async def _photo(stage: Stage) -> Ids:
    ids = await _report(stage)
    sent = await stage.admin.post(
        f"/reports/{ids['report_id']}/photos",
        files={"file": ("anh.jpg", photo(), "image/jpeg")},
    )
    assert sent.is_success, sent.text
    return {**ids, "photo_id": UUID(sent.json()["id"])}


PHOTOS: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "addPhoto": _report,
    "listPhotos": _report,
    "readCollage": _photo,
    "readPhotoPicture": _photo,
    "removePhoto": _photo,
    "readShareCard": _report,
    "readShareCardPicture": _report,
}
