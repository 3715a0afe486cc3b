from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PointChange")


@_attrs_define
class PointChange:
    """What changes at a point; what is left out stays as it is.

    Attributes:
        name (str | Unset):
        venue (str | Unset):
        host_unit_id (UUID | Unset):
        is_hub (bool | Unset):
        keeps_units_together (bool | Unset):
        expected_unit_ids (list[UUID] | Unset): Each with its subtree, except units expected elsewhere.
        move (bool | Unset): Take units from the points that expect them. Default: False.
    """

    name: str | Unset = UNSET
    venue: str | Unset = UNSET
    host_unit_id: UUID | Unset = UNSET
    is_hub: bool | Unset = UNSET
    keeps_units_together: bool | Unset = UNSET
    expected_unit_ids: list[UUID] | Unset = UNSET
    move: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        venue = self.venue

        host_unit_id: str | Unset = UNSET
        if not isinstance(self.host_unit_id, Unset):
            host_unit_id = str(self.host_unit_id)

        is_hub = self.is_hub

        keeps_units_together = self.keeps_units_together

        expected_unit_ids: list[str] | Unset = UNSET
        if not isinstance(self.expected_unit_ids, Unset):
            expected_unit_ids = []
            for expected_unit_ids_item_data in self.expected_unit_ids:
                expected_unit_ids_item = str(expected_unit_ids_item_data)
                expected_unit_ids.append(expected_unit_ids_item)

        move = self.move

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if venue is not UNSET:
            field_dict["venue"] = venue
        if host_unit_id is not UNSET:
            field_dict["host_unit_id"] = host_unit_id
        if is_hub is not UNSET:
            field_dict["is_hub"] = is_hub
        if keeps_units_together is not UNSET:
            field_dict["keeps_units_together"] = keeps_units_together
        if expected_unit_ids is not UNSET:
            field_dict["expected_unit_ids"] = expected_unit_ids
        if move is not UNSET:
            field_dict["move"] = move

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        venue = d.pop("venue", UNSET)

        _host_unit_id = d.pop("host_unit_id", UNSET)
        host_unit_id: UUID | Unset
        if isinstance(_host_unit_id, Unset):
            host_unit_id = UNSET
        else:
            host_unit_id = UUID(_host_unit_id)

        is_hub = d.pop("is_hub", UNSET)

        keeps_units_together = d.pop("keeps_units_together", UNSET)

        _expected_unit_ids = d.pop("expected_unit_ids", UNSET)
        expected_unit_ids: list[UUID] | Unset = UNSET
        if _expected_unit_ids is not UNSET:
            expected_unit_ids = []
            for expected_unit_ids_item_data in _expected_unit_ids:
                expected_unit_ids_item = UUID(expected_unit_ids_item_data)

                expected_unit_ids.append(expected_unit_ids_item)

        move = d.pop("move", UNSET)

        point_change = cls(
            name=name,
            venue=venue,
            host_unit_id=host_unit_id,
            is_hub=is_hub,
            keeps_units_together=keeps_units_together,
            expected_unit_ids=expected_unit_ids,
            move=move,
        )

        return point_change
