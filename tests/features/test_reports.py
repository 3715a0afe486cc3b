"""A unit's report: begun, written, handed in, decided on."""

import asyncio

from api.events import SYSTEM
from api.kit.dates import day_of
from api.members.actions import NewMember, add_members
from api.reports.drafting import digest_of
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import MemberStatus, UnitKind
from tests.deciders import is_member, told
from tests.handing_in import COMMUNE, POST, account_for_village, begin, submit
from tests.marking import absent, mark, number, present
from tests.world import World


async def test_the_commune_hands_in_what_agrees_and_the_district_accepts_it(world: World) -> None:
    await world.open()
    begun = await begin(world)
    assert begun.status_code == 201, begun.text
    report = begun.json()
    path = f"/reports/{report['id']}"
    assert (report["state"], report["figures"]["convened"]) == ("draft", 3)

    refused = await submit(world, report["id"])
    assert refused.status_code == 409
    problem = refused.json()
    assert problem["code"] == "figures_disagree"
    assert problem["sentence"] == "0 + 0 ≠ 3, còn 3 đồng chí chưa có thông tin"
    assert "Đồng chí ghi nốt" in problem["detail"]
    (lacking,) = problem["problems"][0]["units"]
    assert (lacking["name"], lacking["missing"]) == ("Chi bộ thôn 3", 3)

    await account_for_village(world)
    sent = await submit(world, report["id"])
    assert sent.status_code == 200, sent.text
    handed_in = sent.json()
    assert (handed_in["state"], handed_in["is_frozen"]) == ("submitted", True)
    assert handed_in["figures"]["present"] == 2
    (version,) = handed_in["versions"]
    assert (version["number"], version["kind"]) == (1, "final")

    accepted = await world.signed_in("admin").post(f"{path}/accept")
    assert accepted.json()["state"] == "accepted"


async def test_there_is_never_a_second_report_of_one_thing(world: World) -> None:
    answers = await asyncio.gather(*(begin(world) for _ in range(3)))
    assert sorted(each.status_code for each in answers) == [200, 200, 201]
    assert len({each.json()["id"] for each in answers}) == 1
    world.clock.move(seconds=1)
    assert (await begin(world, session=None)).status_code == 201
    page = (await world.signed_in(COMMUNE).get("/reports", params={"limit": "1"})).json()
    assert page["items"][0]["kind"] == "result"
    rest = {"limit": "1", "cursor": page["next_cursor"]}
    page = (await world.signed_in(COMMUNE).get("/reports", params=rest)).json()
    assert ([each["kind"] for each in page["items"]], page["next_cursor"]) == (["quick"], None)


async def test_of_two_who_submit_at_once_one_makes_the_version(world: World) -> None:
    await world.open()
    report = (await begin(world)).json()
    await account_for_village(world)
    answers = await asyncio.gather(*(submit(world, report["id"]) for _ in range(2)))
    assert sorted(each.status_code for each in answers) == [200, 409]
    (refused,) = [each.json() for each in answers if each.status_code == 409]
    assert refused["code"] == "nothing_changed"
    read = await world.signed_in(COMMUNE).get(f"/reports/{report['id']}")
    assert len(read.json()["versions"]) == 1


async def test_what_is_handed_in_twice_because_the_answer_was_lost_counts_once(
    world: World,
) -> None:
    await world.open()
    report = (await begin(world)).json()
    await account_for_village(world)
    for expected, interim in enumerate((True, False)):
        answers = await asyncio.gather(
            *(
                submit(world, report["id"], expected_version=expected, interim=interim)
                for _ in range(2)
            )
        )
        assert [each.status_code for each in answers] == [200, 200], answers[-1].text
        assert answers[0].json()["versions"] == answers[1].json()["versions"]
    assert [each["kind"] for each in answers[0].json()["versions"]] == ["interim", "final"]
    other = await submit(world, report["id"], by="admin", expected_version=1)
    assert other.json()["code"] == "nothing_changed", "it was not he who made it"
    assert len(await told(world, "report.submitted")) == 2


