from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.check_kind import CheckKind
from ..models.check_result import CheckResult
from ..models.lack import Lack

T = TypeVar("T", bound="PreparationItemView")


@_attrs_define
class PreparationItemView:
    """An item of a point's checklist, and what was found last.

    Attributes:
        key (str):
        text (str):
        kind (CheckKind): How an item of the preparation checklist is answered.
        result (CheckResult | None):
        note (None | str):
        marked_by (None | str): The display name of whoever marked it; for those who prepare the point.
        marked_at (datetime.datetime | None):
        is_stale (bool): Found before the point's last change of name or venue: counts no more.
        lack (Lack | None): Why it is not ready; null when it is.
    """

    key: str
    text: str
    kind: CheckKind
    result: CheckResult | None
    note: None | str
    marked_by: None | str
    marked_at: datetime.datetime | None
    is_stale: bool
    lack: Lack | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        text = self.text

        kind = self.kind.value

        result: None | str
        if isinstance(self.result, CheckResult):
            result = self.result.value
        else:
            result = self.result

        note: None | str
        note = self.note

        marked_by: None | str
        marked_by = self.marked_by

        marked_at: None | str
        if isinstance(self.marked_at, datetime.datetime):
            marked_at = self.marked_at.isoformat()
        else:
            marked_at = self.marked_at

        is_stale = self.is_stale

        lack: None | str
        if isinstance(self.lack, Lack):
            lack = self.lack.value
        else:
            lack = self.lack

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "text": text,
                "kind": kind,
                "result": result,
                "note": note,
                "marked_by": marked_by,
                "marked_at": marked_at,
                "is_stale": is_stale,
                "lack": lack,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        text = d.pop("text")

        kind = CheckKind(d.pop("kind"))

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

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_marked_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        marked_by = _parse_marked_by(d.pop("marked_by"))

        def _parse_marked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                marked_at_type_0 = datetime.datetime.fromisoformat(data)

                return marked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        marked_at = _parse_marked_at(d.pop("marked_at"))

        is_stale = d.pop("is_stale")

        def _parse_lack(data: object) -> Lack | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lack_type_0 = Lack(data)

                return lack_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Lack | None, data)

        lack = _parse_lack(d.pop("lack"))

        preparation_item_view = cls(
            key=key,
            text=text,
            kind=kind,
            result=result,
            note=note,
            marked_by=marked_by,
            marked_at=marked_at,
            is_stale=is_stale,
            lack=lack,
        )

        preparation_item_view.additional_properties = d
        return preparation_item_view

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
