"""The second factor: setting it up, signing in with it, losing the phone."""

import asyncio

import httpx2 as httpx
import pyotp
import pytest

from api.access import totp
from tests import symbols
from tests.district import PASSWORD as OLD_PASSWORD
from tests.newcomers import PASSWORD, come_in, grant, invite, said, sign_in, signed_in
from tests.world import World


async def _begin(browser: httpx.AsyncClient, password: str, **more: str) -> str:
    """Begin to set up, and give the secret that an app would keep."""
    begun = await browser.post("/me/totp", json={"password": password, **more})
    assert begun.status_code == 200, begun.text
    return str(begun.json()["secret"])


def _shown(world: World, secret: str, *, step: int = 0) -> str:
    """Tell what the app shows."""
    return pyotp.TOTP(secret).generate_otp(totp.step_of(world.clock()) + step)


async def _set_up(world: World, browser: httpx.AsyncClient, password: str) -> tuple[str, list[str]]:
    """Set the second factor up; give its secret and the recovery codes."""
    secret = await _begin(browser, password)
    body = {"otp": _shown(world, secret)}
    confirmed = await browser.post("/me/totp/confirm", json=body)
    assert confirmed.status_code == 200, confirmed.text
    return secret, confirmed.json()["recovery_codes"]


async def test_the_admin_needs_password_and_code(world: World) -> None:
    missing = await sign_in(world, "admin", OLD_PASSWORD)
    assert said(missing) == (401, "otp_required")
    assert said(await sign_in(world, "admin", OLD_PASSWORD, otp="000000")) == (401, "otp_wrong")
    future = world.otp(step=1)
    assert said(await sign_in(world, "admin", OLD_PASSWORD, otp=future)) == (401, "otp_wrong")
    wrong = await sign_in(world, "admin", "sai", otp=world.otp())
    assert said(wrong) == (401, "credentials_wrong")
    assert (await sign_in(world, "admin", OLD_PASSWORD, otp=world.otp())).status_code == 200


async def test_a_form_without_a_field_for_it_sends_the_code_as_client_secret(
    world: World,
) -> None:
    code = world.otp(step=-1)
    answer = await sign_in(world, "admin", OLD_PASSWORD, client_secret=code, client_id="docs")
    assert answer.status_code == 200


async def test_a_code_counts_once_and_none_before_it_any_more(world: World) -> None:
    before, now = world.otp(step=-1), world.otp()
    assert (await sign_in(world, "admin", OLD_PASSWORD, otp=now)).status_code == 200
    for used in (now, before):
        assert said(await sign_in(world, "admin", OLD_PASSWORD, otp=used)) == (401, "otp_wrong")
    world.clock.move(seconds=30)
    assert (await sign_in(world, "admin", OLD_PASSWORD, otp=world.otp())).status_code == 200


async def test_two_sign_ins_at_once_with_one_code_are_one(world: World) -> None:
    code = world.otp()
    answers = await asyncio.gather(
        *(sign_in(world, "admin", OLD_PASSWORD, otp=code) for _ in range(4))
    )
    assert sorted(each.status_code for each in answers) == [200, 401, 401, 401]


async def test_ten_wrong_codes_are_enough_for_a_day_until_the_owner_shows_up(
    world: World,
) -> None:
    """Who has the password has ten chances of a million a day, not ten each ten minutes."""
    known = await signed_in(world, "admin", password=OLD_PASSWORD, otp=world.otp())
    world.clock.move(minutes=1)
    for _ in range(10):
        guess = await sign_in(world, "admin", OLD_PASSWORD, otp="000000")
        assert said(guess) == (401, "otp_wrong")
    world.clock.move(minutes=11)
    refused = await sign_in(world, "admin", OLD_PASSWORD, otp=world.otp())
    assert said(refused) == (429, "too_many_attempts")
    assert refused.json()["retry_after_seconds"] > 23 * 3600
    own = await sign_in(world, "admin", OLD_PASSWORD, browser=known, otp=world.otp())
    assert own.status_code == 200, "a browser that he signed in from before has its own chances"


async def test_a_district_role_sets_it_up_before_anything_else(world: World) -> None:
    staff = grant(world, "district_staff", "district")
    browser = await come_in(world, await invite(world, "admin", "can-bo", staff))
    me = (await browser.get("/me")).json()
    assert (me["has_totp"], me["must_set_up_totp"]) == (False, True)
    assert (await browser.get("/me/sign-ins")).status_code == 200
    for path in ("/units", "/accounts", "/sessions", "/conferences"):
        assert said(await browser.get(path)) == (403, "totp_required"), path
    secret, codes = await _set_up(world, browser, PASSWORD)
    assert (await browser.get("/units")).status_code == 200, "at once, by the same token"
    me = (await browser.get("/me")).json()
    assert (me["has_totp"], me["must_set_up_totp"]) == (True, False)
    assert len(set(codes)) == 10
    used = await sign_in(world, "can-bo", otp=_shown(world, secret))
    assert said(used) == (401, "otp_wrong"), "the code that confirmed it counts no more"
    world.clock.move(seconds=30)
    assert (await sign_in(world, "can-bo", otp=_shown(world, secret))).status_code == 200


