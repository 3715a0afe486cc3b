from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.concern_view import ConcernView


T = TypeVar("T", bound="Proposal")


@_attrs_define
class Proposal:
    """What a proposal did, or would do, in members.

    Attributes:
        is_dry_run (bool):
        convened (int): B: those to be convened, in what was asked for.
        allocated (int): Those who have a session now.
        added (int):
        moved (int):
        removed (int): Those who had a seat and are no longer to be convened.
        kept (int):
        warnings (list[ConcernView]):
    """

    is_dry_run: bool
    convened: int
    allocated: int
    added: int
    moved: int
    removed: int
    kept: int
    warnings: list[ConcernView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        is_dry_run = self.is_dry_run

        convened = self.convened

        allocated = self.allocated

        added = self.added

        moved = self.moved

        removed = self.removed

        kept = self.kept

        warnings = []
        for warnings_item_data in self.warnings:
            warnings_item = warnings_item_data.to_dict()
            warnings.append(warnings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "is_dry_run": is_dry_run,
                "convened": convened,
                "allocated": allocated,
                "added": added,
                "moved": moved,
                "removed": removed,
                "kept": kept,
                "warnings": warnings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.concern_view import ConcernView  # noqa: PLC0415

        d = dict(src_dict)
        is_dry_run = d.pop("is_dry_run")

        convened = d.pop("convened")

        allocated = d.pop("allocated")

        added = d.pop("added")

        moved = d.pop("moved")

        removed = d.pop("removed")

        kept = d.pop("kept")

        warnings = []
        _warnings = d.pop("warnings")
        for warnings_item_data in _warnings:
            warnings_item = ConcernView.from_dict(warnings_item_data)

            warnings.append(warnings_item)

        proposal = cls(
            is_dry_run=is_dry_run,
            convened=convened,
            allocated=allocated,
            added=added,
            moved=moved,
            removed=removed,
            kept=kept,
            warnings=warnings,
        )

        proposal.additional_properties = d
        return proposal

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
