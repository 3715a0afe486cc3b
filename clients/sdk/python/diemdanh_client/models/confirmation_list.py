from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ConfirmationList")


@_attrs_define
class ConfirmationList:
    """Several attendances of one session.

    Attributes:
        attendance_ids (list[UUID]):
    """

    attendance_ids: list[UUID]

    def to_dict(self) -> dict[str, Any]:
        attendance_ids = []
        for attendance_ids_item_data in self.attendance_ids:
            attendance_ids_item = str(attendance_ids_item_data)
            attendance_ids.append(attendance_ids_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "attendance_ids": attendance_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        attendance_ids = []
        _attendance_ids = d.pop("attendance_ids")
        for attendance_ids_item_data in _attendance_ids:
            attendance_ids_item = UUID(attendance_ids_item_data)

            attendance_ids.append(attendance_ids_item)

        confirmation_list = cls(
            attendance_ids=attendance_ids,
        )

        return confirmation_list
