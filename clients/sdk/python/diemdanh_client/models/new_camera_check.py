from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewCameraCheck")


@_attrs_define
class NewCameraCheck:
    """Whether the camera of a hall was on; the plan wants it always on.

    Attributes:
        is_on (bool):
        note (None | str | Unset):
    """

    is_on: bool
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        is_on = self.is_on

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "is_on": is_on,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        is_on = d.pop("is_on")

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        new_camera_check = cls(
            is_on=is_on,
            note=note,
        )

        return new_camera_check
