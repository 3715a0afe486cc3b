"""A third party writes a client from openapi/README.md alone: all of it is run, in its order."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from tests.contract.codes import README, with_list
from tests.contract.conformance import document
from tests.contract.operations import OPERATIONS
from tests.databases import Template
from tests.district import PASSWORD
from tests.moving_clock import MovingClock
from tests.programs import let_in
from tests.serving import Site, serving
from tests.terminal import free_port, started

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NEXT = "-- the next block --"


@pytest.fixture
def site(template: Template, tmp_path: Path) -> Iterator[Site]:
    with serving(template, tmp_path, MovingClock()) as site:
        site.open()
        yield site


def _blocks() -> list[tuple[str, str]]:
    return [(kind, text) for kind, text in _BLOCK.findall(README.read_text(encoding="utf-8"))]


def _bash() -> str:
    """Find what the commands are for; missing ones skip loudly, and fail where CI=true."""
    missing = [name for name in ("bash", "curl", "python3") if shutil.which(name) is None]
    if missing:
        told = f"the commands of openapi/README.md need {', '.join(missing)}"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    return str(shutil.which("bash"))


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
def test_every_command_does_what_the_page_says(site: Site) -> None:
    client = let_in(site)
    given = {
        "SERVER": site.url,
        "CLIENT_ID": str(client.id),
        "CLIENT_SECRET": client.secret,
        "ACCOUNT": "bithu-bom-bo",
        "PASSWORD": PASSWORD,
        **{name.upper(): value for name, value in site.typed().items()},
    }
    blocks = _blocks()
    commands = [text for kind, text in blocks if kind == "sh"]
    run = subprocess.run(
        [_bash(), "-euo", "pipefail", "-c", f"echo '{_NEXT}'\n".join(commands)],
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    printed = run.stdout.split(f"{_NEXT}\n")
    assert len(printed) == len(commands)
    number = -1
    for kind, text in blocks:
        number += kind == "sh"
        if kind == "json":
            _require_like(json.loads(text), json.loads(printed[number].splitlines()[-1]))
    assert "one report" in run.stdout
    assert "pending" in run.stdout
    assert re.search(r'^ratelimit: "client";r=\d+;t=\d+', run.stdout, re.MULTILINE)


def test_a_morning_is_rehearsed_in_the_sandbox_as_the_page_says(tmp_path: Path) -> None:
    commands = "\n".join(text for kind, text in _blocks() if kind == "bash")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    arguments = ("sandbox", "--folder", str(tmp_path / "sandbox"), "--members", "70")
    with started(tmp_path, port, *arguments, HOST="127.0.0.1", LOG_LEVEL="error"):
        _wait_for(url)
        run = subprocess.run(
            [_bash(), "-euo", "pipefail", "-c", commands],
            env={**os.environ, "SANDBOX": url},
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    assert '"began_at"' in run.stdout
    assert '"digits"' in run.stdout


def _wait_for(url: str) -> None:
    transport = httpx.HTTPTransport(retries=10)  # refused? again, later each time
    with httpx.Client(transport=transport, timeout=60) as client:
        assert client.get(f"{url}/healthz").status_code == 200


def _require_like(shown: Any, real: Any) -> None:
    """What is shown is there: its names, and values that are not left open by “…”."""
    if isinstance(shown, dict):
        for name, value in shown.items():
            assert name in real, f"no {name} in {list(real)}"
            _require_like(value, real[name])
    elif isinstance(shown, list):
        assert len(real) >= len(shown)
        for one, other in zip(shown, real, strict=False):
            _require_like(one, other)
    elif isinstance(shown, str):
        parts = ".*".join(re.escape(part) for part in shown.split("…"))
        assert re.match(parts, str(real), re.DOTALL), f"{shown} is shown, and it is {real}"
    else:
        assert shown == real


def test_the_check_of_a_message_knows_the_genuine_from_the_forged() -> None:
    (source,) = [text for kind, text in _blocks() if kind == "python"]
    names: dict[str, Any] = {}
    exec(source, names)  # noqa: S102  # the page's own example
    secret, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", '{"type": "session.closed"}'
    at = datetime.now(tz=UTC)  # as the library reads the clock too
    signature = Webhook(secret).sign("m1", at, body)
    headers = {
        "webhook-id": "m1",
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": signature,
    }
    assert names["told"](secret, headers, body.encode()) == {"type": "session.closed"}
    with pytest.raises(WebhookVerificationError):
        names["told"](secret, headers, body.replace("closed", "opened").encode())


def test_the_closed_list_of_codes_is_that_of_the_contract() -> None:
    """`python -m tests.contract.codes` writes it."""
    readme = README.read_text(encoding="utf-8")
    assert with_list(readme) == readme


def test_the_page_names_only_operations_and_paths_that_exist() -> None:
    readme = README.read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z]+[A-Z]\w+)`", readme)) - {"clientId", "clientSecret"}
    assert named <= set(OPERATIONS), "an operation of the page is not in the contract"
    paths = re.findall(r"`(?:GET|POST|PATCH|PUT|DELETE) (/[^`…]+)`", readme)
    assert [each for each in paths if f"/api/v1{each}" not in document()["paths"]] == []


def test_what_is_deprecated_says_so_in_its_answers() -> None:
    for name, operation in OPERATIONS.items():
        if operation.spec.get("deprecated"):
            for status, answer in operation.spec["responses"].items():
                assert {"Deprecation", "Sunset"} <= set(answer.get("headers", {})), (name, status)
