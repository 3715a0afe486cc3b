"""Limits on guessing: on the phone, on the door, on the member; never on an address."""

import asyncio

from sqlalchemy import select

from api import throttle
from api.checkin.exchange import DOOR_PER_SESSION
from api.checkin.rules import TYPED_NAMES_PER_POINT
from api.codes.actions import door_key
from api.tables.access import Device
from api.tables.attendance import Attendance, TypedName
from api.tables.checkin import Refusal
from api.tables.events import Event
from api.tables.throttle import Attempt
from tests.world import Phone, Screen, World


async def wrong(phone: Phone, screen: Screen) -> tuple[int, str]:
    """Type digits that are not the screen's."""
    right = await screen.typed()
    digits = f"{(int(right['digits']) + 500_000) % 1_000_000:06d}"
    answer = await phone.exchange({"door": right["door"], "digits": digits})
    return answer.status_code, answer.json()["code"]


async def test_five_wrong_codes_in_ten_minutes_stop_a_phone_and_not_its_qr(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.typed())
    for _ in range(5):
        assert await wrong(phone, screen) == (422, "code_unknown")
    refused = await phone.exchange(await screen.typed())
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
    assert refused.headers["Retry-After"] == str(refused.json()["retry_after_seconds"])
    assert 0 < refused.json()["retry_after_seconds"] <= 601
    assert "nhờ bí thư" in refused.json()["detail"]
    assert (await phone.exchange(await screen.scanned())).status_code == 200
    world.clock.move(minutes=10, seconds=1)
    assert (await phone.exchange(await screen.typed())).status_code == 200


async def test_ten_wrong_codes_in_a_session_stop_a_phone_for_good(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.typed())
    for _ in range(2):
        for _ in range(5):
            assert await wrong(phone, screen) == (422, "code_unknown")
        world.clock.move(minutes=11)
    assert (await phone.exchange(await screen.typed())).status_code == 429
    assert (await phone.exchange(await screen.scanned())).status_code == 200


async def test_one_phones_mistakes_are_not_its_neighbours(world: World) -> None:
    await world.open()
    screen, clumsy, neighbour = await world.screen(), world.phone(), world.phone()
    for _ in range(8):
        await wrong(clumsy, screen)
    assert (await neighbour.exchange(await screen.typed())).status_code == 200


async def test_a_stale_code_is_no_guess(world: World) -> None:
    await world.open()
    screen, slow = await world.screen(), world.phone()
    old = await screen.typed()
    world.clock.move(minutes=2)
    for _ in range(7):
        assert (await slow.exchange(old)).json()["code"] == "code_stale"
    assert await world.count(Attempt) == 0
    assert (await slow.exchange(await screen.typed())).status_code == 200


async def test_a_guesser_without_cookies_suspends_typed_codes_and_locks_nobody_out(
    world: World,
) -> None:
    session = await world.open()
    screen, honest = await world.screen(), world.phone()
    for _ in range(30):
        assert await wrong(world.phone(), screen) == (422, "code_unknown")
    admin = world.signed_in("admin")
    points = (await admin.get(f"/sessions/{session}/points")).json()["items"]
    (hall,) = [each for each in points if each["door"] == (await screen.typed())["door"]]
    assert hall["typed_codes_suspended_at"] is not None
    await honest.exchange(await screen.typed())
    receipt = (await honest.name(world.district.people["hoa"], last4="4821")).json()
    assert receipt["standing"] == "pending"
    scanned = world.phone()
    await scanned.exchange(await screen.scanned())
    receipt = (await scanned.name(world.district.people["binh"], last4="3377")).json()
    assert receipt["standing"] == "present"
    guessed = world.phone()
    await guessed.exchange(await screen.typed())
    world.clock.move(seconds=1)
    restored = await admin.post(
        f"/sessions/{session}/points/{world.district.points['hall']}/restore-typed-codes"
    )
    assert restored.json()["typed_codes_suspended_at"] is None
    again = world.phone()
    await again.exchange(await screen.typed())
    receipt = (await again.name(world.district.people["tuan"], last4="1188")).json()
    assert receipt["standing"] == "present"
    # A code from the time when guesses were not counted waits all the same.
    mai = world.district.people["mai"]
    assert (await guessed.name(mai, last4="6006")).json()["standing"] == "pending"
    assert await wrong(world.phone(), screen) == (422, "code_unknown")
    async with world.database.read() as db:
        acts = (await db.scalars(select(Event.act).order_by(Event.id))).all()
    assert [act for act in acts if act.startswith("typed_codes")] == [
        "typed_codes.suspended",
        "typed_codes.restored",
    ]


async def test_a_suspended_doors_guesses_are_not_written_any_more(world: World) -> None:
    await world.open()
    screen = await world.screen()
    for _ in range(45):
        await wrong(world.phone(), screen)
    assert await world.count(Refusal) == 30
    assert await world.count(Attempt) == 30


async def test_two_hundred_slow_guesses_in_a_session_suspend_a_door_too(world: World) -> None:
    session = await world.open()
    screen = await world.screen()
    key = door_key(str(session), world.district.points["hall"])
    async with world.database.write() as db:
        for _ in range(DOOR_PER_SESSION - 1):
            await throttle.spend(db, key, at=world.clock())
    world.clock.move(minutes=5)
    await wrong(world.phone(), screen)
    admin = world.signed_in("admin")
    points = (await admin.get(f"/sessions/{session}/points")).json()["items"]
    assert [each["typed_codes_suspended_at"] is not None for each in points] == [True, False]


