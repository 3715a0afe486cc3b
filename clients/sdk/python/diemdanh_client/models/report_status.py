from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_kind import ReportKind

if TYPE_CHECKING:
    from ..models.owed_report import OwedReport
    from ..models.reminder import Reminder
    from ..models.report_status_totals import ReportStatusTotals


T = TypeVar("T", bound="ReportStatus")


@_attrs_define
class ReportStatus:
    """Who owes a report, and who has handed it in.

    Attributes:
        conference_id (UUID):
        session_id (None | UUID):
        unit_id (UUID):
        kind (ReportKind): What a unit's report tells of: one session at once, or the conference after its last one.
        counted_at (datetime.datetime):
        units (list[OwedReport]):
        totals (ReportStatusTotals): All the units together.
        reminder (None | str): Names every unit whose classes are over and whose report has not come, and when it is
            due; null where there is none.
        reminders (list[Reminder]): The same, group by group.
    """

    conference_id: UUID
    session_id: None | UUID
    unit_id: UUID
    kind: ReportKind
    counted_at: datetime.datetime
    units: list[OwedReport]
    totals: ReportStatusTotals
    reminder: None | str
    reminders: list[Reminder]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        conference_id = str(self.conference_id)

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        unit_id = str(self.unit_id)

        kind = self.kind.value

        counted_at = self.counted_at.isoformat()

        units = []
        for units_item_data in self.units:
            units_item = units_item_data.to_dict()
            units.append(units_item)

        totals = self.totals.to_dict()

        reminder: None | str
        reminder = self.reminder

        reminders = []
        for reminders_item_data in self.reminders:
            reminders_item = reminders_item_data.to_dict()
            reminders.append(reminders_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "conference_id": conference_id,
                "session_id": session_id,
                "unit_id": unit_id,
                "kind": kind,
                "counted_at": counted_at,
                "units": units,
                "totals": totals,
                "reminder": reminder,
                "reminders": reminders,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.owed_report import OwedReport  # noqa: PLC0415
        from ..models.reminder import Reminder  # noqa: PLC0415
        from ..models.report_status_totals import ReportStatusTotals  # noqa: PLC0415

        d = dict(src_dict)
        conference_id = UUID(d.pop("conference_id"))

        def _parse_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                session_id_type_0 = UUID(data)

                return session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        session_id = _parse_session_id(d.pop("session_id"))

        unit_id = UUID(d.pop("unit_id"))

        kind = ReportKind(d.pop("kind"))

        counted_at = datetime.datetime.fromisoformat(d.pop("counted_at"))

        units = []
        _units = d.pop("units")
        for units_item_data in _units:
            units_item = OwedReport.from_dict(units_item_data)

            units.append(units_item)

        totals = ReportStatusTotals.from_dict(d.pop("totals"))

        def _parse_reminder(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reminder = _parse_reminder(d.pop("reminder"))

        reminders = []
        _reminders = d.pop("reminders")
        for reminders_item_data in _reminders:
            reminders_item = Reminder.from_dict(reminders_item_data)

            reminders.append(reminders_item)

        report_status = cls(
            conference_id=conference_id,
            session_id=session_id,
            unit_id=unit_id,
            kind=kind,
            counted_at=counted_at,
            units=units,
            totals=totals,
            reminder=reminder,
            reminders=reminders,
        )

        report_status.additional_properties = d
        return report_status

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
