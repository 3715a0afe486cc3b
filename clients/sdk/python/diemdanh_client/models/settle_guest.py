from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="SettleGuest")


@_attrs_define
class SettleGuest:
    """The name is that of a guest, who is no member.

    Attributes:
        outcome (Literal['guest']):
    """

    outcome: Literal["guest"]

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = cast(Literal["guest"], d.pop("outcome"))
        if outcome != "guest":
            raise ValueError(f"outcome must match const 'guest', got '{outcome}'")

        settle_guest = cls(
            outcome=outcome,
        )

        return settle_guest
