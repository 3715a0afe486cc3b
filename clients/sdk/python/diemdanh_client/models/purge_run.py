from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.purged_kind import PurgedKind


T = TypeVar("T", bound="PurgeRun")


@_attrs_define
class PurgeRun:
    """What a purge took away, or would.

    Attributes:
        purged_at (datetime.datetime):
        is_dry_run (bool):
        items (list[PurgedKind]):
    """

    purged_at: datetime.datetime
    is_dry_run: bool
    items: list[PurgedKind]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        purged_at = self.purged_at.isoformat()

        is_dry_run = self.is_dry_run

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "purged_at": purged_at,
                "is_dry_run": is_dry_run,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.purged_kind import PurgedKind  # noqa: PLC0415

        d = dict(src_dict)
        purged_at = datetime.datetime.fromisoformat(d.pop("purged_at"))

        is_dry_run = d.pop("is_dry_run")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = PurgedKind.from_dict(items_item_data)

            items.append(items_item)

        purge_run = cls(
            purged_at=purged_at,
            is_dry_run=is_dry_run,
            items=items,
        )

        purge_run.additional_properties = d
        return purge_run

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
