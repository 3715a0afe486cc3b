from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.preparation_item_view import PreparationItemView


T = TypeVar("T", bound="PreparationView")


@_attrs_define
class PreparationView:
    """A point's checklist.

    Attributes:
        point_id (UUID):
        missing_count (int):
        items (list[PreparationItemView]):
    """

    point_id: UUID
    missing_count: int
    items: list[PreparationItemView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        point_id = str(self.point_id)

        missing_count = self.missing_count

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "point_id": point_id,
                "missing_count": missing_count,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.preparation_item_view import PreparationItemView  # noqa: PLC0415

        d = dict(src_dict)
        point_id = UUID(d.pop("point_id"))

        missing_count = d.pop("missing_count")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = PreparationItemView.from_dict(items_item_data)

            items.append(items_item)

        preparation_view = cls(
            point_id=point_id,
            missing_count=missing_count,
            items=items,
        )

        preparation_view.additional_properties = d
        return preparation_view

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
