"""Who may come in: passwords, tokens, grants, screens and what of them is stored."""

import asyncio
import hashlib
import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2 as httpx
import pytest
from sqlalchemy import delete, select, text, update

from api.access import actions
from api.access.guards import ACCESS_TYP
from api.kit import passwords
from api.kit.ids import new_id
from api.tables.access import Account, Grant, RefreshToken, Screen
from api.tables.events import Event
from api.tables.throttle import Attempt
from api.words import Role
from tests.district import PASSWORD
from tests.world import World


async def _sign_in(
    world: World, username: str = "thuong-truc", password: str = PASSWORD, **more: str
) -> httpx.Response:
    form = {"grant_type": "password", "username": username, "password": password, **more}
    return await world.client().post("/auth/token", data=form)


async def _refresh(world: World, token: str) -> httpx.Response:
    form = {"grant_type": "refresh_token", "refresh_token": token}
    return await world.client().post("/auth/token", data=form)


def _with(world: World, token: str) -> httpx.AsyncClient:
    return world.client(Authorization=f"Bearer {token}")


def _said(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def _acts(world: World) -> list[str]:
    async with world.database.read() as db:
        return list((await db.scalars(select(Event.act).order_by(Event.id))).all())


# ------------------------------------------------------------------------------ passwords


async def test_the_admin_signs_in_and_is_told_who_he_is(world: World) -> None:
    answer = await _sign_in(world, "admin", otp=world.otp())
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    tokens = answer.json()
    assert (tokens["token_type"], tokens["expires_in"]) == ("bearer", 600)
    me = (await _with(world, tokens["access_token"]).get("/me")).json()
    assert me["username"] == "admin"
    assert (me["has_totp"], me["must_set_up_totp"]) == (True, False)
    (grant,) = me["grants"]
    assert (
        grant.items()
        >= {
            "role": "district_admin",
            "unit_id": str(world.district.units["district"]),
            "unit_name": "Đảng bộ huyện Bù Đăng",
            "deputy": False,
            "valid_until": None,
        }.items()
    )
    assert "account.signed_in" in await _acts(world)


async def test_a_username_is_read_in_any_case(world: World) -> None:
    assert (await _sign_in(world, "Thuong-Truc")).status_code == 200


async def test_a_wrong_password_and_an_unknown_user_are_one_answer_on_one_path(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []
    matches = passwords.password_matches

    async def watched(password: str, stored: str | None) -> bool:
        compared.append(stored is not None)
        return await matches(password, stored)

    monkeypatch.setattr("api.access.routes.password_matches", watched)
    wrong = await _sign_in(world, password="sai")
    unknown = await _sign_in(world, username="nobody", password="sai")
    assert _said(wrong) == _said(unknown) == (401, "credentials_wrong")
    assert wrong.json() == unknown.json()
    assert compared == [True, False]
    assert (await _acts(world)).count("account.sign_in_refused") == 2


async def test_an_empty_password_never_signs_in(world: World) -> None:
    assert _said(await _sign_in(world, password="")) == (401, "credentials_wrong")
    assert _said(await _sign_in(world, username="", password="")) == (401, "credentials_wrong")


async def test_ten_wrong_passwords_in_ten_minutes_are_enough_and_then_it_is_free(
    world: World,
) -> None:
    for _ in range(10):
        assert _said(await _sign_in(world, password="sai")) == (401, "credentials_wrong")
    refused = await _sign_in(world)
    assert _said(refused) == (429, "too_many_attempts")
    wait = refused.json()["retry_after_seconds"]
    assert refused.headers["retry-after"] == str(wait)
    assert 590 <= wait <= 601
    assert (await _sign_in(world, "bithu-bom-bo")).status_code == 200, "others are not shut out"
    world.clock.move(seconds=wait)
    assert (await _sign_in(world)).status_code == 200


async def test_a_good_sign_in_forgives_the_wrong_ones(world: World) -> None:
    for _ in range(2):
        for _ in range(9):
            await _sign_in(world, password="sai")
        assert (await _sign_in(world)).status_code == 200


async def test_unknown_users_are_limited_too(world: World) -> None:
    said = [_said(await _sign_in(world, "nobody", "sai"))[0] for _ in range(12)]
    assert said == [401] * 10 + [429] * 2


async def test_fifty_guesses_at_once_are_not_fifty_chances(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The right one among them is answered like a wrong one, so that nobody learns which it was."""
    all_began, wrong_ones_settled, began = asyncio.Event(), asyncio.Event(), []

    async def compare_together(password: str, stored: str | None) -> bool:
        began.append(password)
        if len(began) == 50:
            all_began.set()
        await (wrong_ones_settled if password == PASSWORD else all_began).wait()
        return password == PASSWORD

    monkeypatch.setattr("api.access.routes.password_matches", compare_together)
    right = asyncio.create_task(_sign_in(world))
    wrong = await asyncio.gather(*(_sign_in(world, password=f"sai {n}") for n in range(49)))
    wrong_ones_settled.set()
    assert _said(await right) == (429, "too_many_attempts")
    said = [_said(answer) for answer in wrong]
    assert said.count((401, "credentials_wrong")) == 10
    assert said.count((429, "too_many_attempts")) == 39
    async with world.database.read() as db:
        assert len((await db.scalars(select(Attempt))).all()) == 10


async def test_a_disabled_account_is_out_at_once(world: World) -> None:
    tokens = (await _sign_in(world)).json()
    async with world.database.write() as db:
        disable = update(Account).where(Account.username == "thuong-truc")
        await db.execute(disable.values(disabled_at=world.clock()))
    assert _said(await _sign_in(world)) == (401, "credentials_wrong")
    assert _said(await _with(world, tokens["access_token"]).get("/me")) == (401, "unauthenticated")
    assert _said(await _refresh(world, tokens["refresh_token"])) == (401, "refresh_refused")


# --------------------------------------------------------------------------------- tokens


async def test_an_access_token_lives_ten_minutes(world: World) -> None:
    client = _with(world, (await _sign_in(world)).json()["access_token"])
    world.clock.move(seconds=599)
    assert (await client.get("/me")).status_code == 200
    world.clock.move(seconds=1)
    assert _said(await client.get("/me")) == (401, "unauthenticated")


async def test_a_refresh_token_works_once_and_gives_the_next(world: World) -> None:
    first = (await _sign_in(world)).json()
    world.clock.move(minutes=15)
    second = await _refresh(world, first["refresh_token"])
    assert second.status_code == 200
    assert (await _with(world, second.json()["access_token"]).get("/me")).status_code == 200
    third = await _refresh(world, second.json()["refresh_token"])
    assert third.status_code == 200


async def test_a_refresh_token_used_again_ends_the_whole_sign_in(world: World) -> None:
    stolen = (await _sign_in(world)).json()["refresh_token"]
    another_sign_in = (await _sign_in(world)).json()["refresh_token"]
    newest = (await _refresh(world, stolen)).json()["refresh_token"]
    assert _said(await _refresh(world, stolen)) == (401, "refresh_refused")
    assert _said(await _refresh(world, newest)) == (401, "refresh_refused")
    assert (await _refresh(world, another_sign_in)).status_code == 200
    assert (await _acts(world)).count("account.refresh_reused") == 1


async def test_a_refresh_token_used_twice_at_once_is_used_once(world: World) -> None:
    token = (await _sign_in(world)).json()["refresh_token"]
    answers = await asyncio.gather(*(_refresh(world, token) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] + [401] * 7


async def test_a_refresh_token_lives_fourteen_days(world: World) -> None:
    token = (await _sign_in(world)).json()["refresh_token"]
    world.clock.move(hours=14 * 24)
    assert _said(await _refresh(world, token)) == (401, "refresh_refused")
    assert _said(await _refresh(world, "invented")) == (401, "refresh_refused")
    assert _said(await _refresh(world, "")) == (401, "refresh_refused")


async def test_signing_out_forgets_the_sign_in(world: World) -> None:
    token = (await _sign_in(world)).json()["refresh_token"]
    for each in (token, token, "never issued"):
        assert (await world.client().post("/auth/revoke", data={"token": each})).status_code == 204
    assert _said(await _refresh(world, token)) == (401, "refresh_refused")


async def test_neither_refresh_tokens_nor_other_texts_are_access_tokens(world: World) -> None:
    refresh = (await _sign_in(world)).json()["refresh_token"]
    for token in (refresh, "", "a.b.c", "null"):
        assert _said(await _with(world, token).get("/me")) == (401, "unauthenticated")
    assert _said(await world.client(Authorization="Basic YWRtaW46eA==").get("/me"))[0] == 401


async def test_a_token_of_an_account_that_is_gone_is_worthless(world: World) -> None:
    signer = world.app.state.signer
    for subject in (str(new_id(world.clock())), "admin"):
        token = signer.issue(
            typ=ACCESS_TYP, subject=subject, token_id="x", at=world.clock(), life=timedelta(hours=1)
        )
        assert _said(await _with(world, token).get("/me")) == (401, "unauthenticated")


# --------------------------------------------------------------------------------- grants


async def test_a_grant_holds_only_between_its_days(world: World) -> None:
    account = world.district.accounts["bithu-buu-dien"]
    unit = world.district.units["village"]
    begins = world.clock() + timedelta(days=1)
    async with world.database.write() as db:
        await db.execute(delete(Grant).where(Grant.account_id == account))
        await actions.grant(db, account_id=account, unit_id=unit, role=Role.SECRETARY, at=begins)
        ends = update(Grant).where(Grant.account_id == account)
        await db.execute(ends.values(valid_until=begins + timedelta(days=1)))
    client = world.signed_in("bithu-buu-dien")

    async def sees() -> tuple[int, int]:
        me = (await client.get("/me")).json()
        return len(me["grants"]), (await client.get(f"/units/{unit}")).status_code

    assert await sees() == (0, 404), "not yet"
    world.clock.move(hours=24)
    assert await sees() == (1, 200)
    world.clock.move(hours=23, minutes=59)
    assert await sees() == (1, 200)
    world.clock.move(minutes=1)
    assert await sees() == (0, 404), "no longer"


async def test_a_grant_taken_away_is_gone_with_the_next_request(world: World) -> None:
    client = world.signed_in("bithu-bom-bo")
    unit = world.district.units["village"]
    assert (await client.get(f"/units/{unit}/members")).status_code == 200
    async with world.database.write() as db:
        account = world.district.accounts["bithu-bom-bo"]
        await db.execute(delete(Grant).where(Grant.account_id == account))
    assert (await client.get(f"/units/{unit}/members")).status_code == 404
    assert (await client.get("/units")).json()["items"] == []


# -------------------------------------------------------------------------------- screens


async def _new_code(world: World, point: str = "hall") -> dict[str, Any]:
    path = f"/points/{world.district.points[point]}/screens"
    added: dict[str, Any] = (await world.signed_in("admin").post(path)).json()
    return added


async def _pair(world: World, code: str) -> httpx.Response:
    return await world.client().post("/screens/pair", json={"pairing_code": code})


async def test_a_screen_token_is_no_account_token_and_the_other_way_round(world: World) -> None:
    screen = await world.screen()
    assert _said(await screen.client.get("/me")) == (401, "unauthenticated")
    assert _said(await screen.client.get("/units")) == (401, "unauthenticated")
    admin = world.signed_in("admin")
    assert _said(await admin.get("/screens/codes")) == (401, "unauthenticated")
    assert _said(await admin.get("/screens/live")) == (401, "unauthenticated")


async def test_a_pairing_code_is_read_kindly(world: World) -> None:
    for typed in ("01A1-9QXZ", "o1al9qxz", " 0 IA 19 QX Z "):
        code = (await _new_code(world))["pairing_code"]
        async with world.database.write() as db:
            stored = hashlib.sha256(b"01A19QXZ").hexdigest()
            waiting = update(Screen).where(Screen.pairing_hash.is_not(None))
            await db.execute(waiting.values(pairing_hash=stored))
        assert len(code) == 8
        assert (await _pair(world, typed)).status_code == 200, typed


async def test_a_pairing_code_works_once(world: World) -> None:
    code = (await _new_code(world))["pairing_code"]
    assert (await _pair(world, code)).status_code == 200
    assert _said(await _pair(world, code)) == (422, "pairing_code_unknown")


async def test_a_pairing_code_typed_twice_at_once_makes_one_screen(world: World) -> None:
    code = (await _new_code(world))["pairing_code"]
    answers = await asyncio.gather(*(_pair(world, code) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200] + [422] * 5


async def test_a_pairing_code_lives_ten_minutes(world: World) -> None:
    young, old = await _new_code(world), await _new_code(world)
    world.clock.move(seconds=599)
    assert (await _pair(world, young["pairing_code"])).status_code == 200
    world.clock.move(seconds=1)
    assert _said(await _pair(world, old["pairing_code"])) == (422, "pairing_code_unknown")


async def test_twenty_wrong_pairing_codes_a_minute_are_enough_for_everybody(world: World) -> None:
    code = (await _new_code(world))["pairing_code"]
    answers = await asyncio.gather(*(_pair(world, "00000000") for _ in range(30)))
    said = [_said(answer) for answer in answers]
    assert said.count((422, "pairing_code_unknown")) == 20
    assert said.count((429, "too_many_attempts")) == 10
    refused = await _pair(world, code)
    assert _said(refused) == (429, "too_many_attempts")
    world.clock.move(seconds=refused.json()["retry_after_seconds"])
    assert (await _pair(world, code)).status_code == 200


async def test_a_revoked_screen_sees_nothing_more(world: World) -> None:
    await world.open()
    screen, admin = await world.screen(), world.signed_in("admin")
    listed = (await admin.get(f"/points/{world.district.points['hall']}/screens")).json()["items"]
    assert [UUID(each["id"]) for each in listed] == [screen.id]
    before = await screen.codes()
    assert (await admin.delete(f"/screens/{screen.id}")).status_code == 204
    assert _said(await screen.client.get("/screens/codes")) == (401, "unauthenticated")
    assert _said(await screen.client.get("/screens/live")) == (401, "unauthenticated")
    assert (await admin.delete(f"/screens/{screen.id}")).status_code == 404
    after = await (await world.screen()).codes()
    assert after["epoch"] == before["epoch"] + 1, "what it has seen is worth nothing"


async def test_a_screen_revoked_before_it_was_paired_can_no_longer_be(world: World) -> None:
    added = await _new_code(world)
    assert (await world.signed_in("admin").delete(f"/screens/{added['id']}")).status_code == 204
    assert _said(await _pair(world, added["pairing_code"])) == (422, "pairing_code_unknown")


# --------------------------------------------------------------------------------- storage


async def test_the_database_holds_no_secret_that_opens_anything(world: World) -> None:
    tokens = (await _sign_in(world)).json()
    await _sign_in(world, username="mat-khau-go-nham-cho", password="sai")
    waiting, screen = await _new_code(world), await world.screen()
    secrets = {
        "refresh token": tokens["refresh_token"],
        "access token": tokens["access_token"],
        "pairing code": waiting["pairing_code"],
        "screen token": screen.client.headers["authorization"].removeprefix("Bearer "),
        "password": PASSWORD,
        "what was typed as a username": "mat-khau-go-nham-cho",
    }
    async with world.database.read() as db:
        stored = ""
        for table in ("accounts", "refresh_tokens", "screens", "events", "throttle", "idempotency"):
            rows = (await db.execute(text(f"SELECT * FROM {table}"))).mappings().all()  # noqa: S608
            stored += json.dumps([dict(row) for row in rows], default=str, ensure_ascii=False)
        hashes = (await db.scalars(select(RefreshToken.token_hash))).all()
    assert [what for what, secret in secrets.items() if secret in stored] == []
    assert hashlib.sha256(tokens["refresh_token"].encode()).hexdigest() in hashes
    assert "$argon2id$" in stored
