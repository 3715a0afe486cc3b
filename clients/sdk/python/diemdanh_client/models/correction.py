from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.correction_standing import CorrectionStanding

T = TypeVar("T", bound="Correction")


@_attrs_define
class Correction:
    """What an attendance shall be, whatever was decided on it before.

    Attributes:
        standing (CorrectionStanding):
        reason (str):
    """

    standing: CorrectionStanding
    reason: str

    def to_dict(self) -> dict[str, Any]:
        standing = self.standing.value

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "standing": standing,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        standing = CorrectionStanding(d.pop("standing"))

        reason = d.pop("reason")

        correction = cls(
            standing=standing,
            reason=reason,
        )

        return correction
