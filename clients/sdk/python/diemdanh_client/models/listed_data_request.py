from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.data_request_kind import DataRequestKind
from ..models.data_request_state import DataRequestState

T = TypeVar("T", bound="ListedDataRequest")


@_attrs_define
class ListedDataRequest:
    """A request in the list of those who answer.

    Attributes:
        id (UUID):
        kind (DataRequestKind): What a member asks about his own data (Law 91/2025/QH15).
        state (DataRequestState): Where a member's request stands.
        text (str):
        made_at (datetime.datetime):
        answer_due_on (datetime.date):
        done_due_on (datetime.date):
        answer (None | str):
        answered_at (datetime.datetime | None):
        closed_at (datetime.datetime | None):
        member_id (UUID):
        full_name (str):
        unit_id (UUID): The unit that counted him when he asked.
        unit_name (str):
        answered_by_name (None | str):
        is_overdue (bool): Not answered, or not done, by the day it was due.
    """

    id: UUID
    kind: DataRequestKind
    state: DataRequestState
    text: str
    made_at: datetime.datetime
    answer_due_on: datetime.date
    done_due_on: datetime.date
    answer: None | str
    answered_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    member_id: UUID
    full_name: str
    unit_id: UUID
    unit_name: str
    answered_by_name: None | str
    is_overdue: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind.value

        state = self.state.value

        text = self.text

        made_at = self.made_at.isoformat()

        answer_due_on = self.answer_due_on.isoformat()

        done_due_on = self.done_due_on.isoformat()

        answer: None | str
        answer = self.answer

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        member_id = str(self.member_id)

        full_name = self.full_name

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        answered_by_name: None | str
        answered_by_name = self.answered_by_name

        is_overdue = self.is_overdue

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "state": state,
                "text": text,
                "made_at": made_at,
                "answer_due_on": answer_due_on,
                "done_due_on": done_due_on,
                "answer": answer,
                "answered_at": answered_at,
                "closed_at": closed_at,
                "member_id": member_id,
                "full_name": full_name,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "answered_by_name": answered_by_name,
                "is_overdue": is_overdue,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = DataRequestKind(d.pop("kind"))

        state = DataRequestState(d.pop("state"))

        text = d.pop("text")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        answer_due_on = datetime.date.fromisoformat(d.pop("answer_due_on"))

        done_due_on = datetime.date.fromisoformat(d.pop("done_due_on"))

        def _parse_answer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        answer = _parse_answer(d.pop("answer"))

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))

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

        member_id = UUID(d.pop("member_id"))

        full_name = d.pop("full_name")

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        def _parse_answered_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        answered_by_name = _parse_answered_by_name(d.pop("answered_by_name"))

        is_overdue = d.pop("is_overdue")

        listed_data_request = cls(
            id=id,
            kind=kind,
            state=state,
            text=text,
            made_at=made_at,
            answer_due_on=answer_due_on,
            done_due_on=done_due_on,
            answer=answer,
            answered_at=answered_at,
            closed_at=closed_at,
            member_id=member_id,
            full_name=full_name,
            unit_id=unit_id,
            unit_name=unit_name,
            answered_by_name=answered_by_name,
            is_overdue=is_overdue,
        )

        listed_data_request.additional_properties = d
        return listed_data_request

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
