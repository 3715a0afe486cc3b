"""How a unit's place in the tree is written, and what holds for it from above (pure)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol, TypeVar
from uuid import UUID

from api.access.roles import Act, Principal, ancestors, may
from api.kit.dates import short_day

Mark = TypeVar("Mark")

MAX_DEPTH: Final = 12
"""Levels of a tree: a path is a text of at most 400 characters, 33 a level."""


class Placed(Protocol):
    """A unit as far as its place in the tree goes."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def path(self) -> str:
        """Its path."""

    @property
    def sort_key(self) -> str:
        """What puts its name in Vietnamese order."""


PlacedUnit = TypeVar("PlacedUnit", bound=Placed)


def path_below(parent_path: str | None, unit_id: UUID) -> str:
    """Write the path of a unit under its parent: every id from the root on, each closed by "/"."""
    return f"{parent_path or ''}{unit_id.hex}/"


def depth_of(path: str) -> int:
    """Tell the level of a unit: 1 for a root."""
    return path.count("/")


def parent_of(path: str) -> str:
    """Give the path of the unit right above; an empty text above a root."""
    return "".join(ancestors(path)[-2:-1])


def depth_after(deepest: int, from_path: str, to_path: str) -> int:
    """Tell how deep the deepest unit comes to stand when what is below one unit goes below another.

    `deepest` is its level now.
    """
    return deepest - depth_of(from_path) + depth_of(to_path)


def may_shape(principal: Principal, unit_path: str) -> bool:
    """Tell whether a principal may change what a unit is.

    Staff may; a secretary only what lies strictly below a unit of her own.
    """
    return may(principal, Act.RESHAPE_UNITS, unit_path) or may(
        principal, Act.MANAGE_UNITS, parent_of(unit_path)
    )


def nearest(unit_path: str, marked: Mapping[str, Mark]) -> Mark | None:
    """Find what holds for a unit: the mark of the nearest marked unit up the tree; None without.

    So a commune's point has all its cells except the school cells, which are expected in Meet
    halls of their own (plan II.4).
    """
    upwards = reversed(ancestors(unit_path))
    return next((marked[step] for step in upwards if step in marked), None)


def marks_today(marks: Iterable[tuple[str, bool, Mark]]) -> dict[str, Mark]:
    """Map the paths of today to the marks of units, some of which became others, for `nearest`.

    Given are the path of what a unit is today, whether it is that unit itself, and the mark. What
    holds for a unit by itself or from above stays; where nothing does, it inherits the first mark
    of those that it took in.
    """
    listed = list(marks)
    own = {path: mark for path, is_itself, mark in listed if is_itself}
    inherited: dict[str, Mark] = {}
    for path, is_itself, mark in listed:
        if not is_itself and nearest(path, own) is None:
            inherited.setdefault(path, mark)
    return inherited | own


def name_on(names: Sequence[tuple[date, str]], day: date) -> str | None:
    """Choose the name borne on a day among names and the days from which they were borne.

    Before the first of them it is the first; None where no change of name is on file.
    """
    borne = sorted(names)
    older = [name for since, name in borne if since <= day]
    return older[-1] if older else next((name for _, name in borne), None)


def in_tree_order(units: Iterable[PlacedUnit]) -> list[PlacedUnit]:
    """Sort units as a tree is read: parents first, those beside each other in Vietnamese order."""
    listed = list(units)
    own = {unit.path: (unit.sort_key, str(unit.id)) for unit in listed}
    return sorted(
        listed,
        key=lambda unit: [own[step] for step in ancestors(unit.path) if step in own],
    )


def same_names(units: Iterable[tuple[UUID, str, str]]) -> dict[str, list[UUID]]:
    """Find those that bear one name, given id, name and folded name; by the first one's name."""
    found: dict[str, list[tuple[UUID, str]]] = {}
    for unit_id, name, folded in units:
        found.setdefault(folded, []).append((unit_id, name))
    return {alike[0][1]: [each for each, _ in alike] for alike in found.values() if len(alike) > 1}


def told_apart(name: str, aliases: Sequence[str]) -> str:
    """Choose the alias that tells a unit from its namesakes: the name, and in brackets whence."""
    return next((alias for alias in aliases if alias.startswith(f"{name} (")), name)


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit of a list that names several; `above` is its parent's name where that tells more."""

    id: UUID
    name: str
    aliases: tuple[str, ...]
    parent_id: UUID | None
    above: str | None


def names_apart(units: Iterable[Listed]) -> dict[UUID, str]:
    """Name the units of one list so that each is told from the others.

    Where they stand below several parents each is shown with its own ("Chi bộ thôn 1 – Đảng bộ xã
    Nghĩa Trung"); siblings of one name, as mergers leave them, are shown by their aliases.
    """
    listed = list(units)
    below_several = len({each.parent_id for each in listed}) > 1
    borne = Counter((each.parent_id, each.name) for each in listed)
    shown = {}
    for each in listed:
        name = each.name
        if borne[each.parent_id, each.name] > 1:
            name = told_apart(each.name, each.aliases)
        shown[each.id] = f"{name} – {each.above}" if below_several and each.above else name
    return shown


def days_between(earliest: date, latest: date) -> tuple[str, str]:
    """Say in Vietnamese and in English which days are allowed; `date.min` and `.max` are open."""
    if earliest > latest:
        return (
            f"chưa chọn được hôm nay, mời làm lại từ {short_day(earliest)}",
            f"{earliest} or later, which is yet to come",
        )
    if earliest == date.min:
        return f"phải không muộn hơn {short_day(latest)}", f"{latest} or earlier"
    if latest == date.max:
        return f"phải từ {short_day(earliest)} trở đi", f"{earliest} or later"
    if earliest == latest:
        return f"phải là {short_day(latest)}", f"{latest}"
    return (
        f"phải từ {short_day(earliest)} đến hết {short_day(latest)}",
        f"from {earliest} through {latest}",
    )
