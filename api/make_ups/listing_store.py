"""Make-ups as they are listed: by unit and name, and who of a session is still to come."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.access.scope import within
from api.make_ups.schemas import MakeUpView
from api.tables.access import Account
from api.tables.make_ups import MakeUp
from api.tables.members import Member
from api.tables.sessions import Session
from api.tables.units import Unit

Key = tuple[str, UUID, str, UUID]
"""Where a row stands in the list: by unit, then by name."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of make-ups is narrowed to; None leaves it open."""

    path: str | None = None
    session_id: UUID | None = None
    missed_session_id: UUID | None = None


def _views() -> Select[*tuple[Any, ...]]:
    missed, later = aliased(Session), aliased(Session)
    return (
        select(
            Unit.sort_key.label("unit_key"),
            Member.sort_key.label("member_key"),
            missed.opened_at.label("missed_at"),
            MakeUp.member_id,
            Member.full_name,
            MakeUp.unit_id,
            Unit.name.label("unit_name"),
            MakeUp.missed_session_id,
            missed.title.label("missed_title"),
            MakeUp.kind,
            MakeUp.session_id,
            later.title.label("session_title"),
            later.state.label("session_state"),
            later.starts_at,
            MakeUp.retold_on,
            MakeUp.note,
            MakeUp.made_at,
            Account.display_name.label("made_by"),
        )
        .join(Member, Member.id == MakeUp.member_id)
        .join(Unit, Unit.id == MakeUp.unit_id)
        .join(missed, missed.id == MakeUp.missed_session_id)
        .outerjoin(later, later.id == MakeUp.session_id)
        .outerjoin(Account, Account.id == MakeUp.account_id)
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A make-up as the list has it; `missed_at` is when the missed session began, if it did."""

    key: Key
    missed_at: datetime | None
    values: Mapping[str, Any]

    def view(self, came_session_id: UUID | None) -> MakeUpView:
        """Show it, with the later session to which he came."""
        told = self.values["retold_on"] is not None
        has_made_up = told or came_session_id is not None
        return MakeUpView(**self.values, has_made_up=has_made_up, came_session_id=came_session_id)


def _row(found: Any) -> Row:
    values = dict(found)
    unit_key, member_key = values.pop("unit_key"), values.pop("member_key")
    key = (unit_key, values["unit_id"], member_key, values["member_id"])
    return Row(key, values.pop("missed_at"), values)


async def page(
    db: AsyncSession,
    conference_id: UUID,
    visible: ColumnElement[bool],
    filters: Filters,
    *,
    after: Key | None,
    limit: int,
) -> Sequence[Row]:
    """List the make-ups of visible units, by unit and name; one more than `limit`."""
    query = _views().where(MakeUp.conference_id == conference_id, visible)
    if filters.path is not None:
        query = query.where(within([filters.path]))
    for column, wanted in (
        (MakeUp.session_id, filters.session_id),
        (MakeUp.missed_session_id, filters.missed_session_id),
    ):
        if wanted is not None:
            query = query.where(column == wanted)
    key = (Unit.sort_key, Unit.id, Member.sort_key, Member.id)
    if after is not None:
        query = query.where(tuple_(*key) > after)
    rows = await db.execute(query.order_by(*key).limit(limit + 1))
    return [_row(row) for row in rows.mappings()]


async def row(db: AsyncSession, conference_id: UUID, member_id: UUID) -> Row | None:
    """Find the make-up of one member."""
    query = _views().where(MakeUp.conference_id == conference_id, MakeUp.member_id == member_id)
    found = (await db.execute(query)).mappings().one_or_none()
    return _row(found) if found is not None else None


async def still_to_come(
    db: AsyncSession, session_ids: Collection[UUID], visible: ColumnElement[bool]
) -> Sequence[tuple[UUID, UUID, UUID, str, str]]:
    """List who is proposed for some sessions: session, member, and the unit with path and name."""
    query = (
        select(MakeUp.session_id, MakeUp.member_id, Unit.id, Unit.path, Unit.name)
        .join(Unit, Unit.id == MakeUp.unit_id)
        .where(MakeUp.session_id.in_(sorted(session_ids)), visible)
        .order_by(Unit.sort_key, Unit.id)
    )
    return [
        (session_id, member_id, unit_id, path, name)
        for session_id, member_id, unit_id, path, name in await db.execute(query)
        if session_id is not None
    ]
