from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.check_result import CheckResult
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewMark")


@_attrs_define
class NewMark:
    """What was found on one item; a result of null takes the mark back.

    Attributes:
        item_key (str):
        result (CheckResult | None):
        note (None | str | Unset):
    """

    item_key: str
    result: CheckResult | None
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        item_key = self.item_key

        result: None | str
        if isinstance(self.result, CheckResult):
            result = self.result.value
        else:
            result = self.result

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "item_key": item_key,
                "result": result,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        item_key = d.pop("item_key")

        def _parse_result(data: object) -> CheckResult | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                result_type_0 = CheckResult(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CheckResult | None, data)

        result = _parse_result(d.pop("result"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        new_mark = cls(
            item_key=item_key,
            result=result,
            note=note,
        )

        return new_mark
