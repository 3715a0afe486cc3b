"""Whether the program is alive, and whether it may be sent work."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Literal

import structlog
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel
from sqlalchemy.exc import SQLAlchemyError

from api import events, migrations
from api.db import Database, TheDatabase
from api.kit.clock import At
from api.kit.errors import Fault, Problem, Words, documented, problem_response

NOT_READY = Fault(
    "not_ready",
    503,
    Words("Chưa sẵn sàng", "Not ready"),
    Words("Máy chủ chưa sẵn sàng: {failed}.", "The server is not ready: {failed}."),
    sample={"failed": "clock"},
)
_CLOCK_TOLERANCE: Final = timedelta(seconds=1)
_DISK_BYTES: Final = 100 * 1024 * 1024

router = APIRouter(tags=["operations"])
_log = structlog.get_logger("api.health")


class Health(BaseModel):
    """A good answer."""

    status: Literal["ok"] = "ok"


@router.get("/healthz", operation_id="readHealth")
async def read_health() -> Health:
    """Tell that the process answers."""
    return Health()


@router.get(
    "/readyz", operation_id="readReadiness", response_model=Health, responses=documented(NOT_READY)
)
async def read_readiness(database: TheDatabase, at: At, request: Request) -> Response | Health:
    """Tell whether database, migrations, clock, workers, caretaker and disk are as they must be.

    The clock is red when it differs from the database's by more than a second, or precedes the
    last stored event: codes would be judged by a wrong time. That of a sandbox may be moved.
    """
    failed = []
    try:
        if not await migrations.is_current(database):
            failed.append("migrations")
        elif not (request.app.state.is_sandbox or await _clock_is_right(database, at)):
            failed.append("clock")
    except (SQLAlchemyError, OSError) as unreachable:
        _log.error("database_unreachable", exc_info=unreachable)
        failed.append("database")
    workers = {"exchanger": request.app.state.exchanger, "committer": request.app.state.committer}
    failed += [name for name, worker in workers.items() if not worker.is_running]
    if not request.app.state.caretaker.lives:
        failed.append("caretaker")
    if _free_bytes(request.app.state.data_dir) < _DISK_BYTES:
        failed.append("disk")
    if failed:
        return problem_response(request, Problem(NOT_READY, failed=", ".join(failed)))
    return Health()


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder if folder.exists() else Path.cwd()).free


async def _clock_is_right(database: Database, at: datetime) -> bool:
    theirs = await database.now()
    if theirs is not None and abs(theirs - at) > _CLOCK_TOLERANCE:
        return False
    async with database.read() as db:
        last = await events.last_at(db)
    return last is None or last <= at + _CLOCK_TOLERANCE