async def test_invented_data_needs_no_second_factor(world: World) -> None:
    world.app.state.is_demo = True
    staff = grant(world, "district_staff", "district")
    browser = await come_in(world, await invite(world, "admin", "can-bo", staff))
    assert (await browser.get("/units")).status_code == 200
    assert not (await browser.get("/me")).json()["must_set_up_totp"]


async def test_the_app_reads_the_secret_from_the_qr(world: World) -> None:
    browser = world.signed_in("bithu-bom-bo")
    begun = await browser.post("/me/totp", json={"password": OLD_PASSWORD})
    assert begun.headers["cache-control"] == "no-store"
    body = begun.json()
    assert symbols.read(body["qr"]) == body["uri"]
    assert pyotp.parse_uri(body["uri"]).secret == body["secret"]


async def test_confirming_ends_the_sign_ins_of_whoever_knew_the_password(world: World) -> None:
    other = await signed_in(world, "bithu-bom-bo", password=OLD_PASSWORD)
    await _set_up(world, world.signed_in("bithu-bom-bo"), OLD_PASSWORD)
    assert said(await other.get("/me")) == (401, "unauthenticated")
    assert (await world.signed_in("bithu-bom-bo").get("/me")).status_code == 200


async def test_a_set_up_that_was_not_confirmed_changes_nothing(world: World) -> None:
    browser = world.signed_in("bithu-bom-bo")
    body = {"otp": "123456"}
    assert said(await browser.post("/me/totp/confirm", json=body)) == (409, "totp_off")
    assert said(await browser.post("/me/recovery-codes", json=body)) == (409, "totp_off")
    assert said(await browser.request("DELETE", "/me/totp", json=body)) == (409, "totp_off")
    secret = await _begin(browser, OLD_PASSWORD)
    future = {"otp": _shown(world, secret, step=1)}
    assert said(await browser.post("/me/totp/confirm", json=future)) == (422, "proof_wrong")
    assert (await sign_in(world, "bithu-bom-bo", OLD_PASSWORD)).status_code == 200


async def test_setting_up_asks_for_the_password_ten_times_at_most(world: World) -> None:
    browser = world.signed_in("bithu-bom-bo")
    for _ in range(10):
        wrong = await browser.post("/me/totp", json={"password": "sai"})
        assert said(wrong) == (422, "proof_wrong")
    right = await browser.post("/me/totp", json={"password": OLD_PASSWORD})
    assert said(right) == (429, "too_many_attempts")
    assert (await sign_in(world, "bithu-bom-bo", OLD_PASSWORD)).status_code == 200


async def test_a_secret_that_is_set_up_bears_ten_wrong_codes_also_at_once(world: World) -> None:
    """Else who stole an access token could guess at a secret that its owner was shown."""
    browser = world.signed_in("bithu-bom-bo")
    secret = await _begin(browser, OLD_PASSWORD)
    wrong = {"otp": "12345x"}
    guesses = await asyncio.gather(
        *(browser.post("/me/totp/confirm", json=wrong) for _ in range(12))
    )
    assert sorted(each.status_code for each in guesses) == [422] * 10 + [429] * 2
    right = await browser.post("/me/totp/confirm", json={"otp": _shown(world, secret)})
    assert said(right) == (429, "too_many_attempts")
    await _set_up(world, browser, OLD_PASSWORD)


async def test_a_secret_waits_fifteen_minutes_for_its_first_code(world: World) -> None:
    browser = world.signed_in("bithu-bom-bo")
    young = await _begin(browser, OLD_PASSWORD)
    world.clock.move(minutes=15, seconds=-1)
    confirmed = await browser.post("/me/totp/confirm", json={"otp": _shown(world, young)})
    assert confirmed.status_code == 200
    other = world.signed_in("truc-bom-bo")
    old = await _begin(other, OLD_PASSWORD)
    world.clock.move(minutes=15)
    late = await other.post("/me/totp/confirm", json={"otp": _shown(world, old)})
    assert said(late) == (409, "totp_off")
    assert not (await other.get("/me")).json()["has_totp"]
    await _set_up(world, other, OLD_PASSWORD)


