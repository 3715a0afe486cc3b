"""Phones: slips, whose phone it is, and what becomes of a lost one."""

import asyncio
import io

import docx
from sqlalchemy import select

from api import events
from api.kit.downloads import MEDIA_TYPES
from api.tables.events import Event
from api.tables.idempotency import KeptAnswer
from api.tables.phones import EnrolmentSlip
from api.words import MemberStatus
from tests import symbols
from tests.district import PUBLIC_URL
from tests.handsets import (
    SECRETARY,
    acts,
    bound,
    enrol,
    enrolled,
    make,
    secretary,
    slip_for,
    state_member,
    whose,
)
from tests.printed import change
from tests.world import World

# ------------------------------------------------------------------------------------- enrolling


async def test_hoa_enrols_by_a_slip_and_checks_in_by_one_tap(world: World) -> None:
    client = await secretary(world)
    await world.open()
    screen, phone = await world.screen(), world.phone()
    slip = await slip_for(world, client, "hoa")
    assert slip["full_name"] == "Nguyễn Thị Hoa"
    assert slip["url"] == f"{PUBLIC_URL}/d/#p.{slip['code'].replace('-', '')}"
    assert slip["expires_at"] == "2022-03-18T00:30:00Z"
    assert (await whose(phone))["known"] is False
    typed = slip["code"].lower().replace("-", " ").replace("0", "o").replace("1", "l")
    answer = await enrol(phone, typed)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json() == {
        "full_name": "Nguyễn Thị Hoa",
        "unit_name": "Chi bộ Văn phòng Huyện ủy",
        "bound_at": "2022-03-15T00:30:00Z",
    }
    assert (await enrol(phone, slip["code"])).json() == answer.json(), "a lost answer is repeated"
    assert await whose(phone) == {
        "known": True,
        "is_confirmed": True,
        "initials": "N.T.H.",
        "full_name": "Nguyễn Thị Hoa",
        "unit_name": "Chi bộ Văn phòng Huyện ủy",
        "bound_at": "2022-03-15T00:30:00Z",
    }
    await phone.exchange(await screen.typed())
    assert (await phone.tap()).json()["standing"] == "present"
    (device,) = await bound(world)
    assert device.origin == "slip"
    assert (str(device.slip_id), device.confirmed_by) == (
        slip["id"],
        world.district.accounts[SECRETARY],
    )


async def test_a_slip_moves_hoa_to_her_new_phone(world: World) -> None:
    client = await secretary(world)
    old = await enrolled(world, client)
    world.clock.move(minutes=1)
    new = await enrolled(world, client)
    assert ((await whose(old))["known"], (await whose(new))["known"]) == (False, True)
    assert len(await bound(world)) == 1


async def test_a_phone_known_by_the_card_is_confirmed_by_a_slip(world: World) -> None:
    client = await secretary(world)
    await world.open()
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.typed())
    await phone.name(world.district.people["hoa"], last4="4821")
    seen = await whose(phone)
    assert (seen["known"], seen["is_confirmed"], seen["full_name"]) == (True, False, None)
    assert seen["initials"] == "N.T.H."
    world.clock.move(minutes=1)
    answer = await enrol(phone, (await slip_for(world, client, "hoa"))["code"])
    assert answer.json()["bound_at"] == "2022-03-15T00:30:00Z", "a queued check-in still counts"
    assert (await whose(phone))["is_confirmed"] is True
    (device,) = await bound(world)
    assert device.origin == "slip"


async def test_a_phone_of_binh_is_not_taken_by_a_slip_of_hoa(world: World) -> None:
    client = await secretary(world)
    phone = await enrolled(world, client, "binh")
    code = (await slip_for(world, client, "hoa"))["code"]
    refused = await enrol(phone, code)
    assert (refused.status_code, refused.json()["code"]) == (409, "phone_taken")
    for _ in range(2):
        assert (await phone.client.delete("/devices/current")).status_code == 204
    assert (await whose(phone))["known"] is False
    world.clock.move(minutes=1)
    assert (await enrol(phone, code)).json()["full_name"] == "Nguyễn Thị Hoa"
    assert await acts(world, events.PHONE_RELEASED) == [events.PHONE_RELEASED]