async def test_three_wrong_cards_and_even_the_right_one_is_only_claimed(world: World) -> None:
    await world.open()
    screen = await world.screen()
    hoa = world.district.people["hoa"]
    for guess in ("0001", "0002", "0003"):
        phone = world.phone()
        await phone.exchange(await screen.typed())
        assert (await phone.name(hoa, last4=guess)).json()["evidence"] == "claimed"
    phone = world.phone()
    await phone.exchange(await screen.typed())
    receipt = (await phone.name(hoa, last4="4821")).json()
    assert (receipt["standing"], receipt["evidence"]) == ("pending", "claimed")
    other = world.phone()
    await other.exchange(await screen.typed())
    receipt = (await other.name(world.district.people["binh"], last4="3377")).json()
    assert receipt["standing"] == "present"


async def test_a_phone_whose_names_are_used_up_guesses_no_card_either(world: World) -> None:
    await world.open()
    screen, people = await world.screen(), world.district.people
    phone = world.phone()
    await phone.exchange(await screen.typed())
    for person in ("minh", "le_hoa", "binh"):
        assert (await phone.name(people[person])).json()["evidence"] == "claimed"
    for guess in ("0001", "0002", "0003", "4821"):  # the last is the right one
        answer = await phone.name(people["hoa"], last4=guess)
        assert answer.json().get("code") == "too_many_attempts", guess
    assert await world.count(Device) == 0


async def test_twenty_wrong_cards_at_a_point_and_none_proves_anything_there(world: World) -> None:
    await world.open()
    here, there = await world.screen("hall"), await world.screen("commune")
    people = world.district.people
    for number in range(20):
        phone = world.phone()
        await phone.exchange(await here.typed())
        # Three a member at most are compared at all; together they are the point's twenty.
        target = ("binh", "hoa", "tuan", "khanh", "lan", "son", "mai")[number % 7]
        answer = await phone.name(people[target], last4=f"{number:04d}")
        assert answer.json()["evidence"] == "claimed"
    phone = world.phone()
    await phone.exchange(await here.typed())
    assert (await phone.name(people["mai"], last4="6006")).json()["evidence"] == "claimed"
    elsewhere = world.phone()
    await elsewhere.exchange(await there.typed())
    answer = await elsewhere.name(people["mai"], last4="6006")
    assert answer.json()["evidence"] == "first"


async def test_members_without_a_card_on_file_use_up_nobodys_chances(world: World) -> None:
    await world.open()
    screen = await world.screen()
    for number in range(25):
        phone = world.phone()
        await phone.exchange(await screen.typed())
        person = world.district.people["minh" if number % 2 else "le_hoa"]
        assert (await phone.name(person, last4=f"{number:04d}")).status_code == 200
    phone = world.phone()
    await phone.exchange(await screen.typed())
    receipt = (await phone.name(world.district.people["hoa"], last4="4821")).json()
    assert (receipt["standing"], receipt["evidence"]) == ("present", "first")


async def test_a_burst_of_guesses_from_one_phone_is_no_more_than_five(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    right = await screen.typed()
    await phone.exchange(right)
    guesses = [f"{(int(right['digits']) + 1000 * n) % 1_000_000:06d}" for n in range(1, 21)]
    answers = await asyncio.gather(
        *(phone.exchange({"door": right["door"], "digits": digits}) for digits in guesses)
    )
    assert [answer.status_code for answer in answers].count(422) <= 5
    assert {answer.status_code for answer in answers} <= {422, 429}


async def test_a_door_suspended_after_the_ticket_was_given_still_makes_it_wait(
    world: World,
) -> None:
    await world.open()
    screen, lucky = await world.screen(), world.phone()
    await lucky.exchange(await screen.typed())
    for _ in range(30):
        await wrong(world.phone(), screen)
    receipt = (await lucky.name(world.district.people["hoa"], last4="4821")).json()
    assert receipt["standing"] == "pending"
    assert await world.count(Device) == 0


async def test_a_phone_may_type_three_names_in_a_session(world: World) -> None:
    await world.open()
    screen, phone = await world.screen(), world.phone()
    await phone.exchange(await screen.typed())
    people = world.district.people
    for name in ("minh", "le_hoa", "binh"):
        assert (await phone.name(people[name])).status_code == 200
    refused = await phone.name(people["tuan"])
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_attempts")
    assert await world.count(TypedName) == 3
    # What is proved is no typed name.
    assert (await phone.name(people["hoa"], last4="4821")).json()["standing"] == "present"


async def test_a_point_keeps_fifty_typed_names(world: World) -> None:
    await world.open()
    screen = await world.screen()
    code = await screen.typed()
    minh = world.district.people["minh"]
    for _ in range(TYPED_NAMES_PER_POINT):
        phone = world.phone()
        await phone.exchange(code)
        assert (await phone.name(minh)).status_code == 200
    phone = world.phone()
    await phone.exchange(code)
    assert (await phone.name(minh)).status_code == 429
    assert (await phone.name(world.district.people["hoa"], last4="4821")).status_code == 200
    async with world.database.read() as db:
        rows = (await db.scalars(select(Attendance))).all()
    assert len(rows) == 2
