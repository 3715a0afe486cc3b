from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="SettleMatched")


@_attrs_define
class SettleMatched:
    """The name is that of a member on the list.

    Attributes:
        outcome (Literal['matched']):
        member_id (UUID):
    """

    outcome: Literal["matched"]
    member_id: UUID

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome

        member_id = str(self.member_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "member_id": member_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = cast(Literal["matched"], d.pop("outcome"))
        if outcome != "matched":
            raise ValueError(f"outcome must match const 'matched', got '{outcome}'")

        member_id = UUID(d.pop("member_id"))

        settle_matched = cls(
            outcome=outcome,
            member_id=member_id,
        )

        return settle_matched
