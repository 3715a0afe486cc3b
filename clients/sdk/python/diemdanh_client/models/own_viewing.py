from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OwnViewing")


@_attrs_define
class OwnViewing:
    """Somebody read one's name, or a list on which it may have stood.

    Attributes:
        viewed_at (datetime.datetime):
        name (None | str): Of the account, or of the bridge point of a screen.
        list_ (None | str): The operation that was called, by its operationId.
        certain (bool): False: a list of one's unit; a page may have left one out.
    """

    viewed_at: datetime.datetime
    name: None | str
    list_: None | str
    certain: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        viewed_at = self.viewed_at.isoformat()

        name: None | str
        name = self.name

        list_: None | str
        list_ = self.list_

        certain = self.certain

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "viewed_at": viewed_at,
                "name": name,
                "list": list_,
                "certain": certain,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        viewed_at = datetime.datetime.fromisoformat(d.pop("viewed_at"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_list_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        list_ = _parse_list_(d.pop("list"))

        certain = d.pop("certain")

        own_viewing = cls(
            viewed_at=viewed_at,
            name=name,
            list_=list_,
            certain=certain,
        )

        own_viewing.additional_properties = d
        return own_viewing

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
