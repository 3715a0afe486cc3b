"""Types that several wires share."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field

Text = Annotated[str, Field(pattern=r"^[^\x00]*$")]
"""A text that both databases can store: PostgreSQL takes no NUL."""


def _in_utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError as beyond:
        raise ValueError("beyond the years 1 to 9999 in UTC") from beyond


Instant = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""An instant with its offset, in UTC from here on."""
