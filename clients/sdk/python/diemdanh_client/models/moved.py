from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.unit_allocation import UnitAllocation


T = TypeVar("T", bound="Moved")


@_attrs_define
class Moved:
    """What moves did; the warnings say what deviates now.

    Attributes:
        moved (int):
        kept (int): Members of the units named who stay where they are: their class was opened.
        units (list[UnitAllocation]):
    """

    moved: int
    kept: int
    units: list[UnitAllocation]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        moved = self.moved

        kept = self.kept

        units = []
        for units_item_data in self.units:
            units_item = units_item_data.to_dict()
            units.append(units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "moved": moved,
                "kept": kept,
                "units": units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.unit_allocation import UnitAllocation  # noqa: PLC0415

        d = dict(src_dict)
        moved = d.pop("moved")

        kept = d.pop("kept")

        units = []
        _units = d.pop("units")
        for units_item_data in _units:
            units_item = UnitAllocation.from_dict(units_item_data)

            units.append(units_item)

        moved = cls(
            moved=moved,
            kept=kept,
            units=units,
        )

        moved.additional_properties = d
        return moved

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
