"""Granting and lending, who may not, and the last administrator."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import update

from api.access.actions import grant as grant_by_hand
from api.tables.access import Account
from api.words import Role
from tests.newcomers import (
    ask_to_invite,
    come_in,
    grant,
    invite,
    redeem,
    said,
    signed_in,
)
from tests.world import World

TODAY, TOMORROW, IN_A_WEEK = "2022-03-15", "2022-03-16", "2022-03-21"


async def _second_admin(world: World) -> None:
    """Make the viewer an administrator too, with a second factor."""
    account_id = world.district.accounts["thuong-truc"]
    await world.give_totp("thuong-truc")
    async with world.database.write() as db:
        await grant_by_hand(
            db,
            account_id=account_id,
            unit_id=world.district.units["district"],
            role=Role.DISTRICT_ADMIN,
            at=world.clock(),
        )


async def _grant_id(world: World, username: str, role: str) -> str:
    account_id = world.district.accounts[username]
    view = (await world.signed_in("admin").get(f"/accounts/{account_id}")).json()
    (found,) = [each["id"] for each in view["grants"] if each["role"] == role]
    return str(found)


def _account(world: World, username: str) -> str:
    return f"/accounts/{world.district.accounts[username]}"


# --------------------------------------------------------------------------------- grants


@pytest.mark.parametrize(
    ("by", "role", "unit", "status"),
    [
        ("bithu-bom-bo", "secretary", "village", 201),
        ("bithu-bom-bo", "operator", "school", 201),
        ("bithu-bom-bo", "operator", "bom_bo", 201),
        ("bithu-bom-bo", "secretary", "bom_bo", 403),
        ("bithu-bom-bo", "viewer", "village", 403),
        ("bithu-bom-bo", "district_admin", "village", 403),
        ("bithu-bom-bo", "secretary", "district", 404),
        ("bithu-bom-bo", "secretary", "post", 404),
        ("truc-bom-bo", "operator", "bom_bo", 403),
        ("thuong-truc", "viewer", "district", 403),
        ("van-phong", "technician", "district", 403),
        ("admin", "district_admin", "district", 201),
        ("admin", "secretary", "bom_bo", 201),
    ],
)
async def test_a_grant_comes_from_above_or_not_at_all(
    world: World, by: str, role: str, unit: str, status: int
) -> None:
    answer = await ask_to_invite(world, by, "dong-chi-moi", grant(world, role, unit))
    assert answer.status_code == status, answer.text


async def test_staff_grant_all_but_the_two_district_roles(world: World) -> None:
    staff = await invite(world, "admin", "can-bo", grant(world, "district_staff", "district"))
    async with world.database.write() as db:
        has_phone = update(Account).where(Account.username == "can-bo")
        await db.execute(has_phone.values(totp_id=world.district.accounts["admin"]))
    await redeem(world, staff.token)
    client = await signed_in(world, "can-bo", otp=world.otp())
    statuses = {}
    for role in Role:
        body = {
            "username": f"moi-{role.value.replace('_', '-')}",
            "display_name": "Đồng chí mới",
            "grants": [grant(world, role.value, "district")],
        }
        statuses[role] = (await client.post("/accounts", json=body)).status_code
    refused = {role for role, status in statuses.items() if status == 403}
    assert refused == {Role.DISTRICT_ADMIN, Role.DISTRICT_STAFF}
    assert (await client.post(f"{_account(world, 'admin')}/invitation")).status_code == 403
    assert (await client.get(_account(world, "admin"))).status_code == 200


async def test_nobody_grants_to_himself_nor_invites_himself(world: World) -> None:
    admin, path = world.signed_in("admin"), _account(world, "admin")
    body = grant(world, "secretary", "bom_bo")
    assert said(await admin.post(f"{path}/grants", json=body)) == (403, "own_account")
    assert said(await admin.post(f"{path}/invitation")) == (403, "own_account")
    assert said(await admin.delete(f"{path}/totp")) == (403, "own_account")


async def test_who_also_serves_the_district_is_not_managed_from_below(world: World) -> None:
    """Else the secretary of Bom Bo would reach the district's account by a link of his own."""
    path = _account(world, "truc-bom-bo")
    more = grant(world, "district_staff", "district")
    added = await world.signed_in("admin").post(f"{path}/grants", json=more)
    assert added.status_code == 201
    secretary = world.signed_in("bithu-bom-bo")
    assert said(await secretary.post(f"{path}/invitation")) == (403, "forbidden")
    assert said(await secretary.patch(path, json={"is_disabled": True})) == (403, "forbidden")
    assert said(await secretary.delete(f"{path}/totp")) == (403, "forbidden")
    assert said(await secretary.delete(f"{path}/sign-ins")) == (403, "forbidden")
    shown = (await secretary.get(path)).json()
    assert [each["role"] for each in shown["grants"]] == ["operator"]
    assert "Đảng bộ huyện" not in str(shown), "grants elsewhere are not shown"
    theirs = f"{path}/grants/{added.json()['id']}"
    assert said(await secretary.delete(theirs)) == (404, "not_found")
    own = await _grant_id(world, "truc-bom-bo", "operator")
    assert (await secretary.delete(f"{path}/grants/{own}")).status_code == 204


