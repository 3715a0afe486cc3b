"""One's own account: the password, the sign-ins, the browsers that are known."""

import asyncio
import json
import unicodedata
from typing import Any

import pytest
from sqlalchemy import text

from api.kit import log
from tests.district import PASSWORD as OLD_PASSWORD
from tests.newcomers import PASSWORD, grant, invite, redeem, said, sign_in, signed_in
from tests.world import World

BOM_BO = "bithu-bom-bo"


# ------------------------------------------------------------------------------- password


async def test_a_new_password_ends_every_other_sign_in(world: World) -> None:
    here = await signed_in(world, BOM_BO, password=OLD_PASSWORD)
    there = await signed_in(world, BOM_BO, password=OLD_PASSWORD)
    body = {"password": OLD_PASSWORD, "new_password": PASSWORD}
    assert (await here.put("/me/password", json=body)).status_code == 204
    assert (await here.get("/me")).status_code == 200
    assert said(await there.get("/me")) == (401, "unauthenticated")
    assert said(await sign_in(world, BOM_BO, OLD_PASSWORD)) == (401, "credentials_wrong")
    assert (await sign_in(world, BOM_BO)).status_code == 200


async def test_a_password_is_changed_by_who_knows_it_and_to_a_good_one(world: World) -> None:
    client = world.signed_in(BOM_BO)
    wrong = {"password": "sai", "new_password": PASSWORD}
    assert said(await client.put("/me/password", json=wrong)) == (422, "proof_wrong")
    weak = {"password": OLD_PASSWORD, "new_password": "BithuBomBo2022"}
    assert said(await client.put("/me/password", json=weak)) == (422, "password_like_username")
    long = {"password": OLD_PASSWORD, "new_password": "x" * 201}
    assert said(await client.put("/me/password", json=long)) == (422, "validation_failed")
    assert (await sign_in(world, BOM_BO, OLD_PASSWORD)).status_code == 200


async def test_a_password_changed_twice_at_once_is_changed_once(world: World) -> None:
    client = world.signed_in(BOM_BO)
    answers = await asyncio.gather(
        *(
            client.put(
                "/me/password",
                json={"password": OLD_PASSWORD, "new_password": f"{PASSWORD} {word}"},
            )
            for word in ("mot", "hai", "ba")
        )
    )
    assert sorted(each.status_code for each in answers) == [204, 422, 422]


async def test_vietnamese_typed_on_another_keyboard_is_the_same_password(world: World) -> None:
    composed = unicodedata.normalize("NFC", "mưa rơi trên đồi chè")
    decomposed = unicodedata.normalize("NFD", composed)
    assert composed != decomposed
    newcomer = await invite(world, "admin", "ong-a", grant(world, "viewer", "district"))
    assert (await redeem(world, newcomer.token, decomposed)).status_code == 200
    assert (await sign_in(world, "ong-a", composed)).status_code == 200


# ------------------------------------------------------------------------------- sign-ins


async def test_my_sign_ins_are_listed_and_ended_at_once(world: World) -> None:
    here = await signed_in(world, BOM_BO, password=OLD_PASSWORD)
    there = world.client(**{"User-Agent": "Zalo android"})
    answer = await sign_in(world, BOM_BO, OLD_PASSWORD, browser=there)
    there.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    items = (await here.get("/me/sign-ins")).json()["items"]
    assert len(items) == 3, "the district's own, and these two"
    assert [each["user_agent"] for each in items if each["is_current"]] != ["Zalo android"]
    (lost,) = [each for each in items if each["user_agent"] == "Zalo android"]
    assert (await here.delete(f"/me/sign-ins/{lost['id']}")).status_code == 204
    assert said(await there.get("/me")) == (401, "unauthenticated")
    form = {"grant_type": "refresh_token", "refresh_token": answer.json()["refresh_token"]}
    assert said(await there.post("/auth/token", data=form)) == (401, "refresh_refused")
    assert said(await here.delete(f"/me/sign-ins/{lost['id']}")) == (404, "not_found")
    assert len((await here.get("/me/sign-ins")).json()["items"]) == 2


async def test_nobody_sees_or_ends_the_sign_ins_of_somebody_else(world: World) -> None:
    admins = world.district.sign_ins["admin"]
    client = world.signed_in(BOM_BO)
    assert said(await client.delete(f"/me/sign-ins/{admins}")) == (404, "not_found")
    shown = (await client.get("/me/sign-ins")).json()["items"]
    assert [each["id"] for each in shown] == [str(world.district.sign_ins[BOM_BO])]


async def test_sign_ins_page_newest_first_and_old_ones_are_not_shown(world: World) -> None:
    client = world.signed_in(BOM_BO)
    for _ in range(3):
        world.clock.move(seconds=1)
        await sign_in(world, BOM_BO, OLD_PASSWORD)
    began: list[str] = []
    query: dict[str, Any] = {"limit": 3}
    while True:
        page = (await client.get("/me/sign-ins", params=query)).json()
        began += [each["began_at"] for each in page["items"]]
        if page["next_cursor"] is None:
            break
        query["cursor"] = page["next_cursor"]
    assert began == sorted(began, reverse=True)
    assert len(began) == 4
    world.clock.move(hours=14 * 24)
    assert (await client.get("/me/sign-ins")).json()["items"] == []


