"""Typed names as the secretary sees them: what was typed, and whom it may mean."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import device_store as phones
from api.deciding import name_store
from api.deciding.rules import Suggestion, suggest
from api.deciding.schemas import SuggestionView, TypedNameView
from api.kit.dates import day_of
from api.words import TypedNameOutcome

_TO_SOMEBODY = frozenset({TypedNameOutcome.MATCHED, TypedNameOutcome.ADDED})


def view_of(row: RowMapping, suggestions: Sequence[SuggestionView] = ()) -> TypedNameView:
    """Show a typed name."""
    by_this = row["decided_at"] == row["settled_at"]
    shown = {name: row[name] for name in TypedNameView.model_fields if name in row}
    return TypedNameView(
        **shown,
        was_already_there=row["outcome"] in _TO_SOMEBODY and not by_this,
        suggestions=list(suggestions),
    )


async def with_suggestions(
    db: AsyncSession,
    session_id: UUID,
    rows: Sequence[RowMapping],
    visible: ColumnElement[bool],
    *,
    at: datetime,
) -> list[TypedNameView]:
    """Show names, each that waits with the members it may mean.

    First among those of the unit that was chosen; where nobody there is like it, in all units that
    one may decide for. Never beyond these, nor beyond the session's organiser.
    """
    today = day_of(at)
    reach = name_store.below(visible, await name_store.organiser_path(db, session_id))
    waiting = [row for row in rows if row["outcome"] is None]
    chosen = {row["unit_id"] for row in waiting if row["unit_id"] is not None}
    at_home = await name_store.of_units(db, chosen, reach, on=today)
    found: dict[UUID, list[Suggestion]] = {}
    for row in waiting:
        name, last4, unit_id = row["name"], row["last4"], row["unit_id"]
        here = suggest(name, last4, unit_id, at_home.get(unit_id, []))
        if not here:
            anywhere = await name_store.resembling(db, name, reach, on=today)
            here = suggest(name, last4, unit_id, anywhere)
        found[row["id"]] = here
    member_ids = {each.known.member_id for many in found.values() for each in many}
    have_phone = await phones.of_members(db, member_ids)
    return [
        view_of(
            row,
            [
                SuggestionView(
                    member_id=each.known.member_id,
                    full_name=each.known.full_name,
                    unit_id=each.known.unit_id,
                    unit_name=each.known.unit_name,
                    last4_fits=each.last4_fits,
                    has_phone=each.known.member_id in have_phone,
                    score=each.score,
                )
                for each in found.get(row["id"], [])
            ],
        )
        for row in rows
    ]
