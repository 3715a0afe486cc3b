"""Types that several wires share."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Final

from pydantic import AfterValidator, AwareDatetime, Field, SecretStr
from pydantic_core import PydanticCustomError

from api.kit.text import nfc

Text = Annotated[str, Field(pattern=r"^[^\x00]*$")]
"""A text that both databases can store: PostgreSQL takes no NUL."""

EMAIL: Final = (
    r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+"
    r"@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$"
)
"""What a mail address looks like: one, without a name around it."""


def _in_utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError as beyond:
        raise ValueError("beyond the years 1 to 9999 in UTC") from beyond


def _encodes(value: SecretStr) -> SecretStr:
    value.get_secret_value().encode()
    return value


Secret = Annotated[SecretStr, Field(max_length=200), AfterValidator(_encodes)]
"""A password or token; what has no UTF-8 is refused, as no form of a browser sends it."""


def clean(longest: int) -> Callable[[str], str]:
    """Make a validator that normalises a text, and measures it then.

    NFC may lengthen a text threefold, and a text of invisible characters is empty after it.
    """

    def measured(value: str) -> str:
        kept = nfc(value)
        if not kept:
            raise PydanticCustomError("string_too_short", "too short", {"min_length": 1})
        if len(kept) > longest:
            raise PydanticCustomError("string_too_long", "too long", {"max_length": longest})
        return kept

    return measured


Instant = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""An instant with its offset, in UTC from here on."""
