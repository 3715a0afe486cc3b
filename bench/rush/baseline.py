"""Serve a baseline as the program serves itself: `python -m bench.rush.baseline noop`."""

import gc
import os
import sys

import uvicorn
from fastapi import FastAPI

from api import serving
from api.settings import PREFIX
from bench.rush import noop, orm

_APPLICATIONS = {"noop": noop.application, "orm": orm.application}
_WANTED = f"{PREFIX}BASELINE"
_GARBAGE = (10_000, 20, 20)


def application() -> FastAPI:
    """Make the application that the environment names; garbage as in `api.process`."""
    app = _APPLICATIONS[os.environ[_WANTED]]()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    return app


def main(name: str) -> None:
    """Serve it on the port and by as many processes as the program would be told."""
    os.environ[_WANTED] = name
    uvicorn.run(
        "bench.rush.baseline:application",
        factory=True,
        host="127.0.0.1",
        port=int(os.environ[f"{PREFIX}PORT"]),
        workers=int(os.environ[f"{PREFIX}WORKERS"]),
        log_config=None,
        access_log=False,
        server_header=False,
        backlog=serving.MOST_ARRIVING,
        timeout_keep_alive=serving.SECONDS_KEPT_ALIVE,
        timeout_graceful_shutdown=serving.SECONDS_TO_DRAIN,
        timeout_worker_healthcheck=60,
    )


if __name__ == "__main__":
    main(sys.argv[1])
