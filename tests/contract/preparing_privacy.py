"""What operations about the register of breaches need before they can be asked."""

from collections.abc import Awaitable, Callable
from typing import Final

from tests.contract.operations import Ids
from tests.contract.stage import Stage


async def _breach(stage: Stage) -> Ids:
    """Record that a list of Bom Bo got into wrong hands."""

    async def record() -> Ids:
        found = {"found_at": stage.world.clock().isoformat(), "text": "Mất một bản danh sách."}
        return {"breach_id": await stage.add("/breaches", found)}

    return await stage.once("breach", record)


PRIVACY: Final[dict[str, Callable[[Stage], Awaitable[Ids]]]] = {
    "listBreaches": _breach,
    "readBreach": _breach,
    "changeBreach": _breach,
}
