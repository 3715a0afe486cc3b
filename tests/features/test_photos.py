"""Pictures from the hall: small, stamped, without what a telephone wrote, and gone when removed."""

import asyncio
import io
from pathlib import Path
from uuid import UUID

from PIL import Image
from sqlalchemy import insert

from api import events
from api.kit.ids import new_id
from api.reports.photo_faults import MOST_PHOTOS
from api.tables.reports import Photo, SignedScan
from tests.handing_in import begin, submit
from tests.marking import told
from tests.pictures import ARCHIVE, bomb, photo
from tests.reporting import files_of, make_confidential, report, send_photo
from tests.world import Answer, World


def _opened(answer: Answer) -> Image.Image:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["cache-control"] == "private, no-store"
    return Image.open(io.BytesIO(answer.content), formats=["JPEG"])


def _refusal(answer: Answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def test_the_secretary_of_bom_bo_sends_a_picture_and_others_see_it_with_its_stamp(
    world: World,
) -> None:
    report_id = await report(world)
    exif = Image.Exif()
    exif[0x010F] = "Máy của Thị Mai"
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    sent = await send_photo(world, report_id, photo(2_400, 1_600, exif=exif.tobytes()))
    assert sent.status_code == 201, sent.text
    added = sent.json()
    assert added["url"] == f"/api/v1/photos/{added['id']}/picture"
    path = added["url"].removeprefix("/api/v1")
    for who in ("bithu-bom-bo", "admin", "thuong-truc"):
        image = _opened(await world.signed_in(who).get(path))
        assert image.size == (added["width"], added["height"])
        assert image.width == 1_600
        assert image.height > 1_600 * 2 // 3, "the band stands under the picture"
        assert not image.getexif()
    content = (await world.signed_in("admin").get(path)).content
    assert len(content) <= 300 * 1024
    assert b"Mai" not in content
    listed = await world.signed_in("thuong-truc").get(f"/reports/{report_id}/photos")
    assert listed.json()["items"] == [added]
    (noted,) = await told(world, events.PHOTO_ADDED)
    assert str(noted.subject_id) == added["id"]
    assert noted.detail["unit_id"] == str(world.district.units["bom_bo"])


async def test_who_is_of_another_unit_sees_none_and_who_only_reads_changes_none(
    world: World,
) -> None:
    report_id = await report(world)
    photo_id = (await send_photo(world, report_id)).json()["id"]
    for who, status in (("bithu-buu-dien", 404), ("thuong-truc", 403), ("van-phong", 403)):
        assert (await send_photo(world, report_id, who=who)).status_code == status
        assert (await world.signed_in(who).delete(f"/photos/{photo_id}")).status_code == status
    stranger = world.signed_in("bithu-buu-dien")
    for path in (f"/photos/{photo_id}/picture", f"/reports/{report_id}/collage.jpg"):
        assert (await stranger.get(path)).status_code == 404


async def test_the_operator_of_bom_bo_begins_the_quick_report_for_his_pictures_and_writes_none(
    world: World,
) -> None:
    who = "truc-bom-bo"
    begun = await begin(world, by=who)
    assert begun.status_code == 201, begun.text
    report_id = begun.json()["id"]
    assert (await begin(world)).json()["id"] == report_id, "the secretary finds it begun"
    assert (await begin(world, by=who, session=None)).status_code == 403
    assert (await begin(world, "post", by=who)).status_code == 404
    written = await world.signed_in(who).patch(f"/reports/{report_id}", json={"assessment": "Tốt"})
    assert (written.status_code, (await submit(world, report_id, by=who)).status_code) == (403, 403)
    sent = await send_photo(world, report_id, who="truc-bom-bo")
    assert sent.status_code == 201, sent.text
    path = f"/photos/{sent.json()['id']}"
    assert (await world.signed_in("truc-bom-bo").delete(path)).status_code == 403


async def test_a_picture_that_is_sent_again_is_one_picture(world: World, tmp_path: Path) -> None:
    report_id = await report(world)
    key = {"Idempotency-Key": "anh-toan-canh-1"}
    content = photo(900, 600)
    first, again = await asyncio.gather(
        send_photo(world, report_id, content, **key), send_photo(world, report_id, content, **key)
    )
    assert first.json() == again.json()
    world.clock.move(hours=1)
    later, beside = await asyncio.gather(
        send_photo(world, report_id, content), send_photo(world, report_id, content)
    )
    assert later.json() == beside.json() == first.json(), "the first stamp stays"
    assert await world.count(Photo) == 1
    assert len(files_of(tmp_path)) == 1
    assert _refusal(await send_photo(world, report_id, photo(90, 60), **key)) == (
        422,
        "idempotency_key_reused",
    )


async def test_hostile_pictures_get_a_clear_answer(world: World, tmp_path: Path) -> None:
    report_id = await report(world)
    for content, reason in (
        (photo() + ARCHIVE, "polyglot"),
        (photo(400, 300)[:-200], "damaged"),
        (bomb(50_000, 50_000), "too_large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_picture"),
    ):
        answer = await send_photo(world, report_id, content)
        assert _refusal(answer) == (422, "picture_invalid")
        assert answer.json()["reason"] == reason
    heic = await send_photo(world, report_id, b"\0\0\0\x18ftypheic" + bytes(40))
    assert _refusal(heic) == (422, "picture_heic")
    assert "Tương thích nhất" in heic.json()["detail"]
    assert files_of(tmp_path) == set()


async def test_a_report_takes_twenty_pictures_and_not_one_more(world: World) -> None:
    report_id = await report(world)
    await send_photo(world, report_id)
    async with world.database.write() as db:
        held = {
            "report_id": UUID(report_id),
            "width": 60,
            "height": 40,
            "added_at": world.clock(),
            "account_id": world.district.accounts["admin"],
        }
        names = [f"{each:064x}" for each in range(MOST_PHOTOS - 2)]
        rows = [
            held | {"id": new_id(world.clock()), "source_digest": each, "digest": each}
            for each in names
        ]
        await db.execute(insert(Photo), rows)
    answers = await asyncio.gather(
        *(send_photo(world, report_id, photo(60 + each, 40)) for each in range(2))
    )
    assert sorted(each.status_code for each in answers) == [201, 409]
    (refused,) = [each for each in answers if each.status_code == 409]
    assert (refused.json()["code"], refused.json()["limit"]) == ("too_many_photos", 20)
    again = await send_photo(world, report_id)
    assert again.status_code == 201, "it is there already"


async def test_of_a_confidential_session_there_are_no_pictures(world: World) -> None:
    quick, result = await report(world), await report(world, session=None)
    path = (await send_photo(world, quick)).json()["url"].removeprefix("/api/v1")
    assert (await send_photo(world, result)).status_code == 201
    await make_confidential(world, "line_1")
    secretary = world.signed_in("bithu-bom-bo")
    for answer in (
        await send_photo(world, quick, photo(80, 60)),
        await send_photo(world, result, photo(80, 60)),
        await secretary.get(path),
        await secretary.get(f"/reports/{quick}/collage.jpg"),
    ):
        assert _refusal(answer) == (409, "confidential")
    other = await report(world, session="line_2")
    assert (await send_photo(world, other)).status_code == 201
    removed = await secretary.delete(path.removesuffix("/picture"))
    assert removed.status_code == 204, "what should never have been there can be removed"


async def test_a_removed_picture_is_gone_from_the_disk_when_nobody_else_needs_it(
    world: World, tmp_path: Path
) -> None:
    quick = await report(world)
    secretary = world.signed_in("bithu-bom-bo")
    photo_id = (await send_photo(world, quick)).json()["id"]
    (digest,) = files_of(tmp_path)
    scan = SignedScan(
        id=new_id(world.clock()),
        report_id=UUID(quick),
        version=1,
        digest=digest,
        media_type="image/jpeg",
        size=1,
        added_at=world.clock(),
        account_id=world.district.accounts["admin"],
    )
    async with world.database.write() as db:
        db.add(scan)
    assert (await secretary.delete(f"/photos/{photo_id}")).status_code == 204
    assert files_of(tmp_path) == {digest}, "the scan is the same file"
    assert (await secretary.get(f"/photos/{photo_id}/picture")).status_code == 404
    assert (await secretary.get(f"/reports/{quick}/photos")).json()["items"] == []
    async with world.database.write() as db:
        await db.delete(await db.get_one(SignedScan, scan.id))
    assert (await secretary.delete(f"/photos/{photo_id}")).status_code == 204, "again is no error"
    assert files_of(tmp_path) == set()
    assert len(await told(world, events.PHOTO_REMOVED)) == 1
    anew = await send_photo(world, quick)
    assert anew.json()["id"] != photo_id
    assert len(files_of(tmp_path)) == 1


async def test_all_pictures_of_a_report_are_put_together_as_one(world: World) -> None:
    report_id = await report(world, session=None)
    secretary = world.signed_in("bithu-bom-bo")
    path = f"/reports/{report_id}/collage.jpg"
    assert _refusal(await secretary.get(path)) == (404, "no_photos")
    for width in (300, 301, 302):
        sent = await send_photo(world, report_id, photo(width, 200))
        assert sent.status_code == 201, sent.text
    whole = _opened(await secretary.get(path))
    assert whole.width == 1_600
    async with world.database.read() as db:
        kept = await db.get_one(Photo, UUID(sent.json()["id"]))
    await world.app.state.files.remove(kept.digest)
    assert _opened(await secretary.get(path)).width == 1_600, "without the one that is missing"
    missing = await secretary.get(sent.json()["url"].removeprefix("/api/v1"))
    assert _refusal(missing) == (404, "picture_missing")


async def test_a_picture_that_is_removed_while_it_is_sent_again_never_lacks_its_file(
    world: World, tmp_path: Path
) -> None:
    report_id = await report(world)
    secretary = world.signed_in("bithu-bom-bo")
    photo_id = (await send_photo(world, report_id)).json()["id"]
    removed, sent = await asyncio.gather(
        secretary.delete(f"/photos/{photo_id}"), send_photo(world, report_id)
    )
    assert (removed.status_code, sent.status_code) == (204, 201)
    listed = (await secretary.get(f"/reports/{report_id}/photos")).json()["items"]
    assert len(files_of(tmp_path)) == len(listed)
    for each in listed:
        assert _opened(await secretary.get(each["url"].removeprefix("/api/v1"))).width > 0
