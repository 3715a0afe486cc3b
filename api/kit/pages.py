"""Plain pages from a folder: fixed files, a strict policy, a band while the data is invented."""

import hashlib
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from starlette.types import Scope

BAND_MARK = "<!-- demo-band -->"
BAND = '<div class="demo-band" role="note">DỮ LIỆU THỬ</div>'

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
}


class PageFiles(StaticFiles):
    """Static files with the pages' headers; `no-cache` means: ask, and be told 304."""

    def __init__(self, *, directory: Path, shared: Path) -> None:
        """Look for a file in the page's own folder, then in the one that several pages share."""
        super().__init__(directory=directory)
        self.all_directories = [directory, shared]

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer a file with the headers of a page."""
        response = await super().get_response(path, scope)
        response.headers.update(HEADERS)
        return response


def serve(app: FastAPI, *, at: str, folder: Path, shared: Path) -> None:
    """Serve `folder/index.html` at the address `at` and its other files below it.

    `shared` is a folder of files that several pages have; they are found beside the page's own.
    The page is read at once, so that a missing file stops the start and not a reader.
    """
    html = (folder / "index.html").read_text(encoding="utf-8")
    if BAND_MARK not in html:
        raise ValueError(f"{folder}/index.html has no place for the band")
    below = at.rstrip("/")

    async def page(request: Request) -> Response:
        body = html.replace(BAND_MARK, BAND if request.app.state.is_demo else "")
        etag = f'"{hashlib.blake2s(body.encode(), digest_size=12).hexdigest()}"'
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers={**HEADERS, "ETag": etag})
        return HTMLResponse(body, headers={**HEADERS, "ETag": etag})

    app.add_api_route(at, page, methods=["GET", "HEAD"], include_in_schema=False)
    app.mount(below, PageFiles(directory=folder, shared=shared), name=below)
