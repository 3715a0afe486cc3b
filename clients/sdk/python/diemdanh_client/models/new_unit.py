from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.unit_kind import UnitKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewUnit")


@_attrs_define
class NewUnit:
    """A unit to add below another.

    Attributes:
        parent_id (UUID):
        name (str):
        kind (UnitKind): What a unit is in the Party's tree.
        bloc (None | str | Unset):
        aliases (list[str] | Unset):
        valid_from (datetime.date | None | Unset): The first day on which it was; today, or before. Null: today.
        same_name (bool | Unset): True: a living unit beside it bears this name, and is another one. Default: False.
    """

    parent_id: UUID
    name: str
    kind: UnitKind
    bloc: None | str | Unset = UNSET
    aliases: list[str] | Unset = UNSET
    valid_from: datetime.date | None | Unset = UNSET
    same_name: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        parent_id = str(self.parent_id)

        name = self.name

        kind = self.kind.value

        bloc: None | str | Unset
        if isinstance(self.bloc, Unset):
            bloc = UNSET
        else:
            bloc = self.bloc

        aliases: list[str] | Unset = UNSET
        if not isinstance(self.aliases, Unset):
            aliases = self.aliases

        valid_from: None | str | Unset
        if isinstance(self.valid_from, Unset):
            valid_from = UNSET
        elif isinstance(self.valid_from, datetime.date):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        same_name = self.same_name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parent_id": parent_id,
                "name": name,
                "kind": kind,
            }
        )
        if bloc is not UNSET:
            field_dict["bloc"] = bloc
        if aliases is not UNSET:
            field_dict["aliases"] = aliases
        if valid_from is not UNSET:
            field_dict["valid_from"] = valid_from
        if same_name is not UNSET:
            field_dict["same_name"] = same_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        parent_id = UUID(d.pop("parent_id"))

        name = d.pop("name")

        kind = UnitKind(d.pop("kind"))

        def _parse_bloc(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        bloc = _parse_bloc(d.pop("bloc", UNSET))

        aliases = cast(list[str], d.pop("aliases", UNSET))

        def _parse_valid_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.date.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_from = _parse_valid_from(d.pop("valid_from", UNSET))

        same_name = d.pop("same_name", UNSET)

        new_unit = cls(
            parent_id=parent_id,
            name=name,
            kind=kind,
            bloc=bloc,
            aliases=aliases,
            valid_from=valid_from,
            same_name=same_name,
        )

        return new_unit
