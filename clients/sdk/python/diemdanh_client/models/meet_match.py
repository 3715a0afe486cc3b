from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="MeetMatch")


@_attrs_define
class MeetMatch:
    """Which hall a participant was, or that he is none; with neither, nobody knows.

    Attributes:
        bridge_point_id (None | Unset | UUID):
        is_ignored (bool | Unset):  Default: False.
    """

    bridge_point_id: None | Unset | UUID = UNSET
    is_ignored: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        bridge_point_id: None | str | Unset
        if isinstance(self.bridge_point_id, Unset):
            bridge_point_id = UNSET
        elif isinstance(self.bridge_point_id, UUID):
            bridge_point_id = str(self.bridge_point_id)
        else:
            bridge_point_id = self.bridge_point_id

        is_ignored = self.is_ignored

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if bridge_point_id is not UNSET:
            field_dict["bridge_point_id"] = bridge_point_id
        if is_ignored is not UNSET:
            field_dict["is_ignored"] = is_ignored

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_bridge_point_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bridge_point_id_type_0 = UUID(data)

                return bridge_point_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        bridge_point_id = _parse_bridge_point_id(d.pop("bridge_point_id", UNSET))

        is_ignored = d.pop("is_ignored", UNSET)

        meet_match = cls(
            bridge_point_id=bridge_point_id,
            is_ignored=is_ignored,
        )

        return meet_match
