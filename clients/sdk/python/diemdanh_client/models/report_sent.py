from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_state import DeliveryState

T = TypeVar("T", bound="ReportSent")


@_attrs_define
class ReportSent:
    """How a report went out.

    Attributes:
        mail (DeliveryState | None): The newest mail from here; null for none.
        marked_on (datetime.date | None): Sent by official mail on that day, as was said.
    """

    mail: DeliveryState | None
    marked_on: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        mail: None | str
        if isinstance(self.mail, DeliveryState):
            mail = self.mail.value
        else:
            mail = self.mail

        marked_on: None | str
        if isinstance(self.marked_on, datetime.date):
            marked_on = self.marked_on.isoformat()
        else:
            marked_on = self.marked_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mail": mail,
                "marked_on": marked_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_mail(data: object) -> DeliveryState | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                mail_type_0 = DeliveryState(data)

                return mail_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeliveryState | None, data)

        mail = _parse_mail(d.pop("mail"))

        def _parse_marked_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                marked_on_type_0 = datetime.date.fromisoformat(data)

                return marked_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        marked_on = _parse_marked_on(d.pop("marked_on"))

        report_sent = cls(
            mail=mail,
            marked_on=marked_on,
        )

        report_sent.additional_properties = d
        return report_sent

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
