"""`python -m api invite`: the way back in for somebody whom nobody else can help."""

import re
from pathlib import Path

import pytest
from sqlalchemy import select

from api.accounts.actions import rescue
from api.cli import main
from api.tables.events import Event
from tests.terminal import environment
from tests.world import World

NEW_PASSWORD = "suoi-nho-chay-qua-ban"


async def test_the_last_admin_without_phone_and_codes_gets_in_again(world: World) -> None:
    held = world.signed_in("admin")
    async with world.database.write() as db:
        invited = await rescue(db, "Admin", at=world.clock())
    assert invited is not None
    assert (await held.get("/me")).status_code == 401, "whoever was signed in is out"
    newcomer = world.client()
    redeemed = await newcomer.post(
        "/auth/invitations/redeem", json={"token": invited.token, "password": NEW_PASSWORD}
    )
    assert redeemed.json()["username"] == "admin"
    world.clock.move(minutes=1)
    form = {"grant_type": "password", "username": "admin", "password": NEW_PASSWORD}
    signed_in = await newcomer.post("/auth/token", data=form)
    newcomer.headers["Authorization"] = f"Bearer {signed_in.json()['access_token']}"
    assert (await newcomer.get("/me")).json()["must_set_up_totp"]
    assert (await newcomer.get("/units")).status_code == 403, "a new phone comes first"
    async with world.database.read() as db:
        acts = (await db.scalars(select(Event.act).where(Event.actor_kind == "system"))).all()
    assert {"account.totp_removed", "account.invited"} <= set(acts)


async def test_a_link_from_the_server_ends_like_any_other(world: World) -> None:
    async with world.database.write() as db:
        invited = await rescue(db, "admin", at=world.clock())
        assert await rescue(db, "khong-co-ai", at=world.clock()) is None
    assert invited is not None
    world.clock.move(hours=72)
    late = {"token": invited.token, "password": NEW_PASSWORD}
    refused = await world.client().post("/auth/invitations/redeem", json=late)
    assert refused.status_code == 422
    assert invited.expires_at == world.clock()


def test_the_command_prints_a_link_and_refuses_an_unknown_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    assert main(["seed", "--members", "60"]) == 0
    capsys.readouterr()
    assert main(["invite", "bithu-bom-bo"]) == 0
    link = capsys.readouterr().out
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/account#invitation=\S+\n", link)
    assert main(["invite", "khong-co-ai"]) == 2
    refused = capsys.readouterr()
    assert refused.out == ""
    assert "khong-co-ai" in refused.err
