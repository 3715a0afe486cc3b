from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LineTestView")


@_attrs_define
class LineTestView:
    """A test of a point's line or connection.

    Attributes:
        id (UUID):
        point_id (UUID):
        passed (bool):
        note (None | str):
        tested_by (None | str): The display name of whoever tested; for those who prepare the point.
        tested_at (datetime.datetime):
        is_stale (bool): Made at an earlier venue: counts no more.
    """

    id: UUID
    point_id: UUID
    passed: bool
    note: None | str
    tested_by: None | str
    tested_at: datetime.datetime
    is_stale: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        point_id = str(self.point_id)

        passed = self.passed

        note: None | str
        note = self.note

        tested_by: None | str
        tested_by = self.tested_by

        tested_at = self.tested_at.isoformat()

        is_stale = self.is_stale

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "point_id": point_id,
                "passed": passed,
                "note": note,
                "tested_by": tested_by,
                "tested_at": tested_at,
                "is_stale": is_stale,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        point_id = UUID(d.pop("point_id"))

        passed = d.pop("passed")

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_tested_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tested_by = _parse_tested_by(d.pop("tested_by"))

        tested_at = datetime.datetime.fromisoformat(d.pop("tested_at"))

        is_stale = d.pop("is_stale")

        line_test_view = cls(
            id=id,
            point_id=point_id,
            passed=passed,
            note=note,
            tested_by=tested_by,
            tested_at=tested_at,
            is_stale=is_stale,
        )

        line_test_view.additional_properties = d
        return line_test_view

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
