"""The crowd of a rehearsal: everybody once, in his own hall; and what its figures are made of."""

from datetime import UTC, datetime

import pytest

from api.kit.ids import is_uuid7
from bench.crowd import DISTRICT, NATION, PROVINCE, Crowd, Scale
from bench.rehearsal.measured import Latencies, Seen
from bench.rehearsal.script import Mishap, mishaps, part_of, repeats

MORNING = datetime(2026, 3, 5, 0, 30, tzinfo=UTC)


def test_every_member_of_a_district_comes_once_with_a_phone_and_an_id_of_his_own() -> None:
    crowd = Crowd(DISTRICT, MORNING)
    everybody = range(DISTRICT.members)
    assert {crowd.number(i) for i in everybody} == set(everybody)
    assert len({crowd.phone_id(i) for i in everybody}) == DISTRICT.members
    ids = [crowd.check_in_id(i) for i in everybody]
    assert ids == sorted(ids)
    assert all(is_uuid7(each) for each in ids)


@pytest.mark.parametrize("scale", [DISTRICT, PROVINCE, NATION])
def test_places_in_the_crowd_are_found_again_by_member_and_by_check_in(scale: Scale) -> None:
    crowd = Crowd(scale, MORNING)
    for i in (0, 1, scale.members // 2, scale.members - 1):
        assert crowd.whose(crowd.member_id(i)) == i
        assert crowd.who(crowd.check_in_id(i, 7)) == (i, 7)


def test_every_hall_of_a_district_has_somebody() -> None:
    crowd = Crowd(DISTRICT, MORNING)
    assert {crowd.point(i) for i in range(DISTRICT.members)} == set(range(DISTRICT.points))


def test_five_in_a_hundred_send_twice_and_two_in_a_hundred_are_refused_first() -> None:
    parts = [part_of(i) for i in range(10_000)]
    assert sum(each.again is not None for each in parts) == repeats(10_000) == 500
    assert mishaps(10_000) == dict.fromkeys(Mishap, 50)
    assert not any(each.again and each.mishap for each in parts)


def test_percentiles_are_those_of_what_was_counted() -> None:
    seen = Latencies()
    for milliseconds in range(1, 101):
        seen.add((milliseconds - 0.1) / 1000)
    assert seen.percentile(50) == pytest.approx(50)
    assert seen.percentile(99) == pytest.approx(99)
    assert Latencies().percentile(99) == 0


def test_the_tenths_of_a_run_add_up_to_all_its_check_ins() -> None:
    seen = Seen()
    for each in range(500):
        seen.recorded_after(each / 40)
    assert seen.check_ins == 500
    assert sum(seen.by_tenths()) / 10 * seen.seconds == pytest.approx(500)
    assert seen.by_tenths()[4] == pytest.approx(40, rel=0.05)
