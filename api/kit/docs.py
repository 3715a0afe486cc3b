"""`/docs`: Swagger UI from files of our own server, so that it works without the internet."""

from pathlib import Path

import fastapi_offline
from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from api.kit.pages import HEADERS

_FILES = Path(fastapi_offline.__file__).parent / "static"
# Swagger UI writes an inline script and inline styles; it is the one page that may.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; frame-ancestors 'none'"
)


def serve(app: FastAPI) -> None:
    """Serve the documentation of the API at `/docs`."""

    async def page() -> HTMLResponse:
        html = get_swagger_ui_html(
            openapi_url=app.openapi_url or "",
            title=f"{app.title} – API",
            swagger_js_url="/docs/files/swagger-ui-bundle.js",
            swagger_css_url="/docs/files/swagger-ui.css",
            swagger_favicon_url="/docs/files/favicon.png",
            swagger_ui_parameters={"persistAuthorization": True, "docExpansion": "none"},
        )
        html.headers.update({**HEADERS, "Content-Security-Policy": _POLICY})
        return html

    app.add_api_route("/docs", page, include_in_schema=False)
    app.mount("/docs/files", StaticFiles(directory=_FILES), name="docs")
