"""The operations of the contract, and what its examples say with other ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.contract.conformance import document
from tests.district import PUBLIC_URL

Ids = dict[str, Any]
"""What stands for the parameters of a path, and in a body: ids, a code, a sequence."""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the contract."""

    name: str
    method: str
    path: str
    spec: Mapping[str, Any]

    def needs(self, place: str) -> list[str]:
        """Name the required parameters of a place: `path`, `query`, `header`."""
        return [
            each["name"]
            for each in self.spec.get("parameters", [])
            if each["in"] == place and each.get("required")
        ]


_LAST = {"addConferenceFromPreset"}
"""Asked after all others: it adds so many units that every figure takes long from then on."""

_FOUND = [
    Operation(spec["operationId"], method, path, spec)
    for path, methods in document()["paths"].items()
    for method, spec in methods.items()
]
OPERATIONS: dict[str, Operation] = {
    each.name: each for each in sorted(_FOUND, key=lambda each: each.name in _LAST)
}


def address(operation: Operation, ids: Mapping[str, Any]) -> str:
    """Write the address of an operation, also of one beside `/api/v1`."""
    return f"{PUBLIC_URL}{operation.path.format_map(ids)}"


def example_of(name: str, ids: Mapping[str, Any]) -> dict[str, Any]:
    """Write the contract's example of a JSON body with these ids; empty where it has none."""
    body = OPERATIONS[name].spec.get("requestBody", {}).get("content", {})
    schema = body.get("application/json", {}).get("schema", {})
    # A body that may be left out is one of two: itself, or null.
    schema = next((each for each in schema.get("anyOf", []) if "$ref" in each), schema)
    if "$ref" in schema:
        schema = document()["components"]["schemas"][schema["$ref"].rsplit("/", maxsplit=1)[1]]
    examples = schema.get("examples", [])
    written: dict[str, Any] = exchanged(examples[0], ids) if examples else {}
    return written


def exchanged(value: Any, ids: Mapping[str, Any], *, key: str = "") -> Any:
    """Exchange the ids in a body for others, by the names they stand under or end in."""
    if isinstance(value, dict):
        return {name: exchanged(inner, ids, key=name) for name, inner in value.items()}
    if isinstance(value, list):
        return [exchanged(inner, ids, key=key.removesuffix("s")) for inner in value]
    of = [name for name in ids if key == name or key.endswith(f"_{name}")]
    return str(ids[of[0]]) if of and value is not None else value
