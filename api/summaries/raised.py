"""What units raise in the result reports that they handed in: problems, and proposals (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

_NOTHING: Final = frozenset(
    {
        "không",
        "không có",
        "không có vấn đề phát sinh",
        "không có vấn đề gì phát sinh",
        "không có kiến nghị",
        "không có đề xuất",
        "không có đề xuất, kiến nghị",
        "không có ý kiến",
    }
)
"""What a text says that raises nothing."""


@dataclass(frozen=True, slots=True)
class Raised:
    """What a unit wrote itself in its report; null where it left the text to be filled in."""

    unit_id: UUID
    unit_path: str
    unit_name: str
    incidents: str | None
    proposals: str | None


def something(text: str | None) -> str | None:
    """Put a text on one line, its items after each other; None where it says that nothing is."""
    lines = [line.strip().lstrip("-+•–").strip() for line in (text or "").splitlines()]
    items = [line for line in lines if line]
    if not items or (len(items) == 1 and items[0].rstrip(".").casefold() in _NOTHING):
        return None
    said = "; ".join([*(each.rstrip(".;") for each in items[:-1]), items[-1].rstrip(";")])
    return said if said.endswith((".", "!", "?")) else f"{said}."


def direct(raised: Iterable[Raised], depths: Mapping[str, int]) -> list[Raised]:
    """Leave those right below the top; the top's own where no unit stands below it.

    What cells raise, their commune's report passes on.
    """
    first = {unit_id for unit_id, depth in depths.items() if depth == 1} or set(depths)
    return [each for each in raised if str(each.unit_id) in first]
