"""What those who watch over the server are told, and who that is."""

import asyncio
import re
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from api.app import build
from api.caretaker import Caretaker
from api.db import Database
from api.monitoring import tracing
from api.monitoring.requests import class_name
from api.monitoring.spans import provider
from api.settings import Settings
from tests.district import MASTER_KEY, PUBLIC_URL
from tests.moving_clock import MovingClock
from tests.world import World

ADDRESS = "http://127.0.0.1:8000/metrics"
on_sqlite = pytest.mark.parametrize("template", ["sqlite"], indirect=True)
Figures = dict[tuple[str, tuple[tuple[str, str], ...]], float]


async def _ask(world: World, *, host: str = "127.0.0.1", **headers: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=world.app, client=(host, 50_000))
    async with httpx.AsyncClient(transport=transport, headers=headers) as client:
        return await client.get(ADDRESS)


async def _figures(world: World) -> Figures:
    answer = await _ask(world)
    assert answer.status_code == 200, answer.text
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def _grown(before: Figures, after: Figures, name: str, **labels: str) -> float:
    key = (f"diemdanh_{name}", tuple(sorted(labels.items())))
    return after[key] - before.get(key, 0)


# ------------------------------------------------------------------------------------- the figures


async def test_a_morning_can_be_read_from_its_figures(world: World) -> None:
    await world.open()
    before = await _figures(world)
    screen = await world.screen()
    phone = await world.known_phone("hoa", screen=screen)
    body = phone.body({"kind": "device"})
    assert (await phone.send(body)).status_code == 200
    assert (await phone.send(body)).status_code == 200
    assert (await world.phone().exchange({"door": "1", "digits": "000000"})).status_code == 422
    other = world.phone()
    await other.exchange(await screen.typed())
    await other.name(world.district.people["minh"])
    other.ticket = "không phải vé"
    assert (await other.tap()).status_code == 422
    after = await _figures(world)
    said = {
        ("first", "present"): 1, ("digits", "present"): 1, ("claimed", "pending"): 1,
    }  # fmt: skip
    for (evidence, standing), number in said.items():
        labels = {"evidence": evidence, "standing": standing}
        assert _grown(before, after, "check_ins_total", **labels) == number
    assert _grown(before, after, "check_ins_repeated_total") == 1
    assert _grown(before, after, "tickets_total") == 2
    assert _grown(before, after, "refusals_total", step="code", code="code_unknown") == 1
    assert _grown(before, after, "refusals_total", step="check_in", code="ticket_invalid") == 1
    assert _grown(before, after, "list_size_sum", step="check_in") == 5
    assert _grown(before, after, "list_seconds_count", step="check_in") == 5
    assert _grown(before, after, "list_wait_seconds_count", step="check_in") == 5
    assert _grown(before, after, "list_size_sum", step="code") == 3
    screens = {"class": "screens", "status": "2xx"}
    assert _grown(before, after, "http_request_seconds_count", **screens) >= 3
    now = {name: value for (name, labels), value in after.items() if not labels}
    assert now["diemdanh_processes"] == 1
    assert now["diemdanh_resident_bytes"] > 10_000_000
    assert now["diemdanh_streams"] == 0
    assert after["diemdanh_outbox", (("state", "waiting"),)] == 0


async def test_no_figure_names_anybody_or_anything(world: World) -> None:
    """Every label is a word of a list: no id, no name, no address, however often it is asked."""
    await world.open()
    await world.known_phone("hoa", screen=await world.screen())
    await world.signed_in("admin").get(f"/units/{world.district.units['office']}")
    await world.client().get("/khong-co/dau-ca")
    words = {word for _, labels in await _figures(world) for _, word in labels}
    assert all(re.fullmatch(r"[a-z_0-9]{2,40}|[0-9.]+|\+Inf", word) for word in words), words
    assert len(words) < 120


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/readyz", "operations"),
        ("GET", "/d/", "pages"),
        ("GET", "/wp-login.php", "pages"),
        ("POST", "/api/v1/check-ins", "phones"),
        ("GET", "/api/v1/screens/codes", "screens"),
        ("GET", "/api/v1/anything/else", "rosters"),
        ("POST", "/api/v1/reports", "reports"),
    ],
)
def test_whatever_is_asked_is_of_one_of_seven_classes(
    method: str, path: str, expected: str
) -> None:
    assert class_name(method, path) == expected


