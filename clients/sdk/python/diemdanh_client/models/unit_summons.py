from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.summoned_session import SummonedSession


T = TypeVar("T", bound="UnitSummons")


@_attrs_define
class UnitSummons:
    """A unit's summons in its latest version, and what changed since the one before.

    Attributes:
        unit_id (UUID):
        unit_name (str):
        parent_name (None | str): Null for a unit directly under the organiser.
        title (str):
        regulations (list[str]):
        version (int):
        published_at (datetime.datetime):
        is_outdated (bool): Something changed since: it should be published again.
        sessions (list[SummonedSession]):
        changes (list[str]): Sentences; empty for the first version.
    """

    unit_id: UUID
    unit_name: str
    parent_name: None | str
    title: str
    regulations: list[str]
    version: int
    published_at: datetime.datetime
    is_outdated: bool
    sessions: list[SummonedSession]
    changes: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        parent_name: None | str
        parent_name = self.parent_name

        title = self.title

        regulations = self.regulations

        version = self.version

        published_at = self.published_at.isoformat()

        is_outdated = self.is_outdated

        sessions = []
        for sessions_item_data in self.sessions:
            sessions_item = sessions_item_data.to_dict()
            sessions.append(sessions_item)

        changes = self.changes

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "unit_id": unit_id,
                "unit_name": unit_name,
                "parent_name": parent_name,
                "title": title,
                "regulations": regulations,
                "version": version,
                "published_at": published_at,
                "is_outdated": is_outdated,
                "sessions": sessions,
                "changes": changes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.summoned_session import SummonedSession  # noqa: PLC0415

        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        def _parse_parent_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent_name = _parse_parent_name(d.pop("parent_name"))

        title = d.pop("title")

        regulations = cast(list[str], d.pop("regulations"))

        version = d.pop("version")

        published_at = datetime.datetime.fromisoformat(d.pop("published_at"))

        is_outdated = d.pop("is_outdated")

        sessions = []
        _sessions = d.pop("sessions")
        for sessions_item_data in _sessions:
            sessions_item = SummonedSession.from_dict(sessions_item_data)

            sessions.append(sessions_item)

        changes = cast(list[str], d.pop("changes"))

        unit_summons = cls(
            unit_id=unit_id,
            unit_name=unit_name,
            parent_name=parent_name,
            title=title,
            regulations=regulations,
            version=version,
            published_at=published_at,
            is_outdated=is_outdated,
            sessions=sessions,
            changes=changes,
        )

        unit_summons.additional_properties = d
        return unit_summons

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
