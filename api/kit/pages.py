"""Plain pages from a folder: fixed files, a strict policy, a band while the data is invented."""

import gzip
import hashlib
import json
import mimetypes
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import Headers
from starlette.types import Scope

BAND_MARK = "<!-- demo-band -->"
BAND = '<aside class="demo-band" aria-label="Dữ liệu thử">DỮ LIỆU THỬ</aside>'
WORKER: Final = "sw.js"
"""A folder that has this file can be opened without network: see `_worker`."""
RELEASE_MARK: Final = '"@release@"'
FILES_MARK: Final = '["@files@"]'

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-cache",
    "Vary": "Accept-Encoding",
}


@dataclass(frozen=True, slots=True)
class _Packed:
    """A file as it lies, compressed once, and the hash that names both."""

    body: bytes
    small: bytes
    digest: str


@lru_cache(maxsize=256)
def _pack(body: bytes) -> _Packed:
    digest = hashlib.blake2s(body, digest_size=12).hexdigest()
    return _Packed(body, gzip.compress(body, mtime=0), digest)


@lru_cache(maxsize=256)
def _read(path: str, _changed: tuple[int, int]) -> _Packed:
    """Read a file again only when it has changed, so that an edit shows after a reload."""
    return _pack(Path(path).read_bytes())


def _answer(headers: Headers, packed: _Packed, media_type: str) -> Response:
    """Answer compressed where that is accepted, and 304 to who holds either form."""
    takes_gzip = any(
        each.strip() == "gzip" for each in headers.get("accept-encoding", "").lower().split(",")
    )
    etag = f'"{packed.digest}-gz"' if takes_gzip else f'"{packed.digest}"'
    answered = {**HEADERS, "ETag": etag}
    held = {each.strip().removeprefix("W/") for each in headers.get("if-none-match", "").split(",")}
    if etag in held:
        return Response(status_code=304, headers=answered)
    if takes_gzip:
        answered["Content-Encoding"] = "gzip"
        return Response(packed.small, media_type=media_type, headers=answered)
    return Response(packed.body, media_type=media_type, headers=answered)


class PageFiles(StaticFiles):
    """Static files with the pages' headers; `no-cache` means: ask, and be told 304."""

    def __init__(self, *, directory: Path, shared: Path) -> None:
        """Look for a file in the page's own folder, then in the one that several pages share."""
        super().__init__(directory=directory)
        self.all_directories = [directory, shared]

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,  # noqa: ARG002
    ) -> Response:
        """Answer a file as small as the browser takes it."""
        packed = _read(str(full_path), (stat_result.st_mtime_ns, stat_result.st_size))
        return _answer(Headers(scope=scope), packed, _media_type(str(full_path)))


def serve(app: FastAPI, *, at: str, folder: Path, shared: Path) -> None:
    """Serve `folder/index.html` at the address `at` and its other files below it.

    `shared` is a folder of files that several pages have; they are found beside the page's own.
    The page is read at once, so that a missing file stops the start and not a reader. A page that
    lies below another one's address is served before it.
    """
    html = (folder / "index.html").read_text(encoding="utf-8")
    if BAND_MARK not in html:
        raise ValueError(f"{folder}/index.html has no place for the band")
    below = at.rstrip("/")

    def banded() -> bytes:
        return html.replace(BAND_MARK, BAND if app.state.is_demo else "").encode()

    def page(request: Request) -> Response:
        return _answer(request.headers, _pack(banded()), "text/html")

    def worker(request: Request) -> Response:
        script = _worker(folder, shared, at=at, page=banded())
        return _answer(request.headers, _pack(script), _media_type(WORKER))

    routes = {at: page}
    if (folder / WORKER).exists():
        routes[f"{below}/{WORKER}"] = worker
    for path, endpoint in routes.items():
        app.add_api_route(path, endpoint, methods=["GET", "HEAD"], include_in_schema=False)
    app.mount(below, PageFiles(directory=folder, shared=shared), name=below)


def _worker(folder: Path, shared: Path, *, at: str, page: bytes) -> bytes:
    """Write the page's service worker: what it keeps, and a release that any change renews."""
    below = at.rstrip("/")
    bodies = {
        f"{below}/{path.name}": path.read_bytes()
        for path in [*sorted(folder.iterdir()), *_named_in(page, shared, below)]
        if path.name not in {"index.html", WORKER}
    }
    release = hashlib.blake2s(page, digest_size=12)
    for address, body in bodies.items():
        release.update(address.encode() + b"\0" + body + b"\0")
    script = (folder / WORKER).read_text(encoding="utf-8")
    for mark, value in ((RELEASE_MARK, release.hexdigest()), (FILES_MARK, [at, *bodies])):
        if mark not in script:
            raise ValueError(f"{folder}/{WORKER} has no place for {mark}")
        script = script.replace(mark, json.dumps(value))
    return script.encode()


def _named_in(page: bytes, shared: Path, below: str) -> list[Path]:
    """List the shared files that a page loads: another one's it need not keep."""
    return [path for path in sorted(shared.iterdir()) if f'"{below}/{path.name}"'.encode() in page]


def _media_type(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
