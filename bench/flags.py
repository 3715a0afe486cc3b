"""How well flags see cheating: every kind put into honest halls, and honest halls left alone."""

from dataclasses import dataclass
from typing import Final

from api.flags.rules import Flag, flags
from api.words import FlagKind
from bench import report
from bench.cheating import CHEATS, HONEST, Hall, honest_hall

HALLS: Final = 400
_MEMBERS_AT_MOST: Final = 0.02
_RECALL_AT_LEAST: Final = 0.95


@dataclass(slots=True)
class Seen:
    """What one kind of flag showed: cheats found, and members and halls flagged without cause."""

    cheats: int = 0
    found: int = 0
    members: int = 0
    halls: int = 0


def section() -> str:
    """Simulate, and write the section.

    Raises: AssertionError where the aim is missed.
    """
    seen = {kind: Seen() for kind in CHEATS}
    honest = flagged = 0
    for seed in range(HALLS):
        hall = honest_hall(seed)
        found = flags(hall.facts())
        honest += sum(len(members) for members in hall.units.values())
        flagged += len({member for flag in found for member in flag.member_ids})
        for kind, each in seen.items():
            mine = [flag for flag in found if flag.kind is kind]
            each.members += len({member for flag in mine for member in flag.member_ids})
            each.halls += bool(mine)
        for kind, (_, cheat) in CHEATS.items():
            hall = honest_hall(seed)
            cheat(hall)
            seen[kind].cheats += 1
            seen[kind].found += _is_found(kind, hall, flags(hall.facts()))
    if flagged > _MEMBERS_AT_MOST * honest:
        raise AssertionError(f"{flagged} of {honest} honest members are flagged")
    lines = []
    for kind, (what, _) in CHEATS.items():
        each = seen[kind]
        recall = each.found / each.cheats
        if recall < _RECALL_AT_LEAST:
            raise AssertionError(f"{kind}: recall {recall:.1%}")
        lines.append(
            f"| `{kind}` | {what} | {recall:.1%} | {each.members / honest:.2%} "
            f"| {each.halls / HALLS:.1%} |"
        )
    lines.append(f"| all | | | **{flagged / honest:.2%}** | |")
    habits = ", ".join(f"{habit} {rate:.1%}" for habit, rate in HONEST.items())
    about = (
        f"The pure rules (`api/flags/rules.py`) over {HALLS} invented honest halls ({honest:,} "
        f"members) and the same halls with one kind of cheating put into each "
        f"(`bench/cheating.py`). Habits of the honest: {habits}. Recall: cheats that the flag "
        "named, member by member. What leaves no trace (a live relay, a secretary and her "
        "countersigner together) is not in the table and not found. A flag on a whole hall or "
        "unit (`manual_share`, `over_head_count`, most of `new_phone`) is told under halls."
    )
    head = "| flag | cheating put in | recall | honest members flagged | honest halls flagged |"
    return f"{about}\n\n{report.table(head, lines)}"


def _is_found(kind: FlagKind, hall: Hall, found: list[Flag]) -> bool:
    mine = [flag for flag in found if flag.kind is kind]
    if kind is FlagKind.OVER_HEAD_COUNT:
        return bool(mine)
    named = {member for flag in mine for member in flag.member_ids}
    units = {flag.unit_id for flag in mine}
    if kind is FlagKind.MANUAL_SHARE:
        return hall.guilty_units <= units
    return hall.guilty <= named
