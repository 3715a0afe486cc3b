from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.form import Form

T = TypeVar("T", bound="SessionsHeld")


@_attrs_define
class SessionsHeld:
    """How many classes of a form there are, and how many were held.

    Attributes:
        form (Form): How a session reaches its halls: a dedicated line, or Google Meet (plan II.4).
        held (int):
        planned (int):
    """

    form: Form
    held: int
    planned: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        form = self.form.value

        held = self.held

        planned = self.planned

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "form": form,
                "held": held,
                "planned": planned,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        form = Form(d.pop("form"))

        held = d.pop("held")

        planned = d.pop("planned")

        sessions_held = cls(
            form=form,
            held=held,
            planned=planned,
        )

        sessions_held.additional_properties = d
        return sessions_held

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
