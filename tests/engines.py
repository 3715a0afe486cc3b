"""Engines that serve one test after the other: statements are compiled once a process."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Dialect, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine

from api.db import async_url, engine_of


class _Engine:
    """The engine of a program, whose next connection goes where the test of the moment is."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = engine_of(url)
        event.listen(self.engine.sync_engine, "do_connect", self._direct)

    def _direct(
        self, dialect: Dialect, _record: Any, cargs: list[Any], cparams: dict[str, Any]
    ) -> None:
        positional, named = dialect.create_connect_args(make_url(async_url(self.url)))
        cargs[:] = positional
        cparams.clear()
        cparams.update(named)


_idle: defaultdict[str, list[_Engine]] = defaultdict(list)


@contextmanager
def lent(url: str) -> Iterator[AsyncEngine]:
    """Lend an engine on a database to a program, which closes its connections before the end."""
    idle = _idle[make_url(url).get_backend_name()]
    engine = idle.pop() if idle else _Engine(url)
    engine.url = url
    yield engine.engine
    idle.append(engine)
