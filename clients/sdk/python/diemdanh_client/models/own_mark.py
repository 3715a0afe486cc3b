from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.absence_reason import AbsenceReason
from ..models.mark_kind import MarkKind

T = TypeVar("T", bound="OwnMark")


@_attrs_define
class OwnMark:
    """What a secretary wrote of one for a whole session.

    Attributes:
        kind (MarkKind): What a secretary wrote beside a name.
        reason (AbsenceReason | None):
        note (None | str):
        departed_at (datetime.datetime | None):
        marked_at (datetime.datetime):
    """

    kind: MarkKind
    reason: AbsenceReason | None
    note: None | str
    departed_at: datetime.datetime | None
    marked_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        reason: None | str
        if isinstance(self.reason, AbsenceReason):
            reason = self.reason.value
        else:
            reason = self.reason

        note: None | str
        note = self.note

        departed_at: None | str
        if isinstance(self.departed_at, datetime.datetime):
            departed_at = self.departed_at.isoformat()
        else:
            departed_at = self.departed_at

        marked_at = self.marked_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "reason": reason,
                "note": note,
                "departed_at": departed_at,
                "marked_at": marked_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = MarkKind(d.pop("kind"))

        def _parse_reason(data: object) -> AbsenceReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = AbsenceReason(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AbsenceReason | None, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_departed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                departed_at_type_0 = datetime.datetime.fromisoformat(data)

                return departed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        departed_at = _parse_departed_at(d.pop("departed_at"))

        marked_at = datetime.datetime.fromisoformat(d.pop("marked_at"))

        own_mark = cls(
            kind=kind,
            reason=reason,
            note=note,
            departed_at=departed_at,
            marked_at=marked_at,
        )

        own_mark.additional_properties = d
        return own_mark

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
