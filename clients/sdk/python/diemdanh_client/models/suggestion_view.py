from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SuggestionView")


@_attrs_define
class SuggestionView:
    """A member whom a typed name may mean.

    Attributes:
        member_id (UUID):
        full_name (str):
        unit_id (UUID): The unit that counts the member.
        unit_name (str):
        last4_fits (bool | None): Null where none were typed, or no card number is on file.
        has_phone (bool):
        score (int): How likely it seems; the best comes first.
    """

    member_id: UUID
    full_name: str
    unit_id: UUID
    unit_name: str
    last4_fits: bool | None
    has_phone: bool
    score: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        member_id = str(self.member_id)

        full_name = self.full_name

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        last4_fits: bool | None
        last4_fits = self.last4_fits

        has_phone = self.has_phone

        score = self.score

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "member_id": member_id,
                "full_name": full_name,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "last4_fits": last4_fits,
                "has_phone": has_phone,
                "score": score,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        member_id = UUID(d.pop("member_id"))

        full_name = d.pop("full_name")

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        def _parse_last4_fits(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        last4_fits = _parse_last4_fits(d.pop("last4_fits"))

        has_phone = d.pop("has_phone")

        score = d.pop("score")

        suggestion_view = cls(
            member_id=member_id,
            full_name=full_name,
            unit_id=unit_id,
            unit_name=unit_name,
            last4_fits=last4_fits,
            has_phone=has_phone,
            score=score,
        )

        suggestion_view.additional_properties = d
        return suggestion_view

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
