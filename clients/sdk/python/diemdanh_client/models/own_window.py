from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.evidence import Evidence
from ..models.standing import Standing
from ..models.window_kind import WindowKind

T = TypeVar("T", bound="OwnWindow")


@_attrs_define
class OwnWindow:
    """One's attendance in one window.

    Attributes:
        kind (WindowKind): Which roll-call of a session a window is.
        standing (Standing): What the evidence of one window amounts to; only a person rejects.
        evidence (Evidence): How the software knows that a member was there.
        point_name (str):
        first_arrived_at (datetime.datetime):
        late_seconds (int | None):
        decided_at (datetime.datetime | None):
        decision_reason (None | str):
    """

    kind: WindowKind
    standing: Standing
    evidence: Evidence
    point_name: str
    first_arrived_at: datetime.datetime
    late_seconds: int | None
    decided_at: datetime.datetime | None
    decision_reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        standing = self.standing.value

        evidence = self.evidence.value

        point_name = self.point_name

        first_arrived_at = self.first_arrived_at.isoformat()

        late_seconds: int | None
        late_seconds = self.late_seconds

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        decision_reason: None | str
        decision_reason = self.decision_reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "standing": standing,
                "evidence": evidence,
                "point_name": point_name,
                "first_arrived_at": first_arrived_at,
                "late_seconds": late_seconds,
                "decided_at": decided_at,
                "decision_reason": decision_reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = WindowKind(d.pop("kind"))

        standing = Standing(d.pop("standing"))

        evidence = Evidence(d.pop("evidence"))

        point_name = d.pop("point_name")

        first_arrived_at = datetime.datetime.fromisoformat(d.pop("first_arrived_at"))

        def _parse_late_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        late_seconds = _parse_late_seconds(d.pop("late_seconds"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        def _parse_decision_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decision_reason = _parse_decision_reason(d.pop("decision_reason"))

        own_window = cls(
            kind=kind,
            standing=standing,
            evidence=evidence,
            point_name=point_name,
            first_arrived_at=first_arrived_at,
            late_seconds=late_seconds,
            decided_at=decided_at,
            decision_reason=decision_reason,
        )

        own_window.additional_properties = d
        return own_window

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
