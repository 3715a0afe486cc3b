"""Answers that are pictures of our own drawing, for those alone who may see them."""

from typing import Any, Final, Literal

from fastapi import Response

Media = Literal["image/jpeg", "image/png"]

_HEADERS: Final = {
    "Cache-Control": "private, no-store",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
}


def shown(content: bytes, media: Media) -> Response:
    """Answer with a picture that no browser keeps, and none takes for anything else."""
    return Response(content, media_type=media, headers=_HEADERS)


def picture(media: Media) -> dict[int | str, dict[str, Any]]:
    """Describe in OpenAPI that an operation answers with a picture."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    return {200: {"content": {media: binary}, "description": "The picture."}}
