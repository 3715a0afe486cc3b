"""Rows of a list as entries of an import (pure): cells read, then units found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from api.imports import fields
from api.imports.fields import Doubt, Name
from api.imports.layout import Listed, Listing
from api.imports.naming import Directory, is_group
from api.imports.people import Caution, Entry, Warned
from api.kit.text import name_sort_key, nfc
from api.words import MemberStatus


class ImportScope(StrEnum):
    """Whose members a file lists: one unit's own, or those of the units in its tree."""

    UNIT = "unit"
    TREE = "tree"


@dataclass(frozen=True, slots=True)
class Found:
    """A person that a row names, before his unit is known."""

    row: int
    unit_text: str
    full_name: str
    card_number: str | None
    status: MemberStatus | None
    by_dates: bool
    key: str


@dataclass(frozen=True, slots=True)
class Understood:
    """The persons of a list, and how many of its rows are left out so far."""

    found: tuple[Found, ...]
    warned: tuple[Warned, ...]
    skipped: int


def understand(listing: Listing, *, today: date) -> Understood:
    """Read the cells of every row; a row without a usable name is left out."""
    warned: list[Warned] = []
    together: dict[Caution, list[int]] = defaultdict(list)
    found = []
    for listed in listing.listed:
        name = fields.read_name(listed.name)
        name_doubt = _name_doubt(listed, name)
        told = fields.read_status(
            listed.note, listed.status, listed.joined, listed.confirmed, today=today
        )
        if name_doubt is not None or told.doubt is Doubt.RESIDENCE_ONLY:
            together[name_doubt or Caution.RESIDENCE_ONLY].append(listed.row)
            continue
        card = fields.read_card(listed.card, has_history=listing.card_has_history)
        if card.doubt is Doubt.CARD_ZERO_RESTORED:
            words = {"card": card.number or ""}
            warned.append(Warned(Caution.CARD_ZERO_RESTORED, (listed.row,), words))
        elif listed.card_is_formula:
            together[Caution.CARD_IS_FORMULA].append(listed.row)
        elif card.doubt is not None:
            together[Caution(card.doubt.value)].append(listed.row)
        for doubt in (name.doubt, told.doubt):
            if doubt is not None:
                together[Caution(doubt.value)].append(listed.row)
        found.append(
            Found(
                listed.row,
                nfc(listed.unit),
                name.text,
                card.number,
                told.status,
                told.by_dates,
                name_sort_key(name.text),
            )
        )
    if listing.unclear_rows:
        together[Caution.ROW_UNCLEAR] += listing.unclear_rows
    warned += [Warned(caution, tuple(rows)) for caution, rows in together.items()]
    return Understood(tuple(found), tuple(warned), len(listing.listed) - len(found))


def _name_doubt(listed: Listed, name: Name) -> Caution | None:
    if listed.is_formula:
        return Caution.NAME_IS_FORMULA
    if not listed.name:
        return Caution.NAME_MISSING
    return None if name.text else Caution.NAME_UNUSABLE


def with_units(
    found: Sequence[Found], directory: Directory, target: UUID, scope: ImportScope
) -> tuple[list[Entry], list[Warned]]:
    """Find the unit of each person; rows of which it is unknown are left out with a warning."""
    entries: list[Entry] = []
    doubts: dict[tuple[Caution, str], list[int]] = defaultdict(list)
    for each, unit_id, caution in _placed(found, directory, target, scope):
        if unit_id is None:
            doubts[caution, each.unit_text].append(each.row)
        else:
            entries.append(
                Entry(
                    each.row,
                    unit_id,
                    each.full_name,
                    each.card_number,
                    each.status,
                    each.by_dates,
                    each.key,
                )
            )
    return entries, [
        Warned(caution, tuple(rows), {"unit": text[:100]})
        for (caution, text), rows in doubts.items()
    ]


def _placed(
    found: Iterable[Found], directory: Directory, target: UUID, scope: ImportScope
) -> Iterator[tuple[Found, UUID | None, Caution]]:
    is_alone = scope is ImportScope.UNIT or len(directory.places) == 1
    text: str | None = None
    unit_id: UUID | None = target if is_alone else None
    caution = Caution.UNIT_MISSING
    for each in found:
        if each.unit_text != text:
            text = each.unit_text
            if text and is_group(text):
                # A tổ đảng is part of its cell: the one of the import, or whose section it is in.
                unit_id = target if scope is ImportScope.UNIT else unit_id
            elif text:
                unit_id, caution = _place(directory, text, scope)
        yield each, unit_id, caution


def _place(directory: Directory, text: str, scope: ImportScope) -> tuple[UUID | None, Caution]:
    places = directory.find(text)
    if len(places) == 1:
        return places[0].unit_id, Caution.UNIT_UNKNOWN
    if places:
        return None, Caution.UNIT_AMBIGUOUS
    return None, Caution.UNIT_OTHER if scope is ImportScope.UNIT else Caution.UNIT_UNKNOWN