async def test_what_changes_after_handing_in_makes_an_addendum_in_words(world: World) -> None:
    await world.open()
    report = (await begin(world)).json()
    path = f"/reports/{report['id']}"
    await account_for_village(world)
    first = (await submit(world, report["id"])).json()
    await world.signed_in("admin").post(f"{path}/accept")
    assert (await mark(world, "village", present("3"))).status_code == 200

    read = (await world.signed_in(COMMUNE).get(path)).json()
    assert read["figures"] == first["figures"], "what was handed in stays"
    lines = [each["line"] for each in read["pending_difference"]]
    assert {"Có mặt: 2 → 3", "Vắng có lý do: 1 → 0"} <= set(lines)
    assert "Chi bộ trực thuộc · Chi bộ thôn 3 · Có mặt: 2 → 3" in lines

    again = (await submit(world, report["id"])).json()
    assert [each["kind"] for each in again["versions"]] == ["final", "addendum"]
    assert (again["state"], again["figures"]["present"]) == ("submitted", 3)
    assert again["versions"][1]["difference"] == read["pending_difference"]
    assert again["decided_at"] is None, "nobody has accepted what it says now"
    frozen = (await world.signed_in(COMMUNE).get(f"{path}/versions/1")).json()
    assert frozen["content"]["figures"]["present"] == 2
    assert digest_of(frozen["content"]) == frozen["digest"] == first["versions"][0]["digest"]
    assert (await world.signed_in(COMMUNE).get(f"{path}/versions/9")).status_code == 404
    assert len(await told(world, "report.amended")) == 1


async def test_a_returned_report_is_written_again(world: World) -> None:
    await world.open()
    report = (await begin(world)).json()
    path, commune = f"/reports/{report['id']}", world.signed_in(COMMUNE)
    await account_for_village(world)
    admin = world.signed_in("admin")
    early = await admin.post(f"{path}/accept")
    assert (early.status_code, early.json()["state"]) == (409, "draft")
    await submit(world, report["id"])
    assert (await commune.patch(path, json={"proposals": "Không"})).status_code == 409
    interim = await submit(world, report["id"], interim=True)
    assert (interim.status_code, interim.json()["code"]) == (409, "report_state")

    comment = {"comment": "Ghi rõ lý do vắng"}
    returned = (await admin.post(f"{path}/return", json=comment)).json()
    assert (returned["state"], returned["comment"]) == ("returned", "Ghi rõ lý do vắng")
    assert returned["is_frozen"] is False
    written = await commune.patch(path, json={"proposals": "Thêm loa\n\nThêm ghế"})
    assert written.json()["texts"]["proposals"] == {
        "text": "Thêm loa\n\nThêm ghế",
        "is_filled_in": False,
    }
    again = (await submit(world, report["id"])).json()
    assert [each["kind"] for each in again["versions"]] == ["final", "final"]
    (line,) = again["versions"][1]["difference"]
    assert line["label"] == "Kiến nghị"


async def test_nobody_decides_on_what_he_handed_in_himself(world: World) -> None:
    await world.open()
    report = (await begin(world, by="admin")).json()
    await account_for_village(world)
    assert (await submit(world, report["id"], by="admin")).status_code == 200
    own = await world.signed_in("admin").post(f"/reports/{report['id']}/accept")
    assert (own.status_code, own.json()["code"]) == (409, "own_report")


async def test_nobody_decides_on_his_own_under_another_account(world: World) -> None:
    await world.open()
    await is_member(world, COMMUNE, "binh")
    await is_member(world, "admin", "binh")
    report = (await begin(world)).json()
    await account_for_village(world)
    assert (await submit(world, report["id"])).status_code == 200
    path = f"/reports/{report['id']}/accept"
    own = await world.signed_in("admin").post(path)
    assert (own.status_code, own.json()["code"]) == (409, "own_report")
    await is_member(world, "admin", "hoa")
    assert (await world.signed_in("admin").post(path)).status_code == 200


async def test_a_version_that_nobody_has_read_is_not_accepted(world: World) -> None:
    await world.open()
    report = (await begin(world)).json()
    await account_for_village(world)
    await submit(world, report["id"])
    await mark(world, "village", present("3"))
    assert (await submit(world, report["id"])).status_code == 200
    staff = world.signed_in("admin")
    for act in ("accept", "return"):
        body = {"expected_version": 1} | ({"comment": "Ghi rõ"} if act == "return" else {})
        blind = await staff.post(f"/reports/{report['id']}/{act}", json=body)
        assert (blind.status_code, blind.json()["code"]) == (412, "changed_meanwhile")
    read = await staff.post(f"/reports/{report['id']}/accept", json={"expected_version": 2})
    assert (read.status_code, read.json()["state"]) == (200, "accepted")


