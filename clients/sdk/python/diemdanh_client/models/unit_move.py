from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="UnitMove")


@_attrs_define
class UnitMove:
    """Where a unit goes, with everything below it.

    Attributes:
        parent_id (UUID):
        same_name (bool | Unset): True: a living unit beside it bears this name, and is another one. Default: False.
    """

    parent_id: UUID
    same_name: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        parent_id = str(self.parent_id)

        same_name = self.same_name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parent_id": parent_id,
            }
        )
        if same_name is not UNSET:
            field_dict["same_name"] = same_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        parent_id = UUID(d.pop("parent_id"))

        same_name = d.pop("same_name", UNSET)

        unit_move = cls(
            parent_id=parent_id,
            same_name=same_name,
        )

        return unit_move
