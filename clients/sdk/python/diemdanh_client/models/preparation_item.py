from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.check_kind import CheckKind
from ..models.form import Form

T = TypeVar("T", bound="PreparationItem")


@_attrs_define
class PreparationItem:
    """An item of the checklist that every bridge point of its forms goes through.

    Attributes:
        key (str): Names the item for good; `line_test` is answered by the newest line test.
        text (str):
        kind (CheckKind): How an item of the preparation checklist is answered.
        forms (list[Form]):
    """

    key: str
    text: str
    kind: CheckKind
    forms: list[Form]

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        text = self.text

        kind = self.kind.value

        forms = []
        for forms_item_data in self.forms:
            forms_item = forms_item_data.value
            forms.append(forms_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "key": key,
                "text": text,
                "kind": kind,
                "forms": forms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        key = d.pop("key")

        text = d.pop("text")

        kind = CheckKind(d.pop("kind"))

        forms = []
        _forms = d.pop("forms")
        for forms_item_data in _forms:
            forms_item = Form(forms_item_data)

            forms.append(forms_item)

        preparation_item = cls(
            key=key,
            text=text,
            kind=kind,
            forms=forms,
        )

        return preparation_item
