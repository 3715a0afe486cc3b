"""The phones in a process of their own, and what every process holds meanwhile."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import uvloop

from bench import crowd
from bench.crowd import Crowd, Scale
from bench.rehearsal import phones
from bench.rehearsal.measured import Seen
from bench.rehearsal.memory import Held, watched
from bench.serving import Served, descendants
from tests import postgres

_LOOK_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the morning is, and by how many processes and connections it goes."""

    scale: Scale
    workers: int = 1
    connections: int = 64
    tells: bool = False


def acknowledged_in(folder: Path) -> Path:
    """Tell where the ids of what was acknowledged are written."""
    return folder / "acknowledged.ids"


def let_in(
    plan: Plan, there: Crowd, serving: Served, server: postgres.Server, folder: Path
) -> tuple[Seen, dict[str, Held]]:
    """Let the phones in from a process of their own, and watch what everybody holds."""
    with _phones(plan, there, serving.port, folder) as (pid, answer):

        def processes() -> Mapping[str, list[int]]:
            return {
                "server": serving.pids(),
                "PostgreSQL": [server.pid, *descendants(server.pid)],
                "phones": [pid],
            }

        answer.recv()  # it has begun
        with watched(processes, every=_LOOK_SECONDS) as held:
            seen: Seen = answer.recv()
    return seen, held


@contextmanager
def _phones(
    plan: Plan, there: Crowd, port: int, folder: Path
) -> Iterator[tuple[int, "Connection[Any, Any]"]]:
    context = get_context("spawn")
    here, away = context.Pipe(duplex=False)
    process = context.Process(target=_everybody, args=(plan, there, port, folder, away))
    process.start()
    away.close()
    try:
        yield process.pid or 0, here
    finally:
        here.close()
        if process.exitcode is None:
            process.join(5)
        if process.is_alive():
            process.kill()
        process.join()


def _everybody(
    plan: Plan, there: Crowd, port: int, folder: Path, answer: "Connection[Any, Any]"
) -> None:
    answer.send(None)
    seen = uvloop.run(
        phones.everybody(
            port,
            there,
            crowd.MASTER,
            range(plan.scale.members),
            connections=plan.connections,
            acknowledged=acknowledged_in(folder),
            tells=plan.tells,
        )
    )
    answer.send(seen)
