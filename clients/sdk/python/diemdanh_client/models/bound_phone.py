from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.binding_origin import BindingOrigin

T = TypeVar("T", bound="BoundPhone")


@_attrs_define
class BoundPhone:
    """A member's phone; which one it is, nobody is told.

    Attributes:
        bound_at (datetime.datetime):
        is_confirmed (bool):
        origin (BindingOrigin): How a phone came to be a member's.
    """

    bound_at: datetime.datetime
    is_confirmed: bool
    origin: BindingOrigin

    def to_dict(self) -> dict[str, Any]:
        bound_at = self.bound_at.isoformat()

        is_confirmed = self.is_confirmed

        origin = self.origin.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bound_at": bound_at,
                "is_confirmed": is_confirmed,
                "origin": origin,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        bound_at = datetime.datetime.fromisoformat(d.pop("bound_at"))

        is_confirmed = d.pop("is_confirmed")

        origin = BindingOrigin(d.pop("origin"))

        bound_phone = cls(
            bound_at=bound_at,
            is_confirmed=is_confirmed,
            origin=origin,
        )

        return bound_phone
