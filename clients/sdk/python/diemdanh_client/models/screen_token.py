from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ScreenToken")


@_attrs_define
class ScreenToken:
    """The token of a paired screen; shown once.

    Attributes:
        token (str):
        screen_id (UUID):
        bridge_point_id (UUID):
    """

    token: str
    screen_id: UUID
    bridge_point_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        screen_id = str(self.screen_id)

        bridge_point_id = str(self.bridge_point_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "token": token,
                "screen_id": screen_id,
                "bridge_point_id": bridge_point_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        token = d.pop("token")

        screen_id = UUID(d.pop("screen_id"))

        bridge_point_id = UUID(d.pop("bridge_point_id"))

        screen_token = cls(
            token=token,
            screen_id=screen_id,
            bridge_point_id=bridge_point_id,
        )

        screen_token.additional_properties = d
        return screen_token

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
