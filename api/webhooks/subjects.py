"""What a message can tell of, as the features below and above find it."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that happened to be told: whose it is, and what may be said of it.

    `is_withheld` is true of what is confidential: nobody outside is told of it. `data` is JSON
    without the name of a member.
    """

    unit_id: UUID
    unit_path: str
    is_withheld: bool
    data: Mapping[str, Any]


Finder = Callable[[AsyncSession, Collection[UUID]], Awaitable[Mapping[UUID, Subject]]]
"""Finds what can be told of things by their ids; of what is gone nothing is told."""


def has_its_unit(unit_id: UUID, name: str) -> dict[str, str]:
    """Say of which unit something is."""
    return {"unit_id": str(unit_id), "unit_name": name}


_FIGURES: Final = ("members", "convened", "present", "excused", "unexcused", "pending", "unknown")


def counts_of(figures: Mapping[str, Any] | None) -> dict[str, int] | None:
    """Take from frozen figures what messages tell: numbers alone; None where nothing is frozen."""
    if figures is None:
        return None
    counts = {name: int(figures[name]) for name in _FIGURES}
    return {**counts, "absent": counts["excused"] + counts["unexcused"]}


def text_of(value: UUID | datetime | None) -> str | None:
    """Write an id or an instant as JSON has it."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return None if value is None else str(value)
