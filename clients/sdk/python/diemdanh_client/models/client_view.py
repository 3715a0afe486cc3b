from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.client_scope import ClientScope

T = TypeVar("T", bound="ClientView")


@_attrs_define
class ClientView:
    """A program that sees a unit and what is below it.

    Attributes:
        id (UUID): Its `client_id`.
        unit_id (UUID):
        unit_name (str):
        name (str):
        contact (str):
        scopes (list[ClientScope]):
        requests_per_minute (int):
        previous_secret_ends_at (datetime.datetime | None): Until when the secret before holds; null where none does.
        created_by (UUID): The account that added it.
        created_at (datetime.datetime):
        revoked_at (datetime.datetime | None): Since when it may do nothing; for ever.
        version (int): Grows with every change.
    """

    id: UUID
    unit_id: UUID
    unit_name: str
    name: str
    contact: str
    scopes: list[ClientScope]
    requests_per_minute: int
    previous_secret_ends_at: datetime.datetime | None
    created_by: UUID
    created_at: datetime.datetime
    revoked_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        name = self.name

        contact = self.contact

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item = scopes_item_data.value
            scopes.append(scopes_item)

        requests_per_minute = self.requests_per_minute

        previous_secret_ends_at: None | str
        if isinstance(self.previous_secret_ends_at, datetime.datetime):
            previous_secret_ends_at = self.previous_secret_ends_at.isoformat()
        else:
            previous_secret_ends_at = self.previous_secret_ends_at

        created_by = str(self.created_by)

        created_at = self.created_at.isoformat()

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "name": name,
                "contact": contact,
                "scopes": scopes,
                "requests_per_minute": requests_per_minute,
                "previous_secret_ends_at": previous_secret_ends_at,
                "created_by": created_by,
                "created_at": created_at,
                "revoked_at": revoked_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        name = d.pop("name")

        contact = d.pop("contact")

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = ClientScope(scopes_item_data)

            scopes.append(scopes_item)

        requests_per_minute = d.pop("requests_per_minute")

        def _parse_previous_secret_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                previous_secret_ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return previous_secret_ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        previous_secret_ends_at = _parse_previous_secret_ends_at(d.pop("previous_secret_ends_at"))

        created_by = UUID(d.pop("created_by"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at"))

        version = d.pop("version")

        client_view = cls(
            id=id,
            unit_id=unit_id,
            unit_name=unit_name,
            name=name,
            contact=contact,
            scopes=scopes,
            requests_per_minute=requests_per_minute,
            previous_secret_ends_at=previous_secret_ends_at,
            created_by=created_by,
            created_at=created_at,
            revoked_at=revoked_at,
            version=version,
        )

        client_view.additional_properties = d
        return client_view

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
