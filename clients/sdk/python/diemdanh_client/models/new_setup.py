from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_organiser import NewOrganiser


T = TypeVar("T", bound="NewSetup")


@_attrs_define
class NewSetup:
    """The first day: an organiser, and a plan to begin with, or none.

    Attributes:
        organiser (NewOrganiser): The unit that holds the conferences: a province, a commune, any node of the Party's
            tree.
        preset (None | str | Unset): Its units, conference, points and sessions come along.
    """

    organiser: NewOrganiser
    preset: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        organiser = self.organiser.to_dict()

        preset: None | str | Unset
        if isinstance(self.preset, Unset):
            preset = UNSET
        else:
            preset = self.preset

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "organiser": organiser,
            }
        )
        if preset is not UNSET:
            field_dict["preset"] = preset

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_organiser import NewOrganiser  # noqa: PLC0415

        d = dict(src_dict)
        organiser = NewOrganiser.from_dict(d.pop("organiser"))

        def _parse_preset(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        preset = _parse_preset(d.pop("preset", UNSET))

        new_setup = cls(
            organiser=organiser,
            preset=preset,
        )

        return new_setup
