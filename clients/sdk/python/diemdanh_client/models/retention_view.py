from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.data_kind import DataKind
from ..models.retention_deed import RetentionDeed

T = TypeVar("T", bound="RetentionView")


@_attrs_define
class RetentionView:
    """How long a kind of data is kept.

    Attributes:
        kind (DataKind): A kind of data with a retention period of its own (Law 91/2025/QH15).
        name (str): In Vietnamese, as are the texts below.
        days (int):
        since (str): From which instant the days count.
        deed (RetentionDeed): What a purge does: takes rows away, or only what tells of a person in them.
        what (str): What goes, and what stays.
        why (str): Why it is kept that long.
    """

    kind: DataKind
    name: str
    days: int
    since: str
    deed: RetentionDeed
    what: str
    why: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        name = self.name

        days = self.days

        since = self.since

        deed = self.deed.value

        what = self.what

        why = self.why

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "name": name,
                "days": days,
                "since": since,
                "deed": deed,
                "what": what,
                "why": why,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = DataKind(d.pop("kind"))

        name = d.pop("name")

        days = d.pop("days")

        since = d.pop("since")

        deed = RetentionDeed(d.pop("deed"))

        what = d.pop("what")

        why = d.pop("why")

        retention_view = cls(
            kind=kind,
            name=name,
            days=days,
            since=since,
            deed=deed,
            what=what,
            why=why,
        )

        retention_view.additional_properties = d
        return retention_view

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
