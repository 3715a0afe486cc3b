"""Exclusion lists: persons (not units) who attended elsewhere and are not convened (plan II.1)."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Response
from sqlalchemy import true
from sqlalchemy.ext.asyncio import AsyncSession

from api import events, idempotency
from api.access.guards import CurrentPrincipal, actor_of
from api.access.roles import ACTS, Act, Principal, may
from api.access.scope import FORBIDDEN, visible_organisers, visible_units
from api.conferences import actions, exclusion_store, matching, store
from api.conferences.exclusion_schemas import (
    ExcludedPerson,
    ExclusionChange,
    ExclusionsAdded,
    ExclusionView,
    NewExclusions,
)
from api.conferences.guards import visible_conference
from api.conferences.rules import ExclusionLine, Match, Person
from api.db import Db
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import errors
from api.kit.clock import At
from api.kit.dates import day_of
from api.kit.errors import Problem, documented
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.tables.conferences import Exclusion

router = APIRouter()

_CANDIDATES_SHOWN = 10


def _person(person: Person) -> ExcludedPerson:
    return ExcludedPerson(
        id=person.member_id,
        full_name=person.full_name,
        card_number=person.card_number,
        unit_id=person.unit_id,
        unit_name=person.unit_name,
    )


def _view(exclusion: Exclusion, found: Match) -> ExclusionView:
    return ExclusionView(
        id=exclusion.id,
        conference_id=exclusion.conference_id,
        document_number=exclusion.document_number,
        full_name=exclusion.full_name,
        unit_name=exclusion.unit_name,
        card_number=exclusion.card_number,
        member_id=exclusion.member_id,
        member=_person(found.person) if found.person else None,
        doubt=found.doubt,
        candidates_count=len(found.candidates),
        candidates=[_person(each) for each in found.candidates[:_CANDIDATES_SHOWN]],
        created_at=exclusion.created_at,
    )


@router.post(
    "/conferences/{conference_id}/exclusions",
    operation_id="addExclusions",
    status_code=201,
    response_model=ExclusionsAdded,
    responses=documented(KEY_REUSED),
)
async def add_exclusions(
    conference_id: UUID,
    new: NewExclusions,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """List persons who are not convened, each matched by card number, or by name and unit.

    A line that fits nobody or several is kept unmatched, until somebody settles it.
    """
    conference, organiser_path = await visible_conference(
        db, principal, conference_id, Act.PLAN_CONFERENCES
    )

    async def make() -> ExclusionsAdded:
        listed = await actions.add_exclusions(
            db,
            actor_of(principal),
            conference,
            organiser_path,
            document_number=new.document_number,
            lines=[
                ExclusionLine(line.full_name, line.unit_name, line.card_number)
                for line in new.lines
            ],
            at=at,
        )
        rows = [each.exclusion for each in listed]
        matches = await matching.matches_of(db, organiser_path, rows, at=at)
        matched = sum(each.member_id is not None for each in rows)
        added = sum(each.is_new for each in listed)
        await _tell_read(
            db, principal, [conference.organiser_id], "addExclusions", count=len(rows), at=at
        )
        return ExclusionsAdded(
            added_count=added,
            already_listed_count=len(listed) - added,
            matched_count=matched,
            unmatched_count=len(listed) - matched,
            lines=[_view(row, each) for row, each in zip(rows, matches, strict=True)],
        )

    return await idempotency.once(
        db,
        idempotency_key,
        owner_id=principal.account_id,
        operation=f"addExclusions {conference_id}",
        body=new,
        at=at,
        make=make,
    )


@router.get("/conferences/{conference_id}/exclusions", operation_id="listExclusions")
async def list_exclusions(
    conference_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    is_matched: bool | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ExclusionView]:
    """List who is excluded: all lines for the organiser's staff, a secretary's own members."""
    conference, organiser_path = await visible_conference(db, principal, conference_id)
    plans = may(principal, Act.PLAN_CONFERENCES, organiser_path)
    read = [conference.organiser_id] if plans else _read_by(principal, organiser_path)
    if not read:
        raise Problem(FORBIDDEN)
    rows = await exclusion_store.page(
        db,
        true() if plans else visible_units(principal, Act.READ_MEMBERS),
        conference_id=conference_id,
        on=day_of(at),
        is_matched=is_matched,
        after=read_cursor(cursor, UUID),
        limit=limit,
    )
    shown = rows[:limit]
    matches = await matching.matches_of(db, organiser_path, shown, at=at)
    by_id = {row.id: each for row, each in zip(shown, matches, strict=True)}
    await _tell_read(db, principal, read, "listExclusions", count=len(shown), at=at)
    return paged(
        rows, limit, view=lambda row: _view(row, by_id[row.id]), key=lambda row: (str(row.id),)
    )


@router.patch("/exclusions/{exclusion_id}", operation_id="settleExclusion")
async def settle_exclusion(
    exclusion_id: UUID, change: ExclusionChange, principal: CurrentPrincipal, db: Db, at: At
) -> ExclusionView:
    """Say whom a line means where its own words do not, or take a wrong match back."""
    exclusion, organiser_path = await _planned(db, principal, exclusion_id, at=at)
    if change.member_id is not None:
        meant = await exclusion_store.persons(
            db, organiser_path, on=day_of(at), ids=[change.member_id]
        )
        if not meant:
            raise Problem(errors.NOT_FOUND)
    await actions.settle_exclusion(db, actor_of(principal), exclusion, change.member_id, at=at)
    (found,) = await matching.matches_of(db, organiser_path, [exclusion], at=at)
    organiser_id = await store.organiser_id(db, exclusion.conference_id)
    await _tell_read(db, principal, [organiser_id], "settleExclusion", count=1, at=at)
    return _view(exclusion, found)


@router.delete("/exclusions/{exclusion_id}", operation_id="removeExclusion", status_code=204)
async def remove_exclusion(exclusion_id: UUID, principal: CurrentPrincipal, db: Db, at: At) -> None:
    """Take a line off the list, so that the person is convened again; the history stays."""
    exclusion, _ = await _planned(db, principal, exclusion_id, at=at)
    await actions.remove_exclusion(db, actor_of(principal), exclusion, at=at)


async def _planned(
    db: AsyncSession, principal: Principal, exclusion_id: UUID, *, at: datetime
) -> tuple[Exclusion, str]:
    """Find a line for who plans; a person's line is there for nobody who may not list it."""
    found = await exclusion_store.find(db, exclusion_id, visible_organisers(principal))
    if found is None:
        raise Problem(errors.NOT_FOUND)
    exclusion, organiser_path = found
    if not may(principal, Act.PLAN_CONFERENCES, organiser_path):
        members = visible_units(principal, Act.READ_MEMBERS)
        is_shown = await exclusion_store.is_shown(db, exclusion, members, on=day_of(at))
        raise Problem(FORBIDDEN if is_shown else errors.NOT_FOUND)
    return found


def _read_by(principal: Principal, organiser_path: str) -> list[UUID]:
    """List the units of an organiser whose members a principal may read."""
    return [
        grant.unit_id
        for grant in principal.grants
        if Act.READ_MEMBERS in ACTS[grant.role]
        and (
            grant.unit_path.startswith(organiser_path) or organiser_path.startswith(grant.unit_path)
        )
    ]


async def _tell_read(
    db: AsyncSession,
    principal: Principal,
    unit_ids: list[UUID],
    operation: str,
    *,
    count: int,
    at: datetime,
) -> None:
    counts = dict.fromkeys(unit_ids, count)
    await events.append_readings(db, actor_of(principal), operation, counts, at=at)
