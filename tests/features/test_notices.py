"""What groups are told, who has been told, and what a calendar gets."""

import asyncio
from typing import Any
from uuid import UUID

from icalendar import Calendar
from sqlalchemy import select, update

from api.tables.bridge_points import BridgePoint, ExpectedUnit
from api.tables.conferences import GroupUnit
from api.tables.events import Event
from tests.world import World

STARTS_AT = "2022-03-16T00:30:00Z"


async def _grouped(world: World) -> None:
    """Put the hall's units into group 113, Bom Bo into 114, its village by itself into 115."""
    district = world.district
    labels = {"office": "113", "propaganda": "113", "bom_bo": "114", "village": "115"}
    async with world.database.write() as db:
        for unit, label in labels.items():
            db.add(
                GroupUnit(
                    conference_id=district.conference_id,
                    unit_id=district.units[unit],
                    label=label,
                )
            )


async def _change(world: World, session: str, **fields: Any) -> dict[str, Any]:
    path = f"/sessions/{world.district.sessions[session]}"
    answer = await world.signed_in("admin").patch(path, json=fields)
    assert answer.status_code == 200, answer.text
    changed: dict[str, Any] = answer.json()
    return changed


async def _move_hall(world: World, point: str, venue: str) -> None:
    async with world.database.write() as db:
        await db.execute(
            update(BridgePoint)
            .where(BridgePoint.id == world.district.points[point])
            .values(venue=venue, sequence=BridgePoint.sequence + 1)
        )


async def _notices(
    world: World, session: str = "line_1", *, username: str = "admin", only_missing: bool = False
) -> dict[str | None, dict[str, Any]]:
    path = f"/sessions/{world.district.sessions[session]}/notices"
    answer = await world.signed_in(username).get(path, params={"only_missing": only_missing})
    assert answer.status_code == 200, answer.text
    return {each["label"]: each for each in answer.json()["notices"]}


async def _post(world: World, label: str | None, sequence: int, session: str = "line_1") -> Any:
    path = f"/sessions/{world.district.sessions[session]}/notices/posted"
    return await world.signed_in("admin").post(path, json={"label": label, "sequence": sequence})


async def _receive(
    world: World, username: str, *units: str, session: str = "line_1", **more: Any
) -> Any:
    path = f"/sessions/{world.district.sessions[session]}/notices/received"
    unit_ids = [str(world.district.units[unit]) for unit in units]
    return await world.signed_in(username).post(path, json={"unit_ids": unit_ids, **more})


async def test_each_group_gets_its_own_halls_and_no_other_groups_units(world: World) -> None:
    await _grouped(world)
    await _change(world, "line_1", starts_at=STARTS_AT)
    found = await _notices(world)
    assert list(found) == ["113", "114", "115"]
    hall, commune, village = (found[label]["text"] for label in ("113", "114", "115"))
    assert "7 giờ 30 phút, thứ Tư, ngày 16 tháng 3 năm 2022" in hall
    assert "Chi bộ Ban Tuyên giáo; Chi bộ Văn phòng Huyện ủy" in hall
    assert "Bom Bo" not in hall
    assert "Điểm cầu xã Bom Bo: Đảng bộ xã Bom Bo." in commune
    assert "Điểm cầu xã Bom Bo: Chi bộ thôn 3." in village, "it goes to the commune's hall"
    for text in (hall, commune, village):
        assert not any(person.name in text for person in world.district.people.values())
    assert [unit["name"] for unit in found["113"]["units"]] == [
        "Chi bộ Ban Tuyên giáo",
        "Chi bộ Văn phòng Huyện ủy",
    ]


async def test_a_meet_class_gives_the_link_and_halls_to_units_without_a_group(world: World) -> None:
    await _change(world, "meet_1", starts_at=STARTS_AT, meet_url="https://meet.example/abc")
    (label,) = found = await _notices(world, "meet_1")
    assert label is None
    assert "https://meet.example/abc" in found[label]["text"]
    names = [unit["name"] for unit in found[label]["units"]]
    assert names == ["Chi bộ Bưu điện", "Chi bộ Trường THCS Hoa Ban"]


