"""Which unit a text of a list means (pure)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from api.kit.text import fold

_KIND: Final = re.compile(
    r"^(?:(?:[ivxlc]+|[a-h]|\d{1,2}) )?"
    r"(?:(?:chi bo|dang bo|dang uy|chi uy|cb|db)(?: co so)?(?: bo phan)? )?"
    r"(?:(?:xa|thi tran|phuong) (?=\D))?"
)
_ASIDE: Final = re.compile(r"\(.*$|:.*$|[–-]\s*\d+\s*(đ|dv|đv).*$", re.IGNORECASE | re.DOTALL)
_GROUP: Final = re.compile(r"^(\d{1,2} )?to (dang )?(so )?\w+$")


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that rows may be for."""

    unit_id: UUID
    path: str
    name: str
    aliases: tuple[str, ...] = ()


def is_group(text: str) -> bool:
    """Tell a tổ đảng: a group inside a cell, which is no unit of its own."""
    return bool(_GROUP.match(fold(text)))


@dataclass(slots=True)
class Directory:
    """The units of an import by their names; it remembers the committee named last.

    «Chi bộ thôn 1» may lie in several communes: below a commune's own row it is that commune's.
    """

    places: Sequence[Place]
    _by_name: dict[str, list[Place]] = field(default_factory=dict)
    _committee: str | None = None

    def __post_init__(self) -> None:
        """Index the units by every form of their names."""
        for place in self.places:
            for form in {form for name in (place.name, *place.aliases) for form in _forms(name)}:
                self._by_name.setdefault(form, []).append(place)

    def find(self, text: str) -> list[Place]:
        """List the units that a text may mean; exactly one where it is clear."""
        found = next((here for form in _forms(text) if (here := self._by_name.get(form))), [])
        if len(found) > 1 and self._committee is not None:
            found = [each for each in found if each.path.startswith(self._committee)] or found
        if len(found) == 1 and self._has_units_below(found[0]):
            self._committee = found[0].path
        return found

    def _has_units_below(self, place: Place) -> bool:
        return any(
            each.path != place.path and each.path.startswith(place.path) for each in self.places
        )


def _forms(text: str) -> Iterable[str]:
    """Give the folded forms of a name, the most exact first."""
    for form in (text, _ASIDE.sub("", text)):
        folded = fold(form)
        if folded:
            yield folded
            bare = _KIND.sub("", folded)
            if bare and bare != folded:
                yield bare
