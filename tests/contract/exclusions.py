"""What schemathesis is not held to, each with its reason; at most three (loaded by its runs)."""

from dataclasses import dataclass
from typing import Any

import schemathesis
from schemathesis import Case, CheckContext, Response


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A check that is loosened, in the words of schemathesis.toml, and why."""

    check: str
    setting: str
    reason: str


EXCLUSIONS = (
    Exclusion(
        "positive_data_acceptance",
        "expected-statuses = "
        '["2xx", "3xx", "401", "403", "404", "409", "412", "422", "429", "503"]',
        "Cursors, codes, pairing codes, tickets and idempotency keys are texts of a right shape "
        "that may still be nobody's, which is 422; an ETag of a right shape may be stale, which is "
        "412. What is well formed must not be `validation_failed`: the check below holds it to "
        "that.",
    ),
    Exclusion(
        "negative_data_rejection",
        "expected-statuses = "
        '["400", "401", "403", "404", "405", "406", "409", "413", "415", "422", "429", "5xx"]',
        "A list that is longer than it may be can also be more than 64 KiB, which is refused as "
        "413 before anybody reads it.",
    ),
)


_MEASURED_AFTERWARDS = {"string_too_short", "string_too_long", "value_error"}
"""A text is measured after it was normalised, an instant in UTC; no schema can say that."""


@schemathesis.check
def well_formed_data_is_understood(
    context: CheckContext, response: Response, case: "Case[Any]"
) -> bool | None:
    """Refuse `validation_failed` where the request was all that the contract asks for."""
    positive = case.meta is not None and case.meta.generation.mode.is_positive
    if not positive or response.status_code != 422:
        return None
    problem = response.json()
    for error in problem.get("errors", []):
        assert error["pointer"].startswith("/body/"), "well-formed data was refused"
        assert error["type"] in _MEASURED_AFTERWARDS, "well-formed data was refused"
    return None