async def test_what_was_posted_is_kept_until_the_time_changes(world: World) -> None:
    await _grouped(world)
    await _change(world, "line_1", starts_at=STARTS_AT)
    before = (await _notices(world))["113"]
    assert (before["posted"], before["changes"]) == (None, [])
    posted = await _post(world, "113", before["sequence"])
    assert posted.json()["posted"] == {"confirmed_at": "2022-03-15T00:30:00Z", "by": "admin"}
    assert posted.json()["text"] == before["text"]
    assert (await _post(world, "113", before["sequence"])).status_code == 200
    changed = await _change(world, "line_1", starts_at="2022-03-17T00:30:00Z")
    after = (await _notices(world))["113"]
    assert (after["posted"], changed["sequence"]) == (None, after["sequence"])
    (line,) = after["changes"]
    assert f"THAY ĐỔI: {line}." in after["text"]
    assert "thứ Năm, ngày 17" in line
    assert "trước đây: 7 giờ 30 phút, thứ Tư, ngày 16" in line
    stale = await _post(world, "113", before["sequence"])
    assert (stale.status_code, stale.json()["code"]) == (409, "notice_stale")
    assert stale.json()["sequence"] == after["sequence"]
    world.clock.move(minutes=5)
    again = await _post(world, "113", after["sequence"])
    assert again.json()["text"] == after["text"], "what was posted reads on as it did"


async def test_another_hall_at_bom_bo_begins_only_the_lists_that_name_it(world: World) -> None:
    await _grouped(world)
    for label, notice in (await _notices(world)).items():
        assert (await _post(world, label, notice["sequence"])).status_code == 200
    received = await _receive(world, "admin", "office", "propaganda", "bom_bo", "village")
    assert [each["received"]["by"] for each in received.json()["items"]] == ["admin"] * 4
    await _move_hall(world, "commune", "Trường THCS Bom Bo")
    found = await _notices(world)
    assert found["113"]["posted"] is not None
    assert found["113"]["received_count"] == 2
    for label in ("114", "115"):
        assert found[label]["posted"] is None
        assert found[label]["received_count"] == 0
        assert "THAY ĐỔI: địa điểm là Điểm cầu xã Bom Bo – Trường THCS" in found[label]["text"]
    missing = await _notices(world, only_missing=True)
    assert list(missing) == ["114", "115"]


async def test_a_unit_expected_at_another_hall_is_told_anew(world: World) -> None:
    await _grouped(world)
    sequence = (await _notices(world))["113"]["sequence"]
    await _post(world, "113", sequence)
    await _receive(world, "admin", "propaganda", "office")
    async with world.database.write() as db:
        await db.execute(
            update(ExpectedUnit)
            .where(ExpectedUnit.unit_id == world.district.units["propaganda"])
            .values(bridge_point_id=world.district.points["commune"])
        )
    notice = (await _notices(world))["113"]
    assert notice["posted"] is None
    assert notice["changes"] == ["Chi bộ Ban Tuyên giáo dự tại Điểm cầu xã Bom Bo"]
    told = {unit["name"]: unit["received"] is not None for unit in notice["units"]}
    assert told == {"Chi bộ Ban Tuyên giáo": False, "Chi bộ Văn phòng Huyện ủy": True}


async def test_the_secretary_of_bom_bo_ticks_for_her_school_cell_and_not_for_the_post(
    world: World,
) -> None:
    own = await _receive(world, "bithu-bom-bo", "school", session="meet_1")
    assert own.status_code == 200
    (told,) = own.json()["items"]
    assert (told["name"], told["received"]["by"]) == ("Chi bộ Trường THCS Hoa Ban", "bithu-bom-bo")
    other = await _receive(world, "bithu-bom-bo", "school", "post", session="meet_1")
    assert (other.status_code, other.json()["code"]) == (404, "not_found")
    elsewhere = await _receive(world, "bithu-bom-bo", "bom_bo", session="meet_1")
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (422, "unit_not_addressed")
    for username in ("thuong-truc", "van-phong"):
        assert (await _receive(world, username, "bom_bo")).status_code == 403, username
    assert (await _receive(world, "truc-bom-bo", "bom_bo")).status_code == 403


async def test_a_secretary_sees_the_notices_of_her_own_units_alone(world: World) -> None:
    await _grouped(world)
    assert list(await _notices(world, username="bithu-bom-bo")) == ["114", "115"]
    assert list(await _notices(world, username="bithu-van-phong")) == ["113"]
    units = (await _notices(world, username="bithu-van-phong"))["113"]["units"]
    assert [unit["name"] for unit in units] == ["Chi bộ Văn phòng Huyện ủy"]
    assert await _notices(world, username="bithu-buu-dien") == {}
    assert list(await _notices(world, username="thuong-truc")) == ["113", "114", "115"]
    posting = {"label": "114", "sequence": 0}
    path = f"/sessions/{world.district.sessions['line_1']}/notices/posted"
    for username in ("bithu-bom-bo", "van-phong", "thuong-truc", "truc-bom-bo"):
        refused = await world.signed_in(username).post(path, json=posting)
        assert refused.status_code == 403, username


