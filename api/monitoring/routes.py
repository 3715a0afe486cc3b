"""`GET /metrics`: for whoever keeps the server, and for nobody else."""

import hmac
import ipaddress

import structlog
from anyio import to_thread
from fastapi import APIRouter, Request, Response
from prometheus_client.metrics_core import Metric

from api.db import Database, TheDatabase, outage
from api.kit import metrics
from api.kit.errors import NOT_FOUND, Problem
from api.outbox import store as outbox
from api.settings import Settings

_PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")

router = APIRouter()
_log = structlog.get_logger("api.monitoring")


# Not of the contract: no program of the house's calls it, and nobody is promised its figures.
@router.get("/metrics", include_in_schema=False)
async def read_metrics(request: Request, database: TheDatabase) -> Response:
    """Tell the figures of all processes.

    With the token of the settings; without one, on this machine alone and not through a proxy.
    """
    settings: Settings = request.app.state.settings
    if not _may_read(request, settings.metrics_token.get_secret_value()):
        raise Problem(NOT_FOUND)
    request.app.state.sampler.look()
    more = await _outbox(database)
    text = await to_thread.run_sync(metrics.exposition, more)
    headers = {"Cache-Control": "no-store"}
    return Response(text, media_type=metrics.MEDIA_TYPE, headers=headers)


def _may_read(request: Request, token: str) -> bool:
    if token:
        given = request.headers.get("authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
    if request.client is None or any(name in request.headers for name in _PROXIED):
        return False
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


async def _outbox(database: Database) -> list[Metric]:
    try:
        async with database.read() as db:
            waiting = await outbox.count_waiting(db)
    except Exception as failure:
        if outage(failure) is None:
            raise
        # The other figures are wanted most when the database is away.
        _log.warning("outbox_not_counted", exc_info=failure)
        return []
    about = "Mails and messages that have not left: waiting, in hand, or for a person to decide."
    return [metrics.found("outbox", about, "state", waiting.items())]
