from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="TypedTicketRequest")


@_attrs_define
class TypedTicketRequest:
    """A typed code: the door's number and six digits, in ASCII.

    Attributes:
        door (str):
        digits (str):
    """

    door: str
    digits: str

    def to_dict(self) -> dict[str, Any]:
        door = self.door

        digits = self.digits

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "door": door,
                "digits": digits,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        door = d.pop("door")

        digits = d.pop("digits")

        typed_ticket_request = cls(
            door=door,
            digits=digits,
        )

        return typed_ticket_request
