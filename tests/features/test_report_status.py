"""The board of reports: who owes one, who is late, and the text that reminds them."""

from typing import Any

from tests.handing_in import COMMUNE, POST, account_for_village, begin, submit
from tests.world import World


async def board(world: World, *, by: str = "admin", **query: Any) -> dict[str, Any]:
    path = f"/conferences/{world.district.conference_id}/report-status"
    params = {name: str(value) for name, value in query.items()}
    answer = await world.signed_in(by).get(path, params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_the_board_names_who_is_late_and_writes_the_reminder(world: World) -> None:
    district = world.district
    line_1 = district.sessions["line_1"]
    groups = {"groups": [{"label": "113", "unit_ids": [str(district.units["office"])]}]}
    await world.signed_in("admin").put(f"/conferences/{district.conference_id}/groups", json=groups)
    await world.open()
    live = await board(world, session_id=line_1)
    assert [each["name"] for each in live["units"]] == [
        "Chi bộ Ban Tuyên giáo",
        "Chi bộ Văn phòng Huyện ủy",
        "Đảng bộ xã Bom Bo",
    ], "the post office attends by Meet, and owes nothing here"
    assert {each["due_at"] for each in live["units"]} == {None}
    assert live["reminder"] is None

    await account_for_village(world)
    report = (await begin(world)).json()
    assert (await submit(world, report["id"])).status_code == 200
    await world.close()
    world.clock.move(minutes=10)
    soon = await board(world, session_id=line_1)
    assert soon["totals"]["late"] == 0, "half an hour to count"
    assert "còn 2 đơn vị chưa gửi" in soon["reminder"]
    assert "quá hạn" not in soon["reminder"]
    world.clock.move(minutes=21)
    late = await board(world, session_id=line_1)
    rows = {each["name"]: each for each in late["units"]}
    commune = rows["Đảng bộ xã Bom Bo"]
    assert (commune["state"], commune["version"], commune["is_late"]) == ("submitted", 1, False)
    assert rows["Chi bộ Văn phòng Huyện ủy"]["group"] == "113"
    totals = late["totals"]
    assert (totals["units"], totals["handed_in"], totals["late"]) == (3, 1, 2)
    assert totals["convened"] == sum(each["convened"] for each in late["units"]) == 8
    assert "còn 2 đơn vị chưa gửi báo cáo nhanh Lớp 1 – đường truyền" in late["reminder"]
    assert "- Chi bộ Ban Tuyên giáo (quá hạn)" in late["reminder"]
    assert "Bom Bo" not in late["reminder"]
    assert [(each["group"], each["unit_count"]) for each in late["reminders"]] == [
        (None, 1),
        ("113", 1),
    ]

    comment = {"comment": "Thiếu ảnh"}
    await world.signed_in("admin").post(f"/reports/{report['id']}/return", json=comment)
    again = await board(world, session_id=line_1)
    assert "Đảng bộ xã Bom Bo (đã trả lại, chờ gửi lại)" in again["reminder"]


async def test_a_commune_sees_the_board_of_its_cells_and_nobody_sees_beyond_his(
    world: World,
) -> None:
    own = await board(world, by=COMMUNE, unit_id=world.district.units["bom_bo"])
    assert [each["name"] for each in own["units"]] == [
        "Chi bộ thôn 3",
        "Chi bộ Trường THCS Hoa Ban",
    ]
    assert {each["due_at"] for each in own["units"]} == {None}, "their classes are to come"
    alone = await board(world, by=POST)
    assert [each["name"] for each in alone["units"]] == ["Chi bộ Bưu điện"]
    path = f"/conferences/{world.district.conference_id}/report-status"
    beyond = {"unit_id": str(world.district.units["bom_bo"])}
    assert (await world.signed_in(POST).get(path, params=beyond)).status_code == 404


async def test_nothing_of_a_confidential_session_is_put_into_a_text(world: World) -> None:
    district = world.district
    path = f"/sessions/{district.sessions['line_1']}"
    changed = await world.signed_in("admin").patch(path, json={"confidential": True})
    assert changed.status_code == 200, changed.text
    await world.open()
    await world.close()
    world.clock.move(minutes=31)
    found = await board(world, session_id=district.sessions["line_1"])
    assert found["totals"]["late"] == 3
    assert (found["reminder"], found["reminders"]) == (None, [])
