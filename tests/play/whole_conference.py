"""The play: a conference of the plan from its allocation to the addendum of its summary.

Everything is done over HTTP, as the persons concerned do it. What happens:

    day 1  Lớp 1 by line: phones at the hall (in time, late, gone early, of another class, excluded,
           without a card), a school's member in the commune's hall, guests; Lớp 1 by Meet
    day 2  Lớp 2 by line, with some who missed Lớp 1. Lớp 2 by Meet is cancelled
    day 3  Lớp 3 by line, which was postponed; a phone without network; the class for make-ups
    then   reports of all units but one, one returned; an addendum; the summary, and its addendum
"""

from datetime import timedelta

from tests.district import Person
from tests.handsets import enrol
from tests.play.asking import Json, ask, listed
from tests.play.ending import close, report
from tests.play.outcome import Late, Outcome
from tests.play.settling import (
    COMMUNE,
    HALL_UNITS,
    SCHOOL_OFFICE,
    SILENT,
    SIXTY,
    Size,
    settle,
)
from tests.play.stage import Stage, by_direct_unit, village
from tests.world import Phone, Screen, World


async def play(world: World, size: Size) -> Outcome:
    """Play the whole conference in an empty office."""
    cast = await settle(world, size)
    stage = Stage(world, cast)
    done = Outcome(stage)
    await _prepare(stage)
    await _day_one(stage, size)
    await _day_two(stage)
    late = await _day_three(stage, done)
    await report(stage, late, done)
    await close(stage, done)
    return done


# ----------------------------------------------------------------------------- before


async def _prepare(stage: Stage) -> None:
    """Let members be of every kind, allocate them, and tell them."""
    people = stage.cast.people
    cell = village(stage, COMMUNE)
    for person, status in (
        (people["tuyen-giao"][0], "exempt"),
        (people[SCHOOL_OFFICE][0], "suspended"),
        (people[cell][0], "reduced"),
        (people["to-chuc"][0], "reduced"),
    ):
        await ask(stage.admin, "PATCH", f"/members/{person.id}", json={"status": status})
        if status == "reduced":
            stage.left_alone.add(str(person.id))
    stays = ((people[cell][1], "to-chuc"), (people["to-chuc"][1], SCHOOL_OFFICE))
    for person, unit in stays:
        stay = {"unit_id": stage.unit(unit), "kind": "temporary", "until": "2022-12-31"}
        await ask(stage.admin, "POST", f"/members/{person.id}/transfer", json=stay)
    excluded = [_with_card(people[unit])[-1] for unit in HALL_UNITS]
    lines = [
        {"full_name": each.name, "unit_name": await _unit_name(stage, each)} for each in excluded
    ]
    written = await ask(
        stage.admin,
        "POST",
        f"{stage.conference}/exclusions",
        json={"document_number": "43-KH/HU, 17/02/2022", "lines": lines},
    )
    for line, person in zip(written["lines"], excluded, strict=True):
        await ask(
            stage.admin,
            "PATCH",
            f"/exclusions/{line['id']}",
            json={"member_id": str(person.id)},
        )
    told = await ask(stage.admin, "POST", f"{stage.conference}/allocation/propose", json={})
    assert told["allocated"] == told["convened"]
    await ask(stage.admin, "POST", f"{stage.conference}/allocation/publish", json={})
    await ask(
        stage.admin,
        "POST",
        f"{stage.session('line_3')}/postpone",
        json={"reason": "Đường truyền hỏng do mưa lũ", "date_hint": "hai hôm sau"},
    )
    await ask(
        stage.admin,
        "POST",
        f"{stage.session('meet_2')}/cancel",
        json={"reason": "Ghép vào Lớp 1"},
    )
    again = await ask(stage.admin, "POST", f"{stage.conference}/allocation/propose", json={})
    assert again["added"] > 0, again
    assert await stage.seats(session="meet_2") == []


async def _unit_name(stage: Stage, person: Person) -> str:
    return str((await ask(stage.admin, "GET", f"/units/{person.unit_id}"))["name"])


def _with_card(people: list[Person]) -> list[Person]:
    """Find who can be told by his name and card in his unit."""
    names = [each.name for each in people]
    return [each for each in people if each.last4 and names.count(each.name) == 1]


# ----------------------------------------------------------------------------- the classes


