from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.unit_kind import UnitKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="UnitChange")


@_attrs_define
class UnitChange:
    """What to change of a unit; what is left out stays.

    Attributes:
        name (None | str | Unset): Null, or left out: as it is.
        name_from (datetime.date | None | Unset): The first day of the new name; today, where left out. The day on which
            the name it has now began corrects that name, and leaves no trace in `names`.
        kind (None | UnitKind | Unset): Null, or left out: as it is.
        bloc (None | str | Unset): Null takes it away.
        aliases (list[str] | None | Unset): All of them, in place of those.
        valid_from (datetime.date | None | Unset): Corrects the day it began.
        same_name (bool | Unset): True: a living unit beside it bears this name, and is another one. Default: False.
    """

    name: None | str | Unset = UNSET
    name_from: datetime.date | None | Unset = UNSET
    kind: None | UnitKind | Unset = UNSET
    bloc: None | str | Unset = UNSET
    aliases: list[str] | None | Unset = UNSET
    valid_from: datetime.date | None | Unset = UNSET
    same_name: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        name_from: None | str | Unset
        if isinstance(self.name_from, Unset):
            name_from = UNSET
        elif isinstance(self.name_from, datetime.date):
            name_from = self.name_from.isoformat()
        else:
            name_from = self.name_from

        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        elif isinstance(self.kind, UnitKind):
            kind = self.kind.value
        else:
            kind = self.kind

        bloc: None | str | Unset
        if isinstance(self.bloc, Unset):
            bloc = UNSET
        else:
            bloc = self.bloc

        aliases: list[str] | None | Unset
        if isinstance(self.aliases, Unset):
            aliases = UNSET
        elif isinstance(self.aliases, list):
            aliases = self.aliases

        else:
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

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if name_from is not UNSET:
            field_dict["name_from"] = name_from
        if kind is not UNSET:
            field_dict["kind"] = kind
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

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_name_from(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                name_from_type_0 = datetime.date.fromisoformat(data)

                return name_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        name_from = _parse_name_from(d.pop("name_from", UNSET))

        def _parse_kind(data: object) -> None | UnitKind | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = UnitKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UnitKind | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))

        def _parse_bloc(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        bloc = _parse_bloc(d.pop("bloc", UNSET))

        def _parse_aliases(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                aliases_type_0 = cast(list[str], data)

                return aliases_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        aliases = _parse_aliases(d.pop("aliases", UNSET))

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

        unit_change = cls(
            name=name,
            name_from=name_from,
            kind=kind,
            bloc=bloc,
            aliases=aliases,
            valid_from=valid_from,
            same_name=same_name,
        )

        return unit_change
