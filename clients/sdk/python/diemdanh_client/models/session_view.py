from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form import Form
from ..models.session_state import SessionState

T = TypeVar("T", bound="SessionView")


@_attrs_define
class SessionView:
    """A session: one class of a conference, one sitting.

    Attributes:
        id (UUID):
        conference_id (UUID):
        form (Form): How a session reaches its halls: a dedicated line, or Google Meet (plan II.4).
        ordinal (int):
        title (str):
        date_hint (None | str):
        starts_at (datetime.datetime | None):
        opens_ahead_minutes (int | None): So long before its time it opens by itself; null: only by hand.
        meet_url (None | str):
        confidential (bool):
        presenters (list[str]):
        share (int):
        sequence (int): Counts the changes that units must be told.
        state (SessionState): Where a session stands; `sessions.rules` holds the moves between them.
        state_reason (None | str): Why it is postponed or cancelled.
        opened_at (datetime.datetime | None):
        closed_at (datetime.datetime | None):
        locks_at (datetime.datetime | None): From then on nothing more is accepted.
    """

    id: UUID
    conference_id: UUID
    form: Form
    ordinal: int
    title: str
    date_hint: None | str
    starts_at: datetime.datetime | None
    opens_ahead_minutes: int | None
    meet_url: None | str
    confidential: bool
    presenters: list[str]
    share: int
    sequence: int
    state: SessionState
    state_reason: None | str
    opened_at: datetime.datetime | None
    closed_at: datetime.datetime | None
    locks_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        conference_id = str(self.conference_id)

        form = self.form.value

        ordinal = self.ordinal

        title = self.title

        date_hint: None | str
        date_hint = self.date_hint

        starts_at: None | str
        if isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        opens_ahead_minutes: int | None
        opens_ahead_minutes = self.opens_ahead_minutes

        meet_url: None | str
        meet_url = self.meet_url

        confidential = self.confidential

        presenters = self.presenters

        share = self.share

        sequence = self.sequence

        state = self.state.value

        state_reason: None | str
        state_reason = self.state_reason

        opened_at: None | str
        if isinstance(self.opened_at, datetime.datetime):
            opened_at = self.opened_at.isoformat()
        else:
            opened_at = self.opened_at

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        locks_at: None | str
        if isinstance(self.locks_at, datetime.datetime):
            locks_at = self.locks_at.isoformat()
        else:
            locks_at = self.locks_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "conference_id": conference_id,
                "form": form,
                "ordinal": ordinal,
                "title": title,
                "date_hint": date_hint,
                "starts_at": starts_at,
                "opens_ahead_minutes": opens_ahead_minutes,
                "meet_url": meet_url,
                "confidential": confidential,
                "presenters": presenters,
                "share": share,
                "sequence": sequence,
                "state": state,
                "state_reason": state_reason,
                "opened_at": opened_at,
                "closed_at": closed_at,
                "locks_at": locks_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        conference_id = UUID(d.pop("conference_id"))

        form = Form(d.pop("form"))

        ordinal = d.pop("ordinal")

        title = d.pop("title")

        def _parse_date_hint(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        date_hint = _parse_date_hint(d.pop("date_hint"))

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

        def _parse_opens_ahead_minutes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        opens_ahead_minutes = _parse_opens_ahead_minutes(d.pop("opens_ahead_minutes"))

        def _parse_meet_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        meet_url = _parse_meet_url(d.pop("meet_url"))

        confidential = d.pop("confidential")

        presenters = cast(list[str], d.pop("presenters"))

        share = d.pop("share")

        sequence = d.pop("sequence")

        state = SessionState(d.pop("state"))

        def _parse_state_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        state_reason = _parse_state_reason(d.pop("state_reason"))

        def _parse_opened_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                opened_at_type_0 = datetime.datetime.fromisoformat(data)

                return opened_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        opened_at = _parse_opened_at(d.pop("opened_at"))

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

        def _parse_locks_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                locks_at_type_0 = datetime.datetime.fromisoformat(data)

                return locks_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        locks_at = _parse_locks_at(d.pop("locks_at"))

        session_view = cls(
            id=id,
            conference_id=conference_id,
            form=form,
            ordinal=ordinal,
            title=title,
            date_hint=date_hint,
            starts_at=starts_at,
            opens_ahead_minutes=opens_ahead_minutes,
            meet_url=meet_url,
            confidential=confidential,
            presenters=presenters,
            share=share,
            sequence=sequence,
            state=state,
            state_reason=state_reason,
            opened_at=opened_at,
            closed_at=closed_at,
            locks_at=locks_at,
        )

        session_view.additional_properties = d
        return session_view

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
