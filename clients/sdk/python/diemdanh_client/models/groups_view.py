from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.group_view import GroupView
    from ..models.unit_name import UnitName


T = TypeVar("T", bound="GroupsView")


@_attrs_define
class GroupsView:
    """The groups of a conference, and who would read none of them.

    Attributes:
        groups (list[GroupView]):
        ungrouped_units (list[UnitName]): Units of yours with members to be convened that no group reaches; at most 200,
            in Vietnamese order.
    """

    groups: list[GroupView]
    ungrouped_units: list[UnitName]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        groups = []
        for groups_item_data in self.groups:
            groups_item = groups_item_data.to_dict()
            groups.append(groups_item)

        ungrouped_units = []
        for ungrouped_units_item_data in self.ungrouped_units:
            ungrouped_units_item = ungrouped_units_item_data.to_dict()
            ungrouped_units.append(ungrouped_units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "groups": groups,
                "ungrouped_units": ungrouped_units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.group_view import GroupView  # noqa: PLC0415
        from ..models.unit_name import UnitName  # noqa: PLC0415

        d = dict(src_dict)
        groups = []
        _groups = d.pop("groups")
        for groups_item_data in _groups:
            groups_item = GroupView.from_dict(groups_item_data)

            groups.append(groups_item)

        ungrouped_units = []
        _ungrouped_units = d.pop("ungrouped_units")
        for ungrouped_units_item_data in _ungrouped_units:
            ungrouped_units_item = UnitName.from_dict(ungrouped_units_item_data)

            ungrouped_units.append(ungrouped_units_item)

        groups_view = cls(
            groups=groups,
            ungrouped_units=ungrouped_units,
        )

        groups_view.additional_properties = d
        return groups_view

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
