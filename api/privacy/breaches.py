"""The register of breaches: what happened, and when the authority was told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.privacy.faults import BREACH_TIME_REFUSED
from api.privacy.rules import REPORT_WITHIN
from api.privacy.schemas import NewBreach
from api.tables.privacy import Breach

_FIELDS = ("text", "persons", "measures", "reported_at", "closed_at")


async def add_breach(
    db: AsyncSession, actor: Actor, new: NewBreach, *, account_id: UUID, at: datetime
) -> Breach:
    """Write a breach into the register.

    Raises: Problem `breach_time_refused`.
    """
    if new.found_at > at:
        raise Problem(BREACH_TIME_REFUSED)
    breach = Breach(
        id=new_id(at),
        found_at=new.found_at,
        report_due_at=new.found_at + REPORT_WITHIN,
        text=new.text,
        persons=new.persons,
        measures=new.measures,
        recorded_at=at,
        account_id=account_id,
    )
    db.add(breach)
    await db.flush()
    detail = {"found_at": new.found_at.isoformat()}
    await events.append(db, Happening(actor, events.BREACH_ADDED, breach.id, at, detail=detail))
    return breach


async def change_breach(
    db: AsyncSession, actor: Actor, breach: Breach, sent: Mapping[str, Any], *, at: datetime
) -> None:
    """Change a held breach; the trail tells instants and numbers, and that words changed.

    Raises: Problem `breach_time_refused`.
    """
    before = _told(breach)
    words = (breach.text, breach.measures)
    for name in _FIELDS:
        if name in sent and not (name == "text" and sent[name] is None):
            setattr(breach, name, sent[name])
    for instant in (breach.reported_at, breach.closed_at):
        if instant is not None and not breach.found_at <= instant <= at:
            raise Problem(BREACH_TIME_REFUSED)
    await db.flush()
    changes = events.changed(before, _told(breach))
    is_reworded = words != (breach.text, breach.measures)
    if changes or is_reworded:
        detail = {"is_reworded": is_reworded}
        act = events.BREACH_CHANGED
        await events.append(
            db, Happening(actor, act, breach.id, at, detail=detail, changes=changes)
        )


def _told(breach: Breach) -> dict[str, Any]:
    return {
        "persons": breach.persons,
        "reported_at": breach.reported_at.isoformat() if breach.reported_at else None,
        "closed_at": breach.closed_at.isoformat() if breach.closed_at else None,
    }