async def test_signing_out_is_told_once_however_often_it_is_asked(world: World) -> None:
    pair = (await sign_in(world, BOM_BO, OLD_PASSWORD)).json()
    form = {"token": pair["refresh_token"]}
    answers = await asyncio.gather(
        *(world.client().post("/auth/revoke", data=form) for _ in range(3))
    )
    assert {each.status_code for each in answers} == {204}
    account_id = str(world.district.accounts[BOM_BO])
    query = {"subject_id": account_id, "act": "account.sign_in_ended"}
    told = (await world.signed_in("admin").get("/events", params=query)).json()["items"]
    assert [(each["actor"]["id"], each["detail"]) for each in told] == [(account_id, {"count": 1})]


# -------------------------------------------------------------------------- known browsers


async def test_strangers_who_guess_at_a_username_do_not_keep_its_owner_out(world: World) -> None:
    known = world.client()
    assert (await sign_in(world, BOM_BO, OLD_PASSWORD, browser=known)).status_code == 200
    for _ in range(10):
        await sign_in(world, BOM_BO, "sai")
    assert said(await sign_in(world, BOM_BO, OLD_PASSWORD)) == (429, "too_many_attempts")
    assert (await sign_in(world, BOM_BO, OLD_PASSWORD, browser=known)).status_code == 200
    still = await sign_in(world, BOM_BO, OLD_PASSWORD)
    assert said(still) == (429, "too_many_attempts"), "strangers gain nothing by that"


async def test_a_known_browser_has_ten_chances_as_well(world: World) -> None:
    known = world.client()
    await sign_in(world, BOM_BO, OLD_PASSWORD, browser=known)
    said_to_it = [said(await sign_in(world, BOM_BO, "sai", browser=known)) for _ in range(11)]
    assert said_to_it == [(401, "credentials_wrong")] * 10 + [(429, "too_many_attempts")]
    assert (await sign_in(world, BOM_BO, OLD_PASSWORD)).status_code == 200, "elsewhere it is free"


async def test_a_browser_is_known_for_one_account_and_one_password(world: World) -> None:
    known = world.client()
    await sign_in(world, BOM_BO, OLD_PASSWORD, browser=known)
    ((name, value),) = known.cookies.items()
    assert BOM_BO not in name + value
    for _ in range(10):
        await sign_in(world, "truc-bom-bo", "sai")
    other = await sign_in(world, "truc-bom-bo", OLD_PASSWORD, browser=known)
    assert said(other) == (429, "too_many_attempts"), "another account"
    changing = world.signed_in(BOM_BO)
    body = {"password": OLD_PASSWORD, "new_password": PASSWORD}
    changed = await changing.put("/me/password", json=body)
    assert "httponly" in changed.headers["set-cookie"].lower()
    for _ in range(10):
        await sign_in(world, BOM_BO, "sai")
    old = await sign_in(world, BOM_BO, PASSWORD, browser=known)
    assert said(old) == (429, "too_many_attempts"), "another password"
    assert (await sign_in(world, BOM_BO, PASSWORD, browser=changing)).status_code == 200
    forged = world.client(Cookie=f"{name}={value[:-2]}AA")
    assert said(await sign_in(world, BOM_BO, PASSWORD, browser=forged))[0] == 429


# ---------------------------------------------------------------------------------- canary


async def test_no_secret_stands_in_an_event_a_log_or_the_database(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    log.configure("info")
    newcomer = await invite(world, "admin", "ong-a", grant(world, "viewer", "district"))
    await redeem(world, newcomer.token)
    browser = await signed_in(world, "ong-a")
    begun = (await browser.post("/me/totp", json={"password": PASSWORD})).json()
    refused = await browser.post("/me/totp/confirm", json={"otp": "000000"})
    assert refused.status_code == 422
    body = {"password": PASSWORD, "new_password": "trang-sang-tren-song-be"}
    await browser.put("/me/password", json=body)
    secrets = {
        "token of the link": newcomer.token,
        "password": PASSWORD,
        "new password": body["new_password"],
        "secret of the second factor": begun["secret"],
        "access token": browser.headers["authorization"].removeprefix("Bearer "),
        "known browser": next(iter(browser.cookies.values())),
    }
    async with world.database.read() as db:
        stored = ""
        for table in (
            "accounts",
            "invitations",
            "recovery_codes",
            "sign_ins",
            "events",
            "throttle",
        ):
            rows = (await db.execute(text(f"SELECT * FROM {table}"))).mappings().all()  # noqa: S608
            stored += json.dumps([dict(row) for row in rows], default=str, ensure_ascii=False)
    logged = capsys.readouterr().err
    assert "redeem" in logged
    assert [what for what, secret in secrets.items() if secret in stored + logged] == []
    assert "account.invited" in stored
    log.configure("warning")
