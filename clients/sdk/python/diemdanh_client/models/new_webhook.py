from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.told_act import ToldAct
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewWebhook")


@_attrs_define
class NewWebhook:
    """An address that shall be told what happens at a unit and below it.

    Attributes:
        unit_id (UUID):
        url (str): https, on the open Internet; redirects are not followed.
        acts (list[ToldAct]): What to be told of.
        description (None | str | Unset):
    """

    unit_id: UUID
    url: str
    acts: list[ToldAct]
    description: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        unit_id = str(self.unit_id)

        url = self.url

        acts = []
        for acts_item_data in self.acts:
            acts_item = acts_item_data.value
            acts.append(acts_item)

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "unit_id": unit_id,
                "url": url,
                "acts": acts,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        unit_id = UUID(d.pop("unit_id"))

        url = d.pop("url")

        acts = []
        _acts = d.pop("acts")
        for acts_item_data in _acts:
            acts_item = ToldAct(acts_item_data)

            acts.append(acts_item)

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        new_webhook = cls(
            unit_id=unit_id,
            url=url,
            acts=acts,
            description=description,
        )

        return new_webhook
