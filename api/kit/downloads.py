"""Answers that are files: a media type of a closed list, and a name in Vietnamese (RFC 6266)."""

from typing import Any, Final
from urllib.parse import quote

from fastapi import Response

from api.kit.text import fold

MEDIA_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_LONGEST_NAME: Final = 120


def download(content: bytes, *, name: str, kind: str) -> Response:
    """Answer with a file called `name`.`kind`; old browsers get the name without marks."""
    stem = "".join(" " if each in '\\/:*?"<>|' else each for each in name)
    stem = " ".join(stem.split())[:_LONGEST_NAME].rstrip(" .") or kind
    plain = "".join(each for each in fold(stem) if each.isascii()).split()
    fallback = f"{'-'.join(plain) or kind}.{kind}"
    disposition = (
        f"attachment; filename=\"{fallback}\"; filename*=UTF-8''{quote(f'{stem}.{kind}', safe='')}"
    )
    headers = {"Content-Disposition": disposition, "Cache-Control": "private, no-store"}
    return Response(content, media_type=MEDIA_TYPES[kind], headers=headers)


def files(*kinds: str) -> dict[int | str, dict[str, Any]]:
    """Describe in OpenAPI that an operation may answer with files of these kinds."""
    binary = {"schema": {"type": "string", "format": "binary"}}
    return {
        200: {
            "content": {MEDIA_TYPES[kind]: binary for kind in kinds},
            "description": "The list, or the file that was asked for.",
        }
    }
