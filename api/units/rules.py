"""How a unit's place in the tree is written, and what holds for it from above (pure)."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

Mark = TypeVar("Mark")


def path_below(parent_path: str | None, unit_id: UUID) -> str:
    """Write the path of a unit under its parent: every id from the root on, each closed by "/"."""
    return f"{parent_path or ''}{unit_id.hex}/"


def nearest(unit_path: str, marked: Mapping[str, Mark]) -> Mark | None:
    """Find what holds for a unit: the mark of the nearest marked unit up the tree; None without.

    So a commune's point has all its cells except the school cells, which are expected in Meet
    halls of their own (plan II.4).
    """
    found = [path for path in marked if unit_path.startswith(path)]
    return marked[max(found, key=len)] if found else None
