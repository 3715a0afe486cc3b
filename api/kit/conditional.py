"""Conditional reads (RFC 9110): an ETag over the answer itself, so it can never be wrong."""

import hashlib
from typing import Annotated

from fastapi import Header, Response
from pydantic import BaseModel

IfNoneMatch = Annotated[
    str | None, Header(max_length=512, description="The `ETag` of the answer you hold.")
]


def answer(model: BaseModel, if_none_match: str | None) -> Response:
    """Answer with `model` and its ETag, or with 304 where the reader holds it already."""
    body = model.model_dump_json().encode()
    etag = f'"{hashlib.blake2s(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    held = {tag.strip().removeprefix("W/") for tag in (if_none_match or "").split(",")}
    if etag in held or "*" in held:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)
