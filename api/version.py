"""Which program this is: the version of its contract (openapi/CHANGELOG.md)."""

from typing import Final

VERSION: Final = "1.6.0"
