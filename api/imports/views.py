"""Plans and files as the wire shows them."""

from collections.abc import Iterable

from api.imports.actions import Planned
from api.imports.people import Caution, Person, Warned
from api.imports.reading import ListFile
from api.imports.sayings import say
from api.imports.schemas import (
    ImportCounts,
    ImportedFile,
    ImportedPerson,
    ImportItem,
    ImportPreview,
    ReadColumn,
    RowWarning,
    UnlistedMember,
)

_LEGACY = frozenset({"tcvn3", "vni", "windows-1258"})


def file_view(file: ListFile) -> ImportedFile:
    """Show how a file was read."""
    return ImportedFile(
        kind=file.kind,
        sheet=file.table.title,
        other_sheets=list(file.table.other_titles),
        encodings=list(file.table.encodings),
        columns=[ReadColumn(header=header, role=role) for header, role in file.listing.taken],
        dropped_columns=list(file.listing.dropped),
    )


def warnings_of(file: ListFile, warned: Iterable[Warned], *, language: str) -> list[RowWarning]:
    """Say all cautions, those about the whole file first, then by row."""
    every = [*_of_file(file), *warned]
    every.sort(key=lambda each: each.rows[:1])
    return [
        RowWarning(
            row=each.rows[0] if each.rows else None,
            rows=list(each.rows),
            code=each.caution,
            text=say(each, language),
        )
        for each in every
    ]


def _of_file(file: ListFile) -> Iterable[Warned]:
    legacy = [each for each in file.table.encodings if each in _LEGACY]
    if legacy:
        yield Warned(Caution.ENCODING_CONVERTED, (), {"encoding": ", ".join(legacy)})
    if file.table.other_titles:
        words = {"sheet": file.table.title or "", "others": "; ".join(file.table.other_titles)}
        yield Warned(Caution.OTHER_SHEETS, (), words)


def preview(planned: Planned, file: ListFile, *, language: str) -> ImportPreview:
    """Show everything that an import would do."""
    names = planned.unit_names
    return ImportPreview(
        preview_id=planned.preview_id,
        file=file_view(file),
        counts=ImportCounts(**planned.counts()),
        items=[
            ImportItem(
                row=item.row,
                action=item.deed,
                unit_id=item.unit_id,
                unit_name=names[item.unit_id],
                member_id=item.member_id,
                before=_person(item.before) if item.before else None,
                after=_person(item.after),
            )
            for item in planned.plan.items
        ],
        unlisted=[
            UnlistedMember(
                member_id=each.member_id,
                unit_id=each.unit_id,
                unit_name=names[each.unit_id],
                full_name=each.person.full_name,
                card_number=each.person.card_number,
            )
            for each in planned.plan.unlisted
        ],
        warnings=warnings_of(file, planned.plan.warned, language=language),
    )


def _person(person: Person) -> ImportedPerson:
    return ImportedPerson.model_validate(person)
