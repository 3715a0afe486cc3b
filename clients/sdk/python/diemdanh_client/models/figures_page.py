from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.figures_view import FiguresView
    from ..models.unit_figures import UnitFigures


T = TypeVar("T", bound="FiguresPage")


@_attrs_define
class FiguresPage:
    """The figures of each unit of a tree, by name, and of all of them together.

    Attributes:
        items (list[UnitFigures]):
        next_cursor (None | str): Ask again with it for the rows that follow.
        total (FiguresView): How many members there are, and how many of them are to be convened.

            B = A − exempt − suspended − away + here; the suspended have a column of their own.
    """

    items: list[UnitFigures]
    next_cursor: None | str
    total: FiguresView

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_cursor: None | str
        next_cursor = self.next_cursor

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
                "next_cursor": next_cursor,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.figures_view import FiguresView  # noqa: PLC0415
        from ..models.unit_figures import UnitFigures  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = UnitFigures.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        total = FiguresView.from_dict(d.pop("total"))

        figures_page = cls(
            items=items,
            next_cursor=next_cursor,
            total=total,
        )

        return figures_page
