"""A unit's report: begun, written, handed in, decided on."""

import asyncio
from typing import Any
from uuid import UUID

from tests.deciders import is_member, told
from tests.marking import absent, mark, number, present
from tests.world import Answer, World

COMMUNE, OFFICE, POST = "bithu-bom-bo", "bithu-van-phong", "bithu-buu-dien"


async def begin(
    world: World, unit: str = "bom_bo", *, by: str = COMMUNE, session: str | None = "line_1"
) -> Answer:
    district = world.district
    new: dict[str, Any] = {"kind": "result", "unit_id": str(district.units[unit])}
    if session is None:
        new["conference_id"] = str(district.conference_id)
    else:
        new |= {"kind": "quick", "session_id": str(district.sessions[session])}
    return await world.signed_in(by).post("/reports", json=new)


async def submit(world: World, report_id: str, *, by: str = COMMUNE, **how: bool) -> Answer:
    return await world.signed_in(by).post(f"/reports/{report_id}/submit", json=how)


async def account_for_village(world: World) -> None:
    """Let two of the three of the village be ticked as present, and one be absent."""
    await number(world, "village")
    answer = await mark(world, "village", present("1-2"), absent("3"))
    assert answer.status_code == 200, answer.text


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
