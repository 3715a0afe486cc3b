"""Asking for rolls, as the tests of them do."""

from typing import Any

from tests.world import Answer, Screen, World


async def scan(world: World, person: str, screen: Screen, *, last4: str | None = "") -> None:
    """Let a member's own phone check in; without `last4` the name waits for the secretary."""
    phone, who = world.phone(), world.district.people[person]
    await phone.exchange(await screen.typed())
    answer = await phone.name(who, last4=who.last4 if last4 == "" else last4)
    assert answer.status_code == 200, answer.text


def path_of(world: World, unit: str, *, session: str = "line_1") -> str:
    """Write the path of a unit in a session."""
    district = world.district
    return f"/sessions/{district.sessions[session]}/units/{district.units[unit]}"


async def roll(
    world: World, unit: str, *, by: str = "admin", session: str = "line_1"
) -> dict[str, Any]:
    """Read a roll, whose figures must agree."""
    answer = await world.signed_in(by).get(f"{path_of(world, unit, session=session)}/roll")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    for each in [found["total"], *found["units"]]:
        came = ("full", "late", "left_early", "on_duty")
        parts = ("present", "pending", "excused", "unexcused", "unknown")
        assert each["convened"] == sum(each[part] for part in parts)
        assert each["present"] == sum(each[part] for part in came)
    for figure in ("convened", "present", "from_elsewhere", "manual", "not_countersigned"):
        assert found["total"][figure] == sum(each[figure] for each in found["units"])
    return found


async def rows(
    world: World, unit: str, *, by: str = "admin", session: str = "line_1", **query: str
) -> list[dict[str, Any]]:
    """Read the rows of a roll to their end, two a page."""
    client, items, cursor = world.signed_in(by), [], None
    while True:
        params = {"limit": "2", **query} | ({"cursor": cursor} if cursor else {})
        answer = await client.get(
            f"{path_of(world, unit, session=session)}/roll/rows", params=params
        )
        assert answer.status_code == 200, answer.text
        items += answer.json()["items"]
        cursor = answer.json()["next_cursor"]
        if cursor is None:
            return items


async def countersign(world: World, unit: str, *, by: str) -> Answer:
    """Countersign a unit and those below it."""
    return await world.signed_in(by).post(f"{path_of(world, unit)}/countersign")


def numbers(figures: dict[str, Any], *names: str) -> tuple[Any, ...]:
    """Pick figures."""
    return tuple(figures[name] for name in names)
