"""A hall full of people whose phones are known, on a database made for one run."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from bench.load import Request
from tests import postgres, rush
from tests.databases import postgres_template, sqlite_template
from tests.moving_clock import MovingClock
from tests.serving import serving


@dataclass(frozen=True, slots=True)
class Hall:
    database_url: str
    folder: Path
    number: int
    ready: list
    server: postgres.Server | None
    rate: float = 300.0

    def intent(self, n: int) -> tuple[UUID, bytes]:
        r = self.ready[n]
        return UUID(r.body["id"]), Request("POST", "/api/v1/check-ins", r.body, r.cookie).encode()


@contextmanager
def hall(kind: str, number: int, server: postgres.Server | None = None) -> Iterator[Hall]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = sqlite_template(folder) if server is None else postgres_template(server)
        with serving(template, folder, MovingClock(datetime.now(UTC))) as site:
            ready = rush.gather(site, number)
            url = site.database_url
        yield Hall(url, folder, number, ready, server)
