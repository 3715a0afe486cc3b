from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.actor_view import ActorView
    from ..models.event_view_changes import EventViewChanges
    from ..models.event_view_detail import EventViewDetail


T = TypeVar("T", bound="EventView")


@_attrs_define
class EventView:
    """Something that was done, or read.

    Attributes:
        id (UUID):
        happened_at (datetime.datetime):
        actor (ActorView): Who did something, by the name of today.
        act (str): What was done: a thing and a word, as `session.opened`.
        subject_id (UUID): What it was done to; of a list, the unit it is of.
        session_id (None | UUID): The session it belongs to, where it has one.
        detail (EventViewDetail): Numbers, ids and words of closed lists.
        changes (EventViewChanges): By the name of the field; no secrets.
    """

    id: UUID
    happened_at: datetime.datetime
    actor: ActorView
    act: str
    subject_id: UUID
    session_id: None | UUID
    detail: EventViewDetail
    changes: EventViewChanges
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        happened_at = self.happened_at.isoformat()

        actor = self.actor.to_dict()

        act = self.act

        subject_id = str(self.subject_id)

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        detail = self.detail.to_dict()

        changes = self.changes.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "happened_at": happened_at,
                "actor": actor,
                "act": act,
                "subject_id": subject_id,
                "session_id": session_id,
                "detail": detail,
                "changes": changes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.actor_view import ActorView  # noqa: PLC0415
        from ..models.event_view_changes import EventViewChanges  # noqa: PLC0415
        from ..models.event_view_detail import EventViewDetail  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        happened_at = datetime.datetime.fromisoformat(d.pop("happened_at"))

        actor = ActorView.from_dict(d.pop("actor"))

        act = d.pop("act")

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

        detail = EventViewDetail.from_dict(d.pop("detail"))

        changes = EventViewChanges.from_dict(d.pop("changes"))

        event_view = cls(
            id=id,
            happened_at=happened_at,
            actor=actor,
            act=act,
            subject_id=subject_id,
            session_id=session_id,
            detail=detail,
            changes=changes,
        )

        event_view.additional_properties = d
        return event_view

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
