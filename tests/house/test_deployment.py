"""How it is started and deployed: Makefile, Dockerfile and compose, checked without Docker."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TARGETS = [
    "help",
    "setup",
    "web",
    "run",
    "sandbox",
    "test",
    "check",
    "contract",
    "sdk",
    "bench",
    "rehearsal",
    "faults",
    "mutants",
    "seed",
    "openapi",
    "lock",
    "clean",
]
SECRETS = ["DIEMDANH_MASTER_KEY", "DIEMDANH_ADMIN_PASSWORD", "POSTGRES_PASSWORD", "DIEMDANH_DOMAIN"]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    return loaded


def _dockerfile() -> list[tuple[str, str]]:
    """Read the instructions of the Dockerfile, continued lines joined."""
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text())
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def test_make_alone_lists_every_target_with_a_line_of_help() -> None:
    answer = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    helped = dict(re.findall(r"^ +make (\S+) +(\S.*)$", answer.stdout, flags=re.MULTILINE))
    assert sorted(helped) == sorted(TARGETS)


def test_compose_keeps_to_its_own_schema() -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    subprocess.run([*check, "docker-compose.yml"], cwd=ROOT, check=True)


def test_each_service_is_watched_and_waits_for_what_it_needs(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert set(services) == {"api", "postgres", "caddy"}
    assert all("healthcheck" in service for service in services.values())
    assert services["api"]["depends_on"]["postgres"]["condition"] == "service_healthy"
    assert services["caddy"]["depends_on"]["api"]["condition"] == "service_healthy"


def test_only_the_proxy_can_be_reached_from_outside(compose: dict[str, Any]) -> None:
    published = [name for name, service in compose["services"].items() if "ports" in service]
    assert published == ["caddy"]


def test_what_is_kept_lies_on_named_volumes(compose: dict[str, Any]) -> None:
    mounted = {
        volume.split(":")[0]
        for service in compose["services"].values()
        for volume in service["volumes"]
        if not volume.startswith(".")
    }
    assert mounted == set(compose["volumes"])


def test_no_service_can_raise_its_rights(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        assert service["security_opt"] == ["no-new-privileges:true"]
    assert compose["services"]["api"]["read_only"] is True


@pytest.mark.parametrize("secret", SECRETS)
def test_a_missing_secret_stops_compose_with_its_name(secret: str) -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    uses = re.findall(rf"\$\{{{secret}[^}}]*\}}", text)
    assert uses
    assert all(use == f"${{{secret}:?set {secret}}}" for use in uses)


def test_image_tags_are_pinned(compose: dict[str, Any]) -> None:
    images = [service["image"] for service in compose["services"].values()]
    assert all(re.fullmatch(r"[a-z]+:\d[\d.]*", image) for image in images)


def test_the_image_takes_its_base_and_runs_as_nobody_special() -> None:
    steps = _dockerfile()
    assert steps[0] == ("ARG", "BASE=python:3.11-slim-trixie")
    assert steps[1] == ("FROM", "${BASE}")
    users = [argument for name, argument in steps if name == "USER"]
    assert users == ["10001:10001"]
    assert ("CMD", '["python", "-m", "api", "serve"]') in steps
    assert any(name == "HEALTHCHECK" and "/healthz" in argument for name, argument in steps)


def test_the_image_brings_the_tools_of_the_very_server_that_compose_runs(
    compose: dict[str, Any],
) -> None:
    version = compose["services"]["postgres"]["image"].split(":")[1]
    (installed,) = [argument for name, argument in _dockerfile() if "apt-get" in argument]
    assert f"postgresql-client-{version} " in installed


def test_the_image_installs_by_hash_and_takes_only_what_it_needs() -> None:
    steps = _dockerfile()
    assert any(name == "RUN" and "--require-hashes" in argument for name, argument in steps)
    copied = [word.rstrip("/") for name, words in steps if name == "COPY" for word in words.split()]
    sources = {word for word in copied if word not in {".", "./"}}
    let_in = (ROOT / ".dockerignore").read_text().splitlines()
    assert {line[1:] for line in let_in if line.startswith("!")} == sources


def test_the_proxy_serves_the_same_name_and_port(compose: dict[str, Any]) -> None:
    caddyfile = compose["configs"]["caddyfile"]["content"]
    assert caddyfile.startswith("${DIEMDANH_DOMAIN:?set DIEMDANH_DOMAIN} {")
    assert "reverse_proxy api:8000" in caddyfile
    (mounted,) = compose["services"]["caddy"]["configs"]
    assert mounted == {"source": "caddyfile", "target": "/etc/caddy/Caddyfile"}
