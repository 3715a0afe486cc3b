"""Paper: lists that have changed since they were printed, photographed pages, and dead lines."""

import io
from uuid import UUID

from PIL import Image
from sqlalchemy import insert, update

from api import events
from api.marks.rules import MOST_SHEETS
from api.tables.attendance import PaperSheet
from api.tables.sessions import Session
from tests.marking import (
    absent,
    ids,
    mark,
    marked,
    marks_of,
    number,
    present,
    send_sheet,
    skipped,
    told,
)
from tests.pictures import ARCHIVE, photo
from tests.printed import allocate, change, code_of, session_path, unit_path
from tests.world import Answer, World


async def _print(world: World, path: str, who: str = "bithu-bom-bo", **query: str) -> str:
    return code_of(await world.signed_in(who).get(path, params={"format": "docx", **query}))


async def test_the_numbers_of_an_outdated_list_are_only_taken_with_their_names(
    world: World,
) -> None:
    code = await _print(world, unit_path(world, "village"))
    await world.open()
    kindly = code.replace("-", "").lower()
    assert marked(await mark(world, "village", present("1"), roster_code=kindly))
    await change(world, "mai", unit_id=world.district.units["post"])
    sent = {"roster_code": code, "key": "to-giay-0001"}
    answer = await mark(world, "village", present("2"), absent("3, 8"), **sent)
    assert (answer.status_code, answer.json()["code"]) == (409, "roster_outdated")
    village = str(world.district.units["village"])
    assert answer.json()["rows"] == [
        {"unit_id": village, "row_number": 2, "full_name": "Điểu Khánh", "is_struck": False},
        {"unit_id": village, "row_number": 3, "full_name": "Thị Mai", "is_struck": True},
    ]
    assert len(await marks_of(world)) == 1
    noted = [each.detail for each in await told(world, events.MEMBERS_READ)]
    assert {"list": "writeMarks", "count": 2} in noted, "names that were shown were read"
    # The key of what was refused is free again.
    again = await mark(world, "village", present("2"), absent("3"), names_confirmed=True, **sent)
    assert (len(marked(again)), skipped(again)) == (1, [(3, "row_struck")])
    assert (await told(world))[-1].detail["roster_code"] == code


async def test_the_paper_of_another_class_or_unit_is_not_taken_without_its_names(
    world: World,
) -> None:
    await allocate(world, "commune", "khanh", "mai", session="line_2")
    await number(world, "village", "school")
    await world.open()
    bom_bo = str(world.district.units["bom_bo"])
    for code in (
        await _print(world, session_path(world, "line_2"), unit_id=bom_bo),
        await _print(world, unit_path(world, "school")),
    ):
        answer = await mark(world, "village", present("1"), roster_code=code)
        assert answer.json()["code"] == "roster_outdated", answer.text
        assert len(answer.json()["rows"]) == 1
    whole = await _print(world, unit_path(world, "bom_bo"))
    assert marked(await mark(world, "village", present("1"), roster_code=whole))
    for unknown in ("ZZZ-ZZZ", "giấy"):
        answer = await mark(world, "village", present("1"), roster_code=unknown)
        assert (answer.status_code, answer.json()["code"]) == (422, "roster_code_unknown")


async def test_after_the_lock_a_photographed_page_must_stand_beside_what_is_added(
    world: World,
) -> None:
    await number(world, "village")
    session_id = await world.open()
    (ticked,) = (await mark(world, "village", present("1"))).json()["marked"]
    await world.close()
    world.clock.move(hours=25)
    its_own = f"/sessions/{session_id}/marks/{ticked['member_id']}"
    for locked in (
        await mark(world, "village", present("1-3")),
        await world.signed_in("bithu-bom-bo").delete(its_own),
    ):
        assert (locked.status_code, locked.json()["code"]) == (409, "session_locked")
    sheet = (await send_sheet(world)).json()
    answer = await mark(world, "village", present("1-3"), paper_sheet_id=sheet["id"])
    assert len(marked(answer)) == 3
    added = {each.evidence for each in (await marks_of(world)).values() if each.paper_sheet_id}
    assert added == {"paper"}
    kept = [each for each in (await marks_of(world)).values() if each.paper_sheet_id is None]
    assert len(kept) == 1, "who was ticked before the lock is no addendum"


