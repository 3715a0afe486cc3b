"""A member shows his receipt, and the roll does not show him: is it ours, what became of it?"""

from typing import Any

import httpx2 as httpx
import pytest
from sqlalchemy import delete

from api import events
from api.tables.checkin import CheckIn
from tests.deciders import BOM_BO, OFFICE, attendance_of, decide, scanned_in, shown, told
from tests.marking import ids, mark
from tests.world import World


async def typed(world: World, name: str | None = None) -> dict[str, Any]:
    """Let Minh of the office, or somebody by this name, type a name and be given a receipt."""
    minh = world.district.people["minh"]
    phone = await scanned_in(world)
    who = {"kind": "named", "unit_id": str(minh.unit_id), "name": name or minh.name}
    answer = await phone.send(phone.body(who))
    assert answer.status_code == 200, answer.text
    return shown(answer.json())


async def judged(world: World, username: str, receipt: dict[str, Any]) -> httpx.Response:
    return await world.signed_in(username).post("/receipts/judge", json=receipt)


async def test_the_secretary_sees_what_became_of_the_receipt_on_his_phone(world: World) -> None:
    session_id = await world.open()
    receipt = await typed(world)
    waits = await attendance_of(world, "minh")
    told_of = (await judged(world, OFFICE, receipt)).json()
    assert (told_of["is_genuine"], told_of["is_known"], told_of["mark"]) == (True, True, None)
    assert told_of["attendance"]["id"] == str(waits.id)
    assert (told_of["attendance"]["standing"], told_of["typed_name"]["outcome"]) == (
        "pending",
        None,
    )

    await decide(world, OFFICE, waits.id, "reject", {"reason": "Không có mặt trong hội trường"})
    absent = {"kind": "absent", "reason": "OM", "member_ids": ids(world, "minh")}
    assert (await mark(world, "office", absent, who=OFFICE)).status_code == 200
    told_of = (await judged(world, OFFICE, receipt)).json()
    assert told_of["attendance"]["standing"] == "rejected"
    assert told_of["attendance"]["decision_reason"] == "Không có mặt trong hội trường"
    assert (told_of["mark"], told_of["typed_name"]["outcome"]) == ("absent", "rejected")

    read = await told(world, events.MEMBERS_READ)
    unit_id = world.district.units["office"]
    assert [(each.subject_id, each.session_id) for each in read] == [(unit_id, session_id)] * 2
    assert {each.detail["list"] for each in read} == {"judgeReceipt"}


async def test_a_name_that_fitted_nobody_is_found_by_its_receipt(world: World) -> None:
    await world.open()
    receipt = await typed(world, "Nguyễn Thị Không Có")
    told_of = (await judged(world, OFFICE, receipt)).json()
    assert (told_of["is_known"], told_of["attendance"]) == (True, None)
    assert told_of["typed_name"]["name"] == "Nguyễn Thị Không Có"
    assert await told(world, events.MEMBERS_READ)


async def test_a_receipt_of_others_is_nobody_elses_to_look_up(world: World) -> None:
    await world.open()
    receipt = await typed(world)
    assert (await judged(world, BOM_BO, receipt)).status_code == 404
    assert (await judged(world, "truc-bom-bo", receipt)).json()["code"] == "forbidden"
    assert (await judged(world, "admin", receipt)).json()["attendance"] is not None


async def test_what_was_invented_or_changed_is_not_looked_up(world: World) -> None:
    await world.open()
    receipt = await typed(world)
    for name, value in (
        ("standing", "present"),
        ("name", "Một người khác"),
        ("arrived_at", "2022-03-15T00:00:00Z"),
        ("proof", "AAAAAAAAAAAAAAAA"),
        ("is_rehearsal", True),
    ):
        told_of = (await judged(world, OFFICE, receipt | {name: value})).json()
        assert told_of == {
            "is_genuine": False,
            "is_known": False,
            "attendance": None,
            "mark": None,
            "typed_name": None,
        }, name
    assert (await judged(world, OFFICE, receipt | {"proof": "dấu"})).status_code == 422
    assert await told(world, events.MEMBERS_READ) == []


async def test_a_receipt_proves_itself_where_its_record_was_lost(world: World) -> None:
    await world.open()
    receipt = await typed(world)
    async with world.database.write() as db:
        await db.execute(delete(CheckIn))
    told_of = (await judged(world, BOM_BO, receipt)).json()
    assert (told_of["is_genuine"], told_of["is_known"], told_of["attendance"]) == (
        True,
        False,
        None,
    )


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_the_proof_of_a_rehearsal_counts_for_nothing(world: World) -> None:
    session_id = world.district.sessions["line_1"]
    began = await world.signed_in("admin").post(f"/sessions/{session_id}/rehearse")
    assert began.status_code == 200, began.text
    receipt = await typed(world)
    assert receipt["is_rehearsal"]
    told_of = (await judged(world, OFFICE, receipt)).json()
    assert (told_of["is_known"], told_of["attendance"], told_of["typed_name"]) == (True, None, None)
