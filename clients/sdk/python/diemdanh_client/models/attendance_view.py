from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.evidence import Evidence
from ..models.standing import Standing

T = TypeVar("T", bound="AttendanceView")


@_attrs_define
class AttendanceView:
    """One member in one window of a session.

    Attributes:
        id (UUID):
        session_id (UUID):
        window_id (UUID):
        member_id (UUID):
        full_name (str):
        unit_id (UUID): The member's unit on the day.
        unit_name (str):
        bridge_point_id (UUID): Where the member really was.
        standing (Standing): What the evidence of one window amounts to; only a person rejects.
        evidence (Evidence): How the software knows that a member was there.
        late_seconds (int | None): How long the code was no longer fresh.
        first_arrived_at (datetime.datetime):
        decided_at (datetime.datetime | None): Null where evidence alone stands.
        decided_by_name (None | str):
        decision_reason (None | str):
        countersigned_at (datetime.datetime | None):
    """

    id: UUID
    session_id: UUID
    window_id: UUID
    member_id: UUID
    full_name: str
    unit_id: UUID
    unit_name: str
    bridge_point_id: UUID
    standing: Standing
    evidence: Evidence
    late_seconds: int | None
    first_arrived_at: datetime.datetime
    decided_at: datetime.datetime | None
    decided_by_name: None | str
    decision_reason: None | str
    countersigned_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        session_id = str(self.session_id)

        window_id = str(self.window_id)

        member_id = str(self.member_id)

        full_name = self.full_name

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        bridge_point_id = str(self.bridge_point_id)

        standing = self.standing.value

        evidence = self.evidence.value

        late_seconds: int | None
        late_seconds = self.late_seconds

        first_arrived_at = self.first_arrived_at.isoformat()

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        decided_by_name: None | str
        decided_by_name = self.decided_by_name

        decision_reason: None | str
        decision_reason = self.decision_reason

        countersigned_at: None | str
        if isinstance(self.countersigned_at, datetime.datetime):
            countersigned_at = self.countersigned_at.isoformat()
        else:
            countersigned_at = self.countersigned_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "session_id": session_id,
                "window_id": window_id,
                "member_id": member_id,
                "full_name": full_name,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "bridge_point_id": bridge_point_id,
                "standing": standing,
                "evidence": evidence,
                "late_seconds": late_seconds,
                "first_arrived_at": first_arrived_at,
                "decided_at": decided_at,
                "decided_by_name": decided_by_name,
                "decision_reason": decision_reason,
                "countersigned_at": countersigned_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        session_id = UUID(d.pop("session_id"))

        window_id = UUID(d.pop("window_id"))

        member_id = UUID(d.pop("member_id"))

        full_name = d.pop("full_name")

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        bridge_point_id = UUID(d.pop("bridge_point_id"))

        standing = Standing(d.pop("standing"))

        evidence = Evidence(d.pop("evidence"))

        def _parse_late_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        late_seconds = _parse_late_seconds(d.pop("late_seconds"))

        first_arrived_at = datetime.datetime.fromisoformat(d.pop("first_arrived_at"))

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

        def _parse_decided_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by_name = _parse_decided_by_name(d.pop("decided_by_name"))

        def _parse_decision_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decision_reason = _parse_decision_reason(d.pop("decision_reason"))

        def _parse_countersigned_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                countersigned_at_type_0 = datetime.datetime.fromisoformat(data)

                return countersigned_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        countersigned_at = _parse_countersigned_at(d.pop("countersigned_at"))

        attendance_view = cls(
            id=id,
            session_id=session_id,
            window_id=window_id,
            member_id=member_id,
            full_name=full_name,
            unit_id=unit_id,
            unit_name=unit_name,
            bridge_point_id=bridge_point_id,
            standing=standing,
            evidence=evidence,
            late_seconds=late_seconds,
            first_arrived_at=first_arrived_at,
            decided_at=decided_at,
            decided_by_name=decided_by_name,
            decision_reason=decision_reason,
            countersigned_at=countersigned_at,
        )

        attendance_view.additional_properties = d
        return attendance_view

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
