from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SummaryDifference")


@_attrs_define
class SummaryDifference:
    """One thing that was so when the summary was locked, and is otherwise now.

    Attributes:
        path (str):
        label (str):
        before (float | int | None | str):
        after (float | int | None | str):
        line (str): The same as a sentence: “Chi bộ thôn 3 · Có mặt: 40 → 41”.
    """

    path: str
    label: str
    before: float | int | None | str
    after: float | int | None | str
    line: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        path = self.path

        label = self.label

        before: float | int | None | str
        before = self.before

        after: float | int | None | str
        after = self.after

        line = self.line

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "path": path,
                "label": label,
                "before": before,
                "after": after,
                "line": line,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        path = d.pop("path")

        label = d.pop("label")

        def _parse_before(data: object) -> float | int | None | str:
            if data is None:
                return data
            return cast(float | int | None | str, data)

        before = _parse_before(d.pop("before"))

        def _parse_after(data: object) -> float | int | None | str:
            if data is None:
                return data
            return cast(float | int | None | str, data)

        after = _parse_after(d.pop("after"))

        line = d.pop("line")

        summary_difference = cls(
            path=path,
            label=label,
            before=before,
            after=after,
            line=line,
        )

        summary_difference.additional_properties = d
        return summary_difference

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
