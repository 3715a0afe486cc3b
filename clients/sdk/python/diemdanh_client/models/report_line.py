from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_kind import ReportKind
from ..models.report_state import ReportState

T = TypeVar("T", bound="ReportLine")


@_attrs_define
class ReportLine:
    """A report in a list.

    Attributes:
        id (UUID):
        kind (ReportKind): What a unit's report tells of: one session at once, or the conference after its last one.
        conference_id (UUID):
        session_id (None | UUID):
        unit_id (UUID):
        unit_name (str):
        state (ReportState): Where a report stands; `reports.rules` holds the moves between them.
        version (int | None): The number of its newest version.
        submitted_at (datetime.datetime | None):
        decided_at (datetime.datetime | None):
        comment (None | str):
        sent_on (datetime.date | None):
    """

    id: UUID
    kind: ReportKind
    conference_id: UUID
    session_id: None | UUID
    unit_id: UUID
    unit_name: str
    state: ReportState
    version: int | None
    submitted_at: datetime.datetime | None
    decided_at: datetime.datetime | None
    comment: None | str
    sent_on: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind.value

        conference_id = str(self.conference_id)

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        state = self.state.value

        version: int | None
        version = self.version

        submitted_at: None | str
        if isinstance(self.submitted_at, datetime.datetime):
            submitted_at = self.submitted_at.isoformat()
        else:
            submitted_at = self.submitted_at

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        comment: None | str
        comment = self.comment

        sent_on: None | str
        if isinstance(self.sent_on, datetime.date):
            sent_on = self.sent_on.isoformat()
        else:
            sent_on = self.sent_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "conference_id": conference_id,
                "session_id": session_id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "state": state,
                "version": version,
                "submitted_at": submitted_at,
                "decided_at": decided_at,
                "comment": comment,
                "sent_on": sent_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = ReportKind(d.pop("kind"))

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

        unit_name = d.pop("unit_name")

        state = ReportState(d.pop("state"))

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

        def _parse_comment(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        comment = _parse_comment(d.pop("comment"))

        def _parse_sent_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_on_type_0 = datetime.date.fromisoformat(data)

                return sent_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        sent_on = _parse_sent_on(d.pop("sent_on"))

        report_line = cls(
            id=id,
            kind=kind,
            conference_id=conference_id,
            session_id=session_id,
            unit_id=unit_id,
            unit_name=unit_name,
            state=state,
            version=version,
            submitted_at=submitted_at,
            decided_at=decided_at,
            comment=comment,
            sent_on=sent_on,
        )

        report_line.additional_properties = d
        return report_line

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
