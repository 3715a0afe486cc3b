from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_group import NewGroup


T = TypeVar("T", bound="NewGroups")


@_attrs_define
class NewGroups:
    """All groups of a conference; those it had before are replaced.

    Attributes:
        groups (list[NewGroup]):
    """

    groups: list[NewGroup]

    def to_dict(self) -> dict[str, Any]:
        groups = []
        for groups_item_data in self.groups:
            groups_item = groups_item_data.to_dict()
            groups.append(groups_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "groups": groups,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_group import NewGroup  # noqa: PLC0415

        d = dict(src_dict)
        groups = []
        _groups = d.pop("groups")
        for groups_item_data in _groups:
            groups_item = NewGroup.from_dict(groups_item_data)

            groups.append(groups_item)

        new_groups = cls(
            groups=groups,
        )

        return new_groups
