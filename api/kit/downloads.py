"""Answers that are files: a media type of a closed list, and a name in Vietnamese (RFC 6266)."""

from collections.abc import Iterator
from typing import IO, Any, Final
from urllib.parse import quote

from fastapi import Response
from fastapi.responses import StreamingResponse

from api.kit.text import fold

MEDIA_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}
_PIECE: Final = 256 * 1024
_LONGEST_NAME: Final = 120


def download(content: bytes, *, name: str, kind: str) -> Response:
    """Answer with a file called `name`.`kind`; old browsers get the name without marks."""
    return Response(content, media_type=MEDIA_TYPES[kind], headers=_headers(name, kind))


def streamed(file: IO[bytes], *, name: str, kind: str) -> Response:
    """Answer with a large file piece by piece, and close it."""

    def pieces() -> Iterator[bytes]:
        with file:
            while piece := file.read(_PIECE):
                yield piece

    file.seek(0)
    return StreamingResponse(pieces(), media_type=MEDIA_TYPES[kind], headers=_headers(name, kind))


def _headers(name: str, kind: str) -> dict[str, str]:
    stem = "".join(" " if each in '\\/:*?"<>|' else each for each in name)
    stem = " ".join(stem.split())[:_LONGEST_NAME].rstrip(" .") or kind
    plain = "".join(each for each in fold(stem) if each.isascii()).split()
    fallback = f"{'-'.join(plain) or kind}.{kind}"
    disposition = (
        f"attachment; filename=\"{fallback}\"; filename*=UTF-8''{quote(f'{stem}.{kind}', safe='')}"
    )
    return {"Content-Disposition": disposition, "Cache-Control": "private, no-store"}


def files(*kinds: str) -> dict[int | str, dict[str, Any]]:
    """Describe in OpenAPI that an operation may answer with files of these kinds."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    return {
        200: {
            "content": {MEDIA_TYPES[kind]: binary for kind in kinds},
            "description": "The list, or the file that was asked for.",
        }
    }
