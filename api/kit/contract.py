"""The OpenAPI document, mended where the framework says what this API does not do."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.kit import errors
from api.kit.conditional import CHANGED_MEANWHILE
from api.kit.errors import MEDIA_TYPE, documented
from api.kit.paging import CURSOR_INVALID

_EITHER = ("account", "client", "device")
"""Schemes of which one is enough: who signs in, a program of its own, and a phone."""
_FOLDER = Path(__file__).parents[2] / "openapi"
_LICENCE = {"name": "Apache-2.0", "identifier": "Apache-2.0"}
_SERVERS = [{"url": "/", "description": "The server that gave you this document."}]
_GENERATED = ("HTTPValidationError", "ValidationError")
_ALWAYS = documented(errors.INTERNAL_ERROR, errors.UNAVAILABLE, errors.STORAGE_FULL)
_WITH_INPUT = documented(errors.VALIDATION_FAILED)
_WITH_BODY = documented(errors.BODY_TOO_LARGE, errors.BAD_REQUEST)
_WITH_CURSOR = documented(CURSOR_INVALID)
_WITH_MATCH = documented(CHANGED_MEANWHILE)
_ETAG = {
    "required": True,
    "schema": {"type": "string"},
    "description": "For `If-None-Match`, `If-Match`.",
}

_SIMULATED = {
    "schema": {"type": "string", "enum": ["true"]},
    "description": "Nothing was kept: this is what would have been answered.",
}


Responses = Mapping[int | str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Callers:
    """What operations answer besides: where a client may call, and where only a person may.

    `headers` are on every answer to a client.
    """

    clients: Responses
    persons: Responses
    headers: Mapping[str, dict[str, Any]]


def install(app: FastAPI, callers: Callers) -> None:
    """Make `app.openapi()` answer the mended document."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = get_openapi(
                title=app.title, version=app.version, description=app.description, routes=app.routes
            )
            # Through JSON, since the framework lets operations share parts of the document.
            app.openapi_schema = _mend(json.loads(json.dumps(document)), callers)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def part(document: dict[str, Any], *, tag: str) -> dict[str, Any]:
    """Give the operations of a tag as a document of its own, with what they refer to."""
    paths = {
        path: {method: each for method, each in methods.items() if tag in each.get("tags", [])}
        for path, methods in document["paths"].items()
    }
    told = {path: methods for path, methods in paths.items() if methods}
    needed: dict[str, dict[str, Any]] = {}
    waiting = _referred(told)
    while waiting:
        kind, name = waiting.pop()
        of_kind = needed.setdefault(kind, {})
        if name not in of_kind:
            of_kind[name] = document["components"][kind][name]
            waiting |= _referred(of_kind[name])
    components = {kind: dict(sorted(needed[kind].items())) for kind in sorted(needed)}
    tags = [each for each in document["tags"] if each["name"] == tag]
    return document | {"tags": tags, "paths": told, "components": components}


def _referred(part_of_it: Any) -> set[tuple[str, str]]:
    return set(re.findall(r'"#/components/([^/"]+)/([^"]+)"', json.dumps(part_of_it)))


def _mend(document: dict[str, Any], callers: Callers) -> dict[str, Any]:
    # An address that does not take a method has no operation to be documented at.
    codes = {errors.METHOD_NOT_ALLOWED.code}
    problems: dict[str, Any] = {}
    for path, methods in document["paths"].items():
        for operation in methods.values():
            _mend_parameters(operation)
            _mend_security(operation)
            # Below it every unknown name in a query is refused.
            _mend_responses(operation, callers, knows_query=path.startswith("/api/"))
            codes |= _codes(operation)
            _share_problems(operation, problems)
            _show_examples(operation, document["components"]["schemas"])
    schemas = document["components"]["schemas"]
    for name in _GENERATED:
        schemas.pop(name, None)
    schemas["ProblemDetails"]["properties"]["code"]["examples"] = sorted(codes)
    document["components"]["examples"] = dict(sorted(problems.items()))
    document["info"]["license"] = _LICENCE
    return {
        **{name: document[name] for name in ("openapi", "info")},
        "servers": _SERVERS,
        "tags": _tags(document),
        **document,
    }


@cache
def _descriptions() -> dict[str, dict[str, str]]:
    """Read what groups are about, and parameters that say the same wherever they stand."""
    read: dict[str, dict[str, str]] = json.loads(
        (_FOLDER / "descriptions.json").read_text(encoding="utf-8")
    )
    return read


def _tags(document: dict[str, Any]) -> list[dict[str, str]]:
    each = {
        tag for path in document["paths"].values() for op in path.values() for tag in op["tags"]
    }
    about = _descriptions()["tags"]
    return [{"name": tag, "description": about.get(tag, "")} for tag in sorted(each)]


