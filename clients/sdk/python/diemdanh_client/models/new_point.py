from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.form import Form
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewPoint")


@_attrs_define
class NewPoint:
    """A bridge point to add to a conference, after the others.

    Attributes:
        name (str):
        venue (str):
        form (Form): How a session reaches its halls: a dedicated line, or Google Meet (plan II.4).
        host_unit_id (UUID): Its secretary and operators run the point.
        is_hub (bool | Unset):  Default: False.
        keeps_units_together (bool | Unset):  Default: False.
        expected_unit_ids (list[UUID] | Unset): Each with its subtree, except units expected elsewhere.
        move (bool | Unset): Take units from the points that expect them. Default: False.
    """

    name: str
    venue: str
    form: Form
    host_unit_id: UUID
    is_hub: bool | Unset = False
    keeps_units_together: bool | Unset = False
    expected_unit_ids: list[UUID] | Unset = UNSET
    move: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        venue = self.venue

        form = self.form.value

        host_unit_id = str(self.host_unit_id)

        is_hub = self.is_hub

        keeps_units_together = self.keeps_units_together

        expected_unit_ids: list[str] | Unset = UNSET
        if not isinstance(self.expected_unit_ids, Unset):
            expected_unit_ids = []
            for expected_unit_ids_item_data in self.expected_unit_ids:
                expected_unit_ids_item = str(expected_unit_ids_item_data)
                expected_unit_ids.append(expected_unit_ids_item)

        move = self.move

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "venue": venue,
                "form": form,
                "host_unit_id": host_unit_id,
            }
        )
        if is_hub is not UNSET:
            field_dict["is_hub"] = is_hub
        if keeps_units_together is not UNSET:
            field_dict["keeps_units_together"] = keeps_units_together
        if expected_unit_ids is not UNSET:
            field_dict["expected_unit_ids"] = expected_unit_ids
        if move is not UNSET:
            field_dict["move"] = move

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        venue = d.pop("venue")

        form = Form(d.pop("form"))

        host_unit_id = UUID(d.pop("host_unit_id"))

        is_hub = d.pop("is_hub", UNSET)

        keeps_units_together = d.pop("keeps_units_together", UNSET)

        _expected_unit_ids = d.pop("expected_unit_ids", UNSET)
        expected_unit_ids: list[UUID] | Unset = UNSET
        if _expected_unit_ids is not UNSET:
            expected_unit_ids = []
            for expected_unit_ids_item_data in _expected_unit_ids:
                expected_unit_ids_item = UUID(expected_unit_ids_item_data)

                expected_unit_ids.append(expected_unit_ids_item)

        move = d.pop("move", UNSET)

        new_point = cls(
            name=name,
            venue=venue,
            form=form,
            host_unit_id=host_unit_id,
            is_hub=is_hub,
            keeps_units_together=keeps_units_together,
            expected_unit_ids=expected_unit_ids,
            move=move,
        )

        return new_point
