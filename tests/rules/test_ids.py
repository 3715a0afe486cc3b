"""Ids that are made by the dozen are like those that are made one by one."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from api.kit import ids

AT = datetime(2026, 11, 23, 8, 0, 0, 123_456, tzinfo=UTC)


def test_many_ids_are_different_and_each_tells_its_instant() -> None:
    instants = [AT + timedelta(milliseconds=each) for each in range(500)] * 2
    made = ids.new_ids(instants)
    assert len(set(made)) == len(instants)
    assert all(ids.is_uuid7(each) for each in made)
    to_the_millisecond = [at.replace(microsecond=at.microsecond // 1000 * 1000) for at in instants]
    assert [ids.instant_of(each) for each in made] == to_the_millisecond
    assert ids.new_ids([]) == []
    one = ids.new_id(AT)
    assert ids.is_uuid7(one)
    assert ids.instant_of(one) == ids.instant_of(made[0])


@given(st.uuids())
def test_an_id_of_sixteen_bytes_is_that_uuid(uuid: UUID) -> None:
    made = ids.id_of(uuid.bytes)
    assert isinstance(made, UUID)
    assert (made, hash(made), str(made), made.bytes) == (uuid, hash(uuid), str(uuid), uuid.bytes)
    assert {uuid: 1}[made] == 1
    assert ids.is_uuid7(made) == (uuid.version == 7)
