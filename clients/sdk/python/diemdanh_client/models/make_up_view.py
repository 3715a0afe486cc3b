from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.make_up_kind import MakeUpKind
from ..models.session_state import SessionState

T = TypeVar("T", bound="MakeUpView")


@_attrs_define
class MakeUpView:
    """What is planned, or was done, for one who missed his session.

    Attributes:
        member_id (UUID):
        full_name (str):
        unit_id (UUID): The unit that counted him.
        unit_name (str):
        missed_session_id (UUID):
        missed_title (str):
        kind (MakeUpKind): How somebody absent hears it after all: in a later session, or told again by his cell.
        session_id (None | UUID):
        session_title (None | str):
        session_state (None | SessionState):
        starts_at (datetime.datetime | None):
        retold_on (datetime.date | None):
        note (None | str):
        has_made_up (bool): He was told again, or came to a session that began after the one he missed. The figures of
            the day never change by it.
        came_session_id (None | UUID): The first such session.
        made_at (datetime.datetime):
        made_by (None | str): The display name of whoever wrote it last.
    """

    member_id: UUID
    full_name: str
    unit_id: UUID
    unit_name: str
    missed_session_id: UUID
    missed_title: str
    kind: MakeUpKind
    session_id: None | UUID
    session_title: None | str
    session_state: None | SessionState
    starts_at: datetime.datetime | None
    retold_on: datetime.date | None
    note: None | str
    has_made_up: bool
    came_session_id: None | UUID
    made_at: datetime.datetime
    made_by: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        member_id = str(self.member_id)

        full_name = self.full_name

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        missed_session_id = str(self.missed_session_id)

        missed_title = self.missed_title

        kind = self.kind.value

        session_id: None | str
        if isinstance(self.session_id, UUID):
            session_id = str(self.session_id)
        else:
            session_id = self.session_id

        session_title: None | str
        session_title = self.session_title

        session_state: None | str
        if isinstance(self.session_state, SessionState):
            session_state = self.session_state.value
        else:
            session_state = self.session_state

        starts_at: None | str
        if isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        retold_on: None | str
        if isinstance(self.retold_on, datetime.date):
            retold_on = self.retold_on.isoformat()
        else:
            retold_on = self.retold_on

        note: None | str
        note = self.note

        has_made_up = self.has_made_up

        came_session_id: None | str
        if isinstance(self.came_session_id, UUID):
            came_session_id = str(self.came_session_id)
        else:
            came_session_id = self.came_session_id

        made_at = self.made_at.isoformat()

        made_by: None | str
        made_by = self.made_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "member_id": member_id,
                "full_name": full_name,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "missed_session_id": missed_session_id,
                "missed_title": missed_title,
                "kind": kind,
                "session_id": session_id,
                "session_title": session_title,
                "session_state": session_state,
                "starts_at": starts_at,
                "retold_on": retold_on,
                "note": note,
                "has_made_up": has_made_up,
                "came_session_id": came_session_id,
                "made_at": made_at,
                "made_by": made_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        member_id = UUID(d.pop("member_id"))

        full_name = d.pop("full_name")

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        missed_session_id = UUID(d.pop("missed_session_id"))

        missed_title = d.pop("missed_title")

        kind = MakeUpKind(d.pop("kind"))

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

        def _parse_session_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        session_title = _parse_session_title(d.pop("session_title"))

        def _parse_session_state(data: object) -> None | SessionState:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                session_state_type_0 = SessionState(data)

                return session_state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SessionState, data)

        session_state = _parse_session_state(d.pop("session_state"))

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

        def _parse_retold_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                retold_on_type_0 = datetime.date.fromisoformat(data)

                return retold_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        retold_on = _parse_retold_on(d.pop("retold_on"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        has_made_up = d.pop("has_made_up")

        def _parse_came_session_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                came_session_id_type_0 = UUID(data)

                return came_session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        came_session_id = _parse_came_session_id(d.pop("came_session_id"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        def _parse_made_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        made_by = _parse_made_by(d.pop("made_by"))

        make_up_view = cls(
            member_id=member_id,
            full_name=full_name,
            unit_id=unit_id,
            unit_name=unit_name,
            missed_session_id=missed_session_id,
            missed_title=missed_title,
            kind=kind,
            session_id=session_id,
            session_title=session_title,
            session_state=session_state,
            starts_at=starts_at,
            retold_on=retold_on,
            note=note,
            has_made_up=has_made_up,
            came_session_id=came_session_id,
            made_at=made_at,
            made_by=made_by,
        )

        make_up_view.additional_properties = d
        return make_up_view

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
