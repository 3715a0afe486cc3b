from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UnitFigures")


@_attrs_define
class UnitFigures:
    """The figures of one unit's own members.

    Attributes:
        total (int): A: the members who belong here.
        exempt (int): Counted here, and exempt.
        suspended (int): Counted here, and suspended.
        away (int): Belong here, and are counted by another unit for a time.
        here (int): Belong to another unit, and are counted here for a time.
        convened (int): B, without the exclusion list of any conference.
        unit_id (UUID):
        parent_id (None | UUID):
        name (str):
    """

    total: int
    exempt: int
    suspended: int
    away: int
    here: int
    convened: int
    unit_id: UUID
    parent_id: None | UUID
    name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        exempt = self.exempt

        suspended = self.suspended

        away = self.away

        here = self.here

        convened = self.convened

        unit_id = str(self.unit_id)

        parent_id: None | str
        if isinstance(self.parent_id, UUID):
            parent_id = str(self.parent_id)
        else:
            parent_id = self.parent_id

        name = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "exempt": exempt,
                "suspended": suspended,
                "away": away,
                "here": here,
                "convened": convened,
                "unit_id": unit_id,
                "parent_id": parent_id,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        exempt = d.pop("exempt")

        suspended = d.pop("suspended")

        away = d.pop("away")

        here = d.pop("here")

        convened = d.pop("convened")

        unit_id = UUID(d.pop("unit_id"))

        def _parse_parent_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                parent_id_type_0 = UUID(data)

                return parent_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        parent_id = _parse_parent_id(d.pop("parent_id"))

        name = d.pop("name")

        unit_figures = cls(
            total=total,
            exempt=exempt,
            suspended=suspended,
            away=away,
            here=here,
            convened=convened,
            unit_id=unit_id,
            parent_id=parent_id,
            name=name,
        )

        unit_figures.additional_properties = d
        return unit_figures

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
