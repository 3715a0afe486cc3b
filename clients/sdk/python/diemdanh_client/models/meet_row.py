from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.suggested_hall import SuggestedHall


T = TypeVar("T", bound="MeetRow")


@_attrs_define
class MeetRow:
    """A connection that the file tells of; certain suggestions are taken by themselves.

    Attributes:
        row (int):
        display_name (str):
        joined_at (datetime.datetime):
        left_at (datetime.datetime):
        is_new (bool):
        suggestion (None | SuggestedHall):
    """

    row: int
    display_name: str
    joined_at: datetime.datetime
    left_at: datetime.datetime
    is_new: bool
    suggestion: None | SuggestedHall
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.suggested_hall import SuggestedHall  # noqa: PLC0415

        row = self.row

        display_name = self.display_name

        joined_at = self.joined_at.isoformat()

        left_at = self.left_at.isoformat()

        is_new = self.is_new

        suggestion: dict[str, Any] | None
        if isinstance(self.suggestion, SuggestedHall):
            suggestion = self.suggestion.to_dict()
        else:
            suggestion = self.suggestion

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "row": row,
                "display_name": display_name,
                "joined_at": joined_at,
                "left_at": left_at,
                "is_new": is_new,
                "suggestion": suggestion,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.suggested_hall import SuggestedHall  # noqa: PLC0415

        d = dict(src_dict)
        row = d.pop("row")

        display_name = d.pop("display_name")

        joined_at = datetime.datetime.fromisoformat(d.pop("joined_at"))

        left_at = datetime.datetime.fromisoformat(d.pop("left_at"))

        is_new = d.pop("is_new")

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

        meet_row = cls(
            row=row,
            display_name=display_name,
            joined_at=joined_at,
            left_at=left_at,
            is_new=is_new,
            suggestion=suggestion,
        )

        meet_row.additional_properties = d
        return meet_row

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
