from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.skip_code import SkipCode

T = TypeVar("T", bound="SkippedMember")


@_attrs_define
class SkippedMember:
    """Somebody who was not marked, and why.

    Attributes:
        unit_id (None | UUID): Whose row it is.
        row_number (int | None):
        member_id (None | UUID):
        code (SkipCode): Why somebody was not marked.
        detail (str): A sentence for the person, in the reader's language.
    """

    unit_id: None | UUID
    row_number: int | None
    member_id: None | UUID
    code: SkipCode
    detail: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        unit_id: None | str
        if isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        row_number: int | None
        row_number = self.row_number

        member_id: None | str
        if isinstance(self.member_id, UUID):
            member_id = str(self.member_id)
        else:
            member_id = self.member_id

        code = self.code.value

        detail = self.detail

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unit_id": unit_id,
                "row_number": row_number,
                "member_id": member_id,
                "code": code,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_unit_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_id_type_0 = UUID(data)

                return unit_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        unit_id = _parse_unit_id(d.pop("unit_id"))

        def _parse_row_number(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        row_number = _parse_row_number(d.pop("row_number"))

        def _parse_member_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                member_id_type_0 = UUID(data)

                return member_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        member_id = _parse_member_id(d.pop("member_id"))

        code = SkipCode(d.pop("code"))

        detail = d.pop("detail")

        skipped_member = cls(
            unit_id=unit_id,
            row_number=row_number,
            member_id=member_id,
            code=code,
            detail=detail,
        )

        skipped_member.additional_properties = d
        return skipped_member

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
