"""Bringing a preset to life, through the same actions that the API uses."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import actions as access
from api.bridge_points.actions import add_bridge_point
from api.conferences.actions import add_conference
from api.events import SYSTEM
from api.kit.dates import day_of
from api.kit.passwords import hash_password
from api.members.actions import NewMember, add_members
from api.presets.people import populate
from api.presets.preset import Preset, UnitSpec
from api.sessions.actions import add_session
from api.sessions.schemas import NewSession
from api.tables.conferences import Conference
from api.tables.installation import Installation
from api.tables.units import Unit
from api.units.actions import add_unit
from api.words import Role

SEED: Final = 2022


@dataclass(frozen=True, slots=True)
class Loaded:
    """A preset in the database: its units by key, and its conference."""

    organiser: Unit
    units: dict[str, Unit]
    conference: Conference


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody who can sign in; the password is known here and stored nowhere."""

    username: str
    password: str
    display_name: str
    role: Role


async def is_empty(db: AsyncSession) -> bool:
    """Tell whether a database has no unit yet."""
    return (await db.execute(select(Unit.id).limit(1))).first() is None


async def load_preset(db: AsyncSession, preset: Preset, *, at: datetime) -> Loaded:
    """Add a preset's units, conference, bridge points and sessions."""
    units: dict[str, Unit] = {}
    today = day_of(at)

    async def add(spec: UnitSpec, parent: Unit | None) -> None:
        units[spec.key] = await add_unit(
            db,
            SYSTEM,
            name=spec.name,
            kind=spec.kind,
            parent=parent,
            bloc=spec.bloc,
            valid_from=today,
            at=at,
        )
        for child in spec.children:
            await add(child, units[spec.key])

    await add(preset.organiser, None)
    organiser = units[preset.organiser.key]
    conference = await add_conference(
        db,
        SYSTEM,
        organiser=organiser,
        title=preset.title,
        year=preset.year,
        quarter=preset.quarter,
        plan_number=preset.plan_number,
        topics=preset.topics,
        regulations=preset.regulations,
        report_email=preset.report_email,
        at=at,
    )
    for ordinal, point in enumerate(preset.points, start=1):
        await add_bridge_point(
            db,
            SYSTEM,
            conference_id=conference.id,
            ordinal=ordinal,
            name=point.name,
            venue=point.venue,
            form=point.form,
            is_hub=point.is_hub,
            host_unit_id=units[point.host].id,
            expected_unit_ids=[units[key].id for key in point.expects],
            at=at,
        )
    for session in preset.sessions:
        new = NewSession(
            conference_id=conference.id,
            form=session.form,
            ordinal=session.ordinal,
            title=session.title,
            date_hint=session.date_hint,
        )
        await add_session(db, SYSTEM, new, at=at)
    return Loaded(organiser, units, conference)


async def add_invented_members(
    db: AsyncSession, preset: Preset, loaded: Loaded, *, members: int, at: datetime
) -> None:
    """Fill a preset's units with invented members, the same ones each time; it is the demo then."""
    for key, invented in populate(preset, members=members, seed=SEED).items():
        new = [NewMember(each.full_name, each.card_number, each.status) for each in invented]
        await add_members(db, SYSTEM, loaded.units[key], new, at=at)
    await db.execute(update(Installation).values(is_demo=True))


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
