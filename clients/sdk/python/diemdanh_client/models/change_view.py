from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.change_view_changes import ChangeViewChanges
    from ..models.change_view_detail import ChangeViewDetail


T = TypeVar("T", bound="ChangeView")


@_attrs_define
class ChangeView:
    """Something that was done, by whom and when.

    Attributes:
        id (UUID):
        happened_at (datetime.datetime):
        act (str): A kind of event.
        actor_kind (str): account, or system.
        actor_id (None | UUID):
        actor_name (None | str): The account's name today.
        detail (ChangeViewDetail): Numbers, ids and words that belong to the act.
        changes (ChangeViewChanges): Of each field: what it was `before` and `after`.
    """

    id: UUID
    happened_at: datetime.datetime
    act: str
    actor_kind: str
    actor_id: None | UUID
    actor_name: None | str
    detail: ChangeViewDetail
    changes: ChangeViewChanges
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        happened_at = self.happened_at.isoformat()

        act = self.act

        actor_kind = self.actor_kind

        actor_id: None | str
        if isinstance(self.actor_id, UUID):
            actor_id = str(self.actor_id)
        else:
            actor_id = self.actor_id

        actor_name: None | str
        actor_name = self.actor_name

        detail = self.detail.to_dict()

        changes = self.changes.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "happened_at": happened_at,
                "act": act,
                "actor_kind": actor_kind,
                "actor_id": actor_id,
                "actor_name": actor_name,
                "detail": detail,
                "changes": changes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.change_view_changes import ChangeViewChanges  # noqa: PLC0415
        from ..models.change_view_detail import ChangeViewDetail  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        happened_at = datetime.datetime.fromisoformat(d.pop("happened_at"))

        act = d.pop("act")

        actor_kind = d.pop("actor_kind")

        def _parse_actor_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                actor_id_type_0 = UUID(data)

                return actor_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        actor_id = _parse_actor_id(d.pop("actor_id"))

        def _parse_actor_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        actor_name = _parse_actor_name(d.pop("actor_name"))

        detail = ChangeViewDetail.from_dict(d.pop("detail"))

        changes = ChangeViewChanges.from_dict(d.pop("changes"))

        change_view = cls(
            id=id,
            happened_at=happened_at,
            act=act,
            actor_kind=actor_kind,
            actor_id=actor_id,
            actor_name=actor_name,
            detail=detail,
            changes=changes,
        )

        change_view.additional_properties = d
        return change_view

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
