from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.data_kind import DataKind

T = TypeVar("T", bound="PurgedKind")


@_attrs_define
class PurgedKind:
    """What goes, or went, of one kind.

    Attributes:
        kind (DataKind): A kind of data with a retention period of its own (Law 91/2025/QH15).
        cutoff_at (datetime.datetime): What is older goes.
        removed (int): Rows taken away or stripped; of a dry run: that would be.
    """

    kind: DataKind
    cutoff_at: datetime.datetime
    removed: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        cutoff_at = self.cutoff_at.isoformat()

        removed = self.removed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "cutoff_at": cutoff_at,
                "removed": removed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = DataKind(d.pop("kind"))

        cutoff_at = datetime.datetime.fromisoformat(d.pop("cutoff_at"))

        removed = d.pop("removed")

        purged_kind = cls(
            kind=kind,
            cutoff_at=cutoff_at,
            removed=removed,
        )

        purged_kind.additional_properties = d
        return purged_kind

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
