from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SessionMakeUp")


@_attrs_define
class SessionMakeUp:
    """Somebody absent shall come to a later session.

    Attributes:
        kind (Literal['session']):
        session_id (UUID):
        missed_session_id (None | Unset | UUID): The session that he missed; without it, the one that is known, or the
            last
        note (None | str | Unset):
    """

    kind: Literal["session"]
    session_id: UUID
    missed_session_id: None | Unset | UUID = UNSET
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        session_id = str(self.session_id)

        missed_session_id: None | str | Unset
        if isinstance(self.missed_session_id, Unset):
            missed_session_id = UNSET
        elif isinstance(self.missed_session_id, UUID):
            missed_session_id = str(self.missed_session_id)
        else:
            missed_session_id = self.missed_session_id

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "session_id": session_id,
            }
        )
        if missed_session_id is not UNSET:
            field_dict["missed_session_id"] = missed_session_id
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["session"], d.pop("kind"))
        if kind != "session":
            raise ValueError(f"kind must match const 'session', got '{kind}'")

        session_id = UUID(d.pop("session_id"))

        def _parse_missed_session_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                missed_session_id_type_0 = UUID(data)

                return missed_session_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        missed_session_id = _parse_missed_session_id(d.pop("missed_session_id", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        session_make_up = cls(
            kind=kind,
            session_id=session_id,
            missed_session_id=missed_session_id,
            note=note,
        )

        return session_make_up
