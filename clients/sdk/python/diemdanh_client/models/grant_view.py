from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.role import Role

T = TypeVar("T", bound="GrantView")


@_attrs_define
class GrantView:
    """A role on a unit; it holds for the unit's subtree.

    Attributes:
        id (UUID):
        role (Role): What an account may be; granted on a unit, it holds for that unit's subtree.
        unit_id (UUID):
        unit_name (str):
        deputy (bool): Lent for some days; who holds it cannot grant.
        valid_from (datetime.date): The first day on which it holds.
        valid_until (datetime.date | None): The last day on which it holds, that day included; null without an end.
    """

    id: UUID
    role: Role
    unit_id: UUID
    unit_name: str
    deputy: bool
    valid_from: datetime.date
    valid_until: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        role = self.role.value

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        deputy = self.deputy

        valid_from = self.valid_from.isoformat()

        valid_until: None | str
        if isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "role": role,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "deputy": deputy,
                "valid_from": valid_from,
                "valid_until": valid_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        role = Role(d.pop("role"))

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        deputy = d.pop("deputy")

        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        def _parse_valid_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.date.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_until = _parse_valid_until(d.pop("valid_until"))

        grant_view = cls(
            id=id,
            role=role,
            unit_id=unit_id,
            unit_name=unit_name,
            deputy=deputy,
            valid_from=valid_from,
            valid_until=valid_until,
        )

        grant_view.additional_properties = d
        return grant_view

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
