from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.not_confirmed import NotConfirmed


T = TypeVar("T", bound="ConfirmedList")


@_attrs_define
class ConfirmedList:
    """What came of a list: the confirmed, and the others with the reason.

    Attributes:
        confirmed (list[UUID]): Also those that were present before.
        skipped (list[NotConfirmed]):
    """

    confirmed: list[UUID]
    skipped: list[NotConfirmed]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        confirmed = []
        for confirmed_item_data in self.confirmed:
            confirmed_item = str(confirmed_item_data)
            confirmed.append(confirmed_item)

        skipped = []
        for skipped_item_data in self.skipped:
            skipped_item = skipped_item_data.to_dict()
            skipped.append(skipped_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "confirmed": confirmed,
                "skipped": skipped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.not_confirmed import NotConfirmed  # noqa: PLC0415

        d = dict(src_dict)
        confirmed = []
        _confirmed = d.pop("confirmed")
        for confirmed_item_data in _confirmed:
            confirmed_item = UUID(confirmed_item_data)

            confirmed.append(confirmed_item)

        skipped = []
        _skipped = d.pop("skipped")
        for skipped_item_data in _skipped:
            skipped_item = NotConfirmed.from_dict(skipped_item_data)

            skipped.append(skipped_item)

        confirmed_list = cls(
            confirmed=confirmed,
            skipped=skipped,
        )

        confirmed_list.additional_properties = d
        return confirmed_list

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
