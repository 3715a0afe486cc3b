"""Lists by key: a cursor is the sort key of the last row seen, so every page costs the same."""

import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from api.kit import seals
from api.kit.errors import Fault, Problem, Words

CURSOR_INVALID = Fault(
    "cursor_invalid",
    422,
    Words("Con trỏ trang không hợp lệ", "Invalid cursor"),
    Words("Danh sách đã thay đổi, mời tải lại từ đầu.", "Start the list again without a cursor."),
)

Limit = Annotated[int, Query(ge=1, le=100, description="Rows of a page.")]
Cursor = Annotated[
    str | None, Query(max_length=4096, description="The `next_cursor` of the page before.")
]


Search = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=100,
        pattern=r"^[^\x00]+$",
        description="Beginnings of words of a name; marks and case do not count.",
    ),
]

Item = TypeVar("Item")
Row = TypeVar("Row")


class Page(BaseModel, Generic[Item]):
    """One page of a list; `next_cursor` is null on the last."""

    model_config = ConfigDict(extra="forbid")
    items: list[Item]
    next_cursor: str | None = Field(description="Ask again with it for the rows that follow.")


def read_cursor(cursor: str | None, *parts: Callable[[str], object]) -> tuple[Any, ...] | None:
    """Read a cursor into its sort key, each part by its own reader; None for the first page.

    Raises: Problem `cursor_invalid`.
    """
    if cursor is None:
        return None
    raw = seals.decode(cursor)
    try:
        texts = json.loads(raw) if raw is not None else None
        if not isinstance(texts, list) or any("\0" in text for text in texts):
            raise Problem(CURSOR_INVALID)
        "".join(texts).encode()  # fails at a lone surrogate, which no database can be asked for
        return tuple(read(text) for read, text in zip(parts, texts, strict=True))
    except (ValueError, TypeError, AttributeError) as unreadable:
        raise Problem(CURSOR_INVALID) from unreadable


def ordinal(text: str) -> int:
    """Read a number of a cursor.

    Raises: ValueError where it is not one that a column of 32 bits holds.
    """
    number = int(text)
    if not 0 <= number < 2**31:
        raise ValueError("not an ordinal")
    return number


def paged(
    rows: Sequence[Row],
    limit: int,
    *,
    view: Callable[[Row], Item],
    key: Callable[[Row], Sequence[str]],
) -> Page[Item]:
    """Make a page of at most `limit` rows, given one more where more follow.

    `key` tells the sort key of a row, which becomes the cursor after the last one shown.
    """
    shown = rows[:limit]
    more = len(rows) > limit
    return Page(
        items=[view(row) for row in shown],
        next_cursor=_write_cursor(key(shown[-1])) if more else None,
    )


def _write_cursor(key: Sequence[str]) -> str:
    return seals.encode(json.dumps(list(key), ensure_ascii=False).encode())