async def test_the_commune_decides_on_its_cells_and_not_on_itself(world: World) -> None:
    await world.open()
    cell = (await begin(world, "village")).json()
    commune = (await begin(world)).json()
    await account_for_village(world)
    await submit(world, cell["id"], by="admin")
    await submit(world, commune["id"], by="admin")
    secretary = world.signed_in(COMMUNE)
    assert (await secretary.post(f"/reports/{cell['id']}/accept")).status_code == 200
    assert (await secretary.post(f"/reports/{commune['id']}/accept")).status_code == 403
    assert (await world.signed_in(POST).get(f"/reports/{cell['id']}")).status_code == 404
    assert (await submit(world, cell["id"], by=POST)).status_code == 404
    viewer = world.signed_in("thuong-truc")
    assert (await viewer.get(f"/reports/{cell['id']}")).status_code == 200
    assert (await submit(world, cell["id"], by="thuong-truc")).status_code == 403
    assert (await begin(world, by=POST)).status_code == 404


async def test_texts_are_filled_in_from_what_was_recorded_until_somebody_writes(
    world: World,
) -> None:
    district = world.district
    await world.open()
    await world.signed_in("van-phong").post(
        f"/points/{district.points['commune']}/line-tests", json={"passed": True}
    )
    told_of = {
        "conference_id": str(district.conference_id),
        "unit_id": str(district.units["village"]),
        "session_id": str(district.sessions["line_1"]),
        "text": "Mất điện 10 phút",
    }
    commune = world.signed_in(COMMUNE)
    incident = (await commune.post("/incidents", json=told_of)).json()
    report = (await begin(world)).json()
    texts = report["texts"]
    assert "Chi bộ thôn 3" in texts["incidents"]["text"]
    assert texts["incidents"]["text"].endswith("Mất điện 10 phút.")
    assert texts["assessment"]["text"] == "Hội nghị diễn ra theo kế hoạch."
    assert all(each["is_filled_in"] for each in texts.values())

    await commune.patch(f"/incidents/{incident['id']}", json={"resolution": "Chạy máy phát"})
    path = f"/reports/{report['id']}"
    read = await commune.get(path)
    assert read.json()["texts"]["incidents"]["text"].endswith("Đã xử lý: Chạy máy phát.")
    held = {"If-Match": read.headers["etag"]}
    await number(world, "village")
    await mark(world, "village", present("1"))
    moved = await commune.get(path, headers={"If-None-Match": read.headers["etag"]})
    assert moved.json()["figures"]["present"] == 1, "figures move, and are no other writer"
    changes = [
        commune.patch(path, json={"incidents": f"Lần {each}"}, headers=held) for each in (1, 2)
    ]
    statuses = sorted(each.status_code for each in await asyncio.gather(*changes))
    assert statuses == [200, 412]
    back = await commune.patch(path, json={"incidents": None})
    assert back.json()["texts"]["incidents"] == read.json()["texts"]["incidents"]
    same = await commune.get(path, headers={"If-None-Match": back.headers["etag"]})
    assert same.status_code == 304


async def test_the_commune_tells_of_its_school_cells_in_a_block_of_their_own(world: World) -> None:
    await world.open()
    report = (await begin(world, session=None)).json()
    blocks = {each["name"]: [unit["name"] for unit in each["units"]] for each in report["blocks"]}
    assert blocks == {
        "Chi bộ trực thuộc": ["Chi bộ thôn 3"],
        "Chi bộ trường học": ["Chi bộ Trường THCS Hoa Ban"],
    }
    assert report["figures"]["convened"] == 4
    codes = [each["code"] for each in report["problems"]]
    assert codes == ["unaccounted", "session_not_held"]
    assert report["problems"][1]["units"][0]["name"] == "Chi bộ Trường THCS Hoa Ban"
    interim = (await submit(world, report["id"], interim=True)).json()
    assert (interim["state"], interim["is_frozen"]) == ("draft", False)
    assert [each["kind"] for each in interim["versions"]] == ["interim"]


