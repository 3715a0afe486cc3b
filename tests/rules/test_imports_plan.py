"""Whom the rows of a list mean among the members there are (pure)."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from api.imports import rules
from api.imports.naming import Directory, Place, is_group
from api.imports.people import Caution, Deed, Entry, Held, Person, Plan
from api.kit.text import name_sort_key
from api.words import MemberStatus

UNIT, OTHER = UUID(int=1), UUID(int=2)


def entry(
    row: int,
    name: str,
    card: str | None = None,
    status: MemberStatus | None = None,
    *,
    by_dates: bool = False,
) -> Entry:
    return Entry(row, UNIT, name, card, status, by_dates, name_sort_key(name))


def member(
    number: int,
    name: str,
    card: str | None = None,
    status: MemberStatus = MemberStatus.OFFICIAL,
    *,
    is_guest: bool = False,
) -> Held:
    person = Person(name, card, status, name_sort_key(name))
    return Held(UUID(int=100 + number), UNIT, person, is_guest=is_guest)


def deeds(plan: Plan) -> dict[int, tuple[str, int | None]]:
    return {
        item.row: (item.deed.value, item.member_id.int - 100 if item.member_id else None)
        for item in plan.items
    }


def cautions(plan: Plan) -> set[Caution]:
    return {each.caution for each in plan.warned}


def test_a_member_is_known_by_his_card_whatever_his_name_became() -> None:
    plan = rules.plan([entry(2, "Lê Thị Hoa", "1")], [member(1, "Trần Thị Hoa", "1")], {})
    assert deeds(plan) == {2: ("change", 1)}
    assert plan.items[0].after.full_name == "Lê Thị Hoa"
    assert cautions(plan) == {Caution.NAME_DIFFERS}


def test_hoa_with_the_tone_elsewhere_is_the_same_and_hung_is_not_huwng() -> None:
    same = rules.plan([entry(2, "Lê Hòa")], [member(1, "Lê Hoà", "1")], {})
    assert deeds(same) == {2: ("leave", 1)}
    other = rules.plan([entry(2, "Lê Văn Hưng")], [member(1, "Lê Văn Hùng")], {})
    assert deeds(other) == {2: ("add", None)}
    assert cautions(other) == {Caution.NAME_SIMILAR}


def test_a_list_that_lost_its_marks_spoils_no_name() -> None:
    plan = rules.plan([entry(2, "Dieu Khanh", "1")], [member(1, "Điểu Khánh", "1")], {})
    assert deeds(plan) == {2: ("leave", 1)}


def test_namesakes_with_different_cards_are_different_persons() -> None:
    rows = [entry(2, "Điểu Khánh", "1"), entry(3, "Điểu Khánh", "2")]
    plan = rules.plan(rows, [member(1, "Điểu Khánh", "9")], {})
    assert deeds(plan) == {2: ("add", None), 3: ("add", None)}
    assert Caution.NAMESAKES in cautions(plan)
    assert len(plan.unlisted) == 1


def test_namesakes_without_cards_are_two_persons_with_a_warning() -> None:
    plan = rules.plan([entry(2, "Điểu Khánh"), entry(3, "Điểu Khánh")], [], {})
    assert deeds(plan) == {2: ("add", None), 3: ("add", None)}
    assert [(each.caution, each.rows) for each in plan.warned] == [
        (Caution.NAMESAKES_WITHOUT_CARD, (2, 3))
    ]


def test_which_of_two_namesakes_gets_a_card_or_a_status_is_not_guessed() -> None:
    held = [member(1, "Điểu Khánh"), member(2, "Điểu Khánh")]
    by_card = rules.plan([entry(2, "Điểu Khánh", "1")], held, {})
    assert (deeds(by_card), by_card.skipped) == ({}, 1)
    by_status = rules.plan([entry(2, "Điểu Khánh", None, MemberStatus.EXEMPT)], held, {})
    assert deeds(by_status) == {}
    assert cautions(by_status) == {Caution.NAMESAKES_UNCLEAR}


def test_a_card_fills_the_gap_of_the_one_member_of_that_name() -> None:
    plan = rules.plan([entry(2, "Điểu Minh", "1")], [member(1, "Điểu Minh")], {})
    assert deeds(plan) == {2: ("change", 1)}
    kept = rules.plan([entry(2, "Điểu Minh")], [member(1, "Điểu Minh", "1")], {})
    assert kept.items[0].after.card_number == "1"


def test_a_card_that_stands_twice_names_both_rows() -> None:
    plan = rules.plan([entry(2, "Lê A", "1"), entry(5, "Lê B", "1")], [], {})
    assert deeds(plan) == {2: ("add", None)}
    assert [(each.caution, each.rows) for each in plan.warned] == [(Caution.CARD_TWICE, (2, 5))]


def test_who_belongs_to_another_unit_is_not_taken_from_it() -> None:
    plan = rules.plan([entry(2, "Lê A", "1")], [], {"1": "Chi bộ thôn 9"})
    assert (deeds(plan), cautions(plan)) == ({}, {Caution.CARD_ELSEWHERE})


def test_dates_make_nobody_official_whom_the_unit_has_exempted() -> None:
    held = [member(1, "Lê A", None, MemberStatus.EXEMPT)]
    dated = rules.plan([entry(2, "Lê A", None, MemberStatus.OFFICIAL, by_dates=True)], held, {})
    assert deeds(dated) == {2: ("leave", 1)}
    said = rules.plan([entry(2, "Lê A", None, MemberStatus.OFFICIAL)], held, {})
    assert deeds(said) == {2: ("change", 1)}


def test_who_has_left_or_is_a_guest_stays_as_he_is() -> None:
    gone = rules.plan([entry(2, "Lê A", "1")], [member(1, "Lê A", "1", MemberStatus.LEFT)], {})
    assert (deeds(gone), cautions(gone)) == ({2: ("leave", 1)}, {Caution.HAS_LEFT})
    guest = rules.plan(
        [entry(2, "Lê A", "1", MemberStatus.EXEMPT)], [member(1, "Lê A", "1", is_guest=True)], {}
    )
    assert (deeds(guest), guest.unlisted) == ({2: ("leave", 1)}, ())


def test_a_new_name_that_has_left_is_not_added() -> None:
    plan = rules.plan([entry(2, "Lê A", None, MemberStatus.LEFT)], [], {})
    assert (deeds(plan), plan.skipped) == ({}, 1)


_PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["Lê A", "Lê B", "Điểu C"]),
        st.sampled_from([None, "1", "2", "3", "4"]),
        st.sampled_from([None, MemberStatus.OFFICIAL, MemberStatus.EXEMPT]),
    ),
    max_size=8,
)


@given(rows=_PEOPLE, there=_PEOPLE)
def test_every_row_is_done_once_or_skipped_and_nobody_is_lost(
    rows: list[tuple[str, str | None, MemberStatus | None]],
    there: list[tuple[str, str | None, MemberStatus | None]],
) -> None:
    cards: set[str | None] = set()
    held = []
    for number, (name, card, status) in enumerate(there):
        if card is None or card not in cards:
            cards.add(card)
            held.append(member(number, name, card, status or MemberStatus.OFFICIAL))
    entries = [entry(row, *person) for row, person in enumerate(rows, start=2)]
    plan = rules.plan(entries, held, {})
    assert len(plan.items) + plan.skipped == len(entries)
    assert len({item.row for item in plan.items}) == len(plan.items)
    touched = [item.member_id for item in plan.items if item.member_id is not None]
    assert len(touched) == len(set(touched))
    for item in plan.items:
        assert (item.deed is Deed.ADD) == (item.member_id is None)
        if item.before is not None and item.before.card_number is not None:
            assert item.after.card_number == item.before.card_number
    # What was imported is there: the same list changes nothing a second time.
    after = {each.member_id: each for each in held}
    for item in plan.items:
        member_id = item.member_id or UUID(int=10_000 + item.row)
        after[member_id] = Held(member_id, UNIT, item.after)
    again = rules.plan(entries, list(after.values()), {})
    assert {item.deed for item in again.items} <= {Deed.LEAVE}


PLACES = [
    Place(UUID(int=1), "a/", "Đảng bộ huyện"),
    Place(UUID(int=2), "a/b/", "Đảng bộ xã Bom Bo", ("ĐU Bom Bo",)),
    Place(UUID(int=3), "a/b/c/", "Chi bộ thôn 1"),
    Place(UUID(int=4), "a/d/", "Đảng bộ xã Đak Nhau"),
    Place(UUID(int=5), "a/d/e/", "Chi bộ thôn 1"),
    Place(UUID(int=6), "a/d/f/", "Chi bộ Trường THCS Hoa Ban"),
]


def test_a_unit_is_found_by_what_people_call_it() -> None:
    directory = Directory(PLACES)
    for text, wanted in (
        ("Chi bộ Trường THCS Hoa Ban", 6),
        ("II. TRƯỜNG THCS HOA BAN (12 đảng viên)", 6),
        ("CB Trường THCS Hoa Ban: 12 đ/c", 6),
        ("đu bom bo", 2),
        ("Bom Bo", 2),
    ):
        assert [each.unit_id.int for each in directory.find(text)] == [wanted], text
    assert directory.find("Chi bộ thôn 7") == []


def test_village_1_is_that_of_the_commune_named_last() -> None:
    directory = Directory(PLACES)
    assert len(directory.find("Thôn 1")) == 2
    directory.find("Xã Đak Nhau")
    assert [each.unit_id.int for each in directory.find("Thôn 1")] == [5]
    directory.find("Xã Bom Bo")
    assert [each.unit_id.int for each in directory.find("Thôn 1")] == [3]


def test_a_party_group_is_no_unit() -> None:
    assert is_group("Tổ đảng 2")
    assert is_group("1. Tổ Đảng số 3")
    assert not is_group("Tổ chức Hành chính")
