"""The committed contract itself: it is the code's, it is valid, and it promises what it must."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from pydantic import BaseModel, Strict

from api.cli import main
from api.kit import errors
from api.kit.errors import MEDIA_TYPE
from api.sandbox.faults import CLOCK_OUT_OF_REACH
from tests.contract.codes import faults
from tests.contract.conformance import CONTRACT, document, mistake
from tests.contract.first_steps import FIRST_STEPS
from tests.contract.permitted import caller_of
from tests.contract.stage import set_stage
from tests.world import World

WITHOUT_SIGN_IN = {
    "issueToken",
    "revokeToken",
    "redeemInvitation",
    "pairScreen",
    "readServerMetadata",
    "readKeySet",
    "readHealth",
    "readReadiness",
}
"""Operations that need no credentials; every other names its scheme."""

OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation
    for methods in document()["paths"].values()
    for operation in methods.values()
}


def each_operation(test: Callable[[dict[str, Any]], None]) -> Callable[[], None]:
    """Run a test for every operation, and tell all with which it fails."""

    def of_all() -> None:
        failed = []
        for name, operation in OPERATIONS.items():
            try:
                test(operation)
            except AssertionError as failure:
                failed.append(f"{name}: {failure}")
        assert failed == []

    of_all.__name__ = test.__name__
    return of_all


def _contents() -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk every body of the contract, of requests and of answers."""
    for name, operation in OPERATIONS.items():
        for body in (operation.get("requestBody", {}), *operation["responses"].values()):
            for content in body.get("content", {}).values():
                yield name, content


def _codes(operation: dict[str, Any]) -> set[str]:
    return {
        code
        for response in operation["responses"].values()
        for code in response.get("content", {}).get(MEDIA_TYPE, {}).get("examples", {})
    }


def _example(example: dict[str, Any]) -> Any:
    """Read an example, or the one that it refers to."""
    if "$ref" in example:
        name = example["$ref"].rsplit("/", maxsplit=1)[1]
        example = document()["components"]["examples"][name]
    return example["value"]


def _schema(content: dict[str, Any]) -> dict[str, Any]:
    """Resolve the schema of a body; of one that may be left out, what it is where it comes."""
    schema: dict[str, Any] = content.get("schema", {})
    schema = next((each for each in schema.get("anyOf", []) if "$ref" in each), schema)
    if "$ref" in schema:
        schema = document()["components"]["schemas"][schema["$ref"].rsplit("/", maxsplit=1)[1]]
    return schema


def _has_example(content: dict[str, Any]) -> bool:
    if "example" in content or "examples" in content or "examples" in _schema(content):
        return True
    # A picture or a document cannot be shown in a text.
    return _schema(content).get("format") == "binary"


def _wrong(schema: dict[str, Any], value: object) -> str | None:
    error = mistake({"schema": schema}, value)
    return None if error is None else str(error)


def test_the_committed_contract_is_what_the_code_says() -> None:
    assert main(["openapi", "--check"]) == 0


