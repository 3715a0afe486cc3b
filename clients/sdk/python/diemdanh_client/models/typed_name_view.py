from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.evidence import Evidence
from ..models.standing import Standing
from ..models.typed_name_outcome import TypedNameOutcome

if TYPE_CHECKING:
    from ..models.suggestion_view import SuggestionView


T = TypeVar("T", bound="TypedNameView")


@_attrs_define
class TypedNameView:
    """A name typed on a phone, as it was typed, and what became of it.

    Attributes:
        id (UUID):
        session_id (UUID):
        window_id (UUID):
        unit_id (None | UUID): As it was chosen; null where it was not found.
        unit_name (None | str):
        bridge_point_id (UUID):
        point_name (str):
        name (str):
        last4 (None | str): As they were typed.
        evidence (Evidence): How the software knows that a member was there.
        arrived_at (datetime.datetime):
        attendance_id (None | UUID):
        member_id (None | UUID): The member of that attendance; null also where he is of none of your units.
        member_name (None | str):
        standing (None | Standing): The standing of that attendance now.
        outcome (None | TypedNameOutcome): Null until a person settled it; a name whose member has proved to be there
            needs nobody.
        was_already_there (bool): It was settled for a member who had been recorded before.
        settled_at (datetime.datetime | None):
        settled_by_name (None | str):
        settled_reason (None | str):
        suggestions (list[SuggestionView]):
    """

    id: UUID
    session_id: UUID
    window_id: UUID
    unit_id: None | UUID
    unit_name: None | str
    bridge_point_id: UUID
    point_name: str
    name: str
    last4: None | str
    evidence: Evidence
    arrived_at: datetime.datetime
    attendance_id: None | UUID
    member_id: None | UUID
    member_name: None | str
    standing: None | Standing
    outcome: None | TypedNameOutcome
    was_already_there: bool
    settled_at: datetime.datetime | None
    settled_by_name: None | str
    settled_reason: None | str
    suggestions: list[SuggestionView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        session_id = str(self.session_id)

        window_id = str(self.window_id)

        unit_id: None | str
        if isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        unit_name: None | str
        unit_name = self.unit_name

        bridge_point_id = str(self.bridge_point_id)

        point_name = self.point_name

        name = self.name

        last4: None | str
        last4 = self.last4

        evidence = self.evidence.value

        arrived_at = self.arrived_at.isoformat()

        attendance_id: None | str
        if isinstance(self.attendance_id, UUID):
            attendance_id = str(self.attendance_id)
        else:
            attendance_id = self.attendance_id

        member_id: None | str
        if isinstance(self.member_id, UUID):
            member_id = str(self.member_id)
        else:
            member_id = self.member_id

        member_name: None | str
        member_name = self.member_name

        standing: None | str
        if isinstance(self.standing, Standing):
            standing = self.standing.value
        else:
            standing = self.standing

        outcome: None | str
        if isinstance(self.outcome, TypedNameOutcome):
            outcome = self.outcome.value
        else:
            outcome = self.outcome

        was_already_there = self.was_already_there

        settled_at: None | str
        if isinstance(self.settled_at, datetime.datetime):
            settled_at = self.settled_at.isoformat()
        else:
            settled_at = self.settled_at

        settled_by_name: None | str
        settled_by_name = self.settled_by_name

        settled_reason: None | str
        settled_reason = self.settled_reason

        suggestions = []
        for suggestions_item_data in self.suggestions:
            suggestions_item = suggestions_item_data.to_dict()
            suggestions.append(suggestions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "session_id": session_id,
                "window_id": window_id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "bridge_point_id": bridge_point_id,
                "point_name": point_name,
                "name": name,
                "last4": last4,
                "evidence": evidence,
                "arrived_at": arrived_at,
                "attendance_id": attendance_id,
                "member_id": member_id,
                "member_name": member_name,
                "standing": standing,
                "outcome": outcome,
                "was_already_there": was_already_there,
                "settled_at": settled_at,
                "settled_by_name": settled_by_name,
                "settled_reason": settled_reason,
                "suggestions": suggestions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.suggestion_view import SuggestionView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        session_id = UUID(d.pop("session_id"))

        window_id = UUID(d.pop("window_id"))

        def _parse_unit_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_id_type_0 = UUID(data)

                return unit_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        unit_id = _parse_unit_id(d.pop("unit_id"))

        def _parse_unit_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit_name = _parse_unit_name(d.pop("unit_name"))

        bridge_point_id = UUID(d.pop("bridge_point_id"))

        point_name = d.pop("point_name")

        name = d.pop("name")

        def _parse_last4(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last4 = _parse_last4(d.pop("last4"))

        evidence = Evidence(d.pop("evidence"))

        arrived_at = datetime.datetime.fromisoformat(d.pop("arrived_at"))

        def _parse_attendance_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                attendance_id_type_0 = UUID(data)

                return attendance_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        attendance_id = _parse_attendance_id(d.pop("attendance_id"))

        def _parse_member_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                member_id_type_0 = UUID(data)

                return member_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        member_id = _parse_member_id(d.pop("member_id"))

        def _parse_member_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        member_name = _parse_member_name(d.pop("member_name"))

        def _parse_standing(data: object) -> None | Standing:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                standing_type_0 = Standing(data)

                return standing_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Standing, data)

        standing = _parse_standing(d.pop("standing"))

        def _parse_outcome(data: object) -> None | TypedNameOutcome:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = TypedNameOutcome(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TypedNameOutcome, data)

        outcome = _parse_outcome(d.pop("outcome"))

        was_already_there = d.pop("was_already_there")

        def _parse_settled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settled_at_type_0 = datetime.datetime.fromisoformat(data)

                return settled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        settled_at = _parse_settled_at(d.pop("settled_at"))

        def _parse_settled_by_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        settled_by_name = _parse_settled_by_name(d.pop("settled_by_name"))

        def _parse_settled_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        settled_reason = _parse_settled_reason(d.pop("settled_reason"))

        suggestions = []
        _suggestions = d.pop("suggestions")
        for suggestions_item_data in _suggestions:
            suggestions_item = SuggestionView.from_dict(suggestions_item_data)

            suggestions.append(suggestions_item)

        typed_name_view = cls(
            id=id,
            session_id=session_id,
            window_id=window_id,
            unit_id=unit_id,
            unit_name=unit_name,
            bridge_point_id=bridge_point_id,
            point_name=point_name,
            name=name,
            last4=last4,
            evidence=evidence,
            arrived_at=arrived_at,
            attendance_id=attendance_id,
            member_id=member_id,
            member_name=member_name,
            standing=standing,
            outcome=outcome,
            was_already_there=was_already_there,
            settled_at=settled_at,
            settled_by_name=settled_by_name,
            settled_reason=settled_reason,
            suggestions=suggestions,
        )

        typed_name_view.additional_properties = d
        return typed_name_view

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
