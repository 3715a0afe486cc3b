from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="WhoAssisted")


@_attrs_define
class WhoAssisted:
    """Somebody else, for whom the holder of the phone checks in: three in a session at most.

    Attributes:
        unit_id (None | UUID):
        name (str):
        kind (Literal['assisted']):
        last4 (None | str | Unset):
    """

    unit_id: None | UUID
    name: str
    kind: Literal["assisted"]
    last4: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        unit_id: None | str
        if isinstance(self.unit_id, UUID):
            unit_id = str(self.unit_id)
        else:
            unit_id = self.unit_id

        name = self.name

        kind = self.kind

        last4: None | str | Unset
        if isinstance(self.last4, Unset):
            last4 = UNSET
        else:
            last4 = self.last4

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "unit_id": unit_id,
                "name": name,
                "kind": kind,
            }
        )
        if last4 is not UNSET:
            field_dict["last4"] = last4

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_unit_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                unit_id_type_0 = UUID(data)

                return unit_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        unit_id = _parse_unit_id(d.pop("unit_id"))

        name = d.pop("name")

        kind = cast(Literal["assisted"], d.pop("kind"))
        if kind != "assisted":
            raise ValueError(f"kind must match const 'assisted', got '{kind}'")

        def _parse_last4(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        last4 = _parse_last4(d.pop("last4", UNSET))

        who_assisted = cls(
            unit_id=unit_id,
            name=name,
            kind=kind,
            last4=last4,
        )

        return who_assisted
