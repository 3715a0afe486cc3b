from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.own_binding import OwnBinding
    from ..models.own_member import OwnMember
    from ..models.own_notice import OwnNotice
    from ..models.own_request import OwnRequest
    from ..models.own_session import OwnSession
    from ..models.own_viewing import OwnViewing


T = TypeVar("T", bound="OwnRecord")


@_attrs_define
class OwnRecord:
    """All that is held of a member, for himself.

    Attributes:
        member (OwnMember): Who one is in the list of members: all that is held.
        phone (OwnBinding): Since when this phone is one's own, and how it came to be.
        sessions (list[OwnSession]): The newest first.
        views (list[OwnViewing]): The last 50, the newest first.
        requests (list[OwnRequest]): The newest first.
        notice (OwnNotice): The privacy notice.
    """

    member: OwnMember
    phone: OwnBinding
    sessions: list[OwnSession]
    views: list[OwnViewing]
    requests: list[OwnRequest]
    notice: OwnNotice

    def to_dict(self) -> dict[str, Any]:
        member = self.member.to_dict()

        phone = self.phone.to_dict()

        sessions = []
        for sessions_item_data in self.sessions:
            sessions_item = sessions_item_data.to_dict()
            sessions.append(sessions_item)

        views = []
        for views_item_data in self.views:
            views_item = views_item_data.to_dict()
            views.append(views_item)

        requests = []
        for requests_item_data in self.requests:
            requests_item = requests_item_data.to_dict()
            requests.append(requests_item)

        notice = self.notice.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "member": member,
                "phone": phone,
                "sessions": sessions,
                "views": views,
                "requests": requests,
                "notice": notice,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_binding import OwnBinding  # noqa: PLC0415
        from ..models.own_member import OwnMember  # noqa: PLC0415
        from ..models.own_notice import OwnNotice  # noqa: PLC0415
        from ..models.own_request import OwnRequest  # noqa: PLC0415
        from ..models.own_session import OwnSession  # noqa: PLC0415
        from ..models.own_viewing import OwnViewing  # noqa: PLC0415

        d = dict(src_dict)
        member = OwnMember.from_dict(d.pop("member"))

        phone = OwnBinding.from_dict(d.pop("phone"))

        sessions = []
        _sessions = d.pop("sessions")
        for sessions_item_data in _sessions:
            sessions_item = OwnSession.from_dict(sessions_item_data)

            sessions.append(sessions_item)

        views = []
        _views = d.pop("views")
        for views_item_data in _views:
            views_item = OwnViewing.from_dict(views_item_data)

            views.append(views_item)

        requests = []
        _requests = d.pop("requests")
        for requests_item_data in _requests:
            requests_item = OwnRequest.from_dict(requests_item_data)

            requests.append(requests_item)

        notice = OwnNotice.from_dict(d.pop("notice"))

        own_record = cls(
            member=member,
            phone=phone,
            sessions=sessions,
            views=views,
            requests=requests,
            notice=notice,
        )

        return own_record