async def _day_one(stage: Stage, size: Size) -> None:
    """Hold the first class by line in the morning, and the one by Meet after lunch."""
    world = stage.world
    await _on_duty(stage)
    await stage.begin("line_1")
    screen = await world.screen("van-phong-huyen-uy")
    seats = {each["member_id"] for each in await stage.seats(session="line_1")}
    known = [one for unit in HALL_UNITS for one in _with_card(stage.cast.people[unit])]
    known = [each for each in known if str(each.id) not in stage.left_alone]
    ours = [each for each in known if str(each.id) in seats][: size.phones]
    stage.left_alone |= {str(each.id) for each in ours}
    early = [each for place, each in enumerate(ours) if place % 4 != 2]
    phones = [(each, await _scan(world, screen, each)) for each in early]
    await _visitors(stage, screen, known, seats)
    await ask(
        stage.admin,
        "POST",
        f"/sessions/{world.district.sessions['line_1']}/points/"
        f"{world.district.points['van-phong-huyen-uy']}/head-counts",
        json={"persons": 48, "guests": 5},
    )
    await ask(
        stage.admin,
        "POST",
        f"{stage.session('line_1')}/points/{world.district.points[COMMUNE]}/head-counts",
        json={"persons": 12, "guests": 2, "unit_id": stage.unit(village(stage, COMMUNE))},
    )
    world.clock.move(minutes=90)
    await ask(
        stage.admin, "POST", f"{stage.session('line_1')}/windows", json={"kind": "after_break"}
    )
    for place, (person, phone) in enumerate(phones):
        if place % 4 != 1:
            await phone.exchange(await screen.scanned())
            assert (await phone.tap(last4=person.last4)).is_success
    for person in ours:
        if person not in early:
            await _scan(world, screen, person)
    await _hold(stage, "line_1")
    await stage.end("line_1")
    await _quick_reports(stage, "line_1", confirm_pending=True)
    await _propose_make_ups(stage, "line_1")
    world.clock.move(hours=4)
    await stage.begin("meet_1")
    world.clock.move(minutes=60)
    await _hold(stage, "meet_1")
    await stage.end("meet_1")
    await _quick_reports(stage, "meet_1")
    await _propose_make_ups(stage, "meet_1")
    await ask(
        stage.secretary(COMMUNE),
        "POST",
        "/incidents",
        json={
            "conference_id": str(world.district.conference_id),
            "unit_id": stage.unit(COMMUNE),
            "text": "Mất điện trong giờ nghỉ, đã chạy máy phát",
        },
    )


async def _on_duty(stage: Stage) -> None:
    """Let a presenter and an organiser serve Lớp 1, though they are of Lớp 2."""
    seats = by_direct_unit(stage, await stage.seats(session="line_2"))
    for unit, kind in (("tuyen-giao", "presenter"), ("to-chuc", "organiser")):
        member = next(each for each in seats[unit] if each not in stage.left_alone)
        path = f"{stage.session('line_1')}/duties/{member}"
        await ask(stage.admin, "PUT", path, json={"kind": kind})
        stage.left_alone.add(member)


async def _visitors(stage: Stage, screen: Screen, known: list[Person], seats: set[str]) -> None:
    """Let come who is not expected here: of another class, of Meet, excluded, without a card."""
    world, people = stage.world, stage.cast.people
    excluded = _with_card(people[HALL_UNITS[0]])[-1]
    others = {each["member_id"] for each in await stage.seats(session="line_2")}
    wrong_class = next(
        each for each in known if str(each.id) in others - stage.left_alone and each != excluded
    )
    school = village(stage, COMMUNE, schools=True)
    wrong_form = _with_card(people[school])[0]
    for person, place in (
        (wrong_class, screen),
        (excluded, screen),
        (wrong_form, await world.screen(COMMUNE)),
    ):
        await _scan(world, place, person)
        stage.left_alone.add(str(person.id))
    names = [each.name for unit in HALL_UNITS for each in people[unit]]
    claimed = next(
        each
        for unit in HALL_UNITS
        for each in people[unit]
        if str(each.id) in seats - stage.left_alone and names.count(each.name) == 1
    )
    phone = world.phone()
    await phone.exchange(await screen.scanned())
    answer = await phone.name(claimed)
    assert answer.json()["standing"] == "pending", answer.text
    stage.left_alone.add(str(claimed.id))


async def _scan(world: World, screen: Screen, person: Person) -> Phone:
    """Let a member check in by name and card on a phone that nobody knew."""
    phone = world.phone()
    assert (await phone.exchange(await screen.scanned())).is_success
    answer = await phone.name(person, last4=person.last4)
    assert answer.json()["standing"] == "present", answer.text
    return phone


async def _hold(stage: Stage, session: str) -> None:
    """Let the secretaries mark who is left, and somebody else countersign every other unit."""
    seats = by_direct_unit(stage, await stage.seats(session=session))
    for place, (unit, members) in enumerate(seats.items()):
        if unit == SIXTY:
            await _mark_the_sixty(stage, session, members)
        elif unit != SILENT:
            has_marked = await stage.mark_all(session, unit, members)
            if has_marked and place % 2:
                path = f"{stage.session(session)}/units/{stage.unit(unit)}/countersign"
                await ask(stage.admin, "POST", path)


async def _mark_the_sixty(stage: Stage, session: str, members: list[str]) -> None:
    """Mark them by the numbers of the printed list: 1-40 came, 41-55 are ill, of 5 nobody knows."""
    unit = stage.unit(SIXTY)
    roster = f"{stage.conference}/units/{unit}/roster"
    await ask(stage.secretary(SIXTY), "GET", roster)
    path = f"{stage.session(session)}/units/{unit}/roll/rows"
    rows = (await ask(stage.secretary(SIXTY), "GET", path, params={"limit": "100"}))["items"]
    numbers = {each["member_id"]: each["row_number"] for each in rows}
    ours = [numbers[each] for each in members]
    came = [str(each) for each in ours if each <= 40]
    absent = [str(each) for each in ours if 40 < each <= 55]
    marks: list[Json] = []
    if came:
        marks.append({"kind": "present", "row_numbers": ", ".join(came)})
    if absent:
        marks.append({"kind": "absent", "row_numbers": " ".join(absent), "reason": "OM"})
    await stage.mark(session, SIXTY, *marks)


