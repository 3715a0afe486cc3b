"""Rosters: lists to read, to tick and to sign; whose names were read goes to the audit trail."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Annotated, Literal
from uuid import UUID

from anyio import to_thread
from fastapi import APIRouter, Query, Response
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.guards import REFUSALS, CurrentPrincipal, actor_of
from api.access.roles import Act, Principal, reach
from api.access.scope import FORBIDDEN, require, visible_organisers
from api.bridge_points import store as bridge_points
from api.conferences import store as conferences
from api.conferences.guards import visible_conference
from api.db import Db, ReadDb
from api.kit import errors
from api.kit.clock import At
from api.kit.downloads import download, files
from api.kit.errors import Problem, documented
from api.kit.ids import CROCKFORD, read_crockford
from api.kit.paging import Cursor, Limit, ordinal, paged, read_cursor
from api.rosters import actions, printing, store
from api.rosters.faults import UNIT_NEEDED
from api.rosters.rules import CODE_LENGTH, Scope, lines_to_sign, spaced
from api.rosters.schemas import RosterPage, RosterPrintStatus
from api.rosters.scopes import reached_unit
from api.rosters.views import print_view, row_view
from api.sessions.guards import visible_session
from api.tables.conferences import Conference
from api.tables.sessions import Session

router = APIRouter(tags=["rosters"], responses=REFUSALS)

Kind = Annotated[
    Literal["json", "xlsx", "docx"],
    Query(
        alias="format",
        description="`xlsx` and `docx` are the whole list, whatever `limit` and `cursor` say.",
    ),
]
FileKind = Annotated[Literal["xlsx", "docx"], Query(alias="format")]
WithCards = Annotated[bool, Query(description="Show card numbers.")]
Lines = Annotated[
    int | None, Query(ge=1, le=500, description="Lines of a sheet; else as many as will come.")
]


@dataclass(frozen=True, slots=True)
class _Asked:
    principal: Principal
    scope: Scope
    conference: Conference
    operation: str
    with_cards: bool
    session: Session | None = None


@router.get(
    "/sessions/{session_id}/roster",
    operation_id="readSessionRoster",
    response_model=RosterPage,
    responses={**files("xlsx", "docx"), **documented(UNIT_NEEDED)},
)
async def read_session_roster(
    session_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    unit_id: UUID | None = None,
    point_id: UUID | None = None,
    kind: Kind = "json",
    with_cards: WithCards = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> RosterPage | Response:
    """Read or print who is to attend a class: of a unit and those below it, at a point, or all.

    Without `unit_id` it is of all units that your grants reach. Row numbers are permanent in the
    conference and unit; a printed list bears a code that tells later what the paper was.
    """
    session = await visible_session(db, principal, session_id)
    if point_id is not None and not await store.venues(db, session_id, point_id=point_id):
        raise Problem(errors.NOT_FOUND)
    conference, found, path = await _reached(
        db, principal, session.conference_id, unit_id=unit_id, kind=kind
    )
    scope = Scope(conference.id, path, found, session_id, point_id)
    asked = _Asked(principal, scope, conference, "readSessionRoster", with_cards, session)
    if kind == "json":
        return await _page(db, asked, limit=limit, cursor=cursor, at=at)
    return await _file(db, asked, kind, at=at)


@router.get(
    "/conferences/{conference_id}/units/{unit_id}/roster",
    operation_id="readUnitRoster",
    response_model=RosterPage,
    responses=files("xlsx", "docx"),
)
async def read_unit_roster(
    conference_id: UUID,
    unit_id: UUID,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
    kind: Kind = "json",
    with_cards: WithCards = False,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> RosterPage | Response:
    """Read or print the whole list of a unit and those below it, each with the class to attend."""
    conference, found, path = await _reached(
        db, principal, conference_id, unit_id=unit_id, kind=kind
    )
    scope = Scope(conference.id, path, found)
    asked = _Asked(principal, scope, conference, "readUnitRoster", with_cards)
    if kind == "json":
        return await _page(db, asked, limit=limit, cursor=cursor, at=at)
    return await _file(db, asked, kind, at=at)


@router.get(
    "/sessions/{session_id}/signing-sheet",
    operation_id="printSigningSheet",
    response_class=Response,
    responses=files("xlsx", "docx"),
)
async def print_signing_sheet(
    session_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    point_id: UUID | None = None,
    kind: FileKind = "docx",
    lines: Lines = None,
) -> Response:
    """Print blank numbered lines to sign, a sheet a point: no name, and so no roster code.

    The host of a point prints that point's; those of all points are the organiser's.
    """
    session = await visible_session(db, principal, session_id)
    found = await store.venues(db, session_id, point_id=point_id)
    if point_id is None:
        path = await conferences.organiser_path(db, session.conference_id)
    elif found:
        path = await bridge_points.host_path(db, point_id)
    else:
        raise Problem(errors.NOT_FOUND)
    require(principal, Act.PRINT_ROSTERS, path)
    conference = await _conference(db, principal, session.conference_id)
    venues = [(each, lines or lines_to_sign(each.coming)) for each in found]
    heading = printing.heading("PHIẾU KÝ TÊN", conference, session=session)
    content = await to_thread.run_sync(
        partial(printing.signing_sheet, venues, heading, kind=kind, at=at)
    )
    return download(content, name=heading.file_name, kind=kind)


@router.get("/roster-prints/{code}", operation_id="readRosterPrint")
async def read_roster_print(
    code: str, principal: CurrentPrincipal, db: ReadDb, at: At
) -> RosterPrintStatus:
    """Tell what a printed list was by the code on its pages, and whether it still holds.

    The code is read kindly: case, hyphens and spaces do not count, O is 0, I and L are 1.
    """
    if not reach(principal, Act.PRINT_ROSTERS):
        raise Problem(FORBIDDEN)
    typed = read_crockford(code)
    known = len(typed) == CODE_LENGTH and set(typed) <= set(CROCKFORD)
    found = await store.find_print(db, typed, visible_organisers(principal)) if known else None
    if found is None:
        raise Problem(errors.NOT_FOUND)
    printed, unit = found
    scope = Scope(
        printed.conference_id,
        unit.path,
        printed.unit_id,
        printed.session_id,
        printed.bridge_point_id,
    )
    is_outdated = await actions.is_outdated(db, printed, scope, at=at)
    return RosterPrintStatus(**print_view(printed).model_dump(), is_outdated=is_outdated)


async def _conference(db: AsyncSession, principal: Principal, conference_id: UUID) -> Conference:
    conference, _ = await visible_conference(db, principal, conference_id)
    return conference


async def _reached(
    db: AsyncSession, principal: Principal, conference_id: UUID, *, unit_id: UUID | None, kind: str
) -> tuple[Conference, UUID | None, str]:
    conference = await _conference(db, principal, conference_id)
    organiser_path = await conferences.organiser_path(db, conference_id)
    act = Act.READ_MEMBERS if kind == "json" else Act.PRINT_ROSTERS
    found, path = await reached_unit(
        db, principal, act, organiser_path=organiser_path, unit_id=unit_id
    )
    return conference, found, path


async def _page(
    db: AsyncSession, asked: _Asked, *, limit: int, cursor: str | None, at: datetime
) -> RosterPage:
    rows = await actions.read_roster(
        db,
        actor_of(asked.principal),
        asked.scope,
        operation=asked.operation,
        after=read_cursor(cursor, str, UUID, ordinal),
        limit=limit,
        at=at,
    )
    page = paged(
        rows,
        limit,
        view=lambda row: row_view(row, with_cards=asked.with_cards),
        key=lambda row: (row.unit_sort_key, str(row.unit_id), str(row.number)),
    )
    printed = await store.latest_print(db, asked.scope)
    latest = print_view(printed) if printed else None
    return RosterPage(items=page.items, next_cursor=page.next_cursor, latest_print=latest)


async def _file(
    db: AsyncSession, asked: _Asked, kind: printing.FileKind, *, at: datetime
) -> Response:
    rows, printed = await actions.print_roster(
        db, actor_of(asked.principal), asked.scope, operation=asked.operation, kind=kind, at=at
    )
    unit_name, point_name = await store.names(db, asked.scope)
    heading = printing.heading(
        "DANH SÁCH ĐIỂM DANH" if asked.session else "DANH SÁCH ĐẢNG VIÊN",
        asked.conference,
        session=asked.session,
        place=point_name,
        unit=unit_name,
        code=spaced(printed.code),
    )
    content = await to_thread.run_sync(
        partial(
            printing.roster,
            rows,
            heading,
            kind=kind,
            with_cards=asked.with_cards,
            with_class=asked.session is None,
            at=at,
        )
    )
    return download(content, name=heading.file_name, kind=kind)
