"""Exclusion lists from a file: the annex of the document that names them (plan II.1)."""

from collections.abc import Iterator, Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from api import idempotency
from api.access.guards import CurrentPrincipal, actor_of
from api.access.roles import Act
from api.conferences import actions as conferences
from api.conferences.guards import visible_conference
from api.conferences.matching import match_lines
from api.conferences.rules import ExclusionLine, Match
from api.db import TheDatabase
from api.idempotency import KEY_REUSED, IdempotencyKey
from api.imports import fields, reading
from api.imports.faults import FILE_FAULTS
from api.imports.layout import Listed, Listing
from api.imports.people import Caution, Warned
from api.imports.schemas import ExclusionRow, ExclusionsFile, ExclusionsImport, ExclusionsRun
from api.imports.views import file_view, warnings_of
from api.kit.clock import At
from api.kit.errors import documented, language_of
from api.kit.text import nfc

router = APIRouter()

_LONGEST_UNIT = 200


@router.post(
    "/conferences/{conference_id}/exclusions/import",
    operation_id="importExclusions",
    response_model=ExclusionsImport,
    responses={
        201: {"model": ExclusionsImport, "description": "The lines are listed."},
        **documented(*FILE_FAULTS, KEY_REUSED),
    },
)
async def import_exclusions(
    conference_id: UUID,
    form: Annotated[ExclusionsFile, Form(media_type="multipart/form-data")],
    request: Request,
    principal: CurrentPrincipal,
    database: TheDatabase,
    at: At,
    idempotency_key: IdempotencyKey = None,
) -> ExclusionsImport | Response:
    """Import an exclusion list from a file (.xlsx or CSV) with card numbers, or names and units.

    With `dry_run` the answer (200) shows whom each row means, and nothing is kept. With
    `dry_run=false` every row is listed (201), the unmatched ones too, to be settled by hand.
    """
    async with database.read() as db:
        await visible_conference(db, principal, conference_id, Act.PLAN_CONFERENCES)
    file = await reading.read(await form.file.read(), sheet=form.sheet, by_card=True)
    rows, warned = _lines(file.listing)
    lines = [line for _, line in rows]

    def view(matches: Sequence[Match], added: int) -> ExclusionsImport:
        matched = sum(each.person is not None for each in matches)
        return ExclusionsImport(
            is_dry_run=form.dry_run,
            file=file_view(file),
            document_number=form.document_number,
            matched_count=matched,
            unmatched_count=len(matches) - matched,
            added_count=added,
            rows=list(_rows(rows, matches)),
            warnings=warnings_of(file, warned, language=language_of(request)),
        )

    if form.dry_run:
        async with database.read() as db:
            _, path = await visible_conference(db, principal, conference_id, Act.PLAN_CONFERENCES)
            return view(await match_lines(db, path, lines, at=at), 0)
    async with database.write() as db:
        conference, path = await visible_conference(
            db, principal, conference_id, Act.PLAN_CONFERENCES
        )

        async def make() -> ExclusionsImport:
            listed = await conferences.add_exclusions(
                db,
                actor_of(principal),
                conference,
                path,
                document_number=form.document_number,
                lines=lines,
                at=at,
            )
            return view([each.match for each in listed], sum(each.is_new for each in listed))

        return await idempotency.once(
            db,
            idempotency_key,
            owner_id=principal.account_id,
            operation=f"importExclusions {conference_id}",
            body=ExclusionsRun(
                digest=file.digest, document_number=form.document_number, sheet=form.sheet
            ),
            at=at,
            make=make,
        )


def _lines(listing: Listing) -> tuple[list[tuple[int, ExclusionLine]], list[Warned]]:
    """Read the rows that name a card or a person."""
    kept, warned = [], []
    for listed in listing.listed:
        line, doubts = _line(listed, listing)
        warned += [Warned(doubt, (listed.row,), _words(line)) for doubt in doubts]
        if line.card_number or line.full_name:
            kept.append((listed.row, line))
    return kept, warned


def _line(listed: Listed, listing: Listing) -> tuple[ExclusionLine, list[Caution]]:
    name = fields.read_name(listed.name)
    card = fields.read_card(listed.card, has_history=listing.card_has_history)
    doubts = [Caution(each.value) for each in (name.doubt, card.doubt) if each is not None]
    unit = nfc(listed.unit)[:_LONGEST_UNIT]
    return ExclusionLine(name.text or None, unit or None, card.number), doubts


def _words(line: ExclusionLine) -> dict[str, str]:
    return {"card": line.card_number or ""}


def _rows(
    rows: Sequence[tuple[int, ExclusionLine]], matches: Sequence[Match]
) -> Iterator[ExclusionRow]:
    for (number, line), found in zip(rows, matches, strict=True):
        yield ExclusionRow(
            row=number,
            full_name=line.full_name,
            unit_name=line.unit_name,
            card_number=line.card_number,
            member_id=found.person.member_id if found.person else None,
            doubt=found.doubt,
            candidates_count=len(found.candidates),
        )