async def test_whoever_read_an_old_text_is_not_taken_to_know_the_new_one(world: World) -> None:
    read = (await _notices(world))[None]
    await _change(world, "line_1", starts_at=STARTS_AT)
    stale = await _receive(world, "bithu-bom-bo", "bom_bo", sequence=read["sequence"])
    assert (stale.status_code, stale.json()["code"]) == (409, "notice_stale")
    fresh = await _receive(world, "bithu-bom-bo", "bom_bo", sequence=stale.json()["sequence"])
    assert fresh.status_code == 200


async def test_a_group_that_does_not_exist_was_not_posted_to(world: World) -> None:
    refused = await _post(world, "999", 0)
    assert (refused.status_code, refused.json()["code"]) == (422, "label_unknown")


async def test_two_who_post_at_once_post_once(world: World) -> None:
    answers = await asyncio.gather(*(_post(world, None, 0) for _ in range(4)))
    assert [answer.status_code for answer in answers] == [200] * 4
    answers = await asyncio.gather(*(_receive(world, "admin", "bom_bo") for _ in range(4)))
    assert [answer.status_code for answer in answers] == [200] * 4
    async with world.database.read() as db:
        written = (await db.scalars(select(Event.act).where(Event.act.like("notice.%")))).all()
    assert sorted(written) == ["notice.posted", "notice.received"]


async def test_a_cancelled_class_names_the_others_and_a_postponed_one_why(world: World) -> None:
    admin, sessions = world.signed_in("admin"), world.district.sessions
    await _change(world, "line_2", starts_at=STARTS_AT)
    await admin.post(f"/sessions/{sessions['line_1']}/cancel", json={"reason": "Ghép lớp"})
    text = (await _notices(world))[None]["text"]
    assert text.startswith("THÔNG BÁO HỦY LỚP")
    assert "Lớp 2 – đường truyền (7 giờ 30 phút, thứ Tư" in text
    await admin.post(f"/sessions/{sessions['line_2']}/postpone", json={"reason": "Mưa lũ"})
    assert "Lý do: Mưa lũ." in (await _notices(world, "line_2"))[None]["text"]


async def test_of_a_confidential_class_nothing_is_sent(world: World) -> None:
    admin, session = world.signed_in("admin"), world.district.sessions["line_1"]
    await _change(world, "line_1", confidential=True, starts_at=STARTS_AT)
    answers = [
        await admin.get(f"/sessions/{session}/notices"),
        await admin.get(f"/sessions/{session}/calendar.ics"),
        await _post(world, None, 1),
        await _receive(world, "admin", "bom_bo"),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["code"]) == (409, "confidential_session")


async def _calendar(
    world: World, session: str, unit: str | None = None, username: str = "admin"
) -> Any:
    path = f"/sessions/{world.district.sessions[session]}/calendar.ics"
    params = {"unit_id": str(world.district.units[unit])} if unit else {}
    return await world.signed_in(username).get(path, params=params)


def _entry(answer: Any) -> Any:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    assert calendar["METHOD"] == "PUBLISH"
    (entry,) = calendar.walk("VEVENT")
    return entry


async def test_a_calendar_follows_the_class_and_its_hall(world: World) -> None:
    refused = await _calendar(world, "line_1", "bom_bo")
    assert (refused.status_code, refused.json()["code"]) == (409, "session_without_time")
    await _change(world, "line_1", starts_at=STARTS_AT)
    answer = await _calendar(world, "line_1", "village", "bithu-bom-bo")
    for line in (b"DTSTART:20220316T003000Z", b"DTEND:20220316T033000Z", b"STATUS:CONFIRMED"):
        assert line in answer.content.split(b"\r\n"), line
    entry = _entry(answer)
    assert (entry["LOCATION"], entry["SEQUENCE"]) == ("Điểm cầu xã Bom Bo", 1)
    await _move_hall(world, "commune", "Nhà văn hóa")
    moved = _entry(await _calendar(world, "line_1", "village"))
    assert (moved["UID"], moved["SEQUENCE"]) == (entry["UID"], 2)
    assert moved["LOCATION"] == "Điểm cầu xã Bom Bo, Nhà văn hóa"
    of_all = _entry(await _calendar(world, "line_1"))
    assert of_all["UID"] != entry["UID"]
    cancel = f"/sessions/{world.district.sessions['line_1']}/cancel"
    await world.signed_in("admin").post(cancel, json={"reason": "Ghép lớp"})
    cancelled = _entry(await _calendar(world, "line_1", "village"))
    assert (cancelled["UID"], cancelled["SEQUENCE"]) == (entry["UID"], 3)
    assert cancelled["STATUS"] == "CANCELLED"


