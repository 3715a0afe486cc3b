from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.unit_view import UnitView
    from ..models.unit_warning import UnitWarning


T = TypeVar("T", bound="MergeView")


@_attrs_define
class MergeView:
    """What a merger did.

    Attributes:
        unit (UnitView): A unit of the Party's tree.
        successor (UnitView): A unit of the Party's tree.
        moved_units (int): Units right below it that went below the successor.
        moved_members (int): Its own members, who are the successor's now.
        warnings (list[UnitWarning]):
    """

    unit: UnitView
    successor: UnitView
    moved_units: int
    moved_members: int
    warnings: list[UnitWarning]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        unit = self.unit.to_dict()

        successor = self.successor.to_dict()

        moved_units = self.moved_units

        moved_members = self.moved_members

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unit": unit,
                "successor": successor,
                "moved_units": moved_units,
                "moved_members": moved_members,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.unit_view import UnitView  # noqa: PLC0415
        from ..models.unit_warning import UnitWarning  # noqa: PLC0415

        d = dict(src_dict)
        unit = UnitView.from_dict(d.pop("unit"))

        successor = UnitView.from_dict(d.pop("successor"))

        moved_units = d.pop("moved_units")

        moved_members = d.pop("moved_members")

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = UnitWarning.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        merge_view = cls(
            unit=unit,
            successor=successor,
            moved_units=moved_units,
            moved_members=moved_members,
            warnings=warnings,
        )

        merge_view.additional_properties = d
        return merge_view

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
