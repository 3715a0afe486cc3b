"""What operations about clients need before they can be asked."""

from collections.abc import Awaitable, Callable
from typing import Final

from tests.contract.operations import Ids
from tests.contract.stage import Stage


async def _new_client(stage: Stage) -> Ids:
    new = {
        "unit_id": str(stage.ids["unit_id"]),
        "name": f"Phần mềm số {next(stage.numbers)}",
        "contact": "ky-thuat@tonghop.huyenuy.example",
        "scopes": ["attendance:count"],
    }
    return {"client_id": await stage.add("/clients", new)}


async def _client(stage: Stage) -> Ids:
    return await stage.once("client", lambda: _new_client(stage))


CLIENTS: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "readClient": _client,
    "changeClient": _client,
    "renewClientSecret": _client,
    "revokeClient": _new_client,
}
