from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PhoneView")


@_attrs_define
class PhoneView:
    """What the server knows of this phone; of a client nothing: nobody is bound to it.

    Attributes:
        known (bool): A member is bound to it.
        initials (None | str): The member's, so that he sees that it is he.
        asks_last4 (bool): The secretary has not confirmed the phone yet.
        helps_left (int): For how many others it may still check in, in this session.
    """

    known: bool
    initials: None | str
    asks_last4: bool
    helps_left: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        known = self.known

        initials: None | str
        initials = self.initials

        asks_last4 = self.asks_last4

        helps_left = self.helps_left

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "known": known,
                "initials": initials,
                "asks_last4": asks_last4,
                "helps_left": helps_left,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        known = d.pop("known")

        def _parse_initials(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        initials = _parse_initials(d.pop("initials"))

        asks_last4 = d.pop("asks_last4")

        helps_left = d.pop("helps_left")

        phone_view = cls(
            known=known,
            initials=initials,
            asks_last4=asks_last4,
            helps_left=helps_left,
        )

        phone_view.additional_properties = d
        return phone_view

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
