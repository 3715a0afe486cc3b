"""The demo: a preset filled with people who do not exist, and accounts to try it with."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from api.access import actions as access
from api.events import SYSTEM
from api.kit.passwords import hash_password
from api.members.actions import NewMember, add_members
from api.presets import store
from api.presets.actions import Loaded
from api.presets.people import populate
from api.presets.plan import Preset
from api.words import Role

SEED: Final = 2022


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody who can sign in; the password is known here and stored nowhere."""

    username: str
    password: str
    display_name: str
    role: Role


async def add_invented_members(
    db: AsyncSession, preset: Preset, loaded: Loaded, *, members: int, at: datetime
) -> None:
    """Fill a preset's units with invented members, the same ones each time; it is the demo then."""
    for key, invented in populate(preset, members=members, seed=SEED).items():
        new = [NewMember(each.full_name, each.card_number, each.status) for each in invented]
        await add_members(db, SYSTEM, loaded.units[key], new, at=at)
    await store.mark_demo(db)


async def add_accounts(
    db: AsyncSession, preset: Preset, loaded: Loaded, *, admin_password: str, at: datetime
) -> list[DemoAccount]:
    """Add the account `admin`, and a secretary for each unit directly below the organiser."""
    admin = DemoAccount("admin", admin_password, "Quản trị viên", Role.DISTRICT_ADMIN)
    added = [(admin, loaded.organiser)]
    for spec in preset.organiser.children:
        unit = loaded.units[spec.key]
        secretary = DemoAccount(
            username=f"bithu-{spec.key}",
            password=secrets.token_urlsafe(9),
            display_name=f"Bí thư {unit.name}",
            role=Role.SECRETARY,
        )
        added.append((secretary, unit))
    for account, unit in added:
        account_id = await access.add_account(
            db,
            SYSTEM,
            username=account.username,
            display_name=account.display_name,
            password_hash=await hash_password(account.password),
            at=at,
        )
        await access.grant(db, account_id=account_id, unit_id=unit.id, role=account.role, at=at)
    return [account for account, _ in added]