async def test_of_two_phones_with_one_slip_one_is_hers(world: World) -> None:
    client = await secretary(world)
    code = (await slip_for(world, client, "hoa"))["code"]
    phones = [world.phone() for _ in range(4)]
    answers = await asyncio.gather(*(enrol(each, code) for each in phones))
    assert sorted(each.status_code for each in answers) == [200, 422, 422, 422]
    assert len(await bound(world)) == 1


async def test_of_two_slips_on_one_phone_at_once_one_counts(world: World) -> None:
    client = await secretary(world)
    phone = world.phone()
    await enrol(phone, "0000000000")  # the phone has its cookie
    slips = [await slip_for(world, client, each) for each in ("hoa", "binh")]
    answers = await asyncio.gather(*(enrol(phone, each["code"]) for each in slips))
    assert sorted(each.status_code for each in answers) == [200, 409]
    assert len(await bound(world)) == 1


async def test_a_slip_stands_before_a_card_ending_that_is_typed_at_that_moment(
    world: World,
) -> None:
    client = await secretary(world)
    await world.open()
    screen, stranger, hers = await world.screen(), world.phone(), world.phone()
    code = (await slip_for(world, client, "hoa"))["code"]
    await stranger.exchange(await screen.typed())
    answers = await asyncio.gather(
        enrol(hers, code), stranger.name(world.district.people["hoa"], last4="4821")
    )
    assert [each.status_code for each in answers] == [200, 200]
    (device,) = await bound(world)
    assert device.origin == "slip"
    assert (await whose(stranger))["known"] is False


async def test_a_slip_that_does_not_count_tells_nothing(world: World) -> None:
    client = await secretary(world)
    first = await slip_for(world, client, "hoa")
    second = await slip_for(world, client, "hoa")
    taken_back = await slip_for(world, client, "binh")
    path = f"/enrolment-slips/{taken_back['id']}"
    assert [(await client.delete(path)).status_code for _ in range(2)] == [204, 204]
    gone = await slip_for(world, client, "minh")
    await change(world, "minh", status=MemberStatus.LEFT)
    for code in (first["code"], taken_back["code"], gone["code"], "không phải mã"):
        refused = await enrol(world.phone(), code)
        assert (refused.status_code, refused.json()["code"]) == (422, "slip_invalid"), code
    world.clock.move(hours=72)
    assert (await enrol(world.phone(), second["code"])).status_code == 422
    assert await bound(world) == []


async def test_five_wrong_codes_and_a_phone_waits(world: World) -> None:
    client = await secretary(world)
    code = (await slip_for(world, client, "hoa"))["code"]
    phone = world.phone()
    await whose(phone)
    wrong = [await enrol(phone, f"000000000{each}") for each in range(7)]
    assert [each.status_code for each in wrong] == [422] * 6 + [429], "the first had no cookie"
    assert wrong[-1].headers["retry-after"] == "601"
    assert (await enrol(phone, code)).status_code == 429
    world.clock.move(minutes=11)
    assert (await enrol(phone, code)).status_code == 200


# ----------------------------------------------------------------------------------------- slips


async def test_the_slips_for_all_leave_out_who_has_a_phone_and_who_asks(world: World) -> None:
    client = await secretary(world, is_member="le_hoa")
    await enrolled(world, client, "binh")
    made = (await make(world, client)).json()["items"]
    assert [each["full_name"] for each in made] == ["Nguyễn Thị Hoa", "Điểu Minh"]
    assert (await make(world, client)).json()["items"] == [], "their slips are still good"


async def test_nobody_makes_a_slip_for_himself_nor_before_he_said_who_he_is(world: World) -> None:
    await state_member(world, SECRETARY)
    unstated = await make(world, world.signed_in(SECRETARY), "hoa")
    assert (unstated.status_code, unstated.json()["code"]) == (409, "member_unstated")
    client = await secretary(world, is_member="le_hoa")
    refused = await make(world, client, "hoa", "le_hoa")
    assert (refused.status_code, refused.json()["code"]) == (409, "own_phone")
    assert await world.count(EnrolmentSlip) == 0


