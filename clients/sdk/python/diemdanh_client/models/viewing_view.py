from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.actor_view import ActorView


T = TypeVar("T", bound="ViewingView")


@_attrs_define
class ViewingView:
    """Somebody read a member, or a list on which the member may have stood.

    Attributes:
        viewed_at (datetime.datetime):
        viewer (ActorView): Who did something, by the name of today.
        certain (bool): True: this member was read by himself. False: a list of his unit, or of one above it, was read
            while he belonged to it; a page or a filter may have left him out.
        operation (None | str): The operation that was called, by its operationId.
        count (int | None): How many members its answer named.
        subject_id (UUID): The member, or the unit whose list it was.
        session_id (None | UUID): The session whose list it was, if any.
    """

    viewed_at: datetime.datetime
    viewer: ActorView
    certain: bool
    operation: None | str
    count: int | None
    subject_id: UUID
    session_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        viewed_at = self.viewed_at.isoformat()

        viewer = self.viewer.to_dict()

        certain = self.certain

        operation: None | str
        operation = self.operation

        count: int | None
        count = self.count

        subject_id = str(self.subject_id)

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "viewed_at": viewed_at,
                "viewer": viewer,
                "certain": certain,
                "operation": operation,
                "count": count,
                "subject_id": subject_id,
                "session_id": session_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor_view import ActorView  # noqa: PLC0415

        d = dict(src_dict)
        viewed_at = datetime.datetime.fromisoformat(d.pop("viewed_at"))

        viewer = ActorView.from_dict(d.pop("viewer"))

        certain = d.pop("certain")

        def _parse_operation(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        operation = _parse_operation(d.pop("operation"))

        def _parse_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        count = _parse_count(d.pop("count"))

        subject_id = UUID(d.pop("subject_id"))

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

        viewing_view = cls(
            viewed_at=viewed_at,
            viewer=viewer,
            certain=certain,
            operation=operation,
            count=count,
            subject_id=subject_id,
            session_id=session_id,
        )

        viewing_view.additional_properties = d
        return viewing_view

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
