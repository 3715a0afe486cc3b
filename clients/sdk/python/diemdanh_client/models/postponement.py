from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Postponement")


@_attrs_define
class Postponement:
    """Why a session is postponed, and until about when.

    Attributes:
        reason (str):
        date_hint (None | str | Unset):
    """

    reason: str
    date_hint: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        date_hint: None | str | Unset
        if isinstance(self.date_hint, Unset):
            date_hint = UNSET
        else:
            date_hint = self.date_hint

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if date_hint is not UNSET:
            field_dict["date_hint"] = date_hint

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        def _parse_date_hint(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        date_hint = _parse_date_hint(d.pop("date_hint", UNSET))

        postponement = cls(
            reason=reason,
            date_hint=date_hint,
        )

        return postponement