async def test_a_slip_is_made_only_for_a_member_of_the_unit(world: World) -> None:
    client = await secretary(world)
    assert (await make(world, client, "hoa", "mai")).status_code == 404
    assert (await make(world, client, "mai", unit="bom_bo")).status_code == 404
    assert (await make(world, await secretary(world, "admin"), "hoa")).status_code == 403
    other = await secretary(world, "bithu-bom-bo")
    made = await make(world, other, "mai", unit="bom_bo")
    assert made.status_code == 201, "a commune makes them for its cells"
    path = f"/enrolment-slips/{made.json()['items'][0]['id']}"
    assert (await client.delete(path)).status_code == 404
    assert await world.count(EnrolmentSlip) == 1


async def test_slips_asked_for_twice_are_made_once_and_no_code_is_kept(world: World) -> None:
    client = await secretary(world)
    key = {"Idempotency-Key": "phieu-sang-15-3"}
    first, again = [await make(world, client, "hoa", "binh", **key) for _ in range(2)]
    assert first.json() == again.json()
    assert again.headers["cache-control"] == "no-store"
    assert await world.count(EnrolmentSlip) == 2
    codes = [each["code"] for each in first.json()["items"]]
    async with world.database.read() as db:
        kept = (await db.execute(select(KeptAnswer.body))).scalars().all()
        trail = (await db.execute(select(Event.detail))).scalars().all()
        hashes = (await db.execute(select(EnrolmentSlip.code_hash))).scalars().all()
    for code in codes:
        for spelt in (code, code.replace("-", "")):
            assert spelt not in f"{kept} {trail} {hashes}"


async def test_slips_are_listed_without_codes_and_printed_with_them(world: World) -> None:
    client = await secretary(world)
    made = (await make(world, client)).json()["items"]
    path = f"/units/{world.district.units['office']}/enrolment-slips"
    first = (await client.get(path, params={"limit": 3})).json()
    rest = (await client.get(path, params={"cursor": first["next_cursor"]})).json()
    listed = first["items"] + rest["items"]
    assert [each["id"] for each in listed] == [each["id"] for each in made]
    assert "code" not in listed[0]
    answer = await client.get(path, params={"format": "docx"})
    assert answer.headers["content-type"] == MEDIA_TYPES["docx"]
    paper = docx.Document(io.BytesIO(answer.content))
    text = "\n".join(cell.text for row in paper.tables[0].rows for cell in row.cells)
    assert all(each["code"] in text and each["full_name"] in text for each in made)
    assert "Dùng một lần, đến 7 giờ 30 phút ngày 18/03/2022." in text
    pictures = [
        part.blob for part in paper.part.package.iter_parts() if part.content_type == "image/png"
    ]
    assert {symbols.read_picture(each) for each in pictures} == {each["url"] for each in made}
    assert len(paper.inline_shapes) == len(made) == 4
    assert await acts(world, events.MEMBERS_READ) == [events.MEMBERS_READ] * 3
    await enrol(world.phone(), made[0]["code"])
    assert len((await client.get(path)).json()["items"]) == 3


# ------------------------------------------------------------------------------------ next phone


async def test_hoa_moves_to_her_next_phone_by_herself(world: World) -> None:
    client = await secretary(world)
    old, new = await enrolled(world, client), world.phone()
    made, again = [await old.client.post("/devices/current/slip") for _ in range(2)]
    assert made.json() == again.json(), "the page may be loaded again"
    assert made.json()["expires_at"] == "2022-03-15T00:40:00Z"
    world.clock.move(minutes=9)
    fresh = (await old.client.post("/devices/current/slip")).json()
    assert fresh["code"] != made.json()["code"]
    assert (await enrol(new, made.json()["code"])).status_code == 422
    assert (await enrol(new, fresh["code"])).json()["full_name"] == "Nguyễn Thị Hoa"
    assert (await whose(old))["known"] is False
    refused = await old.client.post("/devices/current/slip")
    assert (refused.status_code, refused.json()["code"]) == (409, "phone_not_confirmed")


