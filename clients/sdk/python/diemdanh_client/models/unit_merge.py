from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="UnitMerge")


@_attrs_define
class UnitMerge:
    """Into what, and on which day, a unit is merged.

    Attributes:
        successor_id (UUID):
        on (datetime.date): The first day on which it is no longer; today, or before.
        children (Literal['move'] | Unset): The units below it go below the successor. Default: 'move'.
    """

    successor_id: UUID
    on: datetime.date
    children: Literal["move"] | Unset = "move"

    def to_dict(self) -> dict[str, Any]:
        successor_id = str(self.successor_id)

        on = self.on.isoformat()

        children = self.children

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "successor_id": successor_id,
                "on": on,
            }
        )
        if children is not UNSET:
            field_dict["children"] = children

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        successor_id = UUID(d.pop("successor_id"))

        on = datetime.date.fromisoformat(d.pop("on"))

        children = cast(Literal["move"] | Unset, d.pop("children", UNSET))
        if children != "move" and not isinstance(children, Unset):
            raise ValueError(f"children must match const 'move', got '{children}'")

        unit_merge = cls(
            successor_id=successor_id,
            on=on,
            children=children,
        )

        return unit_merge
