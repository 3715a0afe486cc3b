from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.window_kind import WindowKind

T = TypeVar("T", bound="ScreenLive")


@_attrs_define
class ScreenLive:
    """What a screen shows beside its code; the first three tell it when to fetch codes anew.

    Attributes:
        session_id (None | UUID):
        epoch (int | None):
        window_kind (None | WindowKind):
        present (int):
        pending (int):
    """

    session_id: None | UUID
    epoch: int | None
    window_kind: None | WindowKind
    present: int
    pending: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        epoch: int | None
        epoch = self.epoch

        window_kind: None | str
        if isinstance(self.window_kind, WindowKind):
            window_kind = self.window_kind.value
        else:
            window_kind = self.window_kind

        present = self.present

        pending = self.pending

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "epoch": epoch,
                "window_kind": window_kind,
                "present": present,
                "pending": pending,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                session_id_type_0 = UUID(data)

                return session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        session_id = _parse_session_id(d.pop("session_id"))

        def _parse_epoch(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        epoch = _parse_epoch(d.pop("epoch"))

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

        present = d.pop("present")

        pending = d.pop("pending")

        screen_live = cls(
            session_id=session_id,
            epoch=epoch,
            window_kind=window_kind,
            present=present,
            pending=pending,
        )

        screen_live.additional_properties = d
        return screen_live

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
