from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.suggested_hall import SuggestedHall


T = TypeVar("T", bound="MeetParticipantView")


@_attrs_define
class MeetParticipantView:
    """A connection, and which hall it was.

    Attributes:
        id (UUID):
        session_id (UUID):
        display_name (str):
        joined_at (datetime.datetime):
        left_at (datetime.datetime):
        bridge_point_id (None | UUID):
        point_name (None | str):
        is_ignored (bool):
        is_automatic (bool): Matched by its name, and by no person.
        matched_at (datetime.datetime | None):
        suggestion (None | SuggestedHall): Of what nobody has matched yet.
    """

    id: UUID
    session_id: UUID
    display_name: str
    joined_at: datetime.datetime
    left_at: datetime.datetime
    bridge_point_id: None | UUID
    point_name: None | str
    is_ignored: bool
    is_automatic: bool
    matched_at: datetime.datetime | None
    suggestion: None | SuggestedHall
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.suggested_hall import SuggestedHall  # noqa: PLC0415

        id = str(self.id)

        session_id = str(self.session_id)

        display_name = self.display_name

        joined_at = self.joined_at.isoformat()

        left_at = self.left_at.isoformat()

        bridge_point_id: None | str
        if isinstance(self.bridge_point_id, UUID):
            bridge_point_id = str(self.bridge_point_id)
        else:
            bridge_point_id = self.bridge_point_id

        point_name: None | str
        point_name = self.point_name

        is_ignored = self.is_ignored

        is_automatic = self.is_automatic

        matched_at: None | str
        if isinstance(self.matched_at, datetime.datetime):
            matched_at = self.matched_at.isoformat()
        else:
            matched_at = self.matched_at

        suggestion: dict[str, Any] | None
        if isinstance(self.suggestion, SuggestedHall):
            suggestion = self.suggestion.to_dict()
        else:
            suggestion = self.suggestion

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "session_id": session_id,
                "display_name": display_name,
                "joined_at": joined_at,
                "left_at": left_at,
                "bridge_point_id": bridge_point_id,
                "point_name": point_name,
                "is_ignored": is_ignored,
                "is_automatic": is_automatic,
                "matched_at": matched_at,
                "suggestion": suggestion,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.suggested_hall import SuggestedHall  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        session_id = UUID(d.pop("session_id"))

        display_name = d.pop("display_name")

        joined_at = datetime.datetime.fromisoformat(d.pop("joined_at"))

        left_at = datetime.datetime.fromisoformat(d.pop("left_at"))

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

        def _parse_point_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        point_name = _parse_point_name(d.pop("point_name"))

        is_ignored = d.pop("is_ignored")

        is_automatic = d.pop("is_automatic")

        def _parse_matched_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                matched_at_type_0 = datetime.datetime.fromisoformat(data)

                return matched_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        matched_at = _parse_matched_at(d.pop("matched_at"))

        def _parse_suggestion(data: object) -> None | SuggestedHall:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                suggestion_type_0 = SuggestedHall.from_dict(data)

                return suggestion_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SuggestedHall, data)

        suggestion = _parse_suggestion(d.pop("suggestion"))

        meet_participant_view = cls(
            id=id,
            session_id=session_id,
            display_name=display_name,
            joined_at=joined_at,
            left_at=left_at,
            bridge_point_id=bridge_point_id,
            point_name=point_name,
            is_ignored=is_ignored,
            is_automatic=is_automatic,
            matched_at=matched_at,
            suggestion=suggestion,
        )

        meet_participant_view.additional_properties = d
        return meet_participant_view

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
