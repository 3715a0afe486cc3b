"""A link is worth no more than the power of who made it."""

import asyncio

import httpx2 as httpx
import pytest

from tests.district import PASSWORD as OLD_PASSWORD
from tests.newcomers import Newcomer, come_in, grant, invite, redeem, said, sign_in, signed_in
from tests.world import World

TODAY = "2022-03-15"
THIEF = "mat-khau-cua-ke-khac-99"


async def _link(answer: httpx.Response) -> str:
    assert answer.status_code == 201, answer.text
    return str(answer.json()["invitation_url"].split("#invitation=")[1])


async def _operator_with_a_second_link(world: World) -> tuple[Newcomer, str]:
    """Let Bom Bo's secretary invite an operator, who comes in, and keep a second link."""
    operator = grant(world, "operator", "bom_bo")
    newcomer = await invite(world, "bithu-bom-bo", "truc-moi", operator)
    assert (await redeem(world, newcomer.token)).status_code == 200
    secretary = world.signed_in("bithu-bom-bo")
    return newcomer, await _link(await secretary.post(f"/accounts/{newcomer.id}/invitation"))


@pytest.mark.parametrize(
    ("role", "unit", "status"),
    [
        ("district_admin", "district", 422),
        ("viewer", "district", 422),
        ("secretary", "bom_bo", 422),
        ("operator", "post", 422),
        ("secretary", "village", 200),
        ("operator", "village", 200),
    ],
)
async def test_a_link_dies_when_its_account_rises_beyond_who_made_it(
    world: World, role: str, unit: str, status: int
) -> None:
    newcomer, kept = await _operator_with_a_second_link(world)
    admin, path = world.signed_in("admin"), f"/accounts/{newcomer.id}"
    assert (await admin.post(f"{path}/grants", json=grant(world, role, unit))).status_code == 201
    open_until = (await admin.get(path)).json()["invitation_expires_at"]
    assert (open_until is None) == (status == 422)
    assert (await redeem(world, kept, THIEF)).status_code == status
    assert (await sign_in(world, "truc-moi")).status_code == (200 if status == 422 else 401)
    anew = await _link(await admin.post(f"{path}/invitation"))
    assert (await redeem(world, anew)).status_code == 200


async def test_a_link_that_died_does_not_come_back_when_the_rise_is_over(world: World) -> None:
    newcomer, kept = await _operator_with_a_second_link(world)
    admin, path = world.signed_in("admin"), f"/accounts/{newcomer.id}"
    rise = await admin.post(f"{path}/grants", json=grant(world, "viewer", "district"))
    gone = await admin.delete(f"{path}/grants/{rise.json()['id']}")
    assert gone.status_code == 204
    assert said(await redeem(world, kept, THIEF)) == (422, "invitation_refused")
    query = {"subject_id": newcomer.id, "act": "account.changed"}
    (told,) = (await admin.get("/events", params=query)).json()["items"]
    assert told["changes"] == {"is_invited": {"before": True, "after": False}}


async def test_a_link_and_a_rise_at_once_leave_no_stranger_in_power(world: World) -> None:
    newcomer, kept = await _operator_with_a_second_link(world)
    risen, redeemed = await asyncio.gather(
        world.signed_in("admin").post(
            f"/accounts/{newcomer.id}/grants", json=grant(world, "viewer", "district")
        ),
        redeem(world, kept, THIEF),
    )
    assert risen.status_code == 201
    assert redeemed.status_code in {200, 422}
    thief = await sign_in(world, "truc-moi", THIEF)
    assert thief.status_code == (200 if redeemed.status_code == 200 else 401)


async def test_a_link_ends_with_the_office_of_who_made_it(world: World) -> None:
    secretary = grant(world, "secretary", "bom_bo")
    maker = await invite(world, "admin", "bithu-hai", secretary)
    client = await come_in(world, maker)
    links = []
    for username in ("truc-mot", "truc-hai"):
        body = {
            "username": username,
            "display_name": username,
            "grants": [grant(world, "operator", "village")],
        }
        links.append(await _link(await client.post("/accounts", json=body)))
    admin, path = world.signed_in("admin"), f"/accounts/{maker.id}"
    await admin.patch(path, json={"is_disabled": True})
    assert said(await redeem(world, links[0])) == (422, "invitation_refused")
    await admin.patch(path, json={"is_disabled": False})
    assert (await redeem(world, links[0])).status_code == 200, "he is back, and so is his word"
    taken = await admin.delete(f"{path}/grants/{maker.grants[0]['id']}")
    assert taken.status_code == 204
    assert said(await redeem(world, links[1])) == (422, "invitation_refused")


# ------------------------------------------------------------------------ last season's staff


async def _of_last_season(world: World) -> Newcomer:
    """Make a clerk of the district who also served Bom Bo, and let both end."""
    staff = grant(world, "district_staff", "district", valid_until=TODAY)
    operator = grant(world, "operator", "bom_bo", valid_until=TODAY)
    clerk = await invite(world, "admin", "can-bo", staff, operator)
    assert (await redeem(world, clerk.token)).status_code == 200
    world.clock.move(hours=48)
    return clerk


async def test_the_secretary_of_bom_bo_cannot_take_over_last_seasons_staff(world: World) -> None:
    clerk = await _of_last_season(world)
    secretary, path = world.signed_in("bithu-bom-bo"), f"/accounts/{clerk.id}"
    assert (await secretary.get(path)).status_code == 200
    for method, address, body in (
        ("POST", f"{path}/invitation", None),
        ("PATCH", path, {"is_disabled": True}),
        ("DELETE", f"{path}/totp", None),
        ("DELETE", f"{path}/sign-ins", None),
        ("POST", f"{path}/grants", grant(world, "operator", "bom_bo")),
    ):
        refused = await secretary.request(method, address, json=body)
        assert said(refused) == (403, "forbidden"), (method, address)
    admin = world.signed_in("admin")
    again = await admin.post(f"{path}/grants", json=grant(world, "operator", "bom_bo"))
    assert again.status_code == 201
    assert (await secretary.post(f"{path}/invitation")).status_code == 201


async def test_what_was_taken_away_from_an_account_that_holds_nothing_counts_too(
    world: World,
) -> None:
    staff, operator = (
        grant(world, "district_staff", "district"),
        grant(world, "operator", "bom_bo"),
    )
    clerk = await invite(world, "admin", "can-bo", staff, operator)
    admin, path = world.signed_in("admin"), f"/accounts/{clerk.id}"
    for each in clerk.grants:
        assert (await admin.delete(f"{path}/grants/{each['id']}")).status_code == 204
    refused = await world.signed_in("bithu-bom-bo").post(f"{path}/invitation")
    assert said(refused) == (403, "forbidden")
    assert (await admin.post(f"{path}/invitation")).status_code == 201


async def test_an_operator_of_last_season_is_brought_back_by_the_secretary(world: World) -> None:
    path = f"/accounts/{world.district.accounts['truc-bom-bo']}"
    secretary = world.signed_in("bithu-bom-bo")
    (held,) = (await secretary.get(path)).json()["grants"]
    assert (await secretary.delete(f"{path}/grants/{held['id']}")).status_code == 204
    body = grant(world, "operator", "village")
    assert (await secretary.post(f"{path}/grants", json=body)).status_code == 201
    client = await signed_in(world, "truc-bom-bo", password=OLD_PASSWORD)
    assert [each["role"] for each in (await client.get("/me")).json()["grants"]] == ["operator"]
