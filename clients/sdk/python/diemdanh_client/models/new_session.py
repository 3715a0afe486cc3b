from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.form import Form
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewSession")


@_attrs_define
class NewSession:
    """A session to add; it may lack a time, as the plan's do ("trung tuần tháng 3").

    Attributes:
        conference_id (UUID):
        form (Form): How a session reaches its halls: a dedicated line, or Google Meet (plan II.4).
        ordinal (int):
        title (str):
        date_hint (None | str | Unset):
        starts_at (datetime.datetime | None | Unset):
        opens_ahead_minutes (int | None | Unset):  Default: 45.
        meet_url (None | str | Unset):
        confidential (bool | Unset):  Default: False.
        presenters (list[str] | Unset):
        share (int | Unset): Its part of each unit's members: three sessions of share 1 take 1/3 each. Default: 1.
    """

    conference_id: UUID
    form: Form
    ordinal: int
    title: str
    date_hint: None | str | Unset = UNSET
    starts_at: datetime.datetime | None | Unset = UNSET
    opens_ahead_minutes: int | None | Unset = 45
    meet_url: None | str | Unset = UNSET
    confidential: bool | Unset = False
    presenters: list[str] | Unset = UNSET
    share: int | Unset = 1

    def to_dict(self) -> dict[str, Any]:
        conference_id = str(self.conference_id)

        form = self.form.value

        ordinal = self.ordinal

        title = self.title

        date_hint: None | str | Unset
        if isinstance(self.date_hint, Unset):
            date_hint = UNSET
        else:
            date_hint = self.date_hint

        starts_at: None | str | Unset
        if isinstance(self.starts_at, Unset):
            starts_at = UNSET
        elif isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        opens_ahead_minutes: int | None | Unset
        if isinstance(self.opens_ahead_minutes, Unset):
            opens_ahead_minutes = UNSET
        else:
            opens_ahead_minutes = self.opens_ahead_minutes

        meet_url: None | str | Unset
        if isinstance(self.meet_url, Unset):
            meet_url = UNSET
        else:
            meet_url = self.meet_url

        confidential = self.confidential

        presenters: list[str] | Unset = UNSET
        if not isinstance(self.presenters, Unset):
            presenters = self.presenters

        share = self.share

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "conference_id": conference_id,
                "form": form,
                "ordinal": ordinal,
                "title": title,
            }
        )
        if date_hint is not UNSET:
            field_dict["date_hint"] = date_hint
        if starts_at is not UNSET:
            field_dict["starts_at"] = starts_at
        if opens_ahead_minutes is not UNSET:
            field_dict["opens_ahead_minutes"] = opens_ahead_minutes
        if meet_url is not UNSET:
            field_dict["meet_url"] = meet_url
        if confidential is not UNSET:
            field_dict["confidential"] = confidential
        if presenters is not UNSET:
            field_dict["presenters"] = presenters
        if share is not UNSET:
            field_dict["share"] = share

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        conference_id = UUID(d.pop("conference_id"))

        form = Form(d.pop("form"))

        ordinal = d.pop("ordinal")

        title = d.pop("title")

        def _parse_date_hint(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        date_hint = _parse_date_hint(d.pop("date_hint", UNSET))

        def _parse_starts_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        starts_at = _parse_starts_at(d.pop("starts_at", UNSET))

        def _parse_opens_ahead_minutes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        opens_ahead_minutes = _parse_opens_ahead_minutes(d.pop("opens_ahead_minutes", UNSET))

        def _parse_meet_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        meet_url = _parse_meet_url(d.pop("meet_url", UNSET))

        confidential = d.pop("confidential", UNSET)

        presenters = cast(list[str], d.pop("presenters", UNSET))

        share = d.pop("share", UNSET)

        new_session = cls(
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
        )

        return new_session
