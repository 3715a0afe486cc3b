"""Where a unit's members are expected (pure; plan II.4)."""

from collections.abc import Mapping
from typing import TypeVar

Point = TypeVar("Point")


def point_of(unit_path: str, expected: Mapping[str, Point]) -> Point | None:
    """Find the point at which the members of a unit are expected; None where nobody said.

    `expected` maps unit paths to points. The nearest unit up the tree decides, so a commune's
    point has all its cells except the school cells, which are expected in Meet halls of their own.
    """
    found = [path for path in expected if unit_path.startswith(path)]
    return expected[max(found, key=len)] if found else None