def test_the_contract_is_valid_openapi() -> None:
    assert document()["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(document()).validate()


def test_operation_ids_are_unique_and_in_camel_case() -> None:
    operations = [each for methods in document()["paths"].values() for each in methods.values()]
    assert len(operations) == len(OPERATIONS)
    assert [name for name in OPERATIONS if not re.fullmatch(r"[a-z]+([A-Z][a-z]*)*", name)] == []


@each_operation
def test_an_operation_says_what_it_is(operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert operation["description"].endswith(".")
    assert len(operation["tags"]) == 1
    assert [
        each["name"] for each in operation.get("parameters", []) if not each["description"]
    ] == []


@each_operation
def test_an_operation_shows_what_is_sent_and_answered(operation: dict[str, Any]) -> None:
    """`python -m tests.contract.recording` records what is missing."""
    bodies = {"request": operation.get("requestBody", {})}
    bodies |= {status: each for status, each in operation["responses"].items() if status < "400"}
    missing = [
        f"{name}: {kind}"
        for name, body in bodies.items()
        for kind, content in body.get("content", {}).items()
        if not _has_example(content)
    ]
    assert missing == []


def test_every_group_of_operations_says_what_it_is_about() -> None:
    tags = {each["name"]: each["description"] for each in document()["tags"]}
    assert {tag for operation in OPERATIONS.values() for tag in operation["tags"]} == set(tags)
    assert [name for name, description in tags.items() if not description] == []


def test_every_example_that_was_recorded_has_its_operation() -> None:
    recorded = {file.stem for file in (CONTRACT.parent / "examples").glob("*.json")}
    assert recorded <= set(OPERATIONS)


def test_every_example_of_a_request_is_sent_and_accepted() -> None:
    """The table of permissions sends them, and so do the first steps."""
    sent = {name for name in OPERATIONS if caller_of(name) is not None} | set(FIRST_STEPS)
    with_body = {name for name, each in OPERATIONS.items() if "requestBody" in each}
    assert with_body - sent == {"setUp"}, "test_setup.py sends that one"


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_the_first_steps_open_their_doors(world: World) -> None:
    stage = await set_stage(world)
    answers = {name: await step(stage) for name, step in FIRST_STEPS.items()}
    assert {name: each.text for name, each in answers.items() if not each.is_success} == {}


@each_operation
def test_an_operation_names_its_credentials(operation: dict[str, Any]) -> None:
    open_to_all = operation["operationId"] in WITHOUT_SIGN_IN
    assert (operation["security"] == []) == open_to_all
    schemes = document()["components"]["securitySchemes"]
    assert all(name in schemes for each in operation.get("security", []) for name in each)


@each_operation
def test_a_refusal_is_a_problem_and_nothing_else(operation: dict[str, Any]) -> None:
    responses = {status: each for status, each in operation["responses"].items() if status >= "400"}
    assert "500" in responses
    for status, response in responses.items():
        assert list(response["content"]) == [MEDIA_TYPE]
        assert response["description"]
        content = response["content"][MEDIA_TYPE]
        assert content["schema"] == {"$ref": "#/components/schemas/ProblemDetails"}
        for code, example in content["examples"].items():
            value = _example(example)
            assert (value["code"], value["status"]) == (code, int(status))


@each_operation
def test_an_operation_documents_the_refusals_of_its_kind(operation: dict[str, Any]) -> None:
    statuses, codes = set(operation["responses"]), _codes(operation)
    parameters = {each["name"] for each in operation.get("parameters", [])}
    if "account" in {name for each in operation.get("security", []) for name in each}:
        assert "401" in statuses
    if "requestBody" in operation:
        assert {"bad_request", "body_too_large", "validation_failed"} <= codes
    if "cursor" in parameters:
        assert "cursor_invalid" in codes
    if "if-none-match" in parameters:
        assert "304" in statuses
        assert "ETag" in operation["responses"]["200"]["headers"]
    if "idempotency-key" in parameters:
        assert "idempotency_key_reused" in codes


def test_the_codes_of_the_contract_are_the_faults_of_the_code() -> None:
    documented = {code for each in OPERATIONS.values() for code in _codes(each)}
    # An address that does not take a method has no operation where it could stand.
    documented.add(errors.METHOD_NOT_ALLOWED.code)
    only_in_a_sandbox = {CLOCK_OUT_OF_REACH.code}
    assert documented | only_in_a_sandbox == set(faults())
    listed = document()["components"]["schemas"]["ProblemDetails"]["properties"]["code"]["examples"]
    assert set(listed) == documented


def test_every_fault_speaks_both_languages() -> None:
    for fault in faults().values():
        for words in (fault.title, fault.detail):
            assert words.read("vi", fault.sample) != words.read("en", fault.sample)
            for language in ("vi", "en"):
                assert "{" not in words.read(language, fault.sample)


def test_every_documented_example_is_what_its_schema_says() -> None:
    problem = {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}
    for code, example in document()["components"]["examples"].items():
        assert mistake(problem, example["value"]) is None, code
    checked = 0
    for name, content in _contents():
        if "example" in content:
            checked += 1
            assert mistake(content, content["example"]) is None, f"{name}: {content['example']}"
    assert checked > 100


def test_every_example_of_a_schema_is_what_it_says() -> None:
    schemas = document()["components"]["schemas"]
    with_examples = {name: schema for name, schema in schemas.items() if "examples" in schema}
    assert {"NewSession", "NewCheckIn"} <= set(with_examples)
    for name, schema in with_examples.items():
        for example in schema["examples"]:
            assert _wrong(schema, example) is None, name


def _reached(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Walk the object schemas that a schema leads to."""
    for part in (schema, *schema.get("anyOf", []), *schema.get("oneOf", [])):
        if "$ref" in part:
            name = part["$ref"].rsplit("/", maxsplit=1)[1]
            target = document()["components"]["schemas"][name]
            if target.get("type") == "object":
                yield name, target
            for inner in target.get("properties", {}).values():
                yield from _reached(inner)


def test_no_request_takes_unknown_fields() -> None:
    found: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS.values():
        for content in operation.get("requestBody", {}).get("content", {}).values():
            found |= dict(_reached(content["schema"]))
    assert {"NewSession", "NewCheckIn", "WhoByName", "TokenForm", "Pairing"} <= set(found)
    assert [name for name, each in found.items() if each.get("additionalProperties", True)] == []


def test_a_yes_or_no_is_taken_from_nothing_else() -> None:
    """`{"dry_run": 0}` is a mistake, and no order to do it in earnest."""
    asked = {
        name: model
        for operation in OPERATIONS.values()
        if (content := operation.get("requestBody", {}).get("content", {}).get("application/json"))
        for name, model in _reached(content["schema"])
    }
    lax = [
        f"{model.__name__}.{name}"
        for model in _models()
        if model.__name__ in asked
        for name, field in model.model_fields.items()
        if field.annotation is bool and not any(isinstance(each, Strict) for each in field.metadata)
    ]
    assert lax == []


def _models() -> Iterator[type[BaseModel]]:
    waiting = BaseModel.__subclasses__()
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        if model.__module__.startswith("api."):
            yield model


def test_instants_end_in_at_and_durations_in_seconds() -> None:
    for name, schema in document()["components"]["schemas"].items():
        for field, its in schema.get("properties", {}).items():
            choices = (its, *its.get("anyOf", []))
            is_instant = any(each.get("format") == "date-time" for each in choices)
            if is_instant and field not in {"server_time", "as_of"}:
                assert field.endswith("_at"), f"{name}.{field}"
            if field.endswith("_seconds"):
                assert any(each.get("type") == "integer" for each in choices), f"{name}.{field}"


def test_each_schema_has_a_name_of_its_own() -> None:
    """Two classes of one name would be told apart by where they lie, and old names change."""
    assert [name for name in document()["components"]["schemas"] if "__" in name] == []
