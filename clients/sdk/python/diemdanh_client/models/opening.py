from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Opening")


@_attrs_define
class Opening:
    """How to open a session; nothing needs to be sent on the planned day.

    Attributes:
        on_another_date (bool | Unset): Open it although it was planned for another day. Default: False.
    """

    on_another_date: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        on_another_date = self.on_another_date

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if on_another_date is not UNSET:
            field_dict["on_another_date"] = on_another_date

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        on_another_date = d.pop("on_another_date", UNSET)

        opening = cls(
            on_another_date=on_another_date,
        )

        return opening
