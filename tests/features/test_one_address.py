"""A hall is one address: 500 members and a guesser share it, and no member is refused.

Two applications serve the one database, as two processes would, and one of them starts again.
Every client of a test comes from the same address. The hall is tried on SQLite alone, for time.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager
from copy import deepcopy
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, insert, select

from api.events import SYSTEM
from api.kit import keys, seals
from api.kit.ids import new_id
from api.members.actions import NewMember, add_members
from api.tables.access import Device
from api.tables.attendance import Attendance, TypedName
from api.tables.units import Unit
from api.words import BindingOrigin, Evidence
from tests.databases import Template
from tests.district import MASTER_KEY, Person
from tests.moving_clock import MovingClock
from tests.world import Phone, World, named, running

MEMBERS = 500
WITH_PHONE = 400

ME: dict[str, Any] = {"kind": "device"}
Said = list[dict[str, Any]]

Start = Callable[[], AbstractAsyncContextManager[World]]


@pytest.fixture
def start(template: Template, database_url: str, clock: MovingClock, tmp_path: Path) -> Start:
    """Give what starts one more application on the database of the test."""
    district = deepcopy(template.district)
    return lambda: running(database_url, district, clock=clock, folder=tmp_path)


async def gather_members(world: World) -> tuple[list[Person], list[str]]:
    """Add the members, most of them with a confirmed phone; give the cookies of those."""
    new = [NewMember(f"Đồng chí Số {n}", f"2{n:07d}") for n in range(MEMBERS)]
    phones = [uuid4() for _ in range(WITH_PHONE)]
    async with world.database.write() as db:
        unit = await db.get_one(Unit, world.district.units["office"])
        members = await add_members(db, SYSTEM, unit, new, at=world.clock())
        rows = [
            {
                "id": phone,
                "member_id": member.id,
                "bound_at": world.clock(),
                "origin": BindingOrigin.SLIP,
                "confirmed_at": world.clock(),
            }
            for phone, member in zip(phones, members, strict=False)
        ]
        await db.execute(insert(Device), rows)
    key = keys.derive(MASTER_KEY, info=b"device cookie")
    people = [
        Person(member.id, member.full_name, f"{number:04d}", unit.id)
        for number, member in enumerate(members)
    ]
    return people, [seals.seal(key, phone.bytes) for phone in phones]


def phone_of(world: World, cookie: str) -> Phone:
    """Take up a phone that is bound."""
    phone = world.phone()
    phone.client.cookies.set("dd", cookie)
    return phone


async def at_once(doings: Iterable[Awaitable[Said]]) -> Said:
    """Let some do something at once, forty in the air together; tell all that was answered."""
    answers: list[Said] = []
    pending = list(doings)
    while pending:
        now, pending = pending[:40], pending[40:]
        answers += await asyncio.gather(*now)
    return list(chain.from_iterable(answers))


async def comes(phone: Phone, code: dict[str, str], person: Person | None = None) -> Said:
    """Exchange a code, then tap, or name oneself; a refusal on the way is the answer."""
    answer = await phone.exchange(code)
    if answer.status_code == 200:
        last4 = person.last4 if person else None
        answer = await (phone.name(person, last4=last4) if person else phone.tap())
    return [answer.json()]


async def sends(phone: Phone, scanned: dict[str, str], *whos: dict[str, Any]) -> Said:
    """Send a scan, of oneself or for whom is named, as a page does that had no network."""
    items = [{"id": str(new_id(phone.clock())), **scanned, "who": who} for who in whos]
    answer = await phone.client.post("/check-ins/batch", json={"items": items})
    return [each["receipt"] or each["problem"] for each in answer.json()["items"]]


async def guesses(phone: Phone, code: dict[str, str], number: int) -> Said:
    """Type digits that are not the code."""
    digits = f"{(int(code['digits']) + 1000 + number) % 1_000_000:06d}"
    return [(await phone.exchange(code | {"digits": digits})).json()]


def told(answers: Said) -> Counter[str]:
    """Count what was told: what was recorded, by which evidence, or why not."""
    return Counter(
        each.get("code") or f"{each['standing']} by {each['evidence']}" for each in answers
    )


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_five_hundred_members_and_a_guesser_behind_one_address(start: Start) -> None:
    async with start() as left, start() as right:
        await left.open()
        screen = await left.screen()
        people, cookies = await gather_members(left)
        left.clock.move(seconds=30)
        typed, scanned = await screen.typed(), await screen.scanned()
        worlds = [left, right]

        def phones(first: int, last: int) -> list[Phone]:
            here = enumerate(cookies[first:last])
            return [phone_of(worlds[n % 2], cookie) for n, cookie in here]

        def new_phones(number: int) -> list[Phone]:
            return [worlds[n % 2].phone() for n in range(number)]

        def guessing(number: int) -> list[Awaitable[Said]]:
            return [guesses(each, typed, n) for n, each in enumerate(new_phones(number))]

        # Few have come; the guesser warms up, a new phone at each guess.
        come = [comes(each, typed) for each in phones(0, 50)]
        answers = await at_once(come + guessing(20))
        assert told(answers) == {"present by digits": 50, "code_unknown": 20}
        pairs = zip(new_phones(50), people[400:450], strict=True)
        answers = await at_once(comes(phone, scanned, person) for phone, person in pairs)
        assert told(answers) == {"present by first": 50}

        # He goes on until the door's digits wait for the secretary; the QR is as good as ever.
        assert told(await at_once(guessing(12))) == {"code_unknown": 12}
        come = [comes(each, typed) for each in phones(50, 100)]
        come += [sends(each, scanned, ME) for each in phones(100, 300)]
        assert told(await at_once(come)) == {"pending by digits": 50, "present by qr": 200}

        # Wrong cards of those who are still to come: cards prove nothing at this point any more.
        stolen = [named(each) | {"last4": "9999"} for each in people[450:474]]
        thieves = zip(new_phones(24), stolen, strict=True)
        answers = await at_once(sends(phone, scanned, who) for phone, who in thieves)
        assert told(answers) == {"pending by claimed": 24}
        # And names of nobody, until the point takes no more of them.
        nobody = {"kind": "named", "unit_id": None, "name": "Không Có Ai"}
        answers = await at_once(sends(each, scanned, *[nobody] * 3) for each in new_phones(20))
        assert set(told(answers)) == {"pending by claimed", "too_many_attempts"}

        late_comers = [named(each, last4=each.last4) for each in people[450:500]]
        senders = zip(new_phones(50), late_comers, strict=True)
        come = [sends(phone, scanned, who) for phone, who in senders]
        come += [sends(each, scanned, ME) for each in phones(300, 400)]
        assert told(await at_once(come)) == {"pending by claimed": 50, "present by qr": 100}
        async with left.database.read() as db:
            by_standing = select(Attendance.standing, func.count()).group_by(Attendance.standing)
            counted = dict((await db.execute(by_standing)).all())
        assert counted == {"present": 400, "pending": 100}


async def test_limits_hold_across_two_processes_and_a_restart(start: Start) -> None:
    async with start() as left:
        await left.open()
        screen = await left.screen()
        typed, scanned = await screen.typed(), await screen.scanned()
        hers = await left.known_phone("hoa", screen=screen)
        guesser, cookie = left.phone(), ""
        binh = left.district.people["binh"]
        async with start() as right:
            await guesser.exchange(scanned)
            cookie = guesser.client.cookies["dd"]
            hands = [phone_of(left, cookie), phone_of(right, cookie)]
            answers = await at_once(guesses(hands[n % 2], typed, n) for n in range(12))
            assert told(answers) == {"code_unknown": 5, "too_many_attempts": 7}
            helpers = [hers, phone_of(right, hers.client.cookies["dd"])]
            help_him = named(binh) | {"kind": "assisted"}
            answers = await at_once(sends(each, scanned, help_him) for each in helpers * 4)
            assert told(answers) == {"pending by assisted": 3, "too_many_attempts": 5}
            thieves = enumerate(world.phone() for world in (left, right) for _ in range(4))
            tried = [(each, named(binh, last4=f"{number:04d}")) for number, each in thieves]
            await at_once(sends(each, scanned, who) for each, who in tried)
            his_card = named(binh, last4=binh.last4)
            answers = await sends(right.phone(), scanned, his_card)
            assert told(answers) == {"pending by claimed": 1}, "it proves nothing any more"
    async with start() as again:
        assert (await phone_of(again, cookie).exchange(typed)).status_code == 429
        helper = phone_of(again, hers.client.cookies["dd"])
        assert (await helper.exchange(scanned)).json()["device"]["helps_left"] == 0
        assert told(await sends(helper, scanned, help_him)) == {"too_many_attempts": 1}
        assert told(await sends(again.phone(), scanned, his_card)) == {"pending by claimed": 1}
        assert told(await sends(helper, scanned, ME)) == {"present by qr": 1}
        async with again.database.read() as db:
            assisted = TypedName.evidence == Evidence.ASSISTED
            assert len((await db.scalars(select(TypedName).where(assisted))).all()) == 3
