from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.role import Role
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewGrant")


@_attrs_define
class NewGrant:
    """A role on a unit, from a day to a day.

    Attributes:
        role (Role): What an account may be; granted on a unit, it holds for that unit's subtree.
        unit_id (UUID):
        deputy (bool | Unset): Lend the secretary's duty: for at most 7 days, one where nothing is said. Default: False.
        valid_from (datetime.date | None | Unset): The first day; today and at once where nothing is said.
        valid_until (datetime.date | None | Unset): The last day, that day included; without one, no end.
    """

    role: Role
    unit_id: UUID
    deputy: bool | Unset = False
    valid_from: datetime.date | None | Unset = UNSET
    valid_until: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        role = self.role.value

        unit_id = str(self.unit_id)

        deputy = self.deputy

        valid_from: None | str | Unset
        if isinstance(self.valid_from, Unset):
            valid_from = UNSET
        elif isinstance(self.valid_from, datetime.date):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_until: None | str | Unset
        if isinstance(self.valid_until, Unset):
            valid_until = UNSET
        elif isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "role": role,
                "unit_id": unit_id,
            }
        )
        if deputy is not UNSET:
            field_dict["deputy"] = deputy
        if valid_from is not UNSET:
            field_dict["valid_from"] = valid_from
        if valid_until is not UNSET:
            field_dict["valid_until"] = valid_until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        role = Role(d.pop("role"))

        unit_id = UUID(d.pop("unit_id"))

        deputy = d.pop("deputy", UNSET)

        def _parse_valid_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.date.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_from = _parse_valid_from(d.pop("valid_from", UNSET))

        def _parse_valid_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.date.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_until = _parse_valid_until(d.pop("valid_until", UNSET))

        new_grant = cls(
            role=role,
            unit_id=unit_id,
            deputy=deputy,
            valid_from=valid_from,
            valid_until=valid_until,
        )

        return new_grant
