"""What an import does to the members of its units (pure).

Members are matched by card number, then by name where that is unambiguous. Nobody is ever removed,
no card number is erased, and what is not certain is left as it is and said.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from api.imports.people import Caution, Deed, Entry, Held, Item, Person, Plan, Warned
from api.kit.text import fold
from api.words import MemberStatus

_SETTLED_BY_DATES: Final = frozenset({MemberStatus.OFFICIAL, MemberStatus.PROBATIONARY})


def plan(
    entries: Sequence[Entry], held: Sequence[Held], cards_elsewhere: Mapping[str, str]
) -> Plan:
    """Plan an import; `cards_elsewhere` names the unit of each card that another unit has."""
    warned: list[Warned] = []
    kept = _without_doubles(entries, held, cards_elsewhere, warned)
    matched: dict[int, Held] = {}
    refused: set[int] = set()
    _match_cards(kept, held, matched)
    _match_names(kept, held, matched, refused, warned)
    items = [
        _item(entry, matched.get(entry.row), warned)
        for entry in kept
        if entry.row not in refused and not _has_gone(entry, matched, warned)
    ]
    _warn_of_namesakes(items, warned)
    _warn_of_likeness(items, held, matched, warned)
    taken = {each.member_id for each in matched.values()}
    units = {entry.unit_id for entry in entries}
    unlisted = [
        each
        for each in held
        if each.member_id not in taken
        and each.unit_id in units
        and not each.is_guest
        and each.person.status is not MemberStatus.LEFT
    ]
    items.sort(key=lambda item: item.row)
    return Plan(tuple(items), tuple(unlisted), tuple(warned), len(entries) - len(items))


def _without_doubles(
    entries: Sequence[Entry],
    held: Sequence[Held],
    cards_elsewhere: Mapping[str, str],
    warned: list[Warned],
) -> list[Entry]:
    """Leave out rows whose card an earlier row bears, or a member of another unit."""
    homes = defaultdict(set)
    for each in held:
        if each.person.card_number:
            homes[each.person.card_number].add(each.unit_id)
    first: dict[str, int] = {}
    kept = []
    for entry in entries:
        card = entry.card_number
        if card is None:
            kept.append(entry)
        elif card in first:
            rows = (first[card], entry.row)
            warned.append(Warned(Caution.CARD_TWICE, rows, {"card": card, "first": str(rows[0])}))
        elif entry.unit_id not in homes[card] and card in cards_elsewhere:
            words = {"card": card, "unit": cards_elsewhere[card]}
            warned.append(Warned(Caution.CARD_ELSEWHERE, (entry.row,), words))
        else:
            first[card] = entry.row
            kept.append(entry)
    return kept


def _match_cards(entries: Iterable[Entry], held: Iterable[Held], matched: dict[int, Held]) -> None:
    by_card = {
        (each.unit_id, each.person.card_number): each for each in held if each.person.card_number
    }
    for entry in entries:
        found = by_card.get((entry.unit_id, entry.card_number or ""))
        if found is not None:
            matched[entry.row] = found


def _match_names(
    entries: Sequence[Entry],
    held: Sequence[Held],
    matched: dict[int, Held],
    refused: set[int],
    warned: list[Warned],
) -> None:
    """Match what cards did not, name by name within a unit."""
    taken = {each.member_id for each in matched.values()}
    groups: dict[tuple[UUID, str], tuple[list[Entry], list[Held]]] = defaultdict(lambda: ([], []))
    for entry in entries:
        if entry.row not in matched:
            groups[entry.unit_id, entry.key][0].append(entry)
    for each in held:
        if each.member_id not in taken and each.person.status is not MemberStatus.LEFT:
            key = (each.unit_id, each.person.key)
            if key in groups:
                groups[key][1].append(each)
    for rows, members in groups.values():
        if members:
            _pair(rows, members, matched, refused, warned)


def _pair(
    rows: list[Entry],
    members: list[Held],
    matched: dict[int, Held],
    refused: set[int],
    warned: list[Warned],
) -> None:
    """Pair the rows and members of one name; a row and a member with two cards are two persons."""
    without = [entry for entry in rows if entry.card_number is None]
    if all(each.person.card_number for each in members):
        rows = without
    if not without:
        members = [each for each in members if each.person.card_number is None]
    if len(rows) == len(members) == 1:
        matched[rows[0].row] = members[0]
        return
    # Those without a card first, so that a list that was imported before changes nothing.
    open_members = sorted(members, key=lambda each: each.person.card_number is not None)
    for entry, member in zip(without, open_members, strict=False):
        # Which of several namesakes a status is for, nobody can tell.
        is_clear = len(without) == len(members) == 1
        if not is_clear and entry.status not in (None, member.person.status):
            refused.add(entry.row)
        matched[entry.row] = member
    rest = [each for each in open_members[len(without) :] if each.person.card_number is None]
    refused |= {entry.row for entry in rows if entry.card_number is not None and rest}
    doubtful = tuple(entry.row for entry in rows if entry.row in refused)
    if doubtful:
        warned.append(Warned(Caution.NAMESAKES_UNCLEAR, doubtful, {"name": rows[0].full_name}))


def _has_gone(entry: Entry, matched: Mapping[int, Held], warned: list[Warned]) -> bool:
    """Leave out who has left and is not on file: there is nobody to mark."""
    is_new = entry.row not in matched
    if is_new and entry.status is MemberStatus.LEFT:
        warned.append(Warned(Caution.HAS_LEFT, (entry.row,)))
        return True
    return False


def _item(entry: Entry, member: Held | None, warned: list[Warned]) -> Item:
    if member is None:
        status = entry.status or MemberStatus.OFFICIAL
        after = Person(entry.full_name, entry.card_number, status, entry.key)
        return Item(entry.row, Deed.ADD, entry.unit_id, after)
    before = member.person
    if member.is_guest or before.status is MemberStatus.LEFT:
        caution = Caution.IS_GUEST if member.is_guest else Caution.HAS_LEFT
        warned.append(Warned(caution, (entry.row,)))
        after = before
    else:
        after = _changed(entry, before, warned)
    deed = Deed.LEAVE if after == before else Deed.CHANGE
    return Item(entry.row, deed, entry.unit_id, after, member.member_id, before)


def _changed(entry: Entry, before: Person, warned: list[Warned]) -> Person:
    after = replace(before, card_number=entry.card_number or before.card_number)
    if entry.key != before.key:
        has_lost_marks = entry.full_name.isascii() and fold(entry.full_name) == fold(
            before.full_name
        )
        if not has_lost_marks:
            after = replace(after, full_name=entry.full_name, key=entry.key)
            if fold(entry.full_name) != fold(before.full_name):
                words = {"before": before.full_name, "after": entry.full_name}
                warned.append(Warned(Caution.NAME_DIFFERS, (entry.row,), words))
    is_known = not entry.by_dates or before.status in _SETTLED_BY_DATES
    if entry.status is not None and is_known:
        after = replace(after, status=entry.status)
    return after


def _warn_of_namesakes(items: Iterable[Item], warned: list[Warned]) -> None:
    groups: dict[tuple[UUID, str], list[Item]] = defaultdict(list)
    for item in items:
        groups[item.unit_id, item.after.key].append(item)
    for group in groups.values():
        if len(group) > 1:
            apart = len({item.after.card_number for item in group} - {None}) == len(group)
            caution = Caution.NAMESAKES if apart else Caution.NAMESAKES_WITHOUT_CARD
            rows = tuple(item.row for item in group)
            warned.append(Warned(caution, rows, {"name": group[0].after.full_name}))


def _warn_of_likeness(
    items: Iterable[Item],
    held: Iterable[Held],
    matched: Mapping[int, Held],
    warned: list[Warned],
) -> None:
    """Warn of a new person whose name is that of an unlisted member but for its marks or card."""
    taken = {each.member_id for each in matched.values()}
    alike = {
        (each.unit_id, fold(each.person.full_name)): each.person
        for each in held
        if each.member_id not in taken and each.person.status is not MemberStatus.LEFT
    }
    for item in items:
        found = alike.get((item.unit_id, fold(item.after.full_name)))
        if item.deed is Deed.ADD and found is not None:
            words = {"name": item.after.full_name, "held": found.full_name}
            warned.append(Warned(Caution.NAME_SIMILAR, (item.row,), words))
