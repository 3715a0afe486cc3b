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
        'expected-statuses = ["2xx", "3xx", "401", "403", "404", "409", "422", "429", "503"]',
        "Cursors, codes, pairing codes, tickets and idempotency keys are texts of a right shape "
        "that may still be nobody's, which is 422. What is well formed must not be "
        "`validation_failed`: the check below holds it to that.",
    ),
)


@schemathesis.check
def well_formed_data_is_understood(
    context: CheckContext, response: Response, case: "Case[Any]"
) -> bool | None:
    """Refuse `validation_failed` where the request was all that the contract asks for."""
    if case.meta is not None and case.meta.generation.mode.is_positive:
        refused = response.status_code == 422 and response.json()["code"] == "validation_failed"
        assert not refused, "well-formed data was refused"
    return None
