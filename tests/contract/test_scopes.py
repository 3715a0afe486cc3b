"""What a scope opens is what the contract says of each operation, exactly."""

from typing import Final

import pytest
from sqlalchemy import select

from api import events
from api.access.roles import SCOPE_ACTS, ClientScope
from api.tables.events import Event
from tests.contract.asking import ask
from tests.contract.conformance import document
from tests.contract.operations import OPERATIONS, Operation
from tests.contract.stage import set_stage
from tests.contract.test_readings import SHOWING
from tests.programs import a_program
from tests.world import World


def _declared(operation: Operation) -> list[str] | None:
    """Tell which scopes the contract names for an operation; None where no client may call it."""
    asked = [each["client"] for each in operation.spec.get("security", []) if "client" in each]
    return asked[0] if asked else None


FOR_CLIENTS: Final = {
    name: scopes
    for name, operation in OPERATIONS.items()
    if (scopes := _declared(operation)) is not None
}
SCOPED: Final = {name: scopes for name, scopes in FOR_CLIENTS.items() if scopes}


def test_the_contract_knows_every_scope_and_every_scope_opens_something() -> None:
    flow = document()["components"]["securitySchemes"]["client"]["flows"]["clientCredentials"]
    assert set(flow["scopes"]) == set(ClientScope) == set(SCOPE_ACTS)
    assert flow["tokenUrl"] == "/api/v1/auth/token"
    assert {scope for scopes in SCOPED.values() for scope in scopes} == set(ClientScope)


def test_one_scope_opens_an_operation_and_only_webhooks_need_none() -> None:
    assert {len(scopes) for scopes in SCOPED.values()} == {1}
    unscoped = set(FOR_CLIENTS) - set(SCOPED)
    assert {OPERATIONS[name].spec["tags"][0] for name in unscoped} == {"webhooks"}


@pytest.mark.parametrize("name", FOR_CLIENTS)
def test_what_a_client_is_answered_is_in_the_contract(name: str) -> None:
    responses = OPERATIONS[name].spec["responses"]
    assert {"401", "403", "429"} <= set(responses)
    assert all("RateLimit" in each["headers"] for each in responses.values())


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_each_operation_needs_the_very_scope_that_it_names(world: World) -> None:
    stage = await set_stage(world)
    program = await a_program(world, unit="bom_bo")
    wrong = []
    for name, (scope,) in SCOPED.items():
        operation, needed = OPERATIONS[name], ClientScope(scope)
        with_it = await ask(stage, await program.browser(needed), operation)
        code = with_it.json().get("code") if with_it.status_code == 403 else None
        if with_it.status_code == 401 or code is not None:
            wrong.append(f"{name} with {scope}: {with_it.text[:200]}")
        others = [each for each in ClientScope if each is not needed]
        without = await ask(stage, await program.browser(*others), operation)
        challenge = f'Bearer error="insufficient_scope", scope="{scope}"'
        if without.headers.get("www-authenticate") != challenge:
            wrong.append(f"{name} without {scope}: {without.status_code} {without.text[:200]}")
    assert wrong == []


@pytest.mark.parametrize("template", ["sqlite"], indirect=True)
async def test_names_that_a_client_reads_are_noted_as_read_by_it(world: World) -> None:
    stage = await set_stage(world)
    program = await a_program(world, {ClientScope.ATTENDANCE_READ}, unit="bom_bo")
    browser, named = await program.browser(), sorted(set(SHOWING) & set(SCOPED))
    assert {scope for name in named for scope in SCOPED[name]} == {ClientScope.ATTENDANCE_READ}
    for name in named:
        answer = await ask(stage, browser, OPERATIONS[name])
        assert stage.person.name in answer.text, f"{name}: {answer.text[:200]}"
    query = select(Event.detail).where(
        Event.act == events.MEMBERS_READ,
        Event.actor_kind == "client",
        Event.actor_id == program.id,
    )
    async with world.database.read() as db:
        assert {each["list"] for each in await db.scalars(query)} == set(named)
