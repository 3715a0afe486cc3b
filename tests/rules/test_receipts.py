"""A receipt that is written by hand is, letter by letter, what its model writes."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from api.checkin.receipts import Told, as_json
from api.checkin.schemas import Receipt
from api.kit import ids
from api.words import Evidence, Standing, WindowKind

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_IDS = st.uuids().flatmap(lambda each: st.sampled_from([each, ids.id_of(each.bytes)]))
_INSTANTS = st.datetimes(timezones=st.just(UTC))


@given(
    check_in_id=_IDS,
    standing=st.sampled_from([Standing.PRESENT, Standing.PENDING]),
    evidence=st.sampled_from(Evidence),
    kind=st.sampled_from(WindowKind),
    name=st.none() | _TEXT,
    texts=st.tuples(_TEXT, _TEXT, _TEXT, _TEXT),
    flags=st.tuples(st.booleans(), st.booleans()),
    at=_INSTANTS | st.just(datetime(2026, 11, 23, 8, 0, 0, 1_000, tzinfo=UTC)),
    late=st.none() | st.integers(min_value=-1, max_value=10**9),
)
def test_a_receipt_is_written_as_its_model_writes_it(
    check_in_id: UUID,
    standing: Standing,
    evidence: Evidence,
    kind: WindowKind,
    name: str | None,
    texts: tuple[str, str, str, str],
    flags: tuple[bool, bool],
    at: datetime,
    late: int | None,
) -> None:
    title, point, message, _ = texts
    told = Told(
        check_in_id,
        standing,
        evidence,
        flags[0],
        name,
        title,
        point,
        kind,
        flags[1],
        at.isoformat(),
        late,
        message,
    )
    values = {**told._asdict(), "arrived_at": at, "proof": "AbC-_09"}
    assert as_json(told, "AbC-_09") == Receipt(**values).model_dump_json()
