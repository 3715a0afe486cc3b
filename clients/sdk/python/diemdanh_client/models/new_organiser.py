from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.unit_kind import UnitKind

T = TypeVar("T", bound="NewOrganiser")


@_attrs_define
class NewOrganiser:
    """The unit that holds the conferences: a province, a commune, any node of the Party's tree.

    Attributes:
        name (str):
        kind (UnitKind): What a unit is in the Party's tree.
    """

    name: str
    kind: UnitKind

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        kind = self.kind.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        kind = UnitKind(d.pop("kind"))

        new_organiser = cls(
            name=name,
            kind=kind,
        )

        return new_organiser
