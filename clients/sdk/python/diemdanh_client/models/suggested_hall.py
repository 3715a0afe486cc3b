from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.reason import Reason

T = TypeVar("T", bound="SuggestedHall")


@_attrs_define
class SuggestedHall:
    """Which hall a name probably is; null where the same name was said to be none before.

    Attributes:
        bridge_point_id (None | UUID):
        point_name (None | str):
        reason (Reason): Why a hall is suggested for a name; the first two are certain enough to be taken.
    """

    bridge_point_id: None | UUID
    point_name: None | str
    reason: Reason
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bridge_point_id: None | str
        if isinstance(self.bridge_point_id, UUID):
            bridge_point_id = str(self.bridge_point_id)
        else:
            bridge_point_id = self.bridge_point_id

        point_name: None | str
        point_name = self.point_name

        reason = self.reason.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bridge_point_id": bridge_point_id,
                "point_name": point_name,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_bridge_point_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bridge_point_id_type_0 = UUID(data)

                return bridge_point_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        bridge_point_id = _parse_bridge_point_id(d.pop("bridge_point_id"))

        def _parse_point_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        point_name = _parse_point_name(d.pop("point_name"))

        reason = Reason(d.pop("reason"))

        suggested_hall = cls(
            bridge_point_id=bridge_point_id,
            point_name=point_name,
            reason=reason,
        )

        suggested_hall.additional_properties = d
        return suggested_hall

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
