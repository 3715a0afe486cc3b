from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from .. import types
from ..types import UNSET, Unset

T = TypeVar("T", bound="ExclusionsFile")


@_attrs_define
class ExclusionsFile:
    """A list of persons who attended elsewhere, as the document's annex.

    Attributes:
        file (str): An .xlsx or CSV file of at most 10 MB.
        document_number (str):
        dry_run (bool | Unset): Only preview; nothing is changed. Default: True.
        sheet (None | str | Unset):
    """

    file: str
    document_number: str
    dry_run: bool | Unset = True
    sheet: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        file = self.file

        document_number = self.document_number

        dry_run = self.dry_run

        sheet: None | str | Unset
        if isinstance(self.sheet, Unset):
            sheet = UNSET
        else:
            sheet = self.sheet

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "file": file,
                "document_number": document_number,
            }
        )
        if dry_run is not UNSET:
            field_dict["dry_run"] = dry_run
        if sheet is not UNSET:
            field_dict["sheet"] = sheet

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", (None, str(self.file).encode(), "text/plain")))

        files.append(("document_number", (None, str(self.document_number).encode(), "text/plain")))

        if not isinstance(self.dry_run, Unset):
            files.append(("dry_run", (None, str(self.dry_run).encode(), "text/plain")))

        if not isinstance(self.sheet, Unset):
            if isinstance(self.sheet, str):
                files.append(("sheet", (None, str(self.sheet).encode(), "text/plain")))
            else:
                files.append(("sheet", (None, str(self.sheet).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file = d.pop("file")

        document_number = d.pop("document_number")

        dry_run = d.pop("dry_run", UNSET)

        def _parse_sheet(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sheet = _parse_sheet(d.pop("sheet", UNSET))

        exclusions_file = cls(
            file=file,
            document_number=document_number,
            dry_run=dry_run,
            sheet=sheet,
        )

        return exclusions_file
