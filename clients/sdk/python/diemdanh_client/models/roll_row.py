from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.evidence import Evidence
from ..models.mark import Mark
from ..models.phone_state import PhoneState
from ..models.presence import Presence

if TYPE_CHECKING:
    from ..models.pending_arrival import PendingArrival
    from ..models.roll_mark import RollMark


T = TypeVar("T", bound="RollRow")


@_attrs_define
class RollRow:
    """One member in a session.

    Attributes:
        member_id (UUID):
        unit_id (UUID): The unit that counts the member on the day.
        unit_name (str):
        row_number (int | None): Null for who is not on the unit's list.
        full_name (str):
        marks (list[Mark]): What the unit's list says beside the name.
        is_expected (bool): One of B: to be convened to this very class.
        presence (Presence): How a member took part in a session, all windows together (domain.md, sections 3 and 4).

            B is the sum of them all: the first three are present, and a submitted report has neither
            pending nor unknown.
        is_on_duty (bool): Counts as on duty, whatever his presence here.
        evidence (Evidence | None): The best of what is recorded.
        first_arrived_at (datetime.datetime | None):
        late_seconds (int | None):
        pending (list[PendingArrival]):
        mark (None | RollMark):
        is_contradicted (bool): A person wrote absent or rejected, and check-ins say otherwise.
        phone (PhoneState): What is known of a member's phone.
        bridge_point_id (None | UUID): Where the member was, else was ticked, else is expected.
    """

    member_id: UUID
    unit_id: UUID
    unit_name: str
    row_number: int | None
    full_name: str
    marks: list[Mark]
    is_expected: bool
    presence: Presence
    is_on_duty: bool
    evidence: Evidence | None
    first_arrived_at: datetime.datetime | None
    late_seconds: int | None
    pending: list[PendingArrival]
    mark: None | RollMark
    is_contradicted: bool
    phone: PhoneState
    bridge_point_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.roll_mark import RollMark  # noqa: PLC0415

        member_id = str(self.member_id)

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        row_number: int | None
        row_number = self.row_number

        full_name = self.full_name

        marks = []
        for marks_item_data in self.marks:
            marks_item = marks_item_data.value
            marks.append(marks_item)

        is_expected = self.is_expected

        presence = self.presence.value

        is_on_duty = self.is_on_duty

        evidence: None | str
        if isinstance(self.evidence, Evidence):
            evidence = self.evidence.value
        else:
            evidence = self.evidence

        first_arrived_at: None | str
        if isinstance(self.first_arrived_at, datetime.datetime):
            first_arrived_at = self.first_arrived_at.isoformat()
        else:
            first_arrived_at = self.first_arrived_at

        late_seconds: int | None
        late_seconds = self.late_seconds

        pending = []
        for pending_item_data in self.pending:
            pending_item = pending_item_data.to_dict()
            pending.append(pending_item)

        mark: dict[str, Any] | None
        if isinstance(self.mark, RollMark):
            mark = self.mark.to_dict()
        else:
            mark = self.mark

        is_contradicted = self.is_contradicted

        phone = self.phone.value

        bridge_point_id: None | str
        if isinstance(self.bridge_point_id, UUID):
            bridge_point_id = str(self.bridge_point_id)
        else:
            bridge_point_id = self.bridge_point_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "member_id": member_id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "row_number": row_number,
                "full_name": full_name,
                "marks": marks,
                "is_expected": is_expected,
                "presence": presence,
                "is_on_duty": is_on_duty,
                "evidence": evidence,
                "first_arrived_at": first_arrived_at,
                "late_seconds": late_seconds,
                "pending": pending,
                "mark": mark,
                "is_contradicted": is_contradicted,
                "phone": phone,
                "bridge_point_id": bridge_point_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pending_arrival import PendingArrival  # noqa: PLC0415
        from ..models.roll_mark import RollMark  # noqa: PLC0415

        d = dict(src_dict)
        member_id = UUID(d.pop("member_id"))

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        def _parse_row_number(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        row_number = _parse_row_number(d.pop("row_number"))

        full_name = d.pop("full_name")

        marks = []
        _marks = d.pop("marks")
        for marks_item_data in _marks:
            marks_item = Mark(marks_item_data)

            marks.append(marks_item)

        is_expected = d.pop("is_expected")

        presence = Presence(d.pop("presence"))

        is_on_duty = d.pop("is_on_duty")

        def _parse_evidence(data: object) -> Evidence | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                evidence_type_0 = Evidence(data)

                return evidence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Evidence | None, data)

        evidence = _parse_evidence(d.pop("evidence"))

        def _parse_first_arrived_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_arrived_at_type_0 = datetime.datetime.fromisoformat(data)

                return first_arrived_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_arrived_at = _parse_first_arrived_at(d.pop("first_arrived_at"))

        def _parse_late_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        late_seconds = _parse_late_seconds(d.pop("late_seconds"))

        pending = []
        _pending = d.pop("pending")
        for pending_item_data in _pending:
            pending_item = PendingArrival.from_dict(pending_item_data)

            pending.append(pending_item)

        def _parse_mark(data: object) -> None | RollMark:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mark_type_0 = RollMark.from_dict(data)

                return mark_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RollMark, data)

        mark = _parse_mark(d.pop("mark"))

        is_contradicted = d.pop("is_contradicted")

        phone = PhoneState(d.pop("phone"))

        def _parse_bridge_point_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                bridge_point_id_type_0 = UUID(data)

                return bridge_point_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        bridge_point_id = _parse_bridge_point_id(d.pop("bridge_point_id"))

        roll_row = cls(
            member_id=member_id,
            unit_id=unit_id,
            unit_name=unit_name,
            row_number=row_number,
            full_name=full_name,
            marks=marks,
            is_expected=is_expected,
            presence=presence,
            is_on_duty=is_on_duty,
            evidence=evidence,
            first_arrived_at=first_arrived_at,
            late_seconds=late_seconds,
            pending=pending,
            mark=mark,
            is_contradicted=is_contradicted,
            phone=phone,
            bridge_point_id=bridge_point_id,
        )

        roll_row.additional_properties = d
        return roll_row

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
