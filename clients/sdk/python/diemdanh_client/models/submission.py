from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Submission")


@_attrs_define
class Submission:
    """How a report is handed in.

    Attributes:
        interim (bool | Unset): A version of the moment; the report stays a draft. Default: False.
        confirm_pending (bool | Unset): First confirm every check-in that waits for a person, as the head count has
            shown; your own is passed over. Default: False.
        expected_version (int | None | Unset): How many versions you saw. Sent again after the answer was lost, the
            version that you made of it is the answer, where nothing has changed since.
    """

    interim: bool | Unset = False
    confirm_pending: bool | Unset = False
    expected_version: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        interim = self.interim

        confirm_pending = self.confirm_pending

        expected_version: int | None | Unset
        if isinstance(self.expected_version, Unset):
            expected_version = UNSET
        else:
            expected_version = self.expected_version

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if interim is not UNSET:
            field_dict["interim"] = interim
        if confirm_pending is not UNSET:
            field_dict["confirm_pending"] = confirm_pending
        if expected_version is not UNSET:
            field_dict["expected_version"] = expected_version

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        interim = d.pop("interim", UNSET)

        confirm_pending = d.pop("confirm_pending", UNSET)

        def _parse_expected_version(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expected_version = _parse_expected_version(d.pop("expected_version", UNSET))

        submission = cls(
            interim=interim,
            confirm_pending=confirm_pending,
            expected_version=expected_version,
        )

        return submission
