"""What is done to conferences, their groups, and their exclusion lists."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from api import events
from api.conferences import exclusion_store, store
from api.conferences.faults import PREPARATION_ITEM_TWICE, UNIT_IN_TWO_GROUPS
from api.conferences.guards import require_living
from api.conferences.matching import line_of, match_lines
from api.conferences.rules import ExclusionLine, Match, first_double, profile_of_year
from api.db import one_at_a_time
from api.events import Actor, Happening
from api.kit.errors import Problem
from api.kit.ids import new_id
from api.kit.text import nfc
from api.tables.conferences import Conference, Exclusion
from api.tables.units import Unit
from api.words import DocumentProfile


@dataclass(frozen=True, slots=True)
class Listed:
    """What became of one line; it was there before where `is_new` is false."""

    exclusion: Exclusion
    match: Match
    is_new: bool


async def add_conference(
    db: AsyncSession,
    actor: Actor,
    *,
    organiser: Unit,
    title: str,
    year: int,
    quarter: int,
    plan_number: str | None,
    topics: Sequence[str],
    regulations: Sequence[str],
    report_email: str | None,
    at: datetime,
    preparation_items: Sequence[Mapping[str, Any]] = (),
    document_profile: DocumentProfile | None = None,
    groups: Mapping[str, Sequence[UUID]] | None = None,
    copied_from_id: UUID | None = None,
    blocs: Sequence[str] = (),
) -> Conference:
    """Add a conference of an organiser, without points or sessions yet.

    `groups` maps the label of each group to its units; a unit belongs to one group only. `blocs`
    are in the plan's order.

    Raises: Problem `preparation_item_twice`.
    """
    _no_item_twice(preparation_items)
    conference = Conference(
        id=new_id(at),
        organiser_id=organiser.id,
        title=nfc(title),
        year=year,
        quarter=quarter,
        plan_number=plan_number,
        topics=list(topics),
        regulations=list(regulations),
        blocs=list(blocs),
        report_email=report_email,
        preparation_items=[dict(item) for item in preparation_items],
        document_profile=document_profile or profile_of_year(year),
        copied_from_id=copied_from_id,
        created_at=at,
    )
    db.add(conference)
    await db.flush()
    labels = {unit_id: nfc(label) for label, ids in (groups or {}).items() for unit_id in ids}
    await store.add_to_groups(db, conference.id, labels)
    told, act = events.changed({}, _described(conference, labels)), events.CONFERENCE_ADDED
    await events.append(db, Happening(actor, act, conference.id, at, changes=told))
    return conference


async def change_conference(
    db: AsyncSession,
    actor: Actor,
    conference: Conference,
    changes: Mapping[str, Any],
    *,
    at: datetime,
) -> None:
    """Change fields of a conference, given as JSON has them.

    Raises: Problem `preparation_item_twice`.
    """
    _no_item_twice(changes.get("preparation_items", ()))
    before = {name: getattr(conference, name) for name in changes}
    for name, value in changes.items():
        setattr(conference, name, value)
    await db.flush()
    await _tell(db, actor, conference.id, events.changed(before, changes), at=at)


async def set_groups(
    db: AsyncSession,
    actor: Actor,
    conference: Conference,
    organiser_path: str,
    *,
    groups: Sequence[tuple[str, Collection[UUID]]],
    at: datetime,
) -> None:
    """Replace the Zalo groups of a conference: labels, and the units that read each.

    Raises: Problem `unit_not_of_organiser`, `unit_in_two_groups`.
    """
    named = {unit_id for _, unit_ids in groups for unit_id in unit_ids}
    units = await require_living(db, organiser_path, named, at=at)
    labels: dict[UUID, str] = {}
    for label, unit_ids in groups:
        for unit_id in unit_ids:
            other = labels.setdefault(unit_id, label)
            if other != label:
                raise Problem(
                    UNIT_IN_TWO_GROUPS,
                    unit_name=units[unit_id].name,
                    label=other,
                    other_label=label,
                )
    before = await store.grouped_units(db, conference.id)
    await store.clear_groups(db, conference.id)
    await store.add_to_groups(db, conference.id, labels)
    after = await store.grouped_units(db, conference.id)
    told_before, told_after = (
        {label: [str(unit.id) for unit in members] for label, members in each.items()}
        for each in (before, after)
    )
    await _tell(db, actor, conference.id, events.changed(told_before, told_after), at=at)


async def add_exclusions(
    db: AsyncSession,
    actor: Actor,
    conference: Conference,
    organiser_path: str,
    *,
    document_number: str,
    lines: Sequence[ExclusionLine],
    at: datetime,
) -> list[Listed]:
    """List persons of a document who are not convened; tells what became of each line, in order.

    A person whom the document names already, or twice, is listed once.
    """
    await one_at_a_time(db, f"exclusions of {conference.id}")
    matches = await match_lines(db, organiser_path, lines, at=at)
    there: dict[object, Exclusion] = {}
    for each in await exclusion_store.of_document(db, conference.id, document_number):
        there |= {key: each for key in (line_of(each), each.member_id) if key is not None}
    listed = []
    # Ids of one instant come in no order; sorted, they keep the order of the document.
    ids = sorted(new_id(at) for _ in lines)
    for exclusion_id, line, found in zip(ids, lines, matches, strict=True):
        member_id = found.person.member_id if found.person else None
        known = there.get(member_id or line)
        exclusion = known or Exclusion(
            id=exclusion_id,
            conference_id=conference.id,
            document_number=document_number,
            full_name=line.full_name,
            unit_name=line.unit_name,
            card_number=line.card_number,
            member_id=member_id,
            created_at=at,
        )
        there[member_id or line] = exclusion
        listed.append(Listed(exclusion, found, is_new=known is None))
    added = [each for each in listed if each.is_new]
    db.add_all(each.exclusion for each in added)
    await db.flush()
    if added:
        matched = sum(each.match.person is not None for each in added)
        happening = Happening(
            actor,
            events.EXCLUSIONS_ADDED,
            conference.id,
            at,
            detail={"count": len(added), "matched": matched},
            changes=events.changed({}, {"document_number": document_number}),
        )
        await events.append(db, happening)
    return listed


async def settle_exclusion(
    db: AsyncSession, actor: Actor, exclusion: Exclusion, member_id: UUID | None, *, at: datetime
) -> None:
    """Say by hand whom a line means; None takes a match back."""
    before = exclusion.member_id
    exclusion.member_id = member_id
    await db.flush()
    changes = events.changed(
        {"member_id": before and str(before)}, {"member_id": member_id and str(member_id)}
    )
    if changes:
        await events.append(
            db, Happening(actor, events.EXCLUSION_CHANGED, exclusion.id, at, changes=changes)
        )


async def remove_exclusion(
    db: AsyncSession, actor: Actor, exclusion: Exclusion, *, at: datetime
) -> None:
    """Take a line off the list; its history stays."""
    exclusion.removed_at = at
    await db.flush()
    changes = events.changed({"is_removed": False}, {"is_removed": True})
    await events.append(
        db, Happening(actor, events.EXCLUSION_CHANGED, exclusion.id, at, changes=changes)
    )


def _described(conference: Conference, labels: Mapping[UUID, str]) -> dict[str, Any]:
    fields = ("title", "year", "quarter", "plan_number", "topics", "regulations", "blocs")
    groups: dict[str, list[str]] = {}
    for unit_id, label in labels.items():
        groups.setdefault(label, []).append(str(unit_id))
    return {
        name: getattr(conference, name) for name in (*fields, "report_email", "preparation_items")
    } | {
        "organiser_id": str(conference.organiser_id),
        "copied_from_id": conference.copied_from_id and str(conference.copied_from_id),
        "document_profile": conference.document_profile.value,
        "groups": groups,
    }


def _no_item_twice(items: Sequence[Mapping[str, Any]]) -> None:
    double = first_double(str(item["key"]) for item in items)
    if double is not None:
        raise Problem(PREPARATION_ITEM_TWICE, key=double)


async def _tell(
    db: AsyncSession,
    actor: Actor,
    conference_id: UUID,
    changes: Mapping[str, Any],
    *,
    at: datetime,
) -> None:
    if changes:
        await events.append(
            db, Happening(actor, events.CONFERENCE_CHANGED, conference_id, at, changes=changes)
        )
