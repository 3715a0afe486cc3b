"""What a browser does beside showing its page: what it asks for, and what it complains of."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

_REFUSED_BY_API = re.compile(r"Failed to load resource: .*")


class Watch:
    """Keeps what one browser asked for; `complaints` must stay empty in every test."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.context = context
        self.requests: list[Request] = []
        self.responses: list[Response] = []
        self.complaints: list[str] = []
        self.console_errors: list[str] = []
        self._origin = origin
        self._under_way: set[Request] = set()
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("requestfinished", self._ended)
        context.on("requestfailed", self._ended)
        context.on("console", self._said)
        context.on("weberror", self._failed)

    def posts(self, path: str) -> list[Request]:
        """List the POST requests to a path of the API."""
        wanted = f"{self._origin}/api/v1{path}"
        return [each for each in self.requests if each.method == "POST" and each.url == wanted]

    def settle(self) -> None:
        """Wait until every request has been answered and its answer read."""
        page = self.context.pages[0]
        page.evaluate("0")  # events are told while Playwright is asked something
        if self._under_way:
            while self._under_way:
                page.evaluate("0")
            page.evaluate("0")

    def settle_but(self, streams: str) -> None:
        """Wait until every request has been answered, but those that end like `streams`."""
        page = self.context.pages[0]
        page.evaluate("0")
        while any(not each.url.endswith(streams) for each in self._under_way):
            page.evaluate("0")

    def _asked(self, request: Request) -> None:
        self.requests.append(request)
        self._under_way.add(request)
        if not request.url.startswith((f"{self._origin}/", "data:", "blob:")):
            self.complaints.append(f"asks elsewhere: {request.url}")

    def _answered(self, response: Response) -> None:
        self.responses.append(response)

    def _ended(self, request: Request) -> None:
        self._under_way.discard(request)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        self.console_errors.append(message.text)
        # A refusal of the API and a cut line are noted by the browser; the page deals with them.
        if not _REFUSED_BY_API.fullmatch(message.text):
            self.complaints.append(f"console: {message.text}")

    def _failed(self, failure: WebError) -> None:
        self.complaints.append(f"uncaught: {failure.error}")
