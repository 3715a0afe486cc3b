from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.caution import Caution

T = TypeVar("T", bound="RowWarning")


@_attrs_define
class RowWarning:
    """What a person should look at.

    Attributes:
        row (int | None): The first of its rows; null for the whole file.
        rows (list[int]): All rows it is about, as Excel numbers them.
        code (Caution): What a person should look at before the import is carried out.
        text (str): In the reader's language.
    """

    row: int | None
    rows: list[int]
    code: Caution
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        row: int | None
        row = self.row

        rows = self.rows

        code = self.code.value

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "row": row,
                "rows": rows,
                "code": code,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_row(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        row = _parse_row(d.pop("row"))

        rows = cast(list[int], d.pop("rows"))

        code = Caution(d.pop("code"))

        text = d.pop("text")

        row_warning = cls(
            row=row,
            rows=rows,
            code=code,
            text=text,
        )

        row_warning.additional_properties = d
        return row_warning

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
