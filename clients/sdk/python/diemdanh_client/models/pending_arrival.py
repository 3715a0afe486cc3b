from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.evidence import Evidence
from ..models.window_kind import WindowKind

T = TypeVar("T", bound="PendingArrival")


@_attrs_define
class PendingArrival:
    """What of a member waits to be decided.

    Attributes:
        attendance_id (UUID):
        window_kind (WindowKind): Which roll-call of a session a window is.
        evidence (Evidence): How the software knows that a member was there.
        typed_name (None | str): What was typed where a name was.
        late_seconds (int | None):
    """

    attendance_id: UUID
    window_kind: WindowKind
    evidence: Evidence
    typed_name: None | str
    late_seconds: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        attendance_id = str(self.attendance_id)

        window_kind = self.window_kind.value

        evidence = self.evidence.value

        typed_name: None | str
        typed_name = self.typed_name

        late_seconds: int | None
        late_seconds = self.late_seconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attendance_id": attendance_id,
                "window_kind": window_kind,
                "evidence": evidence,
                "typed_name": typed_name,
                "late_seconds": late_seconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attendance_id = UUID(d.pop("attendance_id"))

        window_kind = WindowKind(d.pop("window_kind"))

        evidence = Evidence(d.pop("evidence"))

        def _parse_typed_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        typed_name = _parse_typed_name(d.pop("typed_name"))

        def _parse_late_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        late_seconds = _parse_late_seconds(d.pop("late_seconds"))

        pending_arrival = cls(
            attendance_id=attendance_id,
            window_kind=window_kind,
            evidence=evidence,
            typed_name=typed_name,
            late_seconds=late_seconds,
        )

        pending_arrival.additional_properties = d
        return pending_arrival

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
