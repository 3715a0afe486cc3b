from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.absence_reason import AbsenceReason
from ..models.mark_kind import MarkKind

T = TypeVar("T", bound="MarkedMember")


@_attrs_define
class MarkedMember:
    """Somebody who is marked now.

    Attributes:
        member_id (UUID):
        unit_id (UUID): The unit that counts the member in this session.
        row_number (int | None):
        full_name (str):
        kind (MarkKind): What a secretary wrote beside a name.
        reason (AbsenceReason | None):
    """

    member_id: UUID
    unit_id: UUID
    row_number: int | None
    full_name: str
    kind: MarkKind
    reason: AbsenceReason | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        member_id = str(self.member_id)

        unit_id = str(self.unit_id)

        row_number: int | None
        row_number = self.row_number

        full_name = self.full_name

        kind = self.kind.value

        reason: None | str
        if isinstance(self.reason, AbsenceReason):
            reason = self.reason.value
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "member_id": member_id,
                "unit_id": unit_id,
                "row_number": row_number,
                "full_name": full_name,
                "kind": kind,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        member_id = UUID(d.pop("member_id"))

        unit_id = UUID(d.pop("unit_id"))

        def _parse_row_number(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        row_number = _parse_row_number(d.pop("row_number"))

        full_name = d.pop("full_name")

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

        marked_member = cls(
            member_id=member_id,
            unit_id=unit_id,
            row_number=row_number,
            full_name=full_name,
            kind=kind,
            reason=reason,
        )

        marked_member.additional_properties = d
        return marked_member

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
