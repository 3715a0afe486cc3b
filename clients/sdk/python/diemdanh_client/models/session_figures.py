from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form import Form
from ..models.session_state import SessionState

if TYPE_CHECKING:
    from ..models.tally_view import TallyView


T = TypeVar("T", bound="SessionFigures")


@_attrs_define
class SessionFigures:
    """The unit's members whose own class this is.

    Attributes:
        session_id (UUID):
        title (str):
        form (Form): How a session reaches its halls: a dedicated line, or Google Meet (plan II.4).
        starts_at (datetime.datetime | None):
        state (SessionState): Where a session stands; `sessions.rules` holds the moves between them.
        figures (TallyView): Figures that agree.

            members − away + here − exempt − suspended − excluded = convened = present + pending + excused
            + unexcused + unknown.
    """

    session_id: UUID
    title: str
    form: Form
    starts_at: datetime.datetime | None
    state: SessionState
    figures: TallyView
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

        state = self.state.value

        figures = self.figures.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "session_id": session_id,
                "title": title,
                "form": form,
                "starts_at": starts_at,
                "state": state,
                "figures": figures,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tally_view import TallyView  # noqa: PLC0415

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

        state = SessionState(d.pop("state"))

        figures = TallyView.from_dict(d.pop("figures"))

        session_figures = cls(
            session_id=session_id,
            title=title,
            form=form,
            starts_at=starts_at,
            state=state,
            figures=figures,
        )

        session_figures.additional_properties = d
        return session_figures

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
