"""On the first day of a unit: what was added by mistake ends, and mergers are told."""

from typing import Any

from tests.world import World


def _cell(world: World, name: str, **more: Any) -> dict[str, Any]:
    below = str(world.district.units["bom_bo"])
    return {"parent_id": below, "name": name, "kind": "cell", **more}


async def test_a_unit_that_was_added_by_mistake_ends_on_its_first_day_and_was_never_there(
    world: World,
) -> None:
    secretary, cell = world.signed_in("bithu-bom-bo"), _cell(world, "Chi bộ thôn 33")
    mistake = (await secretary.post("/units", json=cell)).json()["id"]
    ended = await secretary.post(f"/units/{mistake}/end", json={})
    assert ended.status_code == 200, ended.text
    assert ended.json()["valid_until"] == ended.json()["valid_from"] == "2022-03-15"
    for query in ({}, {"valid_on": "2022-03-15"}, {"valid_on": "2022-03-16"}):
        listed = (await secretary.get("/units", params=query)).json()["items"]
        assert mistake not in [each["id"] for each in listed], query
    assert (await secretary.post("/units", json=cell)).status_code == 201, "the name is free"


async def test_units_can_be_merged_on_the_day_of_set_up(world: World) -> None:
    units = world.district.units
    body = {"successor_id": str(units["propaganda"]), "on": "2022-03-15"}
    merged = await world.signed_in("admin").post(f"/units/{units['office']}/merge", json=body)
    assert merged.status_code == 200, merged.text
    assert merged.json()["moved_members"] == 4


async def test_a_day_ahead_is_refused_in_words_without_an_invented_bound(world: World) -> None:
    ahead = _cell(world, "Chi bộ thôn 9", valid_from="2022-03-16")
    refused = (await world.signed_in("admin").post("/units", json=ahead)).json()
    assert refused["detail"] == "Ngày phải không muộn hơn 15/03/2022."
    assert (refused["earliest"], refused["latest"]) == (None, "2022-03-15")
