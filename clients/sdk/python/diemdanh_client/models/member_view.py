from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.member_status import MemberStatus

T = TypeVar("T", bound="MemberView")


@_attrs_define
class MemberView:
    """A member: name, unit, status, and the card number where it is on file.

    Attributes:
        id (UUID):
        unit_id (UUID): The unit that the member belongs to.
        full_name (str):
        card_number (None | str): Opaque text of at most 20 characters.
        status (MemberStatus): A member's standing in the Party, as far as attendance needs it.
        away_at (None | UUID): The unit where the member is for a time, and which counts the member; null at home.
        away_until (datetime.date | None): The last day of that time, where it is known.
    """

    id: UUID
    unit_id: UUID
    full_name: str
    card_number: None | str
    status: MemberStatus
    away_at: None | UUID
    away_until: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        unit_id = str(self.unit_id)

        full_name = self.full_name

        card_number: None | str
        card_number = self.card_number

        status = self.status.value

        away_at: None | str
        if isinstance(self.away_at, UUID):
            away_at = str(self.away_at)
        else:
            away_at = self.away_at

        away_until: None | str
        if isinstance(self.away_until, datetime.date):
            away_until = self.away_until.isoformat()
        else:
            away_until = self.away_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "unit_id": unit_id,
                "full_name": full_name,
                "card_number": card_number,
                "status": status,
                "away_at": away_at,
                "away_until": away_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        unit_id = UUID(d.pop("unit_id"))

        full_name = d.pop("full_name")

        def _parse_card_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        card_number = _parse_card_number(d.pop("card_number"))

        status = MemberStatus(d.pop("status"))

        def _parse_away_at(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                away_at_type_0 = UUID(data)

                return away_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        away_at = _parse_away_at(d.pop("away_at"))

        def _parse_away_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                away_until_type_0 = datetime.date.fromisoformat(data)

                return away_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        away_until = _parse_away_until(d.pop("away_until"))

        member_view = cls(
            id=id,
            unit_id=unit_id,
            full_name=full_name,
            card_number=card_number,
            status=status,
            away_at=away_at,
            away_until=away_until,
        )

        member_view.additional_properties = d
        return member_view

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
