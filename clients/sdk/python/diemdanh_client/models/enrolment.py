from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Enrolment")


@_attrs_define
class Enrolment:
    """The code of a slip, scanned or typed.

    Attributes:
        code (str): Read kindly: case, hyphens and spaces do not count, O is 0, I and L are 1.
    """

    code: str

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        enrolment = cls(
            code=code,
        )

        return enrolment
