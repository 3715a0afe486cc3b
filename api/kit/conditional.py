"""Conditional reads (RFC 9110): an ETag over the answer itself, so it can never be wrong."""

import hashlib
from typing import Annotated

from fastapi import Header, Response
from pydantic import BaseModel

from api.kit.errors import Fault, Problem, Words

CHANGED_MEANWHILE = Fault(
    "changed_meanwhile",
    412,
    Words("Đã có người sửa", "Changed meanwhile"),
    Words(
        "Mục này đã được người khác sửa sau khi đồng chí mở. Mời tải lại rồi sửa tiếp.",
        "This was changed after you read it. Read it again and repeat your change.",
    ),
)

IfNoneMatch = Annotated[
    str | None, Header(max_length=512, description="The `ETag` of the answer you hold.")
]
IfMatch = Annotated[
    str | None,
    Header(
        max_length=512,
        description="The `ETag` of what you are changing; where somebody changed it since: 412.",
    ),
]


def answer(
    model: BaseModel, if_none_match: str | None = None, *, apart_from: frozenset[str] = frozenset()
) -> Response:
    """Answer with `model` and its ETag, or with 304 where the reader holds it already.

    Fields that change without saying anything new (`apart_from`) do not count: the ETag is weak.
    """
    body = model.model_dump_json().encode()
    etag = _etag(model.model_dump_json(exclude=set(apart_from)).encode() if apart_from else body)
    headers = {"ETag": f"W/{etag}" if apart_from else etag, "Cache-Control": "private, no-cache"}
    held = _tags(if_none_match)
    if etag in held or "*" in held:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def require_unchanged(model: BaseModel, if_match: str | None) -> None:
    """Let a change go on where `model` is still what the reader holds, or where he named nothing.

    Raises: Problem `changed_meanwhile`.
    """
    held = _tags(if_match)
    if held and "*" not in held and etag_of(model) not in held:
        raise Problem(CHANGED_MEANWHILE)


def etag_of(model: BaseModel) -> str:
    """Make the ETag by which `answer` knows a model."""
    return _etag(model.model_dump_json().encode())


def _etag(body: bytes) -> str:
    return f'"{hashlib.blake2s(body, digest_size=12).hexdigest()}"'


def _tags(header: str | None) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in (header or "").split(",")} - {""}
