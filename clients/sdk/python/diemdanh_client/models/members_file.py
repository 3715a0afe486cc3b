from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from .. import types
from ..models.import_scope import ImportScope
from ..types import UNSET, Unset

T = TypeVar("T", bound="MembersFile")


@_attrs_define
class MembersFile:
    """A list of members as an office has it.

    Attributes:
        file (str): An .xlsx or CSV file of at most 10 MB.
        dry_run (bool | Unset): Only preview; nothing is changed. Default: True.
        scope (ImportScope | Unset): Whose members a file lists: one unit's own, or those of the units in its tree.
        sheet (None | str | Unset):
        preview_id (None | str | Unset):
    """

    file: str
    dry_run: bool | Unset = True
    scope: ImportScope | Unset = UNSET
    sheet: None | str | Unset = UNSET
    preview_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        file = self.file

        dry_run = self.dry_run

        scope: str | Unset = UNSET
        if not isinstance(self.scope, Unset):
            scope = self.scope.value

        sheet: None | str | Unset
        if isinstance(self.sheet, Unset):
            sheet = UNSET
        else:
            sheet = self.sheet

        preview_id: None | str | Unset
        if isinstance(self.preview_id, Unset):
            preview_id = UNSET
        else:
            preview_id = self.preview_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "file": file,
            }
        )
        if dry_run is not UNSET:
            field_dict["dry_run"] = dry_run
        if scope is not UNSET:
            field_dict["scope"] = scope
        if sheet is not UNSET:
            field_dict["sheet"] = sheet
        if preview_id is not UNSET:
            field_dict["preview_id"] = preview_id

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", (None, str(self.file).encode(), "text/plain")))

        if not isinstance(self.dry_run, Unset):
            files.append(("dry_run", (None, str(self.dry_run).encode(), "text/plain")))

        if not isinstance(self.scope, Unset):
            files.append(("scope", (None, str(self.scope.value).encode(), "text/plain")))

        if not isinstance(self.sheet, Unset):
            if isinstance(self.sheet, str):
                files.append(("sheet", (None, str(self.sheet).encode(), "text/plain")))
            else:
                files.append(("sheet", (None, str(self.sheet).encode(), "text/plain")))

        if not isinstance(self.preview_id, Unset):
            if isinstance(self.preview_id, str):
                files.append(("preview_id", (None, str(self.preview_id).encode(), "text/plain")))
            else:
                files.append(("preview_id", (None, str(self.preview_id).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file = d.pop("file")

        dry_run = d.pop("dry_run", UNSET)

        _scope = d.pop("scope", UNSET)
        scope: ImportScope | Unset
        if isinstance(_scope, Unset):
            scope = UNSET
        else:
            scope = ImportScope(_scope)

        def _parse_sheet(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        sheet = _parse_sheet(d.pop("sheet", UNSET))

        def _parse_preview_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        preview_id = _parse_preview_id(d.pop("preview_id", UNSET))

        members_file = cls(
            file=file,
            dry_run=dry_run,
            scope=scope,
            sheet=sheet,
            preview_id=preview_id,
        )

        return members_file