async def _quick_reports(stage: Stage, session: str, **how: bool) -> None:
    """Let every unit that has members in a class report it at once; in short, one of them."""
    units = by_direct_unit(stage, await stage.seats(session=session)).keys() - {SILENT, SIXTY}
    hall_first = sorted(units, key=lambda each: (each not in HALL_UNITS, each))
    for unit in hall_first[: None if stage.cast.is_whole else 1]:
        await stage.hand_in(unit, session, **how)


async def _propose_make_ups(stage: Stage, session: str) -> None:
    order = {"session_id": str(stage.world.district.sessions[session])}
    await ask(stage.admin, "POST", f"{stage.conference}/make-ups/propose", json=order)


async def _missed(stage: Stage, session: str) -> dict[str, list[str]]:
    """List who missed a class and has not made it up, by the unit that answers for them."""
    query = {"missed_session_id": str(stage.world.district.sessions[session])}
    found = await listed(stage.admin, f"{stage.conference}/make-ups", **query)
    units = by_direct_unit(stage, (each for each in found if not each["has_made_up"]))
    return {key: each for key, each in units.items() if key not in {SIXTY, SILENT}}


async def _make_up(stage: Stage, missed: str, session: str) -> None:
    """Let the first two of a unit who missed a class come to a later one."""
    unit, members = next(iter((await _missed(stage, missed)).items()))
    await stage.mark(session, unit, {"kind": "present", "member_ids": members[:2]})


async def _day_two(stage: Stage) -> None:
    """Hold the second class, with some who missed the first."""
    world = stage.world
    world.clock.move(hours=18)
    await stage.begin("line_2")
    world.clock.move(minutes=60)
    await _hold(stage, "line_2")
    await _make_up(stage, "line_1", "line_2")
    await stage.end("line_2")
    await _quick_reports(stage, "line_2")


async def _day_three(stage: Stage, done: Outcome) -> Late:
    """Hold the class that was postponed, and one more for those who missed theirs."""
    world = stage.world
    world.clock.move(hours=23)
    starts_at = world.clock() + timedelta(minutes=30)
    await ask(
        stage.admin,
        "PATCH",
        stage.session("line_3"),
        json={"starts_at": starts_at.isoformat(), "opens_ahead_minutes": None},
    )
    late = await _with_a_phone(stage)
    await stage.begin("line_3")
    screen = await world.screen("van-phong-huyen-uy")
    world.clock.move(minutes=5)
    late.item = {
        "id": late.phone.body({})["id"],
        **await screen.scanned(),
        "who": {"kind": "device"},
    }
    world.clock.move(minutes=60)
    await _hold(stage, "line_3")
    absent = {"kind": "absent", "reason": "KL", "member_ids": [str(late.person.id)]}
    await stage.mark("line_3", HALL_UNITS[2], absent)
    await stage.end("line_3")
    await _quick_reports(stage, "line_3")
    extra = await ask(
        stage.admin,
        "POST",
        "/sessions",
        json={
            "conference_id": str(world.district.conference_id),
            "form": "line",
            "ordinal": 4,
            "title": "Lớp học bù",
            "share": 0,
        },
    )
    world.district.sessions["line_4"] = extra["id"]
    await _propose_make_ups(stage, "line_3")
    world.clock.move(hours=2)
    await stage.begin("line_4")
    await _make_up(stage, "line_3", "line_4")
    await stage.end("line_4")
    await _retell(stage)
    return late


async def _with_a_phone(stage: Stage) -> Late:
    """Give a member of Lớp 3 a phone by a slip from the secretary, the day before."""
    unit = HALL_UNITS[2]
    seats = {each["member_id"] for each in await stage.seats(unit, "line_3")}
    person = next(
        each
        for each in stage.cast.people[unit]
        if str(each.id) in seats and str(each.id) not in stage.left_alone
    )
    slips = await ask(
        stage.secretary(unit),
        "POST",
        f"/units/{stage.unit(unit)}/enrolment-slips",
        json={"member_ids": [str(person.id)]},
    )
    phone = stage.world.phone()
    assert (await enrol(phone, slips["items"][0]["code"])).is_success
    stage.left_alone.add(str(person.id))
    return Late(phone, person, {})


async def _retell(stage: Stage) -> None:
    """Let a cell tell one who missed the class by Meet what was said there."""
    unit, members = next(iter((await _missed(stage, "meet_1")).items()))
    told = {"kind": "retold", "retold_on": "2022-03-17", "note": "Sinh hoạt chi bộ"}
    path = f"{stage.conference}/make-ups/{members[0]}"
    await ask(stage.secretary(unit), "PUT", path, json=told)
