from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="TotpBeginning")


@_attrs_define
class TotpBeginning:
    """The password again; to change phones, a code of the old one or a recovery code as well.

    Attributes:
        password (str):
        otp (str | Unset):  Default: ''.
    """

    password: str
    otp: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        password = self.password

        otp = self.otp

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "password": password,
            }
        )
        if otp is not UNSET:
            field_dict["otp"] = otp

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        password = d.pop("password")

        otp = d.pop("otp", UNSET)

        totp_beginning = cls(
            password=password,
            otp=otp,
        )

        return totp_beginning
