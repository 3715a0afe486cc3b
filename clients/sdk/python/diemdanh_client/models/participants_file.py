from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from .. import types
from ..types import UNSET, Unset

T = TypeVar("T", bound="ParticipantsFile")


@_attrs_define
class ParticipantsFile:
    """A participants' file of Google Meet, or of an extension that lists them.

    Attributes:
        file (str): An .xlsx or CSV file of at most 10 MB.
        dry_run (bool | Unset): Only preview; nothing is kept. Default: True.
        sheet (None | str | Unset):
    """

    file: str
    dry_run: bool | Unset = True
    sheet: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        file = self.file

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

        dry_run = d.pop("dry_run", UNSET)

        def _parse_sheet(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sheet = _parse_sheet(d.pop("sheet", UNSET))

        participants_file = cls(
            file=file,
            dry_run=dry_run,
            sheet=sheet,
        )

        return participants_file
