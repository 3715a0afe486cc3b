"""What an operation on accounts needs before it can be asked."""

from collections.abc import Awaitable, Callable
from typing import Final
from uuid import UUID

from sqlalchemy import update

from api.access import totp
from api.kit.ids import new_id
from api.tables.access import Account, SignIn
from tests.contract.operations import Ids
from tests.contract.principals import USERNAMES
from tests.contract.stage import Stage
from tests.district import MASTER_KEY

_TOTP_ID: Final = UUID("01980000-0000-7000-8000-00000000107f")
"""Everybody's second factor, so that one code fits whoever asks."""


def code_of(stage: Stage) -> str:
    """Tell what everybody's authenticator app shows."""
    return totp.code_of(MASTER_KEY, _TOTP_ID, totp.step_of(stage.world.clock()))


async def new_account(stage: Stage) -> Ids:
    """Invite somebody to serve at Bom Bo's screen."""
    account = {
        "username": f"truc-{next(stage.numbers)}",
        "display_name": "Điểu Lên",
        "grants": [{"role": "operator", "unit_id": str(stage.ids["unit_id"])}],
    }
    added = await stage.send("POST", "/accounts", account)
    return {"account_id": UUID(added["id"]), "grant_id": UUID(added["grants"][0]["id"])}


async def _account_with_totp(stage: Stage) -> Ids:
    ids = await new_account(stage)
    theirs = update(Account).where(Account.id == ids["account_id"])
    async with stage.world.database.write() as db:
        await db.execute(theirs.values(totp_id=_TOTP_ID))
    return ids


async def _second_factor(stage: Stage) -> Ids:
    """Give everybody who asks the same second factor, and the same one to be confirmed anew."""
    accounts = stage.world.district.accounts
    everybody = [accounts[username] for username in USERNAMES.values()]
    same = {"totp_id": _TOTP_ID, "totp_pending_id": _TOTP_ID, "totp_last_step": None}
    async with stage.world.database.write() as db:
        await db.execute(update(Account).where(Account.id.in_(everybody)).values(**same))
    return {}


async def _other_browser(stage: Stage) -> Ids:
    """Sign the secretary of Bom Bo in on another browser."""
    at = stage.world.clock()
    sign_in_id = new_id(at)
    async with stage.world.database.write() as db:
        db.add(
            SignIn(
                id=sign_in_id,
                account_id=stage.world.district.accounts[USERNAMES["own"]],
                user_agent="a telephone",
                began_at=at,
                last_seen_at=at,
            )
        )
    return {"sign_in_id": sign_in_id}


ACCOUNTS: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "beginTotp": _second_factor,
    "confirmTotp": _second_factor,
    "renewRecoveryCodes": _second_factor,
    "removeTotp": _second_factor,
    "endSignIn": _other_browser,
    "readAccount": new_account,
    "changeAccount": new_account,
    "inviteAgain": new_account,
    "removeAccountTotp": _account_with_totp,
    "endAccountSignIns": new_account,
    "addGrant": new_account,
    "revokeGrant": new_account,
}
