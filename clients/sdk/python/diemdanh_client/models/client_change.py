from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.client_scope import ClientScope
from ..types import UNSET, Unset

T = TypeVar("T", bound="ClientChange")


@_attrs_define
class ClientChange:
    """What to change: a field left out stays. Tokens that it holds lose what it may no more.

    Attributes:
        name (str | Unset):
        contact (str | Unset): Whom to ask when the program misbehaves.
        scopes (list[ClientScope] | Unset): What it may do; each stands alone.
        requests_per_minute (int | Unset): Beyond so many it is answered 429.
    """

    name: str | Unset = UNSET
    contact: str | Unset = UNSET
    scopes: list[ClientScope] | Unset = UNSET
    requests_per_minute: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        contact = self.contact

        scopes: list[str] | Unset = UNSET
        if not isinstance(self.scopes, Unset):
            scopes = []
            for scopes_item_data in self.scopes:
                scopes_item = scopes_item_data.value
                scopes.append(scopes_item)

        requests_per_minute = self.requests_per_minute

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if contact is not UNSET:
            field_dict["contact"] = contact
        if scopes is not UNSET:
            field_dict["scopes"] = scopes
        if requests_per_minute is not UNSET:
            field_dict["requests_per_minute"] = requests_per_minute

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name", UNSET)

        contact = d.pop("contact", UNSET)

        _scopes = d.pop("scopes", UNSET)
        scopes: list[ClientScope] | Unset = UNSET
        if _scopes is not UNSET:
            scopes = []
            for scopes_item_data in _scopes:
                scopes_item = ClientScope(scopes_item_data)

                scopes.append(scopes_item)

        requests_per_minute = d.pop("requests_per_minute", UNSET)

        client_change = cls(
            name=name,
            contact=contact,
            scopes=scopes,
            requests_per_minute=requests_per_minute,
        )

        return client_change
