"""Inviting, reading and disabling, and who may not."""

import asyncio
from typing import Any

from tests.district import PASSWORD as OLD_PASSWORD
from tests.newcomers import (
    PASSWORD,
    ask_to_invite,
    come_in,
    grant,
    invite,
    redeem,
    said,
    sign_in,
    signed_in,
)
from tests.world import World


async def _grant_id(world: World, username: str, role: str) -> str:
    account_id = world.district.accounts[username]
    view = (await world.signed_in("admin").get(f"/accounts/{account_id}")).json()
    (found,) = [each["id"] for each in view["grants"] if each["role"] == role]
    return str(found)


def _account(world: World, username: str) -> str:
    return f"/accounts/{world.district.accounts[username]}"


# ---------------------------------------------------------------------------- invitations


async def test_the_secretary_of_bom_bo_invites_the_secretary_of_its_village(world: World) -> None:
    secretary = grant(world, "secretary", "village")
    newcomer = await invite(world, "bithu-bom-bo", "bithu-thon-3", secretary)
    assert said(await sign_in(world, "bithu-thon-3", "")) == (401, "credentials_wrong")
    client = await come_in(world, newcomer)
    me = (await client.get("/me")).json()
    assert [(each["role"], each["unit_name"]) for each in me["grants"]] == [
        ("secretary", "Chi bộ thôn 3")
    ]
    members = f"/units/{world.district.units['village']}/members"
    assert (await client.get(members)).status_code == 200


async def test_a_link_lies_in_the_fragment_and_opens_once(world: World) -> None:
    answer = await ask_to_invite(world, "admin", "ong-a", grant(world, "viewer", "district"))
    assert answer.headers["cache-control"] == "no-store"
    page, token = answer.json()["invitation_url"].split("#invitation=")
    assert page.endswith("/account")
    answers = await asyncio.gather(*(redeem(world, token, f"{PASSWORD} {n}") for n in range(4)))
    assert sorted(each.status_code for each in answers) == [200, 422, 422, 422]
    assert said(await redeem(world, token)) == (422, "invitation_refused")
    assert said(await redeem(world, "invented")) == (422, "invitation_refused")


async def test_a_link_lives_72_hours(world: World) -> None:
    viewer = grant(world, "viewer", "district")
    young = await invite(world, "admin", "ong-a", viewer)
    old = await invite(world, "admin", "ong-b", viewer)
    world.clock.move(hours=72, seconds=-1)
    assert (await redeem(world, young.token)).status_code == 200
    world.clock.move(seconds=1)
    assert said(await redeem(world, old.token)) == (422, "invitation_refused")
    view = (await world.signed_in("admin").get(f"/accounts/{old.id}")).json()
    assert (view["has_password"], view["invitation_expires_at"]) == (False, None)


async def test_a_second_link_kills_the_first_and_ends_every_sign_in(world: World) -> None:
    client = await signed_in(world, "truc-bom-bo", password=OLD_PASSWORD)
    path = f"{_account(world, 'truc-bom-bo')}/invitation"
    links = []
    for _ in range(2):
        again = await world.signed_in("bithu-bom-bo").post(path)
        assert again.status_code == 201
        links.append(again.json()["invitation_url"].split("#invitation=")[1])
    assert said(await client.get("/me")) == (401, "unauthenticated")
    assert (await sign_in(world, "truc-bom-bo", OLD_PASSWORD)).status_code == 200
    assert said(await redeem(world, links[0])) == (422, "invitation_refused")
    assert (await redeem(world, links[1])).status_code == 200
    assert said(await sign_in(world, "truc-bom-bo", OLD_PASSWORD)) == (401, "credentials_wrong")
    assert (await sign_in(world, "truc-bom-bo")).status_code == 200


async def test_the_secretary_of_buu_dien_can_neither_see_nor_invite_those_of_bom_bo(
    world: World,
) -> None:
    stranger, path = world.signed_in("bithu-buu-dien"), _account(world, "truc-bom-bo")
    for method, address, body in (
        ("GET", path, None),
        ("PATCH", path, {"is_disabled": True}),
        ("POST", f"{path}/invitation", None),
        ("POST", f"{path}/grants", grant(world, "operator", "post")),
        ("DELETE", f"{path}/totp", None),
        ("DELETE", f"{path}/sign-ins", None),
        ("DELETE", f"{path}/grants/{await _grant_id(world, 'truc-bom-bo', 'operator')}", None),
    ):
        answer = await stranger.request(method, address, json=body)
        assert said(answer) == (404, "not_found"), address
    everyone = (await stranger.get("/accounts")).json()["items"]
    assert [each["username"] for each in everyone] == ["bithu-buu-dien"]


async def test_a_weak_password_is_refused_and_the_link_still_opens(world: World) -> None:
    newcomer = await invite(world, "admin", "bithu-moi", grant(world, "viewer", "district"))
    for password, code in (
        ("ngắn quá", "password_too_short"),
        ("123456789012", "password_monotonous"),
        ("Mật khẩu 2022!", "password_common"),
        ("Bithu-Moi-2022", "password_like_username"),
    ):
        assert said(await redeem(world, newcomer.token, password)) == (422, code)
    assert (await redeem(world, newcomer.token)).status_code == 200


