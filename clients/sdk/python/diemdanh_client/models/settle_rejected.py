from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="SettleRejected")


@_attrs_define
class SettleRejected:
    """The name is nobody's who was there.

    Attributes:
        outcome (Literal['rejected']):
        reason (str):
    """

    outcome: Literal["rejected"]
    reason: str

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = cast(Literal["rejected"], d.pop("outcome"))
        if outcome != "rejected":
            raise ValueError(f"outcome must match const 'rejected', got '{outcome}'")

        reason = d.pop("reason")

        settle_rejected = cls(
            outcome=outcome,
            reason=reason,
        )

        return settle_rejected