@pytest.mark.parametrize("deputy", [False, True])
async def test_a_secretary_of_the_root_sees_no_names_before_it_is_set_up(
    world: World, deputy: bool
) -> None:
    root = grant(world, "secretary", "district", deputy=deputy)
    browser = await come_in(world, await invite(world, "admin", "bithu-huyen", root))
    members = f"/units/{world.district.units['district']}/members?scope=tree"
    assert (await browser.get("/me")).json()["must_set_up_totp"]
    assert said(await browser.get(members)) == (403, "totp_required")
    secret, _ = await _set_up(world, browser, PASSWORD)
    assert (await browser.get(members)).status_code == 200
    world.clock.move(seconds=30)
    off = await browser.request("DELETE", "/me/totp", json={"otp": _shown(world, secret)})
    assert said(off) == (409, "totp_compulsory")


async def test_a_recovery_code_stands_in_for_the_phone_once(world: World) -> None:
    _, codes = await _set_up(world, world.signed_in("bithu-bom-bo"), OLD_PASSWORD)
    typed = f"{codes[0][:5]}-{codes[0][5:]}".lower()
    answers = await asyncio.gather(
        *(sign_in(world, "bithu-bom-bo", OLD_PASSWORD, otp=typed) for _ in range(3))
    )
    assert sorted(each.status_code for each in answers) == [200, 401, 401]
    assert (await sign_in(world, "bithu-bom-bo", OLD_PASSWORD, otp=codes[1])).status_code == 200
    strange = await sign_in(world, "admin", OLD_PASSWORD, otp=codes[2])
    assert said(strange) == (401, "otp_wrong"), "somebody else's"


async def test_new_recovery_codes_replace_the_old_ones(world: World) -> None:
    browser = world.signed_in("bithu-bom-bo")
    secret, old = await _set_up(world, browser, OLD_PASSWORD)
    again = {"otp": _shown(world, secret)}
    assert said(await browser.post("/me/recovery-codes", json=again)) == (422, "proof_wrong")
    renewed = await browser.post("/me/recovery-codes", json={"otp": old[0]})
    new = renewed.json()["recovery_codes"]
    assert not set(new) & set(old)
    refused = await sign_in(world, "bithu-bom-bo", OLD_PASSWORD, otp=old[1])
    assert said(refused) == (401, "otp_wrong")
    assert (await sign_in(world, "bithu-bom-bo", OLD_PASSWORD, otp=new[0])).status_code == 200


async def test_a_new_phone_is_set_up_with_a_code_of_the_old_one(world: World) -> None:
    browser = world.signed_in("bithu-bom-bo")
    old, codes = await _set_up(world, browser, OLD_PASSWORD)
    alone = await browser.post("/me/totp", json={"password": OLD_PASSWORD})
    assert said(alone) == (422, "proof_wrong")
    new = await _begin(browser, OLD_PASSWORD, otp=codes[0])
    world.clock.move(seconds=30)
    still = await sign_in(world, "bithu-bom-bo", OLD_PASSWORD, otp=_shown(world, old))
    assert still.status_code == 200, "until the new one is confirmed"
    confirmed = await browser.post("/me/totp/confirm", json={"otp": _shown(world, new)})
    assert confirmed.status_code == 200
    world.clock.move(seconds=30)
    gone = await sign_in(world, "bithu-bom-bo", OLD_PASSWORD, otp=_shown(world, old))
    assert said(gone) == (401, "otp_wrong")
    right = await sign_in(world, "bithu-bom-bo", OLD_PASSWORD, otp=_shown(world, new))
    assert right.status_code == 200


async def test_a_secretary_may_turn_it_off_and_the_admin_may_not(world: World) -> None:
    browser = world.signed_in("bithu-bom-bo")
    secret, _ = await _set_up(world, browser, OLD_PASSWORD)
    wrong = await browser.request("DELETE", "/me/totp", json={"otp": "000000"})
    assert said(wrong) == (422, "proof_wrong")
    world.clock.move(seconds=30)
    body = {"otp": _shown(world, secret)}
    assert (await browser.request("DELETE", "/me/totp", json=body)).status_code == 204
    assert (await sign_in(world, "bithu-bom-bo", OLD_PASSWORD)).status_code == 200
    admin = world.signed_in("admin")
    refused = await admin.request("DELETE", "/me/totp", json={"otp": world.otp()})
    assert said(refused) == (409, "totp_compulsory")


async def test_who_lost_the_phone_is_helped_by_whoever_manages_the_account(world: World) -> None:
    browser = world.signed_in("truc-bom-bo")
    await _set_up(world, browser, OLD_PASSWORD)
    path = f"/accounts/{world.district.accounts['truc-bom-bo']}/totp"
    assert (await world.signed_in("bithu-bom-bo").delete(path)).status_code == 204
    assert said(await browser.get("/me")) == (401, "unauthenticated")
    assert (await sign_in(world, "truc-bom-bo", OLD_PASSWORD)).status_code == 200
    assert said(await world.signed_in("admin").delete(path)) == (409, "totp_off")
