from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.told_act import ToldAct
from ..types import UNSET, Unset

T = TypeVar("T", bound="WebhookChange")


@_attrs_define
class WebhookChange:
    """What to change: a field left out stays; null takes the description away.

    Attributes:
        url (str | Unset): https, on the open Internet; redirects are not followed.
        description (None | str | Unset):
        acts (list[ToldAct] | Unset): What to be told of.
        is_disabled (bool | Unset): Off, it is told nothing; on again, only what is new.
    """

    url: str | Unset = UNSET
    description: None | str | Unset = UNSET
    acts: list[ToldAct] | Unset = UNSET
    is_disabled: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        acts: list[str] | Unset = UNSET
        if not isinstance(self.acts, Unset):
            acts = []
            for acts_item_data in self.acts:
                acts_item = acts_item_data.value
                acts.append(acts_item)

        is_disabled = self.is_disabled

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if description is not UNSET:
            field_dict["description"] = description
        if acts is not UNSET:
            field_dict["acts"] = acts
        if is_disabled is not UNSET:
            field_dict["is_disabled"] = is_disabled

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url", UNSET)

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        _acts = d.pop("acts", UNSET)
        acts: list[ToldAct] | Unset = UNSET
        if _acts is not UNSET:
            acts = []
            for acts_item_data in _acts:
                acts_item = ToldAct(acts_item_data)

                acts.append(acts_item)

        is_disabled = d.pop("is_disabled", UNSET)

        webhook_change = cls(
            url=url,
            description=description,
            acts=acts,
            is_disabled=is_disabled,
        )

        return webhook_change
