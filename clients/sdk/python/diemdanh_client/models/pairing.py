from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Pairing")


@_attrs_define
class Pairing:
    """What a screen types once to become a screen of its point.

    Attributes:
        pairing_code (str): 8 characters; case and hyphens do not count.
    """

    pairing_code: str

    def to_dict(self) -> dict[str, Any]:
        pairing_code = self.pairing_code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "pairing_code": pairing_code,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pairing_code = d.pop("pairing_code")

        pairing = cls(
            pairing_code=pairing_code,
        )

        return pairing
