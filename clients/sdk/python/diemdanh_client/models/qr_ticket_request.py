from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="QrTicketRequest")


@_attrs_define
class QrTicketRequest:
    """A scanned code: what stands after `#` in the address.

    Attributes:
        qr (str):
    """

    qr: str

    def to_dict(self) -> dict[str, Any]:
        qr = self.qr

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "qr": qr,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        qr = d.pop("qr")

        qr_ticket_request = cls(
            qr=qr,
        )

        return qr_ticket_request