async def test_a_cancelled_class_keeps_no_secretary_waiting_and_the_organiser_is_told(
    world: World,
) -> None:
    admin, conference = world.signed_in("admin"), f"/conferences/{world.district.conference_id}"
    cancel = f"/sessions/{world.district.sessions['meet_1']}/cancel"
    await admin.post(cancel, json={"reason": "Mất đường truyền"})
    report = (await begin(world, "post", by=POST, session=None)).json()
    assert (report["problems"][0]["code"], report["can_submit"]) == ("session_cancelled", True)
    (left,) = report["problems"]
    assert (left["is_blocking"], left["units"][0]["missing"]) == (False, 1)
    assert left["sentence"].startswith("1 đồng chí thuộc Lớp 1 – Google Meet, là lớp đã hủy, chưa")
    handed_in = (await submit(world, report["id"], by=POST)).json()
    assert handed_in["state"] == "submitted", handed_in
    figures = handed_in["figures"]
    assert (figures["convened"], figures["excused"], figures["unknown"]) == (1, 1, 0)
    assert figures["reasons"] == {"cancelled": 1}
    closed = (await admin.post(f"{conference}/close")).json()
    told_of = {each["code"]: each for each in closed["warnings"]}["session_cancelled"]
    assert told_of["units"] == 2, "the school cell attends by Meet, too"
    assert told_of["message"].startswith("Còn 2 đồng chí của lớp đã hủy chưa được xếp lớp khác")


async def test_the_waiting_are_confirmed_with_the_report_but_for_ones_own(world: World) -> None:
    await world.open()
    screen = await world.screen("commune")
    phone = world.phone()
    await phone.exchange(await screen.typed())
    await phone.name(world.district.people["mai"])
    await number(world, "village")
    await mark(world, "village", present("1-2"))
    report = (await begin(world)).json()
    assert report["figures"]["pending"] == 1
    await is_member(world, COMMUNE, "mai")
    own = await submit(world, report["id"], confirm_pending=True)
    assert own.status_code == 409
    assert [each["code"] for each in own.json()["not_confirmed"]] == ["own_attendance"]
    assert "của chính đồng chí" in own.json()["sentence"]
    read = (await world.signed_in(COMMUNE).get(f"/reports/{report['id']}")).json()
    assert read["figures"]["pending"] == 1

    done = await submit(world, report["id"], by="admin", confirm_pending=True)
    assert done.status_code == 200, done.text
    assert done.json()["figures"]["present"] == 3


async def grow(world: World, unit: str, by: int) -> None:
    """Let a unit have more members."""
    async with world.database.write() as db:
        found = await db.get_one(Unit, world.district.units[unit])
        new = [NewMember(f"Đảng viên {each}", None, MemberStatus.OFFICIAL) for each in range(by)]
        await add_members(db, SYSTEM, found, new, at=world.clock())


async def test_forty_and_fifteen_are_not_sixty_and_the_cell_of_the_five_is_named(
    world: World,
) -> None:
    async with world.database.write() as db:
        cell = await add_unit(
            db,
            SYSTEM,
            name="Chi bộ sóc Bù Kroai",
            kind=UnitKind.CELL,
            parent=await db.get_one(Unit, world.district.units["bom_bo"]),
            bloc=None,
            valid_from=day_of(world.clock()),
            at=world.clock(),
        )
    world.district.units["hamlet"] = cell.id
    await grow(world, "village", 52)
    await grow(world, "hamlet", 5)
    await world.open()
    await number(world, "village")
    assert (await mark(world, "village", present("1-40"), absent("41-55"))).status_code == 200
    report = (await begin(world)).json()
    refused = (await submit(world, report["id"])).json()
    assert refused["sentence"] == "40 + 15 ≠ 60, còn 5 đồng chí chưa có thông tin"
    assert "40 + 15 ≠ 60, còn 5 đồng chí chưa có thông tin" in refused["detail"]
    figures = (refused["convened"], refused["present"], refused["absent"], refused["unknown"])
    assert figures == (60, 40, 15, 5)
    (problem,) = refused["problems"]
    assert [(each["name"], each["missing"]) for each in problem["units"]] == [
        ("Chi bộ sóc Bù Kroai", 5)
    ]
