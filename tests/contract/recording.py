"""Record what operations were really sent and answered, as the contract's examples.

    python -m tests.contract.recording [operation …]

Without names it records what has no example yet, or one that does not hold any more. Ids and tokens
are exchanged for ones that mean nothing, and long lists are cut. Run `python -m api openapi` before
it, so that new operations are known, and after it, so that the examples get into the document.
"""

import asyncio
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

import httpx2 as httpx

from api.kit import log
from tests.contract.asking import ask
from tests.contract.conformance import CONTRACT, mistake
from tests.contract.first_steps import ANSWERED_OTHERWISE, FIRST_STEPS
from tests.contract.operations import OPERATIONS, Operation, example_of
from tests.contract.permitted import caller_of
from tests.contract.principals import client_of
from tests.contract.stage import set_stage
from tests.databases import Template, sqlite_template
from tests.moving_clock import MovingClock
from tests.office import begin
from tests.world import running

FOLDER: Final = CONTRACT.parent / "examples"
_ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SECRET: Final = re.compile(r"[A-Za-z0-9_\-./+]{33,}={0,2}")
_ITEMS: Final = 2
_TEXT: Final = 1200
_SET_UP: Final = "setUp"
"""It is asked of a program with nothing in it, once."""


def shown(value: Any, ids: dict[str, str]) -> Any:
    """Exchange what means nothing to a reader: ids by number, long secrets, all but two items."""
    if isinstance(value, dict):
        return {key: shown(each, ids) for key, each in value.items()}
    if isinstance(value, list):
        return [shown(each, ids) for each in value[:_ITEMS]]
    if isinstance(value, str):
        numbered = _ID.sub(lambda found: _numbered(found[0], ids), value)
        return numbered if _ID.search(numbered) else _SECRET.sub(_blotted, numbered)
    return value


def _numbered(found: str, ids: dict[str, str]) -> str:
    return ids.setdefault(found, f"01980000-0000-7000-8000-{len(ids) + 1:012d}")


def _blotted(found: re.Match[str]) -> str:
    # As long as it was, and plainly no secret of anybody.
    return ("example-" * (len(found[0]) // 8 + 1))[: len(found[0])]


def example_of_exchange(answer: httpx.Response) -> dict[str, Any]:
    """Write a request and its answer as an example: {"request": …, "answers": …} by media type."""
    ids: dict[str, str] = {}
    request, answers = {}, {}
    kind = answer.request.headers.get("content-type", "").split(";")[0]
    if kind == "application/json":
        request[kind] = shown(json.loads(answer.request.content), ids)
    elif kind == "application/x-www-form-urlencoded":
        request[kind] = shown(dict(parse_qsl(answer.request.content.decode())), ids)
    kind = answer.headers.get("content-type", "").split(";")[0]
    if not answer.content:
        pass
    elif kind.endswith("json"):
        answers[str(answer.status_code)] = {kind: shown(answer.json(), ids)}
    elif kind.startswith("text/"):
        answers[str(answer.status_code)] = {kind: shown(answer.text[:_TEXT], ids)}
    return {"request": request, "answers": answers}


def write(name: str, example: dict[str, Any]) -> None:
    """Keep the example of an operation."""
    text = json.dumps(example, ensure_ascii=False, indent=2)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


async def _record(template: Template, folder: Path, caller: str, wanted: list[Operation]) -> None:
    async with running(
        template.copy(folder), template.district, clock=MovingClock(), folder=folder
    ) as world:
        stage = await set_stage(world)
        client = await client_of(world, caller, ticketed=stage.phone)
        for operation in wanted:
            if operation.name in FIRST_STEPS:
                answer = await FIRST_STEPS[operation.name](stage)
            else:
                answer = await ask(stage, client, operation)
            if answer.is_success:
                example = example_of_exchange(answer)
                if operation.name in ANSWERED_OTHERWISE:
                    other = await ANSWERED_OTHERWISE[operation.name](stage, answer)
                    example["answers"] |= example_of_exchange(other)["answers"]
                write(operation.name, example)
            else:
                _say(f"{operation.name}: {answer.status_code} {answer.text[:200]}")


async def _record_set_up(template: Template, folder: Path) -> None:
    async with running(
        template.copy(folder), template.district, clock=MovingClock(), folder=folder
    ) as office:
        body = example_of(_SET_UP, {})
        answer = await office.signed_in("admin").post("/setup", json=body)
        write(_SET_UP, example_of_exchange(answer))


def _lacks(operation: Operation) -> bool:
    """Tell whether an operation has no example, or one that its schema has left behind."""
    file = FOLDER / f"{operation.name}.json"
    if not file.is_file():
        return True
    for status, answer in json.loads(file.read_text(encoding="utf-8"))["answers"].items():
        content = operation.spec["responses"].get(status, {}).get("content", {})
        if any(kind not in content or mistake(content[kind], answer[kind]) for kind in answer):
            return True
    return False


def _say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201


def main() -> None:
    """Record the operations that were named, or else that have no example."""
    log.configure("warning")
    FOLDER.mkdir(exist_ok=True)
    named = sys.argv[1:] or [name for name, each in OPERATIONS.items() if _lacks(each)]
    by_caller: dict[str, list[Operation]] = {}
    for name in named:
        caller = "nobody" if name in FIRST_STEPS else caller_of(name)
        if caller is not None:
            by_caller.setdefault(caller, []).append(OPERATIONS[name])
        elif name != _SET_UP:
            _say(f"{name}: nobody of permissions.txt succeeds, and FIRST_STEPS does not know it")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = sqlite_template(folder)
        for caller, wanted in by_caller.items():
            asyncio.run(_record(template, folder, caller, wanted))
        if _SET_UP in named:
            empty = folder / "office"
            empty.mkdir()
            asyncio.run(_record_set_up(sqlite_template(empty, begin), empty))


if __name__ == "__main__":
    main()
