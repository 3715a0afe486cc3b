from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.window_kind import WindowKind

if TYPE_CHECKING:
    from ..models.window_exception_view import WindowExceptionView


T = TypeVar("T", bound="WindowView")


@_attrs_define
class WindowView:
    """One roll-call of a session, and the points at which something else holds.

    Attributes:
        id (UUID):
        session_id (UUID):
        ordinal (int):
        kind (WindowKind): Which roll-call of a session a window is.
        opened_at (datetime.datetime):
        closed_at (datetime.datetime | None):
        exceptions (list[WindowExceptionView]):
    """

    id: UUID
    session_id: UUID
    ordinal: int
    kind: WindowKind
    opened_at: datetime.datetime
    closed_at: datetime.datetime | None
    exceptions: list[WindowExceptionView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        session_id = str(self.session_id)

        ordinal = self.ordinal

        kind = self.kind.value

        opened_at = self.opened_at.isoformat()

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        exceptions = []
        for exceptions_item_data in self.exceptions:
            exceptions_item = exceptions_item_data.to_dict()
            exceptions.append(exceptions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "session_id": session_id,
                "ordinal": ordinal,
                "kind": kind,
                "opened_at": opened_at,
                "closed_at": closed_at,
                "exceptions": exceptions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.window_exception_view import WindowExceptionView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        session_id = UUID(d.pop("session_id"))

        ordinal = d.pop("ordinal")

        kind = WindowKind(d.pop("kind"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        exceptions = []
        _exceptions = d.pop("exceptions")
        for exceptions_item_data in _exceptions:
            exceptions_item = WindowExceptionView.from_dict(exceptions_item_data)

            exceptions.append(exceptions_item)

        window_view = cls(
            id=id,
            session_id=session_id,
            ordinal=ordinal,
            kind=kind,
            opened_at=opened_at,
            closed_at=closed_at,
            exceptions=exceptions,
        )

        window_view.additional_properties = d
        return window_view

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
