"""Every request and answer of the test-suite is compared with the committed contract."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import httpx2 as httpx
import jsonschema_rs

CONTRACT = Path(__file__).parents[2] / "openapi" / "v1.json"
_METHODS = {"get", "post", "put", "patch", "delete"}


@cache
def document() -> dict[str, Any]:
    """Read the committed contract."""
    read: dict[str, Any] = json.loads(CONTRACT.read_text(encoding="utf-8"))
    return read


@cache
def _with_sandbox() -> dict[str, Any]:
    """Read the contract with what is only in a sandbox; elsewhere that answers 404."""
    sandbox = json.loads(CONTRACT.with_name("sandbox.json").read_text(encoding="utf-8"))
    schemas = sandbox["components"]["schemas"] | document()["components"]["schemas"]
    paths = document()["paths"] | sandbox["paths"]
    return document() | {"paths": paths, "components": {"schemas": schemas}}


@cache
def _operations() -> list[tuple[re.Pattern[str], str, dict[str, Any]]]:
    # A fixed path is tried before one with a parameter in the same place.
    found = []
    paths = _with_sandbox()["paths"]
    for path in sorted(paths, key=lambda each: (each.count("{"), each)):
        pattern = re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path) + "$")
        for method, operation in paths[path].items():
            if method in _METHODS:
                found.append((pattern, method, operation))
    return found


def operation_of(method: str, path: str) -> dict[str, Any] | None:
    """Find the operation of a request; None where the contract has none."""
    for pattern, its_method, operation in _operations():
        if its_method == method.lower() and pattern.match(path):
            return operation
    return None


@cache
def _validator(schema: str) -> jsonschema_rs.Draft202012Validator:
    whole = {**json.loads(schema), "components": _with_sandbox()["components"]}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


def mistake(content: dict[str, Any], value: Any) -> object:
    """Tell what is wrong with a body of the contract; None where nothing is."""
    return next(_validator(json.dumps(content["schema"])).iter_errors(value), None)


async def checked(response: httpx.Response) -> None:
    """Fail where an answer is not what the contract says (an event hook of every client)."""
    await response.aread()
    request = response.request
    method, path = request.method.lower(), request.url.path
    if not path.startswith("/api/") or path == "/api/v1/openapi.json":
        return
    operation = operation_of(method, path)
    if operation is None or response.status_code == 405:
        assert response.status_code in {404, 405}, f"{method} {path} is not in the contract"
        assert response.headers["content-type"] == "application/problem+json"
        return
    where = f"{operation['operationId']} answered {response.status_code}: {response.text[:300]}"
    status = str(response.status_code)
    assert status in operation["responses"], f"not in the contract: {where}"
    _check_request(request, operation, accepted=response.status_code < 400)
    for name, header in operation["responses"][status].get("headers", {}).items():
        assert name in response.headers or not header.get("required"), f"no {name}: {where}"
    content = operation["responses"][status].get("content", {})
    if not content:
        assert not response.content, where
        return
    kind = response.headers["content-type"].split(";")[0]
    assert kind in content, f"{kind} is not in the contract: {where}"
    if not kind.endswith("json"):
        assert response.content, f"nothing in it: {where}"
        return
    error = mistake(content[kind], response.json())
    assert error is None, f"{error}: {where}"
    if response.status_code >= 400:
        examples = content[kind].get("examples", {})
        assert response.json()["code"] in examples, f"its code is not in the contract: {where}"


def _check_request(request: httpx.Request, operation: dict[str, Any], *, accepted: bool) -> None:
    # A form with a file is a stream, which was sent and is not kept.
    kind = request.headers.get("content-type", "").split(";")[0]
    if not accepted or not kind:
        return
    assert kind in operation["requestBody"]["content"], f"{kind}: {operation['operationId']}"
    if kind == "application/json":
        error = mistake(operation["requestBody"]["content"][kind], json.loads(request.content))
        assert error is None, f"{error}: {operation['operationId']}"
