"""A body that the light door takes, FastAPI takes too, and both read the same in it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from api.checkin.schemas import NewCheckIn, QrTicketRequest, TypedTicketRequest

CHECK_IN: TypeAdapter[Any] = TypeAdapter(NewCheckIn)
CODE: TypeAdapter[Any] = TypeAdapter(QrTicketRequest | TypedTicketRequest)

_ID = '"01980000-0000-7000-8000-000000000000"'
_VALUES = (
    *("null", "true", "0", "1", "-0", "1.0", "1e2", "1E400", "NaN", "Infinity", '"1"', '" 1 "'),
    *(
        "123456789012345678901234567890",
        '""',
        '"\\u0000"',
        '"\\ud800"',
        '"\\ud83d\\ude00"',
        '"a\tb"',
    ),
    *('"device"', '"named"', '"0482"', '"٠٤٨٢"', '"4821\\n"', '"' + "x" * 401 + '"', "[]", "{}"),
    *(_ID, _ID.upper(), _ID.replace("-", ""), '"{01980000-0000-7000-8000-000000000000}"'),
    *(
        '"urn:uuid:01980000-0000-7000-8000-000000000000"',
        '"Điểu Thị Mai"',
        '"e\\u0309"',
        '"\ufeff"',
    ),
)
_SPACES = st.sampled_from(["", " ", "\n\t", "\ufeff", "\x0b", "\u00a0"])
_value = st.sampled_from(_VALUES)


def _object(names: list[str], good: dict[str, str]) -> st.SearchStrategy[str]:
    """Write objects that are mostly good, here and there with another value or a name too many."""
    fields = [
        st.tuples(st.just(name), st.one_of(*[st.just(good[name])] * 6, _value)) for name in names
    ]
    odd = st.lists(st.tuples(st.sampled_from([*names, "more"]), _value), max_size=1)
    return st.builds(
        lambda kept, more: "{" + ",".join(f'"{name}":{value}' for name, value in kept + more) + "}",
        st.tuples(*fields).map(list),
        odd,
    )


_who = st.one_of(
    _object(["kind"], {"kind": '"device"'}),
    _object(
        ["kind", "unit_id", "name", "last4"],
        {"kind": '"named"', "unit_id": _ID, "name": '"Điểu  Thị Mai"', "last4": '"4821"'},
    ),
)
_check_in = _who.flatmap(
    lambda who: _object(
        ["id", "ticket", "who", "notice_version"],
        {"id": _ID, "ticket": '"abc"', "who": who, "notice_version": "1"},
    )
)
_code = st.one_of(
    _object(["qr"], {"qr": '"7.1szt4g.AAAA"'}),
    _object(["door", "digits"], {"door": '"07"', "digits": '"482913"'}),
)


def _agree(step: TypeAdapter[Any], text: str) -> bool:
    try:
        taken = step.validate_json(text.encode("utf-8", "surrogatepass"))
    except ValidationError:
        return False  # and FastAPI decides
    assert step.validate_python(json.loads(text)) == taken
    return True


@given(_SPACES, _check_in, _SPACES)
def test_a_check_in_reads_the_same_at_both_doors(before: str, text: str, after: str) -> None:
    _agree(CHECK_IN, before + text + after)


@given(_SPACES, _code, _SPACES)
def test_a_code_reads_the_same_at_both_doors(before: str, text: str, after: str) -> None:
    _agree(CODE, before + text + after)


@pytest.mark.parametrize(
    "text",
    [
        f'{{"id":{_ID},"ticket":"a","who":{{"kind":"device"}}}}',
        f'{{"id":{_ID},"ticket":"a","ticket":"b","who":{{"kind":"device"}},"notice_version":1.0}}',
        f' {{"who":{{"name":"e\\u0309","unit_id":null,"kind":"assisted"}},"ticket":"","id":{_ID}}}',
    ],
)
def test_what_is_plainly_well_formed_is_taken(text: str) -> None:
    assert _agree(CHECK_IN, text)
