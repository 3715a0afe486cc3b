from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="WhoByPhone")


@_attrs_define
class WhoByPhone:
    """The member whose phone this is; with the last 4 digits while the phone is provisional.

    Attributes:
        kind (Literal['device']):
        last4 (None | str | Unset):
    """

    kind: Literal["device"]
    last4: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        last4: None | str | Unset
        if isinstance(self.last4, Unset):
            last4 = UNSET
        else:
            last4 = self.last4

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if last4 is not UNSET:
            field_dict["last4"] = last4

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["device"], d.pop("kind"))
        if kind != "device":
            raise ValueError(f"kind must match const 'device', got '{kind}'")

        def _parse_last4(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        last4 = _parse_last4(d.pop("last4", UNSET))

        who_by_phone = cls(
            kind=kind,
            last4=last4,
        )

        return who_by_phone
