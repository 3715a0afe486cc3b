from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.told_act import ToldAct

T = TypeVar("T", bound="AddedWebhook")


@_attrs_define
class AddedWebhook:
    """A webhook with its new secret, which is shown once.

    Attributes:
        id (UUID):
        unit_id (UUID):
        unit_name (str):
        url (str):
        description (None | str):
        acts (list[ToldAct]):
        is_disabled (bool):
        disabled_at (datetime.datetime | None):
        disabled_reason (None | str): Why the program turned it off by itself; null where a person did.
        previous_secret_ends_at (datetime.datetime | None): Until when messages bear the signature of the secret before,
            too.
        client_id (None | UUID): The client that keeps it for itself.
        created_at (datetime.datetime):
        secret (str): `whsec_…`: what its messages are signed with. Shown once.
    """

    id: UUID
    unit_id: UUID
    unit_name: str
    url: str
    description: None | str
    acts: list[ToldAct]
    is_disabled: bool
    disabled_at: datetime.datetime | None
    disabled_reason: None | str
    previous_secret_ends_at: datetime.datetime | None
    client_id: None | UUID
    created_at: datetime.datetime
    secret: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        unit_id = str(self.unit_id)

        unit_name = self.unit_name

        url = self.url

        description: None | str
        description = self.description

        acts = []
        for acts_item_data in self.acts:
            acts_item = acts_item_data.value
            acts.append(acts_item)

        is_disabled = self.is_disabled

        disabled_at: None | str
        if isinstance(self.disabled_at, datetime.datetime):
            disabled_at = self.disabled_at.isoformat()
        else:
            disabled_at = self.disabled_at

        disabled_reason: None | str
        disabled_reason = self.disabled_reason

        previous_secret_ends_at: None | str
        if isinstance(self.previous_secret_ends_at, datetime.datetime):
            previous_secret_ends_at = self.previous_secret_ends_at.isoformat()
        else:
            previous_secret_ends_at = self.previous_secret_ends_at

        client_id: None | str
        if isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        created_at = self.created_at.isoformat()

        secret = self.secret

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "unit_id": unit_id,
                "unit_name": unit_name,
                "url": url,
                "description": description,
                "acts": acts,
                "is_disabled": is_disabled,
                "disabled_at": disabled_at,
                "disabled_reason": disabled_reason,
                "previous_secret_ends_at": previous_secret_ends_at,
                "client_id": client_id,
                "created_at": created_at,
                "secret": secret,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        unit_id = UUID(d.pop("unit_id"))

        unit_name = d.pop("unit_name")

        url = d.pop("url")

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        acts = []
        _acts = d.pop("acts")
        for acts_item_data in _acts:
            acts_item = ToldAct(acts_item_data)

            acts.append(acts_item)

        is_disabled = d.pop("is_disabled")

        def _parse_disabled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disabled_at_type_0 = datetime.datetime.fromisoformat(data)

                return disabled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        disabled_at = _parse_disabled_at(d.pop("disabled_at"))

        def _parse_disabled_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        disabled_reason = _parse_disabled_reason(d.pop("disabled_reason"))

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

        def _parse_client_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        client_id = _parse_client_id(d.pop("client_id"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        secret = d.pop("secret")

        added_webhook = cls(
            id=id,
            unit_id=unit_id,
            unit_name=unit_name,
            url=url,
            description=description,
            acts=acts,
            is_disabled=is_disabled,
            disabled_at=disabled_at,
            disabled_reason=disabled_reason,
            previous_secret_ends_at=previous_secret_ends_at,
            client_id=client_id,
            created_at=created_at,
            secret=secret,
        )

        added_webhook.additional_properties = d
        return added_webhook

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
