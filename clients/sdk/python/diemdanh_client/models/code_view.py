from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.qr_view import QrView


T = TypeVar("T", bound="CodeView")


@_attrs_define
class CodeView:
    """The code of one step.

    Attributes:
        step (int):
        starts_at (datetime.datetime):
        digits (str):
        qr (QrView): A QR symbol without its quiet zone.
    """

    step: int
    starts_at: datetime.datetime
    digits: str
    qr: QrView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        step = self.step

        starts_at = self.starts_at.isoformat()

        digits = self.digits

        qr = self.qr.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "step": step,
                "starts_at": starts_at,
                "digits": digits,
                "qr": qr,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.qr_view import QrView  # noqa: PLC0415

        d = dict(src_dict)
        step = d.pop("step")

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        digits = d.pop("digits")

        qr = QrView.from_dict(d.pop("qr"))

        code_view = cls(
            step=step,
            starts_at=starts_at,
            digits=digits,
            qr=qr,
        )

        code_view.additional_properties = d
        return code_view

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