async def test_one_person_with_two_grants_does_both(world: World) -> None:
    path = f"{_account(world, 'bithu-buu-dien')}/grants"
    body = grant(world, "operator", "bom_bo", valid_until=TOMORROW)
    added = await world.signed_in("admin").post(path, json=body)
    assert (added.json()["valid_from"], added.json()["valid_until"]) == (TODAY, TOMORROW)
    client = world.signed_in("bithu-buu-dien")
    me = (await client.get("/me")).json()
    assert {(each["role"], each["unit_name"]) for each in me["grants"]} == {
        ("secretary", "Chi bộ Bưu điện"),
        ("operator", "Đảng bộ xã Bom Bo"),
    }
    assert (await client.get(f"/units/{world.district.units['bom_bo']}")).status_code == 200


async def test_the_same_grant_twice_is_one(world: World) -> None:
    path = f"{_account(world, 'bithu-buu-dien')}/grants"
    body, admin = grant(world, "operator", "bom_bo"), world.signed_in("admin")
    key = {"Idempotency-Key": "giao-mot-lan"}
    answers = [await admin.post(path, json=body, headers=key) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert said(await admin.post(path, json=body)) == (409, "grant_exists")
    assert (await admin.delete(f"{path}/{answers[0].json()['id']}")).status_code == 204
    assert said(await admin.delete(f"{path}/{answers[0].json()['id']}")) == (404, "not_found")
    assert (await admin.post(path, json=body)).status_code == 201, "taken away and given again"


async def test_a_grant_of_next_week_does_nothing_today(world: World) -> None:
    path = f"{_account(world, 'bithu-buu-dien')}/grants"
    days = {"valid_from": TOMORROW, "valid_until": TOMORROW}
    body = grant(world, "secretary", "village", **days)
    assert (await world.signed_in("admin").post(path, json=body)).status_code == 201
    client = world.signed_in("bithu-buu-dien")
    village = f"/units/{world.district.units['village']}"
    assert (await client.get(village)).status_code == 404
    world.clock.move(hours=16, minutes=30)  # midnight in Vietnam
    assert (await client.get(village)).status_code == 200
    world.clock.move(hours=23, minutes=59)
    assert (await client.get(village)).status_code == 200
    world.clock.move(minutes=1)
    assert (await client.get(village)).status_code == 404


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"valid_from": "2022-03-14"}, "grant_dates"),
        ({"valid_from": TOMORROW, "valid_until": TODAY}, "grant_dates"),
        ({"valid_until": "9999-12-31"}, "grant_dates"),
        ({"valid_from": "9999-12-31"}, "grant_dates"),
        ({"deputy": True, "valid_until": "2022-03-22"}, "grant_dates"),
    ],
)
async def test_days_that_make_no_sense_are_refused(
    world: World, more: dict[str, Any], code: str
) -> None:
    body = grant(world, "secretary", "village", **more)
    path = f"{_account(world, 'bithu-buu-dien')}/grants"
    assert said(await world.signed_in("admin").post(path, json=body)) == (422, code)


async def test_nothing_is_granted_or_lent_on_a_unit_that_has_ended(world: World) -> None:
    admin, units = world.signed_in("admin"), world.district.units
    world.clock.move(hours=48)
    merger = {"successor_id": str(units["office"]), "on": "2022-03-16"}
    assert (await admin.post(f"/units/{units['post']}/merge", json=merger)).status_code == 200
    lent = grant(world, "secretary", "post", deputy=True)
    for by, offered in (("admin", grant(world, "operator", "post")), ("bithu-buu-dien", lent)):
        refused = await ask_to_invite(world, by, "dong-chi-moi", offered)
        assert said(refused) == (409, "unit_ended")
    path = f"{_account(world, 'truc-bom-bo')}/grants"
    refused = await admin.post(path, json=grant(world, "operator", "post"))
    assert said(refused) == (409, "unit_ended")
    own = await _grant_id(world, "bithu-buu-dien", "secretary")
    left = await admin.delete(f"{_account(world, 'bithu-buu-dien')}/grants/{own}")
    assert left.status_code == 204, "what was granted before can be taken away"