async def test_a_username_is_taken_once_also_at_once(world: World) -> None:
    viewer = grant(world, "viewer", "district")
    answers = await asyncio.gather(
        *(ask_to_invite(world, "admin", "ong-a", viewer) for _ in range(4))
    )
    assert sorted(each.status_code for each in answers) == [201, 409, 409, 409]
    taken = await ask_to_invite(world, "bithu-bom-bo", "admin", grant(world, "operator", "village"))
    assert said(taken) == (409, "username_taken")


# ----------------------------------------------------------------- reading and disabling


async def test_accounts_are_found_without_marks_and_page_by_page(world: World) -> None:
    admin = world.signed_in("admin")
    found: list[str] = []
    cursor = None
    while True:
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = (await admin.get("/accounts", params=query)).json()
        found += [each["username"] for each in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert found == sorted(world.district.accounts)
    renamed = await admin.patch(
        _account(world, "bithu-bom-bo"), json={"display_name": "Điểu  Khánh"}
    )
    assert renamed.json()["display_name"] == "Điểu Khánh"

    async def names(**query: Any) -> list[str]:
        items = (await admin.get("/accounts", params=query)).json()["items"]
        return [each["username"] for each in items]

    assert await names(q="dieu kh") == ["bithu-bom-bo"]
    assert await names(q="bom bo") == ["bithu-bom-bo", "truc-bom-bo"]
    assert await names(q="bom bo", limit=1) == ["bithu-bom-bo"]
    assert await names(q="%") == []
    assert await names(unit_id=str(world.district.units["post"])) == ["bithu-buu-dien"]


async def test_a_change_by_somebody_who_read_an_older_state_is_refused(world: World) -> None:
    admin, path = world.signed_in("admin"), _account(world, "truc-bom-bo")
    etag = (await admin.get(path)).headers["etag"]
    assert (await admin.get(path, headers={"If-None-Match": etag})).status_code == 304
    held = {"If-Match": etag}
    assert (await admin.patch(path, json={"display_name": "A"}, headers=held)).status_code == 200
    stale = await admin.patch(path, json={"display_name": "B"}, headers=held)
    assert said(stale) == (412, "changed_meanwhile")


async def test_what_a_new_account_is_and_holds_stands_in_its_events(world: World) -> None:
    newcomer = await invite(world, "admin", "ong-a", grant(world, "viewer", "district"))
    query = {"subject_id": newcomer.id}
    told = (await world.signed_in("admin").get("/events", params=query)).json()["items"]
    after = {
        each["act"]: {name: both["after"] for name, both in each["changes"].items()}
        for each in told
    }
    assert after["account.added"] == {"username": "ong-a", "display_name": "Đồng chí ong-a"}
    granted = after["account.granted"]
    assert (granted["role"], granted["deputy"]) == ("viewer", False)
    assert granted["unit_id"] == str(world.district.units["district"])


async def test_a_disabled_account_is_out_at_once_and_comes_back_by_signing_in(
    world: World,
) -> None:
    client, path = world.signed_in("truc-bom-bo"), _account(world, "truc-bom-bo")
    secretary = world.signed_in("bithu-bom-bo")
    assert (await secretary.patch(path, json={"is_disabled": True})).json()["is_disabled"]
    assert said(await client.get("/me")) == (401, "unauthenticated")
    assert said(await sign_in(world, "truc-bom-bo", OLD_PASSWORD)) == (401, "credentials_wrong")
    link = (await secretary.post(f"{path}/invitation")).json()["invitation_url"]
    token = link.split("#invitation=")[1]
    assert said(await redeem(world, token)) == (422, "invitation_refused")
    assert not (await secretary.patch(path, json={"is_disabled": False})).json()["is_disabled"]
    assert said(await client.get("/me")) == (401, "unauthenticated"), "the old sign-in is over"
    assert (await sign_in(world, "truc-bom-bo", OLD_PASSWORD)).status_code == 200


async def test_signing_somebody_out_everywhere_works_at_once(world: World) -> None:
    client = world.signed_in("truc-bom-bo")
    path = f"{_account(world, 'truc-bom-bo')}/sign-ins"
    assert (await world.signed_in("bithu-bom-bo").delete(path)).status_code == 204
    assert said(await client.get("/me")) == (401, "unauthenticated")


async def test_somebody_without_any_grant_left_is_still_found_where_he_served(
    world: World,
) -> None:
    admin, path = world.signed_in("admin"), _account(world, "truc-bom-bo")
    own = await _grant_id(world, "truc-bom-bo", "operator")
    assert (await admin.delete(f"{path}/grants/{own}")).status_code == 204
    left = (await admin.get(path)).json()
    assert left["grants"] == []
    again = grant(world, "operator", "village")
    assert (await admin.post(f"{path}/grants", json=again)).status_code == 201
