from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="OwnPhone")


@_attrs_define
class OwnPhone:
    """What this phone may know of itself: names only once it is confirmed.

    Attributes:
        known (bool): A member is bound to it.
        is_confirmed (bool):
        initials (None | str):
        full_name (None | str): Null until the phone is confirmed.
        unit_name (None | str): Null until the phone is confirmed.
        bound_at (datetime.datetime | None):
    """

    known: bool
    is_confirmed: bool
    initials: None | str
    full_name: None | str
    unit_name: None | str
    bound_at: datetime.datetime | None

    def to_dict(self) -> dict[str, Any]:
        known = self.known

        is_confirmed = self.is_confirmed

        initials: None | str
        initials = self.initials

        full_name: None | str
        full_name = self.full_name

        unit_name: None | str
        unit_name = self.unit_name

        bound_at: None | str
        if isinstance(self.bound_at, datetime.datetime):
            bound_at = self.bound_at.isoformat()
        else:
            bound_at = self.bound_at

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "known": known,
                "is_confirmed": is_confirmed,
                "initials": initials,
                "full_name": full_name,
                "unit_name": unit_name,
                "bound_at": bound_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        known = d.pop("known")

        is_confirmed = d.pop("is_confirmed")

        def _parse_initials(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        initials = _parse_initials(d.pop("initials"))

        def _parse_full_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        full_name = _parse_full_name(d.pop("full_name"))

        def _parse_unit_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit_name = _parse_unit_name(d.pop("unit_name"))

        def _parse_bound_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bound_at_type_0 = datetime.datetime.fromisoformat(data)

                return bound_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        bound_at = _parse_bound_at(d.pop("bound_at"))

        own_phone = cls(
            known=known,
            is_confirmed=is_confirmed,
            initials=initials,
            full_name=full_name,
            unit_name=unit_name,
            bound_at=bound_at,
        )

        return own_phone
