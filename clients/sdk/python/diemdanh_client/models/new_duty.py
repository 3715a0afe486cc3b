from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.duty_kind import DutyKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewDuty")


@_attrs_define
class NewDuty:
    """Why a member serves a session rather than attends it.

    Attributes:
        kind (DutyKind): Why a member serves a session rather than attends it.
        note (None | str | Unset):
    """

    kind: DutyKind
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = DutyKind(d.pop("kind"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        new_duty = cls(
            kind=kind,
            note=note,
        )

        return new_duty
