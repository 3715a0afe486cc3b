"""What operations raise"""

from typing import Any

import httpx


class Problem(Exception):
    """A refusal: RFC 9457. Decide by `code`, which is from a closed list; show `detail` to a person."""

    def __init__(self, status: int, document: dict[str, Any], retry_after: int | None = None):
        self.status = status
        self.document = document
        self.code = str(document.get("code", "unknown"))
        self.title = str(document.get("title", ""))
        self.detail = str(document.get("detail", ""))
        self.retry_after = retry_after
        super().__init__(f"{status} {self.code}: {self.detail}")

    @classmethod
    def of(cls, response: httpx.Response) -> "Problem":
        """Read it from an answer, also from one that is no problem document."""
        try:
            document = response.json()
        except ValueError:
            document = {}
        waits = response.headers.get("retry-after", "")
        return cls(
            response.status_code,
            document if isinstance(document, dict) else {},
            int(waits) if waits.isdigit() else None,
        )


__all__ = ["Problem"]
