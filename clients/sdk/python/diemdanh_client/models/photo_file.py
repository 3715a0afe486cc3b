from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from .. import types
from ..types import UNSET, Unset

T = TypeVar("T", bound="PhotoFile")


@_attrs_define
class PhotoFile:
    """A picture from the hall.

    Attributes:
        file (str): A JPEG, PNG or WebP of at most 10 MB and 40 megapixels.
        caption (None | str | Unset):
    """

    file: str
    caption: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        file = self.file

        caption: None | str | Unset
        if isinstance(self.caption, Unset):
            caption = UNSET
        else:
            caption = self.caption

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "file": file,
            }
        )
        if caption is not UNSET:
            field_dict["caption"] = caption

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("file", (None, str(self.file).encode(), "text/plain")))

        if not isinstance(self.caption, Unset):
            if isinstance(self.caption, str):
                files.append(("caption", (None, str(self.caption).encode(), "text/plain")))
            else:
                files.append(("caption", (None, str(self.caption).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        file = d.pop("file")

        def _parse_caption(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        caption = _parse_caption(d.pop("caption", UNSET))

        photo_file = cls(
            file=file,
            caption=caption,
        )

        return photo_file
