"""What is done on the first day."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.access import actions as access
from api.db import one_at_a_time
from api.events import SYSTEM, Actor, Happening
from api.kit.errors import Problem
from api.kit.passwords import hash_password
from api.presets import actions as presets
from api.presets import demo, views
from api.presets.demo import DemoAccount
from api.presets.plan import Preset
from api.presets.schemas import PlannedConference
from api.setup import store
from api.setup.faults import ALREADY_SET_UP
from api.setup.schemas import NewSetup
from api.tables.units import Unit
from api.words import Role

ADMIN: Final = "admin"
_ADMIN_NAME: Final = "Quản trị viên"
_ONE_OFFICE: Final = "setup"


@dataclass(frozen=True, slots=True)
class Office:
    """An office that can begin its work."""

    organiser: Unit
    conference: PlannedConference | None


async def add_first_account(db: AsyncSession, *, password: str, at: datetime) -> bool:
    """Add the account `admin` to a database without units and accounts; False for any other.

    It has no role yet, so all that it may do is `set_up`.
    """
    await one_at_a_time(db, _ONE_OFFICE)
    if await store.has_units(db) or await store.has_accounts(db):
        return False
    await access.add_account(
        db,
        SYSTEM,
        username=ADMIN,
        display_name=_ADMIN_NAME,
        password_hash=await hash_password(password),
        at=at,
    )
    return True


async def set_up(
    db: AsyncSession, actor: Actor, account_id: UUID, new: NewSetup, *, at: datetime
) -> Office:
    """Add the organiser, with a preset's plan or without, and make the account its administrator.

    Nobody else can have a role before this: roles are granted on units, and there is none.

    Raises: Problem `already_set_up` where there is a unit, `preset_unknown`.
    """
    await one_at_a_time(db, _ONE_OFFICE)
    if await store.has_units(db):
        raise Problem(ALREADY_SET_UP)
    preset = presets.named(new.preset) if new.preset else None
    organiser = await presets.add_organiser(
        db, actor, name=new.organiser.name, kind=new.organiser.kind, preset=preset, at=at
    )
    await access.grant(
        db, account_id=account_id, unit_id=organiser.id, role=Role.DISTRICT_ADMIN, at=at
    )
    conference = None
    if preset is not None:
        loaded = await presets.load_preset(db, actor, preset, organiser, create_units=True, at=at)
        conference = views.of_preset(preset, loaded)
    detail = {"preset": new.preset, "is_demo": False}
    await events.append(
        db, Happening(actor, events.INSTALLATION_SET_UP, organiser.id, at, detail=detail)
    )
    return Office(organiser, conference)


async def fill_demo(
    db: AsyncSession, preset: Preset, *, members: int, admin_password: str, at: datetime
) -> list[DemoAccount] | None:
    """Fill a database without units and accounts with invented people; None for any other.

    So the demo never joins what is real: a database is one or the other from its first day.
    """
    await one_at_a_time(db, _ONE_OFFICE)
    if await store.has_units(db) or await store.has_accounts(db):
        return None
    spec = preset.organiser
    organiser = await presets.add_organiser(
        db, SYSTEM, name=spec.name, kind=spec.kind, preset=preset, at=at
    )
    loaded = await presets.load_preset(
        db, SYSTEM, preset, organiser, create_units=True, report_email=preset.report_email, at=at
    )
    await demo.add_invented_members(db, preset, loaded, members=members, at=at)
    accounts = await demo.add_accounts(db, preset, loaded, admin_password=admin_password, at=at)
    detail = {"preset": preset.key, "is_demo": True}
    await events.append(
        db, Happening(SYSTEM, events.INSTALLATION_SET_UP, organiser.id, at, detail=detail)
    )
    return accounts
