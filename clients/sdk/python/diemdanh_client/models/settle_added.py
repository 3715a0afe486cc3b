from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.settle_added_status import SettleAddedStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="SettleAdded")


@_attrs_define
class SettleAdded:
    """The name is that of a member who was missing on the list, and is added to it.

    Attributes:
        full_name (str):
        outcome (Literal['added']):
        unit_id (UUID):
        card_number (None | str | Unset):
        status (SettleAddedStatus | Unset):  Default: SettleAddedStatus.OFFICIAL.
    """

    full_name: str
    outcome: Literal["added"]
    unit_id: UUID
    card_number: None | str | Unset = UNSET
    status: SettleAddedStatus | Unset = SettleAddedStatus.OFFICIAL

    def to_dict(self) -> dict[str, Any]:
        full_name = self.full_name

        outcome = self.outcome

        unit_id = str(self.unit_id)

        card_number: None | str | Unset
        if isinstance(self.card_number, Unset):
            card_number = UNSET
        else:
            card_number = self.card_number

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "full_name": full_name,
                "outcome": outcome,
                "unit_id": unit_id,
            }
        )
        if card_number is not UNSET:
            field_dict["card_number"] = card_number
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        full_name = d.pop("full_name")

        outcome = cast(Literal["added"], d.pop("outcome"))
        if outcome != "added":
            raise ValueError(f"outcome must match const 'added', got '{outcome}'")

        unit_id = UUID(d.pop("unit_id"))

        def _parse_card_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        card_number = _parse_card_number(d.pop("card_number", UNSET))

        _status = d.pop("status", UNSET)
        status: SettleAddedStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = SettleAddedStatus(_status)

        settle_added = cls(
            full_name=full_name,
            outcome=outcome,
            unit_id=unit_id,
            card_number=card_number,
            status=status,
        )

        return settle_added