# -------------------------------------------------------------------------------- lending


async def test_the_secretary_of_bom_bo_lends_the_duty_for_a_day_and_it_ends_by_itself(
    world: World,
) -> None:
    lent = grant(world, "secretary", "bom_bo", deputy=True)
    deputy = await invite(world, "bithu-bom-bo", "pho-bom-bo", lent)
    (shown,) = deputy.grants
    assert (shown["deputy"], shown["valid_from"], shown["valid_until"]) == (True, TODAY, TODAY)
    client = await come_in(world, deputy)
    members = f"/units/{world.district.units['village']}/members"
    assert (await client.get(members)).status_code == 200
    world.clock.move(hours=16, minutes=29)
    client = await signed_in(world, "pho-bom-bo")
    assert (await client.get(members)).status_code == 200
    world.clock.move(minutes=1)
    assert (await client.get(members)).status_code == 404
    assert (await client.get("/me")).json()["grants"] == []


async def test_a_deputy_grants_nothing_and_manages_nobody(world: World) -> None:
    lent = grant(world, "secretary", "bom_bo", deputy=True, valid_until=IN_A_WEEK)
    client = await come_in(world, await invite(world, "bithu-bom-bo", "pho-bom-bo", lent))
    assert said(await client.get("/accounts")) == (403, "forbidden")
    path = _account(world, "truc-bom-bo")
    more = grant(world, "operator", "village")
    assert said(await client.post(f"{path}/grants", json=more)) == (403, "forbidden")
    assert said(await client.post(f"{path}/invitation")) == (403, "forbidden")


async def test_a_secretary_lends_no_other_duty_and_not_that_of_another_unit(world: World) -> None:
    operator = grant(world, "operator", "village", deputy=True)
    refused = await ask_to_invite(world, "bithu-bom-bo", "pho", operator)
    assert said(refused) == (422, "deputy_role")
    elsewhere = grant(world, "secretary", "post", deputy=True)
    assert (await ask_to_invite(world, "bithu-bom-bo", "pho", elsewhere)).status_code == 404
    below = grant(world, "secretary", "village", deputy=True)
    assert (await ask_to_invite(world, "bithu-bom-bo", "pho", below)).status_code == 201


# ------------------------------------------------------------------------- the last admin


async def test_the_last_admin_can_neither_step_down_nor_be_disabled(world: World) -> None:
    admin, path = world.signed_in("admin"), _account(world, "admin")
    own = f"{path}/grants/{await _grant_id(world, 'admin', 'district_admin')}"
    assert said(await admin.delete(own)) == (409, "last_admin")
    assert said(await admin.patch(path, json={"is_disabled": True})) == (409, "last_admin")
    assert (await admin.get("/accounts")).status_code == 200


async def test_an_admin_for_some_days_or_not_yet_come_is_no_successor(world: World) -> None:
    admin, path = world.signed_in("admin"), _account(world, "admin")
    own = f"{path}/grants/{await _grant_id(world, 'admin', 'district_admin')}"
    for_days = grant(world, "district_admin", "district", valid_until=IN_A_WEEK)
    await come_in(world, await invite(world, "admin", "tam-thoi", for_days))
    invited = await invite(world, "admin", "chua-den", grant(world, "district_admin", "district"))
    assert said(await admin.delete(own)) == (409, "last_admin")
    await redeem(world, invited.token)
    assert (await admin.delete(own)).status_code == 204
    assert said(await admin.get("/accounts")) == (403, "forbidden")


async def test_two_admins_who_remove_each_other_at_once_leave_one(world: World) -> None:
    await _second_admin(world)
    first = f"{_account(world, 'admin')}"
    second = f"{_account(world, 'thuong-truc')}"
    firsts = await _grant_id(world, "admin", "district_admin")
    answers = await asyncio.gather(
        world.signed_in("thuong-truc").delete(f"{first}/grants/{firsts}"),
        world.signed_in("admin").patch(second, json={"is_disabled": True}),
    )
    assert [answer.is_success for answer in answers].count(True) == 1
    still = [
        (await world.signed_in(username).get("/accounts")).status_code
        for username in ("admin", "thuong-truc")
    ]
    assert still.count(200) == 1


async def test_equal_grants_sent_at_once_are_one(world: World) -> None:
    path = f"{_account(world, 'bithu-buu-dien')}/grants"
    body, admin = grant(world, "operator", "bom_bo"), world.signed_in("admin")
    answers = await asyncio.gather(*(admin.post(path, json=body) for _ in range(4)))
    assert sorted(each.status_code for each in answers) == [201, 409, 409, 409]
