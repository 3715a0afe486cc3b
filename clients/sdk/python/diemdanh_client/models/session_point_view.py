from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form import Form

if TYPE_CHECKING:
    from ..models.named_point import NamedPoint


T = TypeVar("T", bound="SessionPointView")


@_attrs_define
class SessionPointView:
    """A bridge point during a session.

    Attributes:
        point (NamedPoint): A bridge point by name.
        form (Form): How a session reaches its halls: a dedicated line, or Google Meet (plan II.4).
        is_hub (bool):
        door (None | str): Null before the session opens and after it locks.
        epoch (int): How often its codes were rotated by hand.
        capacity (int | None):
        typed_codes_suspended_at (datetime.datetime | None): Since when typed codes are pending here, after too many
            wrong ones.
    """

    point: NamedPoint
    form: Form
    is_hub: bool
    door: None | str
    epoch: int
    capacity: int | None
    typed_codes_suspended_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        point = self.point.to_dict()

        form = self.form.value

        is_hub = self.is_hub

        door: None | str
        door = self.door

        epoch = self.epoch

        capacity: int | None
        capacity = self.capacity

        typed_codes_suspended_at: None | str
        if isinstance(self.typed_codes_suspended_at, datetime.datetime):
            typed_codes_suspended_at = self.typed_codes_suspended_at.isoformat()
        else:
            typed_codes_suspended_at = self.typed_codes_suspended_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "point": point,
                "form": form,
                "is_hub": is_hub,
                "door": door,
                "epoch": epoch,
                "capacity": capacity,
                "typed_codes_suspended_at": typed_codes_suspended_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_point import NamedPoint  # noqa: PLC0415

        d = dict(src_dict)
        point = NamedPoint.from_dict(d.pop("point"))

        form = Form(d.pop("form"))

        is_hub = d.pop("is_hub")

        def _parse_door(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        door = _parse_door(d.pop("door"))

        epoch = d.pop("epoch")

        def _parse_capacity(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        capacity = _parse_capacity(d.pop("capacity"))

        def _parse_typed_codes_suspended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                typed_codes_suspended_at_type_0 = datetime.datetime.fromisoformat(data)

                return typed_codes_suspended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        typed_codes_suspended_at = _parse_typed_codes_suspended_at(d.pop("typed_codes_suspended_at"))

        session_point_view = cls(
            point=point,
            form=form,
            is_hub=is_hub,
            door=door,
            epoch=epoch,
            capacity=capacity,
            typed_codes_suspended_at=typed_codes_suspended_at,
        )

        session_point_view.additional_properties = d
        return session_point_view

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
