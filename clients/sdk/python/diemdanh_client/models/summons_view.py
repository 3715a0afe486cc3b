from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.unit_summons import UnitSummons


T = TypeVar("T", bound="SummonsView")


@_attrs_define
class SummonsView:
    """The summonses of a unit and of all below it.

    Attributes:
        conference_id (UUID):
        text (str): The same, ready to post; without what is confidential.
        units (list[UnitSummons]):
    """

    conference_id: UUID
    text: str
    units: list[UnitSummons]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        conference_id = str(self.conference_id)

        text = self.text

        units = []
        for units_item_data in self.units:
            units_item = units_item_data.to_dict()
            units.append(units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "conference_id": conference_id,
                "text": text,
                "units": units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.unit_summons import UnitSummons  # noqa: PLC0415

        d = dict(src_dict)
        conference_id = UUID(d.pop("conference_id"))

        text = d.pop("text")

        units = []
        _units = d.pop("units")
        for units_item_data in _units:
            units_item = UnitSummons.from_dict(units_item_data)

            units.append(units_item)

        summons_view = cls(
            conference_id=conference_id,
            text=text,
            units=units,
        )

        summons_view.additional_properties = d
        return summons_view

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
