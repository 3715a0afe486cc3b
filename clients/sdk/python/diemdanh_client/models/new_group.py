from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewGroup")


@_attrs_define
class NewGroup:
    """A Zalo group by its label, an opaque text, and the units that read it.

    Attributes:
        label (str):
        unit_ids (list[UUID]): Each with its subtree, except units of another group.
    """

    label: str
    unit_ids: list[UUID]

    def to_dict(self) -> dict[str, Any]:
        label = self.label

        unit_ids = []
        for unit_ids_item_data in self.unit_ids:
            unit_ids_item = str(unit_ids_item_data)
            unit_ids.append(unit_ids_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "label": label,
                "unit_ids": unit_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        label = d.pop("label")

        unit_ids = []
        _unit_ids = d.pop("unit_ids")
        for unit_ids_item_data in _unit_ids:
            unit_ids_item = UUID(unit_ids_item_data)

            unit_ids.append(unit_ids_item)

        new_group = cls(
            label=label,
            unit_ids=unit_ids,
        )

        return new_group