async def test_a_postponed_class_leaves_the_calendars_that_took_it(world: World) -> None:
    admin, path = world.signed_in("admin"), f"/sessions/{world.district.sessions['line_1']}"
    await _change(world, "line_1", starts_at=STARTS_AT)
    taken = _entry(await _calendar(world, "line_1", "village"))
    world.clock.move(minutes=1)
    reason = {"reason": "Mất điện"}
    assert (await admin.post(f"{path}/postpone", json=reason)).status_code == 200
    off = _entry(await _calendar(world, "line_1", "village", "bithu-bom-bo"))
    assert (off["UID"], off["STATUS"]) == (taken["UID"], "CANCELLED")
    assert off["SEQUENCE"] > taken["SEQUENCE"]
    assert off["DTSTART"].dt == taken["DTSTART"].dt
    assert "Mất điện" in off["DESCRIPTION"]
    world.clock.move(minutes=1)
    assert (await admin.post(f"{path}/cancel", json=reason)).status_code == 200
    cancelled = _entry(await _calendar(world, "line_1", "village"))
    assert (cancelled["STATUS"], cancelled["DTSTART"].dt) == ("CANCELLED", taken["DTSTART"].dt)
    assert cancelled["SEQUENCE"] > off["SEQUENCE"]
    world.clock.move(minutes=1)
    assert (await admin.post(f"{path}/reopen")).status_code == 200
    await _change(world, "line_1", starts_at="2022-03-18T00:30:00Z")
    again = _entry(await _calendar(world, "line_1", "village"))
    assert (again["UID"], again["STATUS"]) == (taken["UID"], "CONFIRMED")
    assert again["SEQUENCE"] > cancelled["SEQUENCE"]


async def test_a_class_that_became_confidential_is_withdrawn_without_a_word_of_it(
    world: World,
) -> None:
    await _change(world, "line_1", starts_at=STARTS_AT)
    taken = _entry(await _calendar(world, "line_1", "village"))
    world.clock.move(minutes=1)
    await _change(world, "line_1", confidential=True, title="Lớp chuyên đề riêng")
    world.clock.move(minutes=1)
    await _change(world, "line_1", starts_at="2022-03-18T00:30:00Z")
    answer = await _calendar(world, "line_1", "village")
    entry = _entry(answer)
    assert (entry["UID"], entry["STATUS"]) == (taken["UID"], "CANCELLED")
    assert entry["DTSTART"].dt == taken["DTSTART"].dt, "the new time is nobody's"
    assert entry["SEQUENCE"] > taken["SEQUENCE"]
    assert set(entry) == {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "STATUS", "SUMMARY"}
    assert entry["SUMMARY"] == "Lịch này đã được thu hồi"


async def test_a_meet_class_is_tentative_until_it_has_a_link(world: World) -> None:
    await _change(world, "meet_1", starts_at=STARTS_AT)
    assert _entry(await _calendar(world, "meet_1"))["STATUS"] == "TENTATIVE"
    await _change(world, "meet_1", meet_url="https://meet.example/abc")
    entry = _entry(await _calendar(world, "meet_1"))
    assert (entry["STATUS"], entry["LOCATION"]) == ("CONFIRMED", "https://meet.example/abc")
    hall = _entry(await _calendar(world, "meet_1", "school"))
    assert hall["LOCATION"] == "Hội trường Trường THCS Hoa Ban"
    assert hall["URL"] == "https://meet.example/abc"


async def test_a_calendar_is_of_a_unit_one_may_see_and_that_attends(world: World) -> None:
    await _change(world, "line_1", starts_at=STARTS_AT)
    hidden = await _calendar(world, "line_1", "office", "bithu-bom-bo")
    assert hidden.status_code == 404
    elsewhere = await _calendar(world, "line_1", "school", "bithu-bom-bo")
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (422, "unit_not_addressed")
    nobody = f"/sessions/{UUID(int=1)}/notices"
    assert (await world.signed_in("admin").get(nobody)).status_code == 404
