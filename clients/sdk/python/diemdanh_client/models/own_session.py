from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.presence import Presence

if TYPE_CHECKING:
    from ..models.own_mark import OwnMark
    from ..models.own_window import OwnWindow


T = TypeVar("T", bound="OwnSession")


@_attrs_define
class OwnSession:
    """How one took part in a session.

    Attributes:
        session_id (UUID):
        title (str):
        starts_at (datetime.datetime | None):
        is_expected (bool): He is allocated to this session.
        presence (Presence): How a member took part in a session, all windows together (domain.md, sections 3 and 4).

            B is the sum of them all: the first three are present, and a submitted report has neither
            pending nor unknown.
        mark (None | OwnMark):
        windows (list[OwnWindow]):
    """

    session_id: UUID
    title: str
    starts_at: datetime.datetime | None
    is_expected: bool
    presence: Presence
    mark: None | OwnMark
    windows: list[OwnWindow]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.own_mark import OwnMark  # noqa: PLC0415

        session_id = str(self.session_id)

        title = self.title

        starts_at: None | str
        if isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        is_expected = self.is_expected

        presence = self.presence.value

        mark: dict[str, Any] | None
        if isinstance(self.mark, OwnMark):
            mark = self.mark.to_dict()
        else:
            mark = self.mark

        windows = []
        for windows_item_data in self.windows:
            windows_item = windows_item_data.to_dict()
            windows.append(windows_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "title": title,
                "starts_at": starts_at,
                "is_expected": is_expected,
                "presence": presence,
                "mark": mark,
                "windows": windows,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.own_mark import OwnMark  # noqa: PLC0415
        from ..models.own_window import OwnWindow  # noqa: PLC0415

        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        title = d.pop("title")

        def _parse_starts_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        starts_at = _parse_starts_at(d.pop("starts_at"))

        is_expected = d.pop("is_expected")

        presence = Presence(d.pop("presence"))

        def _parse_mark(data: object) -> None | OwnMark:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mark_type_0 = OwnMark.from_dict(data)

                return mark_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OwnMark, data)

        mark = _parse_mark(d.pop("mark"))

        windows = []
        _windows = d.pop("windows")
        for windows_item_data in _windows:
            windows_item = OwnWindow.from_dict(windows_item_data)

            windows.append(windows_item)

        own_session = cls(
            session_id=session_id,
            title=title,
            starts_at=starts_at,
            is_expected=is_expected,
            presence=presence,
            mark=mark,
            windows=windows,
        )

        own_session.additional_properties = d
        return own_session

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
