"""What the audit trail says of marks: what was, what is, and never a note."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.events import Actor, Happening
from api.kit.ids import read_crockford
from api.marks.store import Known
from api.rosters.rules import spaced
from api.tables.attendance import Mark
from api.words import Standing

_SAID: Final = (
    "kind", "evidence", "reason", "note", "departed_at", "paper_sheet_id", "unit_id",
)  # fmt: skip


def values_of(mark: Mark) -> dict[str, Any]:
    """Give what a mark says, without who made it."""
    return {name: getattr(mark, name) for name in _SAID}


async def tell_marked(
    db: AsyncSession,
    actor: Actor,
    session_id: UUID,
    written: Iterable[Mapping[str, Any]],
    known: Known,
    *,
    roster_code: str | None,
    at: datetime,
) -> None:
    """Write an event a member: what was written, what it replaced, and what the phones proved."""
    happenings = []
    for row in written:
        held = known.marks.get(row["member_id"])
        standings = known.standings.get(row["member_id"], ())
        seen = next((each for each in Standing if each in standings), None)
        detail = {
            "unit_id": str(row["unit_id"]),
            "attendance": seen.value if seen else None,
            **({"roster_code": spaced(read_crockford(roster_code))} if roster_code else {}),
        }
        changes = events.changed(said(values_of(held)) if held else {}, said(row))
        happenings.append(
            Happening(actor, events.MARKED, row["member_id"], at, session_id, detail, changes)
        )
    await events.append_all(db, happenings)


async def note_names(
    db: AsyncSession, actor: Actor, session_id: UUID, unit_ids: Iterable[UUID], *, at: datetime
) -> None:
    """Tell in the audit trail that the names behind rows were shown; one event a unit."""
    counts = dict(sorted(Counter(unit_ids).items()))
    await events.append_readings(db, actor, "writeMarks", counts, at=at, session_id=session_id)


def said(values: Mapping[str, Any]) -> dict[str, Any]:
    """Say what a mark is without its note: the district reads events, and no notes."""
    departed_at, sheet_id = values["departed_at"], values["paper_sheet_id"]
    return {
        "kind": values["kind"].value,
        "evidence": values["evidence"].value if values["evidence"] else None,
        "reason": values["reason"].value if values["reason"] else None,
        "has_note": values["note"] is not None,
        "departed_at": departed_at.isoformat() if departed_at else None,
        "paper_sheet_id": str(sheet_id) if sheet_id else None,
    }