def _mend_parameters(operation: dict[str, Any]) -> None:
    """Describe each, and take null from those that may be left out: an address has none."""
    for parameter in operation.get("parameters", []):
        about = _descriptions().get(parameter["in"], {}).get(parameter["name"])
        if about is not None:
            parameter.setdefault("description", about)
        schema = parameter["schema"]
        choices = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
        if len(choices) == 1:
            del schema["anyOf"]
            parameter["schema"] = choices[0] | schema


def _mend_security(operation: dict[str, Any]) -> None:
    """Ask for all schemes of an operation together, of some for one; the framework offers each.

    Only a client has scopes.
    """
    given = operation.get("security", [])
    if not given:
        operation["security"] = []  # said plainly: whoever asks needs no credentials
        return
    schemes = {name: scopes for each in given for name, scopes in each.items()}
    always: dict[str, list[str]] = {name: [] for name in schemes if name not in _EITHER}
    choices = [
        {name: schemes[name] if name == "client" else []} for name in _EITHER if name in schemes
    ]
    asked = [choice | always for choice in choices or [{}]]
    operation["security"] = [*asked, *([{}] if {} in given and {} not in asked else [])]


def _has_scheme(operation: dict[str, Any], name: str) -> bool:
    return any(name in each for each in operation.get("security", []))


def _mend_responses(operation: dict[str, Any], callers: Callers, *, knows_query: bool) -> None:
    responses = operation["responses"]
    # The framework documents its own 422; ours is a problem like every other refusal.
    if MEDIA_TYPE not in responses.get("422", {}).get("content", {}):
        responses.pop("422", None)
    parameters = {each["name"] for each in operation.get("parameters", [])}
    has_body = "requestBody" in operation
    for_clients = _has_scheme(operation, "client")
    for_persons = _has_scheme(operation, "account") and not for_clients
    for applies, general in (
        (True, _ALWAYS),
        (has_body or parameters or knows_query, _WITH_INPUT),
        (has_body, _WITH_BODY),
        ("cursor" in parameters, _WITH_CURSOR),
        ("if-match" in parameters, _WITH_MATCH),
        (for_clients, callers.clients),
        (for_persons, callers.persons),
    ):
        for status, response in general.items() if applies else ():
            _add(responses, str(status), response)
    _mend_headers(responses, parameters)
    for status, response in responses.items():
        if for_clients:
            response["headers"] = {**response.get("headers", {}), **callers.headers}
        content = response.get("content", {})
        if int(status) >= 400:
            # The framework documents the type of the good answer here too; it never comes.
            schema = {"$ref": "#/components/schemas/ProblemDetails"}
            response["content"] = {MEDIA_TYPE: content[MEDIA_TYPE] | {"schema": schema}}
    operation["responses"] = dict(sorted(responses.items()))


def _share_problems(operation: dict[str, Any], shared: dict[str, Any]) -> None:
    """Keep one example of each problem for all operations: a code reads the same everywhere."""
    for response in operation["responses"].values():
        examples = response.get("content", {}).get(MEDIA_TYPE, {}).get("examples", {})
        for code, example in examples.items():
            shared.setdefault(code, {"summary": example["value"]["title"], **example})
            examples[code] = {"$ref": f"#/components/examples/{code}"}


def _show_examples(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Show what was really sent and answered; the tests record it (tests/contract/recording.py)."""
    file = _FOLDER / "examples" / f"{operation['operationId']}.json"
    if not file.is_file():
        return
    recorded = json.loads(file.read_text(encoding="utf-8"))
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        name = content["schema"].get("$ref", "").rsplit("/", maxsplit=1)[-1]
        if kind in recorded["request"] and "examples" not in schemas.get(name, {}):
            content["example"] = recorded["request"][kind]
    for status, answer in recorded["answers"].items():
        for kind, example in answer.items():
            operation["responses"][status]["content"][kind]["example"] = example


def _mend_headers(responses: dict[str, Any], parameters: set[str]) -> None:
    if "if-match" in parameters:
        responses["200"]["headers"] = {"ETag": _ETAG}
    if "if-none-match" in parameters:
        responses["304"] = {"description": "What you hold is still so."}
        for status in ("200", "304"):
            responses[status]["headers"] = {"ETag": _ETAG}
    if "simulate" in parameters:
        for status in responses.keys() & {"200", "201"}:
            responses[status].setdefault("headers", {})["Simulated"] = _SIMULATED


def _add(responses: dict[str, Any], status: str, general: dict[str, Any]) -> None:
    # A copy, since `general` is one object for all operations.
    ours = json.loads(json.dumps(general["content"][MEDIA_TYPE]["examples"]))
    held = responses.setdefault(
        status, {"description": "", "content": {MEDIA_TYPE: {"examples": {}}}}
    )
    held["content"][MEDIA_TYPE]["examples"] |= ours
    names = [f"`{code}`" for code in held["content"][MEDIA_TYPE]["examples"]]
    held["description"] = ", ".join(names)


def _codes(operation: dict[str, Any]) -> set[str]:
    return {
        code
        for response in operation["responses"].values()
        for code in response.get("content", {}).get(MEDIA_TYPE, {}).get("examples", {})
    }
