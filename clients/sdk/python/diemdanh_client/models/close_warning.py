from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.close_warning_code import CloseWarningCode

T = TypeVar("T", bound="CloseWarning")


@_attrs_define
class CloseWarning:
    """Something that hindered nothing, and that whoever closed a conference should see.

    Attributes:
        code (CloseWarningCode):
        message (str): A sentence for the person, in the reader's language.
        units (int): Units whose result report has not come, or with members of a cancelled session who were put into no
            other.
    """

    code: CloseWarningCode
    message: str
    units: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        message = self.message

        units = self.units

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "message": message,
                "units": units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = CloseWarningCode(d.pop("code"))

        message = d.pop("message")

        units = d.pop("units")

        close_warning = cls(
            code=code,
            message=message,
            units=units,
        )

        close_warning.additional_properties = d
        return close_warning

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
