from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.new_exclusion_line_type_0 import NewExclusionLineType0
    from ..models.new_exclusion_line_type_1 import NewExclusionLineType1


T = TypeVar("T", bound="NewExclusions")


@_attrs_define
class NewExclusions:
    """Persons who attended elsewhere and are not convened, with the document that says so.

    Attributes:
        document_number (str):
        lines (list[NewExclusionLineType0 | NewExclusionLineType1]):
    """

    document_number: str
    lines: list[NewExclusionLineType0 | NewExclusionLineType1]

    def to_dict(self) -> dict[str, Any]:
        from ..models.new_exclusion_line_type_0 import NewExclusionLineType0  # noqa: PLC0415

        document_number = self.document_number

        lines = []
        for lines_item_data in self.lines:
            lines_item: dict[str, Any]
            if isinstance(lines_item_data, NewExclusionLineType0):
                lines_item = lines_item_data.to_dict()
            else:
                lines_item = lines_item_data.to_dict()

            lines.append(lines_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "document_number": document_number,
                "lines": lines,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_exclusion_line_type_0 import NewExclusionLineType0  # noqa: PLC0415
        from ..models.new_exclusion_line_type_1 import NewExclusionLineType1  # noqa: PLC0415

        d = dict(src_dict)
        document_number = d.pop("document_number")

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:

            def _parse_lines_item(data: object) -> NewExclusionLineType0 | NewExclusionLineType1:
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    componentsschemas_new_exclusion_line_type_0 = NewExclusionLineType0.from_dict(data)

                    return componentsschemas_new_exclusion_line_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_new_exclusion_line_type_1 = NewExclusionLineType1.from_dict(data)

                return componentsschemas_new_exclusion_line_type_1

            lines_item = _parse_lines_item(lines_item_data)

            lines.append(lines_item)

        new_exclusions = cls(
            document_number=document_number,
            lines=lines,
        )

        return new_exclusions
