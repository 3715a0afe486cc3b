"""The gate notices what takes something away from a program, and nothing else."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

import pytest

from tests.contract.breaking import Break, breaks, unnamed
from tests.contract.conformance import document

Document = dict[str, Any]
Change = Callable[[Document], object]


def _schema(contract: Document, name: str) -> Document:
    found: Document = contract["components"]["schemas"][name]
    return found


def _sessions(contract: Document, method: str) -> Document:
    found: Document = contract["paths"]["/api/v1/sessions"][method]
    return found


def _take_title_away(contract: Document) -> None:
    del _schema(contract, "SessionView")["properties"]["title"]
    _schema(contract, "SessionView")["required"].remove("title")


def _ask_for_colour(contract: Document) -> None:
    _take_colour(contract)
    _schema(contract, "NewSession")["required"].append("colour")


def _take_colour(contract: Document) -> None:
    _schema(contract, "NewSession")["properties"]["colour"] = {"type": "string"}


def _answer_colour(contract: Document) -> None:
    _schema(contract, "SessionView")["properties"]["colour"] = {"type": "string"}
    _schema(contract, "SessionView")["required"].append("colour")


def _answer_200_instead(contract: Document) -> None:
    responses = _sessions(contract, "post")["responses"]
    responses["200"] = responses.pop("201")


def _refuse_as_before(contract: Document) -> None:
    del _sessions(contract, "post")["responses"]["409"]


def _ask_for_a_conference(contract: Document) -> None:
    for parameter in _sessions(contract, "get")["parameters"]:
        parameter["required"] = True


def _answer_no_title(contract: Document) -> None:
    _schema(contract, "SessionView")["properties"]["title"] = {
        "anyOf": [{"type": "string"}, {"type": "null"}]
    }


def _call_it_otherwise(contract: Document) -> None:
    _sessions(contract, "post")["operationId"] = "makeSession"


BREAKING: list[tuple[Change, Break]] = [
    (_take_title_away, Break("SessionView.title", "is answered no more")),
    (_ask_for_colour, Break("NewSession.colour", "has to be sent")),
    (
        lambda contract: _schema(contract, "Form")["enum"].remove("meet"),
        Break("Form", "does not take meet any more"),
    ),
    (
        lambda contract: contract["paths"]["/api/v1/sessions"].pop("post"),
        Break("addSession", "POST /api/v1/sessions is gone"),
    ),
    (_call_it_otherwise, Break("addSession", "is called makeSession now")),
    (_answer_200_instead, Break("addSession", "does not answer 201 any more")),
    (_refuse_as_before, Break("addSession", "does not tell session_exists any more")),
    (_ask_for_a_conference, Break("listSessions.conference_id", "has to be sent (query)")),
    (
        lambda contract: _sessions(contract, "get").update(parameters=[]),
        Break("listSessions.limit", "is taken no more (query)"),
    ),
    (
        lambda contract: _schema(contract, "NewSession")["properties"]["title"].update(maxLength=5),
        Break("NewSession.title", "maxLength is 5, and was 200"),
    ),
    (_answer_no_title, Break("SessionView.title", "may be null")),
    (
        lambda contract: _sessions(contract, "get").update(security=[{"screen": []}]),
        Break("listSessions", "takes other credentials"),
    ),
]

SILENT: list[Change] = [
    _take_colour,
    _answer_colour,
    lambda contract: _schema(contract, "Form")["enum"].append("hybrid"),
    lambda contract: _schema(contract, "NewSession")["required"].remove("title"),
    lambda contract: contract["paths"].update({"/api/v1/new": contract["paths"]["/api/v1/me"]}),
    lambda contract: _sessions(contract, "get").update(description="Said better."),
]


@cache
def _before() -> Document:
    """Take as much of the contract as the changes concern, so that it is compared at once."""
    paths = {each: document()["paths"][each] for each in ("/api/v1/me", "/api/v1/sessions")}
    return {**document(), "paths": paths}


def _changed(change: Change) -> Document:
    contract = deepcopy(_before())
    change(contract)
    return contract


@pytest.mark.parametrize(("change", "expected"), BREAKING, ids=[str(each) for _, each in BREAKING])
def test_what_a_program_would_miss_is_noticed(change: Change, expected: Break) -> None:
    assert expected in breaks(_before(), _changed(change))


@pytest.mark.parametrize("change", SILENT)
def test_what_only_adds_is_no_break(change: Change) -> None:
    assert breaks(_before(), _changed(change)) == []


def test_nothing_changed_is_no_break() -> None:
    assert breaks(document(), deepcopy(document())) == []


def test_only_a_break_that_its_version_names_passes() -> None:
    gone = Break("SessionView.title", "is answered no more")
    named = "## 2.0.0 – new\n\n### Breaking\n\n- `SessionView.title` is gone.\n\n## 1.4.0\n"
    assert unnamed([gone], named, "2.0.0") == []
    assert unnamed([gone], named, "1.4.0") == [gone]
    assert unnamed([gone], named.replace("### Breaking", "### Added"), "2.0.0") == [gone]
    assert unnamed([gone], named.replace("`", ""), "2.0.0") == [gone]
    assert unnamed([gone], "", "2.0.0") == [gone]
