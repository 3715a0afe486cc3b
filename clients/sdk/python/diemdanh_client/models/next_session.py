from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form import Form

T = TypeVar("T", bound="NextSession")


@_attrs_define
class NextSession:
    """A session to which absentees are proposed.

    Attributes:
        session_id (UUID):
        title (str):
        form (Form): How a session reaches its halls: a dedicated line, or Google Meet (plan II.4).
        starts_at (datetime.datetime | None):
        proposed (int): By this request.
        total (int): All who are proposed for it, of your units.
    """

    session_id: UUID
    title: str
    form: Form
    starts_at: datetime.datetime | None
    proposed: int
    total: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        session_id = str(self.session_id)

        title = self.title

        form = self.form.value

        starts_at: None | str
        if isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        proposed = self.proposed

        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "title": title,
                "form": form,
                "starts_at": starts_at,
                "proposed": proposed,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        session_id = UUID(d.pop("session_id"))

        title = d.pop("title")

        form = Form(d.pop("form"))

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

        proposed = d.pop("proposed")

        total = d.pop("total")

        next_session = cls(
            session_id=session_id,
            title=title,
            form=form,
            starts_at=starts_at,
            proposed=proposed,
            total=total,
        )

        next_session.additional_properties = d
        return next_session

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
