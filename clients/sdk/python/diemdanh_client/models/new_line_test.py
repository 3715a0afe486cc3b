from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewLineTest")


@_attrs_define
class NewLineTest:
    """A test of a point's line or connection, at the venue it has now.

    Attributes:
        passed (bool):
        note (None | str | Unset):
    """

    passed: bool
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        passed = self.passed

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "passed": passed,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        passed = d.pop("passed")

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        new_line_test = cls(
            passed=passed,
            note=note,
        )

        return new_line_test
