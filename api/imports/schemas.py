"""What imports say on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import UploadFile
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.conferences.rules import Doubt
from api.imports.container import FileKind
from api.imports.entries import ImportScope
from api.imports.headers import ColumnRole
from api.imports.people import Caution, Deed
from api.kit.wire import Text, clean
from api.words import MemberStatus

_EXAMPLE_ID = "01980000-0000-7000-8000-000000000000"

Sheet = Annotated[
    Text,
    Field(
        min_length=1,
        max_length=100,
        description="Which sheet to read; without it, the first that is a list.",
    ),
]


class MembersFile(BaseModel):
    """A list of members as an office has it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"file": "…", "dry_run": True, "scope": "tree"}],
        },
    )
    file: UploadFile = Field(description="An .xlsx or CSV file of at most 10 MB.")
    dry_run: bool = Field(default=True, description="Only preview; nothing is changed.")
    scope: ImportScope = Field(
        default=ImportScope.UNIT,
        description="`unit`: all rows are the unit's own. `tree`: rows of units below it too, each "
        "named by a row of its own above its members, or in a column «Chi bộ».",
    )
    sheet: Sheet | None = None
    preview_id: (
        Annotated[Text, Field(pattern=r"^[0-9a-f]{64}$", description="Of the preview.")] | None
    ) = Field(default=None)


class RowWarning(BaseModel):
    """What a person should look at."""

    row: int | None = Field(description="The first of its rows; null for the whole file.")
    rows: list[int] = Field(description="All rows it is about, as Excel numbers them.")
    code: Caution
    text: str = Field(description="In the reader's language.")


class ReadColumn(BaseModel):
    """A column that is read."""

    header: str
    role: ColumnRole


class ImportedFile(BaseModel):
    """How the file was read."""

    kind: FileKind
    sheet: str | None
    other_sheets: list[str]
    encodings: list[str] = Field(
        description="`unicode`, `utf-8`, `utf-16`, `windows-1258`, `tcvn3` (.VnTime), `vni` …"
    )
    columns: list[ReadColumn]
    dropped_columns: list[str] = Field(
        description="Headers of what is not read: it is dropped before anything is kept."
    )


class ImportedPerson(BaseModel):
    """A member as the import leaves or finds him."""

    model_config = ConfigDict(from_attributes=True)
    full_name: str
    card_number: str | None
    status: MemberStatus


class ImportItem(BaseModel):
    """What becomes of one row."""

    row: int
    action: Deed
    unit_id: UUID
    unit_name: str
    member_id: UUID | None = Field(description="Null for somebody new.")
    before: ImportedPerson | None
    after: ImportedPerson


class UnlistedMember(BaseModel):
    """A member whom the file does not name; he is left as he is."""

    member_id: UUID
    unit_id: UUID
    unit_name: str
    full_name: str
    card_number: str | None


class ImportCounts(BaseModel):
    """An import in numbers."""

    add: int
    change: int
    leave: int
    skipped: int = Field(description="Rows that are left out; the warnings tell why.")
    unlisted: int = Field(description="Members of these units whom the file does not name.")


class ImportPreview(BaseModel):
    """Everything that the import would do, row by row."""

    preview_id: str = Field(description="Names this preview; the real run asks for it.")
    file: ImportedFile
    counts: ImportCounts
    items: list[ImportItem]
    unlisted: list[UnlistedMember]
    warnings: list[RowWarning]


class ImportResult(BaseModel):
    """What the import did: what its preview said."""

    preview_id: str
    unit_id: UUID
    counts: ImportCounts
    imported_at: datetime


class ImportRun(BaseModel):
    """A real run as its idempotency key knows it."""

    digest: str
    unit_id: UUID
    scope: ImportScope
    sheet: str | None
    preview_id: str


class ExclusionsFile(BaseModel):
    """A list of persons who attended elsewhere, as the document's annex."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"file": "…", "document_number": "43-KH/HU, 17/02/2022", "dry_run": True}],
        },
    )
    file: UploadFile = Field(description="An .xlsx or CSV file of at most 10 MB.")
    document_number: Annotated[
        Text, Field(min_length=1, max_length=120), AfterValidator(clean(120))
    ]
    dry_run: bool = Field(default=True, description="Only preview; nothing is changed.")
    sheet: Sheet | None = None


class ExclusionRow(BaseModel):
    """A row of an exclusion list and whom it means."""

    row: int
    full_name: str | None
    unit_name: str | None
    card_number: str | None
    member_id: UUID | None = Field(description="Null where the row fits nobody, or several.")
    doubt: Doubt | None = Field(description="Why nobody is matched.")
    candidates_count: int


class ExclusionsImport(BaseModel):
    """What an exclusion file holds; after a real run also how much of it is new."""

    is_dry_run: bool
    file: ImportedFile
    document_number: str
    matched_count: int
    unmatched_count: int
    added_count: int = Field(description="Lines that were added; 0 in a preview.")
    rows: list[ExclusionRow]
    warnings: list[RowWarning]


class ExclusionsRun(BaseModel):
    """A real run as its idempotency key knows it."""

    digest: str
    document_number: str
    sheet: str | None
