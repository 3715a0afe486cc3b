from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.named_point import NamedPoint
    from ..models.phone_view import PhoneView
    from ..models.privacy_notice_view import PrivacyNoticeView
    from ..models.ticket_session import TicketSession
    from ..models.ticket_window import TicketWindow
    from ..models.unit_name import UnitName


T = TypeVar("T", bound="TicketView")


@_attrs_define
class TicketView:
    """Ten minutes to name oneself, in this browser only.

    Attributes:
        ticket (str):
        expires_at (datetime.datetime):
        late_seconds (int | None): Not null where the code is genuine but no longer fresh: it will be pending.
        device (PhoneView): What the server knows of this phone; of a client nothing: nobody is bound to it.
        notice (None | PrivacyNoticeView): Null once this phone has checked in with this version of the notice.
        session (TicketSession): The session that a ticket is for.
        point (NamedPoint): A bridge point by name.
        window (TicketWindow): The window that the code's step lies in.
        regulations (list[str]): The conference's, to be shown after the receipt.
        units (list[UnitName]): The units expected at this point.
    """

    ticket: str
    expires_at: datetime.datetime
    late_seconds: int | None
    device: PhoneView
    notice: None | PrivacyNoticeView
    session: TicketSession
    point: NamedPoint
    window: TicketWindow
    regulations: list[str]
    units: list[UnitName]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.privacy_notice_view import PrivacyNoticeView  # noqa: PLC0415

        ticket = self.ticket

        expires_at = self.expires_at.isoformat()

        late_seconds: int | None
        late_seconds = self.late_seconds

        device = self.device.to_dict()

        notice: dict[str, Any] | None
        if isinstance(self.notice, PrivacyNoticeView):
            notice = self.notice.to_dict()
        else:
            notice = self.notice

        session = self.session.to_dict()

        point = self.point.to_dict()

        window = self.window.to_dict()

        regulations = self.regulations

        units = []
        for units_item_data in self.units:
            units_item = units_item_data.to_dict()
            units.append(units_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket": ticket,
                "expires_at": expires_at,
                "late_seconds": late_seconds,
                "device": device,
                "notice": notice,
                "session": session,
                "point": point,
                "window": window,
                "regulations": regulations,
                "units": units,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_point import NamedPoint  # noqa: PLC0415
        from ..models.phone_view import PhoneView  # noqa: PLC0415
        from ..models.privacy_notice_view import PrivacyNoticeView  # noqa: PLC0415
        from ..models.ticket_session import TicketSession  # noqa: PLC0415
        from ..models.ticket_window import TicketWindow  # noqa: PLC0415
        from ..models.unit_name import UnitName  # noqa: PLC0415

        d = dict(src_dict)
        ticket = d.pop("ticket")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_late_seconds(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        late_seconds = _parse_late_seconds(d.pop("late_seconds"))

        device = PhoneView.from_dict(d.pop("device"))

        def _parse_notice(data: object) -> None | PrivacyNoticeView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                notice_type_0 = PrivacyNoticeView.from_dict(data)

                return notice_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PrivacyNoticeView, data)

        notice = _parse_notice(d.pop("notice"))

        session = TicketSession.from_dict(d.pop("session"))

        point = NamedPoint.from_dict(d.pop("point"))

        window = TicketWindow.from_dict(d.pop("window"))

        regulations = cast(list[str], d.pop("regulations"))

        units = []
        _units = d.pop("units")
        for units_item_data in _units:
            units_item = UnitName.from_dict(units_item_data)

            units.append(units_item)

        ticket_view = cls(
            ticket=ticket,
            expires_at=expires_at,
            late_seconds=late_seconds,
            device=device,
            notice=notice,
            session=session,
            point=point,
            window=window,
            regulations=regulations,
            units=units,
        )

        ticket_view.additional_properties = d
        return ticket_view

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
