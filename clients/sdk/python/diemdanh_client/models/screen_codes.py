from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.window_kind import WindowKind

if TYPE_CHECKING:
    from ..models.code_view import CodeView
    from ..models.named_point import NamedPoint
    from ..models.named_session import NamedSession


T = TypeVar("T", bound="ScreenCodes")


@_attrs_define
class ScreenCodes:
    """What a screen needs for the next ten minutes, even if its line is cut.

    Attributes:
        server_time (datetime.datetime):
        step_seconds (int):
        change_delay_seconds (int):
        point (NamedPoint): A bridge point by name.
        domain (str): The host that the QR leads to, to be shown in words.
        session (NamedSession | None): Null while no session is open here.
        window_kind (None | WindowKind): The one that holds at this point. Null between two windows: no code counts
            then, and none is sent.
        door (None | str):
        epoch (int | None): Changes when the codes were rotated by hand.
        codes (list[CodeView]): From the step before, which counts still, to ten minutes ahead.
    """

    server_time: datetime.datetime
    step_seconds: int
    change_delay_seconds: int
    point: NamedPoint
    domain: str
    session: NamedSession | None
    window_kind: None | WindowKind
    door: None | str
    epoch: int | None
    codes: list[CodeView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.named_session import NamedSession  # noqa: PLC0415

        server_time = self.server_time.isoformat()

        step_seconds = self.step_seconds

        change_delay_seconds = self.change_delay_seconds

        point = self.point.to_dict()

        domain = self.domain

        session: dict[str, Any] | None
        if isinstance(self.session, NamedSession):
            session = self.session.to_dict()
        else:
            session = self.session

        window_kind: None | str
        if isinstance(self.window_kind, WindowKind):
            window_kind = self.window_kind.value
        else:
            window_kind = self.window_kind

        door: None | str
        door = self.door

        epoch: int | None
        epoch = self.epoch

        codes = []
        for codes_item_data in self.codes:
            codes_item = codes_item_data.to_dict()
            codes.append(codes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "server_time": server_time,
                "step_seconds": step_seconds,
                "change_delay_seconds": change_delay_seconds,
                "point": point,
                "domain": domain,
                "session": session,
                "window_kind": window_kind,
                "door": door,
                "epoch": epoch,
                "codes": codes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.code_view import CodeView  # noqa: PLC0415
        from ..models.named_point import NamedPoint  # noqa: PLC0415
        from ..models.named_session import NamedSession  # noqa: PLC0415

        d = dict(src_dict)
        server_time = datetime.datetime.fromisoformat(d.pop("server_time"))

        step_seconds = d.pop("step_seconds")

        change_delay_seconds = d.pop("change_delay_seconds")

        point = NamedPoint.from_dict(d.pop("point"))

        domain = d.pop("domain")

        def _parse_session(data: object) -> NamedSession | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                session_type_0 = NamedSession.from_dict(data)

                return session_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NamedSession | None, data)

        session = _parse_session(d.pop("session"))

        def _parse_window_kind(data: object) -> None | WindowKind:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                window_kind_type_0 = WindowKind(data)

                return window_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WindowKind, data)

        window_kind = _parse_window_kind(d.pop("window_kind"))

        def _parse_door(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        door = _parse_door(d.pop("door"))

        def _parse_epoch(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        epoch = _parse_epoch(d.pop("epoch"))

        codes = []
        _codes = d.pop("codes")
        for codes_item_data in _codes:
            codes_item = CodeView.from_dict(codes_item_data)

            codes.append(codes_item)

        screen_codes = cls(
            server_time=server_time,
            step_seconds=step_seconds,
            change_delay_seconds=change_delay_seconds,
            point=point,
            domain=domain,
            session=session,
            window_kind=window_kind,
            door=door,
            epoch=epoch,
            codes=codes,
        )

        screen_codes.additional_properties = d
        return screen_codes

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
