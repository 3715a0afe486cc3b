from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UnplacedUnit")


@_attrs_define
class UnplacedUnit:
    """A unit whose members would not know where to go.

    Attributes:
        id (UUID):
        name (str):
        parent_name (None | str): Null for a unit directly under the organiser.
        convened_count (int): Members to be convened who are counted here.
        reason (Literal['no_point']): `no_point`: no point expects it, nor any unit above it.
    """

    id: UUID
    name: str
    parent_name: None | str
    convened_count: int
    reason: Literal["no_point"]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        parent_name: None | str
        parent_name = self.parent_name

        convened_count = self.convened_count

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "parent_name": parent_name,
                "convened_count": convened_count,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_parent_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent_name = _parse_parent_name(d.pop("parent_name"))

        convened_count = d.pop("convened_count")

        reason = cast(Literal["no_point"], d.pop("reason"))
        if reason != "no_point":
            raise ValueError(f"reason must match const 'no_point', got '{reason}'")

        unplaced_unit = cls(
            id=id,
            name=name,
            parent_name=parent_name,
            convened_count=convened_count,
            reason=reason,
        )

        unplaced_unit.additional_properties = d
        return unplaced_unit

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
