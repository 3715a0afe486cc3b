"""What stands above and below a unit's documents: stated, or following from the tree."""

from tests.deciders import told
from tests.world import World


def path_of(world: World, unit: str) -> str:
    return f"/units/{world.district.units[unit]}/letterhead"


async def test_a_cell_that_stated_nothing_has_the_letterhead_of_its_place(world: World) -> None:
    read = (await world.signed_in("thuong-truc").get(path_of(world, "village"))).json()
    assert (read["superior_name"], read["issuing_name"]) == ("Đảng bộ xã Bom Bo", "Chi bộ thôn 3")
    assert (read["abbreviation"], read["place"]) == ("CB", "Bom Bo")
    assert read["signature_lines"] == ["T/M CHI BỘ", "BÍ THƯ"]
    assert (read["own"], read["changed_at"]) == ([], None)


async def test_the_secretary_of_bom_bo_states_her_letterhead_and_takes_it_back(
    world: World,
) -> None:
    path, secretary = path_of(world, "bom_bo"), world.signed_in("bithu-bom-bo")
    read = await secretary.get(path)
    assert read.json()["issuing_name"] == "Đảng ủy xã Bom Bo"
    held = {"If-Match": read.headers["ETag"]}
    stated = {
        "deputy_title": "Phó Bí thư",
        "signer_name": "Điểu  Bình",
        "recipients": ["Ban Tuyên giáo Huyện ủy"],
    }
    written = await secretary.put(path, json=stated, headers=held)
    assert written.status_code == 200, written.text
    assert written.json()["own"] == ["deputy_title", "recipients", "signer_name"]
    assert written.json()["signer_name"] == "Điểu Bình"
    assert written.json()["signature_lines"] == ["T/M ĐẢNG ỦY", "PHÓ BÍ THƯ"]
    assert (await secretary.put(path, json=stated, headers=held)).status_code == 412
    assert (await secretary.put(path, json=stated)).status_code == 200
    back = await secretary.put(path, json={})
    assert (back.json()["own"], back.json()["signer_name"]) == ([], None)
    events = await told(world, "letterhead.changed")
    told_names = {each.detail["changes"]["signer_name"]["after"] for each in events}
    assert (len(events), told_names) == (2, {"Điểu Bình", None})


async def test_who_may_not_write_reports_states_no_letterhead(world: World) -> None:
    path = path_of(world, "bom_bo")
    assert (await world.signed_in("thuong-truc").put(path, json={})).status_code == 403
    assert (await world.signed_in("bithu-buu-dien").get(path)).status_code == 404
    assert (await world.signed_in("bithu-buu-dien").put(path, json={})).status_code == 404
