from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_kind import FileKind

if TYPE_CHECKING:
    from ..models.meet_column import MeetColumn
    from ..models.meet_row import MeetRow
    from ..models.skipped_row import SkippedRow


T = TypeVar("T", bound="MeetImport")


@_attrs_define
class MeetImport:
    """What a file holds, and what became of it.

    Attributes:
        is_dry_run (bool):
        kind (FileKind): What a list comes as.
        sheet (None | str):
        columns (list[MeetColumn]):
        dropped_columns (list[str]): Headers of what is not read, addresses of e-mail above all: it is dropped before
            anything is kept.
        added (int):
        changed (int): Known connections that turned out to last longer.
        rows (list[MeetRow]):
        skipped (list[SkippedRow]):
    """

    is_dry_run: bool
    kind: FileKind
    sheet: None | str
    columns: list[MeetColumn]
    dropped_columns: list[str]
    added: int
    changed: int
    rows: list[MeetRow]
    skipped: list[SkippedRow]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_dry_run = self.is_dry_run

        kind = self.kind.value

        sheet: None | str
        sheet = self.sheet

        columns = []
        for columns_item_data in self.columns:
            columns_item = columns_item_data.to_dict()
            columns.append(columns_item)

        dropped_columns = self.dropped_columns

        added = self.added

        changed = self.changed

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        skipped = []
        for skipped_item_data in self.skipped:
            skipped_item = skipped_item_data.to_dict()
            skipped.append(skipped_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_dry_run": is_dry_run,
                "kind": kind,
                "sheet": sheet,
                "columns": columns,
                "dropped_columns": dropped_columns,
                "added": added,
                "changed": changed,
                "rows": rows,
                "skipped": skipped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.meet_column import MeetColumn  # noqa: PLC0415
        from ..models.meet_row import MeetRow  # noqa: PLC0415
        from ..models.skipped_row import SkippedRow  # noqa: PLC0415

        d = dict(src_dict)
        is_dry_run = d.pop("is_dry_run")

        kind = FileKind(d.pop("kind"))

        def _parse_sheet(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sheet = _parse_sheet(d.pop("sheet"))

        columns = []
        _columns = d.pop("columns")
        for columns_item_data in _columns:
            columns_item = MeetColumn.from_dict(columns_item_data)

            columns.append(columns_item)

        dropped_columns = cast(list[str], d.pop("dropped_columns"))

        added = d.pop("added")

        changed = d.pop("changed")

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = MeetRow.from_dict(rows_item_data)

            rows.append(rows_item)

        skipped = []
        _skipped = d.pop("skipped")
        for skipped_item_data in _skipped:
            skipped_item = SkippedRow.from_dict(skipped_item_data)

            skipped.append(skipped_item)

        meet_import = cls(
            is_dry_run=is_dry_run,
            kind=kind,
            sheet=sheet,
            columns=columns,
            dropped_columns=dropped_columns,
            added=added,
            changed=changed,
            rows=rows,
            skipped=skipped,
        )

        meet_import.additional_properties = d
        return meet_import

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
