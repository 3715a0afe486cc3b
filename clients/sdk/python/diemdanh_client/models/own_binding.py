from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.binding_origin import BindingOrigin

T = TypeVar("T", bound="OwnBinding")


@_attrs_define
class OwnBinding:
    """Since when this phone is one's own, and how it came to be.

    Attributes:
        bound_at (datetime.datetime):
        origin (BindingOrigin): How a phone came to be a member's.
    """

    bound_at: datetime.datetime
    origin: BindingOrigin
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bound_at = self.bound_at.isoformat()

        origin = self.origin.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bound_at": bound_at,
                "origin": origin,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bound_at = datetime.datetime.fromisoformat(d.pop("bound_at"))

        origin = BindingOrigin(d.pop("origin"))

        own_binding = cls(
            bound_at=bound_at,
            origin=origin,
        )

        own_binding.additional_properties = d
        return own_binding

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