async def test_what_a_lost_phone_made_is_lost_with_it(world: World) -> None:
    client = await secretary(world)
    lost = await enrolled(world, client)
    code = (await lost.client.post("/devices/current/slip")).json()["code"]
    path = f"/members/{world.district.people['hoa'].id}/device"
    assert [(await client.delete(path)).status_code for _ in range(2)] == [204, 204]
    assert (await enrol(world.phone(), code)).status_code == 422
    assert await acts(world, events.PHONE_REVOKED) == [events.PHONE_REVOKED]


async def test_a_page_of_another_site_does_nothing_to_a_phone(world: World) -> None:
    client = await secretary(world)
    phone = await enrolled(world, client)
    phone.client.headers["Origin"] = "https://elsewhere.example"
    for answer in (
        await enrol(phone, "0000000000"),
        await phone.client.delete("/devices/current"),
        await phone.client.post("/devices/current/slip"),
    ):
        assert answer.json()["code"] == "origin_refused"


# ------------------------------------------------------------------------------- the secretary's


async def test_a_ticket_of_a_lost_phone_is_worth_nothing(world: World) -> None:
    client = await secretary(world)
    await world.open()
    screen, phone = await world.screen(), await enrolled(world, client)
    await phone.exchange(await screen.typed())
    await client.delete(f"/members/{world.district.people['hoa'].id}/device")
    refused = await phone.tap()
    assert (refused.status_code, refused.json()["code"]) == (409, "phone_unknown")


async def test_a_phone_is_revoked_while_it_checks_in(world: World) -> None:
    client = await secretary(world)
    await world.open()
    screen, phone = await world.screen(), await enrolled(world, client)
    await phone.exchange(await screen.typed())
    path = f"/members/{world.district.people['hoa'].id}/device"
    tapped, revoked = await asyncio.gather(phone.tap(), client.delete(path))
    assert (tapped.status_code in {200, 409}, revoked.status_code) == (True, 204)
    assert await bound(world) == []
    assert (await phone.tap()).status_code == 409


async def test_the_secretary_sees_who_has_no_phone_and_confirms_one(world: World) -> None:
    client = await secretary(world, is_member="le_hoa")
    await world.open()
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.typed())
    await phone.name(world.district.people["hoa"], last4="4821")
    path = f"/units/{world.district.units['office']}/devices"
    first = (await client.get(path, params={"limit": 3})).json()
    rest = (await client.get(path, params={"cursor": first["next_cursor"]})).json()
    everybody = first["items"] + rest["items"]
    assert [each["device"] is not None for each in everybody].count(True) == 1
    assert len(everybody) == 4
    (hoa,) = (await client.get(path, params={"state": "provisional"})).json()["items"]
    assert hoa["device"]["origin"] == "last4"
    assert (await client.get(path, params={"state": "none", "q": "hoa"})).json()["items"][0][
        "full_name"
    ] == "Lê Thị Hoa"
    confirm = f"/members/{hoa['member_id']}/device/confirm"
    answers = [(await client.post(confirm)).json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert answers[0]["device"]["is_confirmed"] is True
    assert await acts(world, events.PHONE_CONFIRMED) == [events.PHONE_CONFIRMED]
    assert len((await client.get(path, params={"state": "confirmed"})).json()["items"]) == 1


async def test_nobody_confirms_his_own_phone_nor_one_that_is_none(world: World) -> None:
    client = await secretary(world, is_member="hoa")
    paths = [f"/members/{world.district.people[each].id}/device" for each in ("hoa", "binh")]
    codes = [(await client.post(f"{path}/confirm")).json()["code"] for path in paths]
    assert codes == ["own_phone", "no_phone"]


async def test_phones_are_managed_only_by_who_answers_for_the_unit(world: World) -> None:
    office, hoa = world.district.units["office"], world.district.people["hoa"].id
    expected = {"admin": 403, "bithu-bom-bo": 404, "truc-bom-bo": 404}
    for username, status in expected.items():
        client = await secretary(world, username)
        for answer in (
            await client.get(f"/units/{office}/devices"),
            await client.get(f"/units/{office}/enrolment-slips"),
            await client.post(f"/members/{hoa}/device/confirm"),
            await client.delete(f"/members/{hoa}/device"),
        ):
            assert answer.status_code == status, f"{username} {answer.request.url}"
