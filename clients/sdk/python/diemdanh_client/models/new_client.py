from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.client_scope import ClientScope
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewClient")


@_attrs_define
class NewClient:
    """A program that shall see a unit and what is below it.

    Attributes:
        unit_id (UUID):
        name (str):
        contact (str): Whom to ask when the program misbehaves.
        scopes (list[ClientScope]): What it may do; each stands alone.
        requests_per_minute (int | Unset): Beyond so many it is answered 429. Default: 600.
    """

    unit_id: UUID
    name: str
    contact: str
    scopes: list[ClientScope]
    requests_per_minute: int | Unset = 600

    def to_dict(self) -> dict[str, Any]:
        unit_id = str(self.unit_id)

        name = self.name

        contact = self.contact

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item = scopes_item_data.value
            scopes.append(scopes_item)

        requests_per_minute = self.requests_per_minute

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "unit_id": unit_id,
                "name": name,
                "contact": contact,
                "scopes": scopes,
            }
        )
        if requests_per_minute is not UNSET:
            field_dict["requests_per_minute"] = requests_per_minute

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        name = d.pop("name")

        contact = d.pop("contact")

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = ClientScope(scopes_item_data)

            scopes.append(scopes_item)

        requests_per_minute = d.pop("requests_per_minute", UNSET)

        new_client = cls(
            unit_id=unit_id,
            name=name,
            contact=contact,
            scopes=scopes,
            requests_per_minute=requests_per_minute,
        )

        return new_client
