from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.exclusion_row import ExclusionRow
    from ..models.imported_file import ImportedFile
    from ..models.row_warning import RowWarning


T = TypeVar("T", bound="ExclusionsImport")


@_attrs_define
class ExclusionsImport:
    """What an exclusion file holds; after a real run also how much of it is new.

    Attributes:
        is_dry_run (bool):
        file (ImportedFile): How the file was read.
        document_number (str):
        matched_count (int):
        unmatched_count (int):
        added_count (int): Lines that were added; 0 in a preview.
        rows (list[ExclusionRow]):
        warnings (list[RowWarning]):
    """

    is_dry_run: bool
    file: ImportedFile
    document_number: str
    matched_count: int
    unmatched_count: int
    added_count: int
    rows: list[ExclusionRow]
    warnings: list[RowWarning]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_dry_run = self.is_dry_run

        file = self.file.to_dict()

        document_number = self.document_number

        matched_count = self.matched_count

        unmatched_count = self.unmatched_count

        added_count = self.added_count

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_dry_run": is_dry_run,
                "file": file,
                "document_number": document_number,
                "matched_count": matched_count,
                "unmatched_count": unmatched_count,
                "added_count": added_count,
                "rows": rows,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.exclusion_row import ExclusionRow  # noqa: PLC0415
        from ..models.imported_file import ImportedFile  # noqa: PLC0415
        from ..models.row_warning import RowWarning  # noqa: PLC0415

        d = dict(src_dict)
        is_dry_run = d.pop("is_dry_run")

        file = ImportedFile.from_dict(d.pop("file"))

        document_number = d.pop("document_number")

        matched_count = d.pop("matched_count")

        unmatched_count = d.pop("unmatched_count")

        added_count = d.pop("added_count")

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = ExclusionRow.from_dict(rows_item_data)

            rows.append(rows_item)

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = RowWarning.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        exclusions_import = cls(
            is_dry_run=is_dry_run,
            file=file,
            document_number=document_number,
            matched_count=matched_count,
            unmatched_count=unmatched_count,
            added_count=added_count,
            rows=rows,
            warnings=warnings,
        )

        exclusions_import.additional_properties = d
        return exclusions_import

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
