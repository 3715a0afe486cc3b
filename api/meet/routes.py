"""Participants' files of Google Meet over HTTP: always a preview first."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Query, Request, Response

from api import idempotency
from api.access.guards import REFUSALS, CurrentPrincipal
from api.db import Db, ReadDb, TheDatabase
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.kit import conditional
from api.kit.clock import At
from api.kit.conditional import IfNoneMatch
from api.kit.errors import Problem, documented, language_of
from api.kit.paging import Cursor, Limit, Page, paged, read_cursor
from api.meet import actions, connections, lines, reading, store
from api.meet.actions import Compared, Known
from api.meet.faults import NOT_BY_MEET, PARTICIPANTS_FILE_FAULTS
from api.meet.lines import Lines
from api.meet.reading import MeetFile
from api.meet.sayings import SAYINGS
from api.meet.schemas import (
    MeetColumn,
    MeetHalls,
    MeetImport,
    MeetMatch,
    MeetParticipantView,
    MeetRow,
    ParticipantsFile,
    ParticipantsRun,
    SkippedRow,
)
from api.sessions.faults import STATE_REFUSED
from api.sessions.guards import visible_session
from api.tables.meet import MeetParticipant
from api.words import Form as SessionForm

router = APIRouter(tags=["meet"], responses=REFUSALS)


@router.post(
    "/sessions/{session_id}/meet-participants",
    operation_id="importMeetParticipants",
    response_model=MeetImport,
    responses={
        201: {"model": MeetImport, "description": "The connections are kept."},
        **documented(*PARTICIPANTS_FILE_FAULTS, NOT_BY_MEET, STATE_REFUSED, KEY_REUSED),
    },
)
async def import_meet_participants(
    session_id: UUID,
    form: Annotated[ParticipantsFile, Form(media_type="multipart/form-data")],
    request: Request,
    principal: CurrentPrincipal,
    database: TheDatabase,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> MeetImport | Response:
    """Import who was connected, from Meet's own list or an extension's (.xlsx or CSV).

    With `dry_run` the answer (200) shows how the file is read, and nothing is kept. With
    `dry_run=false` each connection is kept once (201), however often it is sent. Addresses of
    e-mail are dropped before that. It proves that a hall was connected; nobody's attendance changes
    by it.
    """
    async with database.read() as db:
        session = await actions.meet_session(db, principal, session_id)
        actions.require_begun(session, at=at)
        day = actions.day_of_session(session, at=at)
    file = await reading.read(await form.file.read(), sheet=form.sheet)
    read = lines.read(file.table, file.columns, day)
    language = language_of(request)
    if form.dry_run:
        async with database.read() as db:
            session = await actions.meet_session(db, principal, session_id)
            compared = await actions.compare(db, session, read.found)
            known = await actions.know(db, session)
            return _answer(file, read, compared, known, is_dry_run=True, language=language)
    async with database.write() as db:
        session = await actions.meet_session(db, principal, session_id)
        known = await actions.know(db, session)

        async def make() -> MeetImport:
            kept = await actions.keep(db, principal, session, read.found, at=at)
            return _answer(file, read, kept, known, is_dry_run=False, language=language)

        return await idempotency.once(
            db,
            idempotency_key,
            owner_id=principal.account_id,
            operation=f"importMeetParticipants {session_id}",
            body=ParticipantsRun(digest=file.digest, sheet=form.sheet),
            at=at,
            make=make,
        )


@router.get(
    "/sessions/{session_id}/meet-participants",
    operation_id="listMeetParticipants",
    responses=documented(NOT_BY_MEET),
)
async def list_meet_participants(
    session_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    is_matched: Annotated[
        bool | None, Query(description="Only those of which something is said, or nothing.")
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[MeetParticipantView]:
    """List who was connected to a session, in the order of its files, with suggestions."""
    session = await actions.meet_session(db, principal, session_id)
    rows = await store.page(
        db, session_id, is_matched=is_matched, after=read_cursor(cursor, UUID), limit=limit
    )
    known = await actions.know(db, session)
    return paged(rows, limit, view=lambda row: _view(row, known), key=lambda row: (str(row.id),))


@router.put(
    "/sessions/{session_id}/meet-participants/{participant_id}",
    operation_id="matchMeetParticipant",
    responses=documented(NOT_BY_MEET),
)
async def match_meet_participant(
    session_id: UUID,
    participant_id: UUID,
    wanted: MeetMatch,
    principal: CurrentPrincipal,
    db: Db,
    at: At,
) -> MeetParticipantView:
    """Say which hall a participant was, or that it is none.

    All connections of that name in the session follow, and so will the same name in later files of
    this conference. With neither it is open again.
    """
    session = await actions.meet_session(db, principal, session_id)
    held = await actions.match_participant(db, principal, session, participant_id, wanted, at=at)
    return _view(held, await actions.know(db, session))


@router.get(
    "/sessions/{session_id}/meet-halls",
    operation_id="readMeetHalls",
    response_model=MeetHalls,
    responses=documented(NOT_BY_MEET),
)
async def read_meet_halls(
    session_id: UUID,
    principal: CurrentPrincipal,
    db: ReadDb,
    at: At,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Tell how long each hall of a session was connected, and which never was.

    Beside it stands how many checked in there; the one never changes the other.
    """
    session = await visible_session(db, principal, session_id)
    if session.form is not SessionForm.MEET:
        raise Problem(NOT_BY_MEET)
    return conditional.answer(await connections.halls(db, session, at=at), if_none_match)


def _answer(
    file: MeetFile,
    read: Lines,
    compared: Compared,
    known: Known,
    *,
    is_dry_run: bool,
    language: str,
) -> MeetImport:
    new = {each.row for each in compared.new}
    return MeetImport(
        is_dry_run=is_dry_run,
        kind=file.kind,
        sheet=file.table.title,
        columns=[MeetColumn(header=header, role=role) for header, role in file.columns.taken()],
        dropped_columns=file.columns.dropped(),
        added=len(compared.new),
        changed=len(compared.longer),
        rows=[
            MeetRow(
                row=each.row,
                display_name=each.display_name,
                joined_at=each.joined_at,
                left_at=each.left_at,
                is_new=each.row in new,
                suggestion=actions.shown(known, known.suggestion(each.display_name)),
            )
            for each in read.found
        ],
        skipped=[
            SkippedRow(row=row, code=code, text=SAYINGS[code].read(language, {}))
            for row, code in read.skipped
        ],
    )


def _view(held: MeetParticipant, known: Known) -> MeetParticipantView:
    is_open = held.matched_at is None
    found = known.suggestion(held.display_name) if is_open else None
    point_id = held.bridge_point_id
    return MeetParticipantView(
        id=held.id,
        session_id=held.session_id,
        display_name=held.display_name,
        joined_at=held.joined_at,
        left_at=held.left_at,
        bridge_point_id=point_id,
        point_name=known.point_names.get(point_id) if point_id is not None else None,
        is_ignored=held.is_ignored,
        is_automatic=not is_open and held.matched_by is None,
        matched_at=held.matched_at,
        suggestion=actions.shown(known, found),
    )
