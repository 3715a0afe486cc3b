"""Whom the lines of exclusion lists mean, against the members there are today."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from api.conferences import exclusion_store as store
from api.conferences.rules import ExclusionLine, Match, Person, match
from api.kit.dates import day_of
from api.kit.text import fold
from api.tables.conferences import Exclusion


async def match_lines(
    db: AsyncSession, organiser_path: str, lines: Sequence[ExclusionLine], *, at: datetime
) -> list[Match]:
    """Find whom each of some lines means among the members counted below an organiser."""
    if not lines:
        return []
    people = await store.persons(
        db,
        organiser_path,
        on=day_of(at),
        cards=[line.card_number for line in lines if line.card_number],
        names=[fold(line.full_name) for line in lines if line.full_name],
    )
    by_card: dict[str, list[Person]] = {}
    by_name: dict[str, list[Person]] = {}
    for person in people:
        if person.card_number:
            by_card.setdefault(person.card_number, []).append(person)
        by_name.setdefault(fold(person.full_name), []).append(person)
    has_unit = any(line.unit_name for line in lines)
    paths = await store.paths_by_name(db, organiser_path) if has_unit else {}
    return [
        match(
            line,
            # Each once, though both his card and his name may have found him.
            list(
                dict.fromkeys(
                    [
                        *(by_card.get(line.card_number, []) if line.card_number else []),
                        *by_name.get(fold(line.full_name or ""), []),
                    ]
                )
            ),
            paths.get(fold(line.unit_name or ""), set()),
        )
        for line in lines
    ]


async def matches_of(
    db: AsyncSession, organiser_path: str, exclusions: Sequence[Exclusion], *, at: datetime
) -> list[Match]:
    """Tell of stored lines whom each means, and of the others who comes into question today."""
    settled = await store.persons(
        db,
        organiser_path,
        on=day_of(at),
        ids=[each.member_id for each in exclusions if each.member_id],
    )
    by_id = {person.member_id: person for person in settled}
    waiting = [each for each in exclusions if each.member_id is None]
    found = await match_lines(db, organiser_path, [line_of(each) for each in waiting], at=at)
    doubts = dict(zip((each.id for each in waiting), found, strict=True))
    return [
        Match(by_id.get(each.member_id)) if each.member_id else _as_waiting(doubts[each.id])
        for each in exclusions
    ]


def _as_waiting(found: Match) -> Match:
    """Offer a person who would fit today: nobody has said yet that the line means him."""
    return Match(None, found.doubt, (found.person,)) if found.person else found


def line_of(exclusion: Exclusion) -> ExclusionLine:
    """Give a stored line as its document has it."""
    return ExclusionLine(exclusion.full_name, exclusion.unit_name, exclusion.card_number)
