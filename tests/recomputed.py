"""The figures of a summary, computed anew from the exported attendance alone.

It shares nothing with the program but the file: a reader of the CSV could do the same by hand.
"""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Line = Mapping[str, str]
PRESENT = ("full", "late", "left_early", "other_session", "on_duty")
NUMBERS = (
    "members", "exempt", "suspended", "excluded", "away", "here", "convened", "present", *PRESENT,
    "pending", "excused", "unexcused", "unknown", "by_code", "by_hand", "not_countersigned",
    "from_elsewhere", "extra", "there", "made_up", "retold",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where something counts: a unit with those above it, its bloc, and a class."""

    path: tuple[str, ...]
    bloc: str
    session: str


def lines_of(content: bytes) -> list[Line]:
    """Read an exported CSV; its byte order mark and its delimiter are part of what is promised."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def figures(lines: Iterable[Line], counts: Callable[[Place], bool]) -> dict[str, Any]:
    """Compute the figures of all places that count."""
    found: Counter[str] = Counter(dict.fromkeys(NUMBERS, 0))
    reasons: Counter[str] = Counter()
    for line in lines:
        home = Place(_path(line["home_unit_path"]), line["home_bloc"], line["session_id"])
        here = Place(_path(line["unit_path"]), line["bloc"], line["session_id"])
        is_away = line["home_unit_id"] != line["unit_id"]
        if line["in_a"] == "1":
            found["members"] += counts(home)
            found["away"] += is_away and counts(home)
            found["here"] += is_away and counts(here)
            if line["beside"]:
                found[line["beside"]] += counts(here)
        if line["in_b"] == "1" and counts(here):
            _count_day(line, found, reasons)
        came = line["came_session_id"] if line["in_b"] == "0" else ""
        if came:
            found["extra"] += counts(Place(here.path, here.bloc, came))
        for visited in line["visits"].split():
            if visited != came:
                found["from_elsewhere"] += counts(Place(here.path, here.bloc, visited))
    found["present"] = sum(found[each] for each in PRESENT)
    found["there"] = sum(
        found[each] for each in ("full", "late", "left_early", "from_elsewhere", "extra")
    )
    return {
        **found,
        "reasons": dict(reasons),
        "rate_percent": _percent(found["present"], found["convened"]),
        "rate_of_members_percent": _percent(found["present"], found["members"]),
    }


def _count_day(line: Line, found: Counter[str], reasons: Counter[str]) -> None:
    found["convened"] += 1
    if not line["day"]:
        return
    found[line["day"]] += 1
    if line["day"] in {"excused", "unexcused"}:
        uncoded = "reduced" if line["status"] == "reduced" else "cancelled"
        reasons[line["reason"] or uncoded] += 1
    if line["day"] in PRESENT and line["day"] != "on_duty":
        by_hand = line["is_by_hand"] == "1"
        found["by_hand" if by_hand else "by_code"] += 1
        found["not_countersigned"] += by_hand and line["is_countersigned"] == "0"
    if line["made_up"]:
        found["made_up" if line["made_up"] == "session" else "retold"] += 1


def disagreements(
    summary: Mapping[str, Any], lines: Iterable[Line], forms: Mapping[str, str]
) -> list[str]:
    """Name every number of a summary that the lines do not give; `forms` tells those of classes."""
    lines = list(lines)
    choices: dict[str, Callable[[Any, Place, Any], bool]] = {
        "bloc": lambda key, place, _: place.bloc == (key or ""),
        "form": lambda key, place, _: forms.get(place.session) == key,
        "session": lambda key, place, _: place.session == (key or ""),
        "unit": lambda key, place, depth: (
            place.path[-1] == key if depth == 0 else key in place.path
        ),
    }
    chosen = choices[summary["group_by"]]
    top, found = summary["unit_id"], []
    for row in summary["rows"]:

        def counts(place: Place, key: Any = row["key"], depth: Any = row["depth"]) -> bool:
            return top in place.path and chosen(key, place, depth)

        name = f"{summary['group_by']} {row['name']}"
        found += _differences(name, row["figures"], figures(lines, counts))
    whole = figures(lines, lambda place: top in place.path)
    return found + _differences("total", summary["total"], whole)


def _differences(name: str, stated: Mapping[str, Any], computed: Mapping[str, Any]) -> list[str]:
    assert set(stated) == set(computed), set(stated) ^ set(computed)
    return [
        f"{name}: {field} is {stated[field]}, the lines give {computed[field]}"
        for field in stated
        if stated[field] != computed[field]
    ]


def _path(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _percent(part: int, whole: int) -> float | None:
    if not whole:
        return None
    return float((Decimal(part) * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP))
