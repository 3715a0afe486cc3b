from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PointEvidence")


@_attrs_define
class PointEvidence:
    """How those who are at one bridge point were counted, and whether it is silent.

    Attributes:
        point_id (UUID):
        qr (int): By the picture on the screen.
        digits (int): By the digits on the screen, typed.
        named (int): By a name or a late arrival, and where a person confirmed it.
        by_hand (int): Ticked on the list, or copied from paper.
        last_arrived_at (datetime.datetime | None): Null where nobody has come.
        is_silent (bool): The session is open, some of those expected are not accounted for, and nobody has come for 10
            minutes.
    """

    point_id: UUID
    qr: int
    digits: int
    named: int
    by_hand: int
    last_arrived_at: datetime.datetime | None
    is_silent: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        point_id = str(self.point_id)

        qr = self.qr

        digits = self.digits

        named = self.named

        by_hand = self.by_hand

        last_arrived_at: None | str
        if isinstance(self.last_arrived_at, datetime.datetime):
            last_arrived_at = self.last_arrived_at.isoformat()
        else:
            last_arrived_at = self.last_arrived_at

        is_silent = self.is_silent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "point_id": point_id,
                "qr": qr,
                "digits": digits,
                "named": named,
                "by_hand": by_hand,
                "last_arrived_at": last_arrived_at,
                "is_silent": is_silent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        point_id = UUID(d.pop("point_id"))

        qr = d.pop("qr")

        digits = d.pop("digits")

        named = d.pop("named")

        by_hand = d.pop("by_hand")

        def _parse_last_arrived_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_arrived_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_arrived_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_arrived_at = _parse_last_arrived_at(d.pop("last_arrived_at"))

        is_silent = d.pop("is_silent")

        point_evidence = cls(
            point_id=point_id,
            qr=qr,
            digits=digits,
            named=named,
            by_hand=by_hand,
            last_arrived_at=last_arrived_at,
            is_silent=is_silent,
        )

        point_evidence.additional_properties = d
        return point_evidence

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
