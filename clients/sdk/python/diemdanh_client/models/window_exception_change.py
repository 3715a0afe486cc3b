from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="WindowExceptionChange")


@_attrs_define
class WindowExceptionChange:
    """What holds at one point alone: the window is void there, or goes on there until an instant.

    One of the two, with the reason that reports will name.

        Attributes:
            reason (str):
            is_voided (bool | Unset):  Default: False.
            ends_at (datetime.datetime | None | Unset): How long it goes on here: past its own end, by at most 12 hours.
    """

    reason: str
    is_voided: bool | Unset = False
    ends_at: datetime.datetime | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        is_voided = self.is_voided

        ends_at: None | str | Unset
        if isinstance(self.ends_at, Unset):
            ends_at = UNSET
        elif isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if is_voided is not UNSET:
            field_dict["is_voided"] = is_voided
        if ends_at is not UNSET:
            field_dict["ends_at"] = ends_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        is_voided = d.pop("is_voided", UNSET)

        def _parse_ends_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        ends_at = _parse_ends_at(d.pop("ends_at", UNSET))

        window_exception_change = cls(
            reason=reason,
            is_voided=is_voided,
            ends_at=ends_at,
        )

        return window_exception_change
