from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_kind import FileKind

if TYPE_CHECKING:
    from ..models.read_column import ReadColumn


T = TypeVar("T", bound="ImportedFile")


@_attrs_define
class ImportedFile:
    """How the file was read.

    Attributes:
        kind (FileKind): What a list comes as.
        sheet (None | str):
        other_sheets (list[str]):
        encodings (list[str]): `unicode`, `utf-8`, `utf-16`, `windows-1258`, `tcvn3` (.VnTime), `vni` …
        columns (list[ReadColumn]):
        dropped_columns (list[str]): Headers of what is not read: it is dropped before anything is kept.
    """

    kind: FileKind
    sheet: None | str
    other_sheets: list[str]
    encodings: list[str]
    columns: list[ReadColumn]
    dropped_columns: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        sheet: None | str
        sheet = self.sheet

        other_sheets = self.other_sheets

        encodings = self.encodings

        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)

        dropped_columns = self.dropped_columns

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "sheet": sheet,
                "other_sheets": other_sheets,
                "encodings": encodings,
                "columns": columns,
                "dropped_columns": dropped_columns,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.read_column import ReadColumn  # noqa: PLC0415

        d = dict(src_dict)
        kind = FileKind(d.pop("kind"))

        def _parse_sheet(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sheet = _parse_sheet(d.pop("sheet"))

        other_sheets = cast(list[str], d.pop("other_sheets"))

        encodings = cast(list[str], d.pop("encodings"))

        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = ReadColumn.from_dict(columns_item_data)

            columns.append(columns_item)

        dropped_columns = cast(list[str], d.pop("dropped_columns"))

        imported_file = cls(
            kind=kind,
            sheet=sheet,
            other_sheets=other_sheets,
            encodings=encodings,
            columns=columns,
            dropped_columns=dropped_columns,
        )

        imported_file.additional_properties = d
        return imported_file

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
