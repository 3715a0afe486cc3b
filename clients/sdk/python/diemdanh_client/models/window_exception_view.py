from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WindowExceptionView")


@_attrs_define
class WindowExceptionView:
    """What holds for a window at one point alone.

    Attributes:
        bridge_point_id (UUID):
        is_voided (bool): Whoever was at this point misses nothing by this window (reason KT).
        ends_at (datetime.datetime | None): Codes of this point until then are of this window, whatever began meanwhile.
        reason (str):
        decided_at (datetime.datetime):
    """

    bridge_point_id: UUID
    is_voided: bool
    ends_at: datetime.datetime | None
    reason: str
    decided_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        bridge_point_id = str(self.bridge_point_id)

        is_voided = self.is_voided

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        reason = self.reason

        decided_at = self.decided_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "bridge_point_id": bridge_point_id,
                "is_voided": is_voided,
                "ends_at": ends_at,
                "reason": reason,
                "decided_at": decided_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bridge_point_id = UUID(d.pop("bridge_point_id"))

        is_voided = d.pop("is_voided")

        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))

        reason = d.pop("reason")

        decided_at = datetime.datetime.fromisoformat(d.pop("decided_at"))

        window_exception_view = cls(
            bridge_point_id=bridge_point_id,
            is_voided=is_voided,
            ends_at=ends_at,
            reason=reason,
            decided_at=decided_at,
        )

        window_exception_view.additional_properties = d
        return window_exception_view

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
