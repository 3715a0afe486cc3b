from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.unit_kind import UnitKind

T = TypeVar("T", bound="TreeUnit")


@_attrs_define
class TreeUnit:
    """A unit at its place in a tree.

    Attributes:
        id (UUID):
        parent_id (None | UUID): Null for the root of the tree.
        kind (UnitKind): What a unit is in the Party's tree.
        bloc (None | str): Its khối, as the plan names it.
        name (str):
        aliases (list[str]):
        valid_from (datetime.date):
        valid_until (datetime.date | None): The first day on which it no longer was.
        successor_id (None | UUID): The unit it became part of.
        depth (int): 0 for the unit that was asked for.
    """

    id: UUID
    parent_id: None | UUID
    kind: UnitKind
    bloc: None | str
    name: str
    aliases: list[str]
    valid_from: datetime.date
    valid_until: datetime.date | None
    successor_id: None | UUID
    depth: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        parent_id: None | str
        if isinstance(self.parent_id, UUID):
            parent_id = str(self.parent_id)
        else:
            parent_id = self.parent_id

        kind = self.kind.value

        bloc: None | str
        bloc = self.bloc

        name = self.name

        aliases = self.aliases

        valid_from = self.valid_from.isoformat()

        valid_until: None | str
        if isinstance(self.valid_until, datetime.date):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        successor_id: None | str
        if isinstance(self.successor_id, UUID):
            successor_id = str(self.successor_id)
        else:
            successor_id = self.successor_id

        depth = self.depth

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "parent_id": parent_id,
                "kind": kind,
                "bloc": bloc,
                "name": name,
                "aliases": aliases,
                "valid_from": valid_from,
                "valid_until": valid_until,
                "successor_id": successor_id,
                "depth": depth,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_parent_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                parent_id_type_0 = UUID(data)

                return parent_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        parent_id = _parse_parent_id(d.pop("parent_id"))

        kind = UnitKind(d.pop("kind"))

        def _parse_bloc(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bloc = _parse_bloc(d.pop("bloc"))

        name = d.pop("name")

        aliases = cast(list[str], d.pop("aliases"))

        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        def _parse_valid_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.date.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_until = _parse_valid_until(d.pop("valid_until"))

        def _parse_successor_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                successor_id_type_0 = UUID(data)

                return successor_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        successor_id = _parse_successor_id(d.pop("successor_id"))

        depth = d.pop("depth")

        tree_unit = cls(
            id=id,
            parent_id=parent_id,
            kind=kind,
            bloc=bloc,
            name=name,
            aliases=aliases,
            valid_from=valid_from,
            valid_until=valid_until,
            successor_id=successor_id,
            depth=depth,
        )

        tree_unit.additional_properties = d
        return tree_unit

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
