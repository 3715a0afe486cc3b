from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.group_by import GroupBy

if TYPE_CHECKING:
    from ..models.sessions_held import SessionsHeld
    from ..models.summary_difference import SummaryDifference
    from ..models.summary_row import SummaryRow
    from ..models.tally_view import TallyView


T = TypeVar("T", bound="Summary")


@_attrs_define
class Summary:
    """The figures of a conference, or of one unit's part of it.

    Attributes:
        conference_id (UUID):
        unit_id (UUID): The top of what is summed: the organiser, or a unit.
        unit_name (str):
        as_of (datetime.datetime): The figures are of this instant.
        is_locked (bool): They are those of a version; `live=true` asks what they would be now.
        version (int | None): Of which version these figures are; null: of none.
        group_by (GroupBy): What the rows of a summary are.
        rows (list[SummaryRow]):
        total (TallyView): Figures that agree.

            members − away + here − exempt − suspended − excluded = convened = present + pending + excused
            + unexcused + unknown.
        guests (int):
        head_count (int | None):
        sessions_held (list[SessionsHeld]):
        units_unreported (int): Units directly below the top, with members to be convened, whose result report has not
            come.
        difference (list[SummaryDifference]): Of `live=true` after the conference was closed: what differs from the last
            version.
    """

    conference_id: UUID
    unit_id: UUID
    unit_name: str
    as_of: datetime.datetime
    is_locked: bool
    version: int | None
    group_by: GroupBy
    rows: list[SummaryRow]
    total: TallyView
    guests: int
    head_count: int | None
    sessions_held: list[SessionsHeld]
    units_unreported: int
    difference: list[SummaryDifference]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        conference_id = str(self.conference_id)

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        as_of = self.as_of.isoformat()

        is_locked = self.is_locked

        version: int | None
        version = self.version

        group_by = self.group_by.value

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        total = self.total.to_dict()

        guests = self.guests

        head_count: int | None
        head_count = self.head_count

        sessions_held = []
        for sessions_held_item_data in self.sessions_held:
            sessions_held_item = sessions_held_item_data.to_dict()
            sessions_held.append(sessions_held_item)

        units_unreported = self.units_unreported

        difference = []
        for difference_item_data in self.difference:
            difference_item = difference_item_data.to_dict()
            difference.append(difference_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "conference_id": conference_id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "as_of": as_of,
                "is_locked": is_locked,
                "version": version,
                "group_by": group_by,
                "rows": rows,
                "total": total,
                "guests": guests,
                "head_count": head_count,
                "sessions_held": sessions_held,
                "units_unreported": units_unreported,
                "difference": difference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sessions_held import SessionsHeld  # noqa: PLC0415
        from ..models.summary_difference import SummaryDifference  # noqa: PLC0415
        from ..models.summary_row import SummaryRow  # noqa: PLC0415
        from ..models.tally_view import TallyView  # noqa: PLC0415

        d = dict(src_dict)
        conference_id = UUID(d.pop("conference_id"))

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        is_locked = d.pop("is_locked")

        def _parse_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        version = _parse_version(d.pop("version"))

        group_by = GroupBy(d.pop("group_by"))

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = SummaryRow.from_dict(rows_item_data)

            rows.append(rows_item)

        total = TallyView.from_dict(d.pop("total"))

        guests = d.pop("guests")

        def _parse_head_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        head_count = _parse_head_count(d.pop("head_count"))

        sessions_held = []
        _sessions_held = d.pop("sessions_held")
        for sessions_held_item_data in _sessions_held:
            sessions_held_item = SessionsHeld.from_dict(sessions_held_item_data)

            sessions_held.append(sessions_held_item)

        units_unreported = d.pop("units_unreported")

        difference = []
        _difference = d.pop("difference")
        for difference_item_data in _difference:
            difference_item = SummaryDifference.from_dict(difference_item_data)

            difference.append(difference_item)

        summary = cls(
            conference_id=conference_id,
            unit_id=unit_id,
            unit_name=unit_name,
            as_of=as_of,
            is_locked=is_locked,
            version=version,
            group_by=group_by,
            rows=rows,
            total=total,
            guests=guests,
            head_count=head_count,
            sessions_held=sessions_held,
            units_unreported=units_unreported,
            difference=difference,
        )

        summary.additional_properties = d
        return summary

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
