from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_state import ReportState

T = TypeVar("T", bound="OwedReport")


@_attrs_define
class OwedReport:
    """How one unit stands with its report.

    Attributes:
        unit_id (UUID):
        name (str):
        group (None | str): The label of its Zalo group.
        report_id (None | UUID):
        state (None | ReportState): Null where nobody has begun it.
        version (int | None):
        submitted_at (datetime.datetime | None):
        due_at (datetime.datetime | None): Null while a class of the unit is to come. A quick report is due half an hour
            after its class closes, a result at the end of the day of the unit's last class.
        is_late (bool):
        convened (int):
        present (int):
        unknown (int): Pending and not yet known.
    """

    unit_id: UUID
    name: str
    group: None | str
    report_id: None | UUID
    state: None | ReportState
    version: int | None
    submitted_at: datetime.datetime | None
    due_at: datetime.datetime | None
    is_late: bool
    convened: int
    present: int
    unknown: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        unit_id = str(self.unit_id)

        name = self.name

        group: None | str
        group = self.group

        report_id: None | str
        if isinstance(self.report_id, UUID):
            report_id = str(self.report_id)
        else:
            report_id = self.report_id

        state: None | str
        if isinstance(self.state, ReportState):
            state = self.state.value
        else:
            state = self.state

        version: int | None
        version = self.version

        submitted_at: None | str
        if isinstance(self.submitted_at, datetime.datetime):
            submitted_at = self.submitted_at.isoformat()
        else:
            submitted_at = self.submitted_at

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        is_late = self.is_late

        convened = self.convened

        present = self.present

        unknown = self.unknown

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unit_id": unit_id,
                "name": name,
                "group": group,
                "report_id": report_id,
                "state": state,
                "version": version,
                "submitted_at": submitted_at,
                "due_at": due_at,
                "is_late": is_late,
                "convened": convened,
                "present": present,
                "unknown": unknown,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        name = d.pop("name")

        def _parse_group(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        group = _parse_group(d.pop("group"))

        def _parse_report_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                report_id_type_0 = UUID(data)

                return report_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        report_id = _parse_report_id(d.pop("report_id"))

        def _parse_state(data: object) -> None | ReportState:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                state_type_0 = ReportState(data)

                return state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReportState, data)

        state = _parse_state(d.pop("state"))

        def _parse_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        version = _parse_version(d.pop("version"))

        def _parse_submitted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                submitted_at_type_0 = datetime.datetime.fromisoformat(data)

                return submitted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        submitted_at = _parse_submitted_at(d.pop("submitted_at"))

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        is_late = d.pop("is_late")

        convened = d.pop("convened")

        present = d.pop("present")

        unknown = d.pop("unknown")

        owed_report = cls(
            unit_id=unit_id,
            name=name,
            group=group,
            report_id=report_id,
            state=state,
            version=version,
            submitted_at=submitted_at,
            due_at=due_at,
            is_late=is_late,
            convened=convened,
            present=present,
            unknown=unknown,
        )

        owed_report.additional_properties = d
        return owed_report

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