async def test_a_page_is_shown_plain_to_those_whose_names_stand_on_it(world: World) -> None:
    session_id = await world.open()
    exif = Image.Exif()
    exif[0x010F] = "Máy của Thị Mai"
    first = await send_sheet(
        world, content=photo(exif=exif.tobytes()), **{"Idempotency-Key": "trang-giay-1"}
    )
    again = await send_sheet(
        world, content=photo(exif=exif.tobytes()), **{"Idempotency-Key": "trang-giay-1"}
    )
    assert first.status_code == 201, first.text
    assert first.json() == again.json()
    assert (first.json()["width"], first.json()["note"]) == (60, "Trang 1")
    path = f"/paper-sheets/{first.json()['id']}/picture"
    shown = await world.signed_in("bithu-bom-bo").get(path)
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["cache-control"] == "private, no-store"
    assert Image.open(io.BytesIO(shown.content)).size == (60, 40)
    assert b"Mai" not in shown.content
    (noted,) = await told(world, events.MEMBERS_READ)
    assert noted.subject_id == world.district.units["village"]
    assert noted.detail == {"list": "readPaperSheetPicture", "count": 1}
    assert (await world.signed_in("bithu-buu-dien").get(path)).status_code == 404
    assert (await world.signed_in("thuong-truc").get(path)).status_code == 403
    sheets = f"/sessions/{session_id}/paper-sheets"
    for who, count in (("bithu-bom-bo", 1), ("admin", 1), ("bithu-buu-dien", 0)):
        listed = (await world.signed_in(who).get(sheets)).json()["items"]
        assert len(listed) == count, who
    of_school = {"unit_id": str(world.district.units["school"])}
    assert (await world.signed_in("admin").get(sheets, params=of_school)).json()["items"] == []
    assert (
        await world.signed_in("bithu-buu-dien").get(sheets, params=of_school)
    ).status_code == 404
    async with world.database.write() as db:
        await db.execute(update(PaperSheet).values(digest="0" * 64))
    assert (await world.signed_in("admin").get(path)).json()["code"] == "picture_missing"


async def test_hostile_and_needless_pictures_are_refused(world: World) -> None:
    early = await send_sheet(world)
    assert (early.status_code, early.json()["code"]) == (409, "session_state")
    await world.open()

    def refusal(answer: Answer) -> tuple[int, str]:
        return answer.status_code, answer.json()["code"]

    for content in (photo() + ARCHIVE, b"<svg/>", b""):
        assert refusal(await send_sheet(world, content=content)) == (422, "picture_invalid")
    assert refusal(await send_sheet(world, unit="post")) == (404, "not_found")
    assert refusal(await send_sheet(world, who="truc-bom-bo")) == (403, "forbidden")
    other = (await send_sheet(world, unit="post", who="bithu-buu-dien")).json()["id"]
    unknown = await mark(world, "village", present("1"), paper_sheet_id=other)
    assert refusal(unknown) == (422, "paper_sheet_unknown")
    async with world.database.write() as db:
        held = await db.get_one(PaperSheet, UUID(other))
        columns = {each.key: getattr(held, each.key) for each in PaperSheet.__table__.columns}
        more = [columns | {"id": UUID(int=each)} for each in range(1, MOST_SHEETS)]
        await db.execute(insert(PaperSheet), more)
    assert refusal(await send_sheet(world, unit="post", who="admin")) == (409, "too_many_sheets")
    async with world.database.write() as db:
        await db.execute(update(Session).values(confidential=True))
    assert refusal(await send_sheet(world)) == (409, "confidential_session")


async def test_a_dead_line_excuses_whoever_was_expected_and_is_not_known_of(world: World) -> None:
    await allocate(world, "hall", "hoa", "binh", "tuan", "minh", "khanh")
    await allocate(world, "commune", "mai")
    session_id = await world.open()
    await world.known_phone("hoa", screen=await world.screen())
    ill = {"kind": "absent", "member_ids": ids(world, "binh"), "reason": "OM"}
    assert marked(await mark(world, "office", ill, who="bithu-van-phong"))
    await change(world, "minh", status="exempt")
    path = f"/sessions/{session_id}/points/{world.district.points['hall']}/outage"
    note = {"note": "Mất đường truyền cả buổi"}
    own = await world.signed_in("bithu-bom-bo").post(path, json=note)
    assert own.json() == {"marked": 1}, "of her own units alone: the hall has several communes'"
    key = {"Idempotency-Key": "mat-duong-truyen"}
    for _ in range(2):
        staff = await world.signed_in("admin").post(path, json=note, headers=key)
        assert staff.json() == {"marked": 1}, "the same answer, not a second count"
    people = world.district.people
    written = {each: mark.reason for each, mark in (await marks_of(world)).items()}
    assert written == {people["khanh"].id: "KT", people["binh"].id: "OM", people["tuan"].id: "KT"}
    (at_hall,) = {mark.note for mark in (await marks_of(world)).values()} - {None}
    assert at_hall == note["note"]
    assert len(await told(world)) == 3
    for who in ("truc-bom-bo", "van-phong", "thuong-truc"):
        assert (await world.signed_in(who).post(path, json=note)).status_code == 403
    elsewhere = path.replace(str(world.district.points["hall"]), str(session_id))
    assert (await world.signed_in("admin").post(elsewhere, json=note)).status_code == 404
    await world.close()
    world.clock.move(hours=25)
    locked = await world.signed_in("admin").post(path, json=note)
    assert locked.json()["code"] == "session_locked"


async def test_where_nothing_is_allocated_the_hall_is_the_one_that_expects_the_unit(
    world: World,
) -> None:
    session_id = await world.open()
    screen = await world.screen()
    ticked = {"kind": "present", "member_ids": ids(world, "hoa", "binh")}
    assert len(marked(await mark(world, "office", ticked, who="bithu-van-phong"))) == 2
    assert (await screen.live())["present"] == 2
    path = f"/sessions/{session_id}/points/{world.district.points['hall']}/outage"
    answer = await world.signed_in("admin").post(path, json={"note": "Mất điện"})
    assert answer.json() == {"marked": 3}, "Minh and the other Hoa of the office, and Tuấn"