# ----------------------------------------------------------------------------------- who reads them


@on_sqlite
async def test_without_a_token_only_this_machine_reads_them_and_not_through_a_proxy(
    world: World,
) -> None:
    assert (await _ask(world)).status_code == 200
    assert (await _ask(world, host="::1")).status_code == 200
    for host in ("192.168.1.20", "10.0.0.5", "proxy"):
        assert (await _ask(world, host=host)).status_code == 404
    for header in ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"):
        assert (await _ask(world, **{header: "127.0.0.1"})).status_code == 404


@on_sqlite
async def test_with_a_token_whoever_has_it_reads_them_and_nobody_else(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = SecretStr("bi-mat-cua-may-do")
    settings = world.app.state.settings.model_copy(update={"metrics_token": token})
    monkeypatch.setattr(world.app.state, "settings", settings, raising=False)
    good = {"Authorization": "Bearer bi-mat-cua-may-do"}
    assert (await _ask(world, host="10.0.0.5", **good)).status_code == 200
    assert (await _ask(world, **{**good, "X-Forwarded-For": "10.0.0.5"})).status_code == 200
    for wrong in ({}, {"Authorization": "Bearer khac"}, {"Authorization": "bi-mat-cua-may-do"}):
        answer = await _ask(world, **wrong)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@on_sqlite
async def test_they_can_be_read_while_the_database_is_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(world.database, "read", away)
    figures = await _figures(world)
    assert ("diemdanh_processes", ()) in figures
    assert not any(name == "diemdanh_outbox" for name, _ in figures)


# ------------------------------------------------------------------------------------ the caretaker


@on_sqlite
async def test_a_caretaker_whose_rounds_fail_is_told_by_readyz(world: World) -> None:
    rounds = asyncio.Event()

    async def wait(_: float) -> None:
        rounds.set()
        await asyncio.Event().wait()

    caretaker = Caretaker(world.database, world.clock, seconds=15, wait=wait)
    assert caretaker.lives, "one that is off keeps nobody waiting"
    caretaker.start()
    await rounds.wait()
    assert caretaker.lives
    caretaker._looked -= 61
    assert not caretaker.lives
    world.app.state.caretaker, its_own = caretaker, world.app.state.caretaker
    answer = await world.client().get("http://127.0.0.1:8000/readyz")
    world.app.state.caretaker = its_own
    await caretaker.stop()
    assert (answer.status_code, answer.json()["failed"]) == (503, "caretaker")


# -------------------------------------------------------------------------------------------- spans


def _traced(world: World, exporter: InMemorySpanExporter, folder: Path) -> Any:
    return build(
        Settings(data_dir=folder, caretaker_seconds=0),
        clock=world.clock,
        master_key=MASTER_KEY,
        public_url=PUBLIC_URL,
        database=Database(world.database.url),
        telemetry={
            **tracing.OFF,
            "tracing": True,
            "tracer_provider": provider(SimpleSpanProcessor(exporter)),
        },
    )


@on_sqlite
async def test_spans_tell_how_long_and_nobodys_name(world: World, tmp_path: Path) -> None:
    exporter = InMemorySpanExporter()
    app = _traced(world, exporter, tmp_path)
    async with app.router.lifespan_context(app):
        seen = World(app, world.database, MovingClock(), world.district)
        office = world.district.units["office"]
        path = f"/units/{office}/members?search=Nguy%E1%BB%85n&limit=5"
        assert (await seen.signed_in("bithu-van-phong").get(path)).status_code == 422
        await seen.finish()
    spans = {span.name: dict(span.attributes or {}) for span in exporter.get_finished_spans()}
    server = spans["GET /api/v1/units/{unit_id}/members"]
    assert server["http.response.status_code"] == 422
    assert server["url.query"] == "search&limit"
    assert not any("Nguy" in str(value) for each in spans.values() for value in each.values())


def test_without_an_address_nothing_is_sent_and_nothing_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    assert tracing.asked() == tracing.OFF
    assert not any(tracing.OFF.values())


def test_spans_that_are_asked_for_and_cannot_be_made_are_refused_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(_: str) -> None:
        raise ModuleNotFoundError(name="opentelemetry.sdk")

    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")
    monkeypatch.setattr("importlib.import_module", missing)
    with pytest.raises(ValueError, match=r"_ENDPOINT is set, but opentelemetry\.sdk"):
        tracing.spans_if_asked()
