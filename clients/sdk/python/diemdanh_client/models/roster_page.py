from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.roster_print_view import RosterPrintView
    from ..models.roster_row_view import RosterRowView


T = TypeVar("T", bound="RosterPage")


@_attrs_define
class RosterPage:
    """A page of a list, with the last print of the same list.

    Attributes:
        items (list[RosterRowView]):
        next_cursor (None | str): Ask again with it for the rows that follow.
        latest_print (None | RosterPrintView):
    """

    items: list[RosterRowView]
    next_cursor: None | str
    latest_print: None | RosterPrintView

    def to_dict(self) -> dict[str, Any]:
        from ..models.roster_print_view import RosterPrintView  # noqa: PLC0415

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_cursor: None | str
        next_cursor = self.next_cursor

        latest_print: dict[str, Any] | None
        if isinstance(self.latest_print, RosterPrintView):
            latest_print = self.latest_print.to_dict()
        else:
            latest_print = self.latest_print

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "items": items,
                "next_cursor": next_cursor,
                "latest_print": latest_print,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.roster_print_view import RosterPrintView  # noqa: PLC0415
        from ..models.roster_row_view import RosterRowView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = RosterRowView.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_cursor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_cursor = _parse_next_cursor(d.pop("next_cursor"))

        def _parse_latest_print(data: object) -> None | RosterPrintView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                latest_print_type_0 = RosterPrintView.from_dict(data)

                return latest_print_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RosterPrintView, data)

        latest_print = _parse_latest_print(d.pop("latest_print"))

        roster_page = cls(
            items=items,
            next_cursor=next_cursor,
            latest_print=latest_print,
        )

        return roster_page
