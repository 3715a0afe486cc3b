from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Posting")


@_attrs_define
class Posting:
    """A text that was posted in its group.

    Attributes:
        label (None | str): Null for the units without a group.
        sequence (int):
    """

    label: None | str
    sequence: int

    def to_dict(self) -> dict[str, Any]:
        label: None | str
        label = self.label

        sequence = self.sequence

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "label": label,
                "sequence": sequence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_label(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        label = _parse_label(d.pop("label"))

        sequence = d.pop("sequence")

        posting = cls(
            label=label,
            sequence=sequence,
        )

        return posting
