from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="EnrolledPhone")


@_attrs_define
class EnrolledPhone:
    """Whose phone this now is.

    Attributes:
        full_name (str):
        unit_name (str):
        bound_at (datetime.datetime):
    """

    full_name: str
    unit_name: str
    bound_at: datetime.datetime

    def to_dict(self) -> dict[str, Any]:
        full_name = self.full_name

        unit_name = self.unit_name

        bound_at = self.bound_at.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "full_name": full_name,
                "unit_name": unit_name,
                "bound_at": bound_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        full_name = d.pop("full_name")

        unit_name = d.pop("unit_name")

        bound_at = datetime.datetime.fromisoformat(d.pop("bound_at"))

        enrolled_phone = cls(
            full_name=full_name,
            unit_name=unit_name,
            bound_at=bound_at,
        )

        return enrolled_phone
