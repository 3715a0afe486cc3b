"""Which units of a tree a preset means, and what a copied conference is called (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from api.kit.text import fold, nfc

_ROMAN: Final = {1: "I", 2: "II", 3: "III", 4: "IV"}
Quarter = tuple[int, int]
"""A year and its quarter."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A unit that a plan names; `parent` is the key of the unit above, "" for the organiser."""

    key: str
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Known:
    """A unit of the tree; `names` are its name and its aliases."""

    id: UUID
    parent_id: UUID | None
    path: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Which unit each wanted one is, by key; and the wanted ones that are none, or several."""

    found: dict[str, Known] = field(default_factory=dict)
    missing: list[Wanted] = field(default_factory=list)
    unclear: list[Wanted] = field(default_factory=list)

    @property
    def missing_tops(self) -> list[Wanted]:
        """Leave out what is missing only because the unit above it is."""
        keys = {each.key for each in self.missing}
        return [each for each in self.missing if each.parent not in keys]


def match(wanted: Iterable[Wanted], known: Sequence[Known], organiser: Known) -> Match:
    """Find the units that a plan names, parents first, by folded name or alias.

    A child of the unit that was found for its parent goes before one further below, and of
    several that fold alike, the one that is written the same. No unit is found twice.
    """
    by_name: dict[str, list[Known]] = {}
    for unit in known:
        for name in {fold(name) for name in unit.names}:
            by_name.setdefault(name, []).append(unit)
    result, taken = Match(), {organiser.id}
    above = {"": organiser}
    for each in wanted:
        parent = above.get(each.parent)
        if parent is None:
            # What stands below an unclear unit waits until that one is settled.
            if each.parent in {one.key for one in result.missing}:
                result.missing.append(each)
            continue
        inside = [
            unit
            for unit in by_name.get(fold(each.name), [])
            if unit.path.startswith(parent.path) and unit.id not in taken
        ]
        nearest = [unit for unit in inside if unit.parent_id == parent.id] or inside
        if len(nearest) > 1:
            written = nfc(each.name)
            nearest = [unit for unit in nearest if written in unit.names] or nearest
        if len(nearest) == 1:
            result.found[each.key] = above[each.key] = nearest[0]
            taken.add(nearest[0].id)
        elif nearest:
            result.unclear.append(each)
        else:
            result.missing.append(each)
    return result


def title_of_quarter(title: str, *, old: Quarter, new: Quarter) -> str:
    """Write a title anew for another quarter, where it names its own: "quý I năm 2022"."""
    for between in (" năm ", ", năm ", "/", " / ", " - ", " – ", " "):
        was = f"quý {_ROMAN[old[1]]}{between}{old[0]}"
        if was in title:
            return title.replace(was, f"quý {_ROMAN[new[1]]}{between}{new[0]}")
    return title
