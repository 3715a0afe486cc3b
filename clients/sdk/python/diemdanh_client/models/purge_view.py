from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.data_kind import DataKind

T = TypeVar("T", bound="PurgeView")


@_attrs_define
class PurgeView:
    """One kind of data in one run, in the log.

    Attributes:
        kind (DataKind): A kind of data with a retention period of its own (Law 91/2025/QH15).
        cutoff_at (datetime.datetime): What is older goes.
        removed (int): Rows taken away or stripped; of a dry run: that would be.
        id (UUID):
        purged_at (datetime.datetime):
        account_id (None | UUID): Who asked; null for the program itself.
    """

    kind: DataKind
    cutoff_at: datetime.datetime
    removed: int
    id: UUID
    purged_at: datetime.datetime
    account_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        cutoff_at = self.cutoff_at.isoformat()

        removed = self.removed

        id = str(self.id)

        purged_at = self.purged_at.isoformat()

        account_id: None | str
        if isinstance(self.account_id, UUID):
            account_id = str(self.account_id)
        else:
            account_id = self.account_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "cutoff_at": cutoff_at,
                "removed": removed,
                "id": id,
                "purged_at": purged_at,
                "account_id": account_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = DataKind(d.pop("kind"))

        cutoff_at = datetime.datetime.fromisoformat(d.pop("cutoff_at"))

        removed = d.pop("removed")

        id = UUID(d.pop("id"))

        purged_at = datetime.datetime.fromisoformat(d.pop("purged_at"))

        def _parse_account_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                account_id_type_0 = UUID(data)

                return account_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        account_id = _parse_account_id(d.pop("account_id"))

        purge_view = cls(
            kind=kind,
            cutoff_at=cutoff_at,
            removed=removed,
            id=id,
            purged_at=purged_at,
            account_id=account_id,
        )

        purge_view.additional_properties = d
        return purge_view

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
