from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BreachView")


@_attrs_define
class BreachView:
    """A breach in the register.

    Attributes:
        id (UUID):
        found_at (datetime.datetime):
        report_due_at (datetime.datetime): 72 hours after it was found.
        text (str):
        persons (int | None):
        measures (None | str):
        reported_at (datetime.datetime | None):
        closed_at (datetime.datetime | None):
        recorded_at (datetime.datetime):
        account_id (UUID):
    """

    id: UUID
    found_at: datetime.datetime
    report_due_at: datetime.datetime
    text: str
    persons: int | None
    measures: None | str
    reported_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    recorded_at: datetime.datetime
    account_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        found_at = self.found_at.isoformat()

        report_due_at = self.report_due_at.isoformat()

        text = self.text

        persons: int | None
        persons = self.persons

        measures: None | str
        measures = self.measures

        reported_at: None | str
        if isinstance(self.reported_at, datetime.datetime):
            reported_at = self.reported_at.isoformat()
        else:
            reported_at = self.reported_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        recorded_at = self.recorded_at.isoformat()

        account_id = str(self.account_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "found_at": found_at,
                "report_due_at": report_due_at,
                "text": text,
                "persons": persons,
                "measures": measures,
                "reported_at": reported_at,
                "closed_at": closed_at,
                "recorded_at": recorded_at,
                "account_id": account_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        found_at = datetime.datetime.fromisoformat(d.pop("found_at"))

        report_due_at = datetime.datetime.fromisoformat(d.pop("report_due_at"))

        text = d.pop("text")

        def _parse_persons(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        persons = _parse_persons(d.pop("persons"))

        def _parse_measures(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        measures = _parse_measures(d.pop("measures"))

        def _parse_reported_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reported_at_type_0 = datetime.datetime.fromisoformat(data)

                return reported_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reported_at = _parse_reported_at(d.pop("reported_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        account_id = UUID(d.pop("account_id"))

        breach_view = cls(
            id=id,
            found_at=found_at,
            report_due_at=report_due_at,
            text=text,
            persons=persons,
            measures=measures,
            reported_at=reported_at,
            closed_at=closed_at,
            recorded_at=recorded_at,
            account_id=account_id,
        )

        breach_view.additional_properties = d
        return breach_view

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
