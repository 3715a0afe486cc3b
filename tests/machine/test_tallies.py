"""Whatever is written in whatever order, the sums that are kept are what counting finds."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from api.attendance import tallies
from api.kit.ids import new_id
from tests.databases import Template
from tests.machine.model import OWNERS, Code
from tests.machine.program import EVERYBODY, Program

owners, everybody = st.sampled_from(OWNERS), st.sampled_from(EVERYBODY)
LOOKED_EVERY = 3


class Kept(Program):
    """Everything that changes who is there, who waits, who is expected and who is excused."""

    def _tell(self, method: str, path: str, body: dict[str, Any] | None = None) -> None:
        answer = self._do(self.staff.request(method, path, json=body))
        assert answer.status_code < 500, answer.text

    def _of_session(self, rest: str) -> str:
        return f"/sessions/{self.session_id}/{rest}"

    @rule(owner=owners, ago=st.integers(min_value=0, max_value=12))
    def scan(self, owner: str, ago: int) -> None:
        """Scan with one's own phone, or with that of another."""
        self._check_in(owner, self._shown(ago), {"kind": "device"})

    @rule(owner=owners, other=everybody)
    def help_another(self, owner: str, other: str) -> None:
        """Name another member on one's own phone, who then waits."""
        who = self.district.people[other]
        named = {"unit_id": str(who.unit_id), "name": who.name, "last4": None}
        self._check_in(owner, self._shown(0), {"kind": "assisted", **named})

    def _check_in(self, owner: str, code: Code, who: dict[str, Any]) -> None:
        client = self._client(self.phones[owner])
        ticket = self._post(client, "/check-ins/tickets", {"qr": self._qr(code)})
        if ticket.status_code == 200:
            new_one = {"id": str(new_id(self.clock())), "who": who}
            self._post(client, "/check-ins", {**new_one, "ticket": ticket.json()["ticket"]})

    @rule(
        people=st.sets(everybody, min_size=1, max_size=3),
        reason=st.sampled_from([None, "OM", "KL"]),
    )
    def mark(self, people: set[str], reason: str | None) -> None:
        """Tick some members, or mark them absent."""
        ids = [str(self.district.people[each].id) for each in sorted(people)]
        kind = {"kind": "absent", "reason": reason} if reason else {"kind": "present"}
        marks = {
            "unit_id": str(self.district.units["district"]),
            "marks": [{"member_ids": ids, **kind}],
        }
        self._tell("POST", self._of_session("marks"), marks)

    @rule(person=everybody)
    def unmark(self, person: str) -> None:
        """Take back what was written of somebody."""
        self._tell("DELETE", self._of_session(f"marks/{self.district.people[person].id}"))

    @rule()
    def outage(self) -> None:
        """Write a fault of the line of everybody of whom nothing is known."""
        path = self._of_session(f"points/{self.hall}/outage")
        self._tell("POST", path, {"note": "mất điện"})

    @precondition(lambda self: self._rows())
    @rule(data=st.data(), way=st.sampled_from(["confirm", "reject", "correct"]))
    def decide(self, data: st.DataObject, way: str) -> None:
        """Confirm, reject or correct what is recorded."""
        rows = sorted(self._rows().values(), key=lambda row: row.id)
        row, reason = data.draw(st.sampled_from(rows)), {"reason": "Không có mặt"}
        body = {"confirm": None, "reject": reason, "correct": {"standing": "rejected", **reason}}
        self._tell("POST", self._of_session(f"attendance/{row.id}/{way}"), body[way])

    @rule(person=everybody, status=st.sampled_from(["official", "reduced", "exempt", "suspended"]))
    def change_status(self, person: str, status: str) -> None:
        """Change somebody's standing in the Party."""
        path = f"/members/{self.district.people[person].id}"
        self._tell("PATCH", path, {"status": status})

    @rule(person=everybody, unit=st.sampled_from(["office", "bom_bo"]))
    def transfer(self, person: str, unit: str) -> None:
        """Move somebody to another unit."""
        path = f"/members/{self.district.people[person].id}/transfer"
        self._tell("POST", path, {"unit_id": str(self.district.units[unit])})

    @rule()
    def begin_a_roll_call(self) -> None:
        """Open a further window."""
        self._tell("POST", self._of_session("windows"), {"kind": "after_break"})

    @rule(seconds=st.sampled_from([7, 45, 400, 90_000]))
    def wait(self, seconds: int) -> None:
        """Let time pass, now and then a day."""
        self.clock.move(seconds=seconds)

    @precondition(lambda self: self.steps > 12)
    @rule(way=st.sampled_from(["close", "reopen", "lock"]))
    def move(self, way: str) -> None:
        """Close, reopen or lock the session."""
        self._tell("POST", self._of_session(way))

    @rule()
    def fold(self) -> None:
        """Put what changed into the sums."""
        self._do(tallies.fold(self.world.database, self.session_id))

    @invariant()
    def what_is_kept_is_what_counting_finds(self) -> None:
        """Hold what is kept against a count; now and then somebody looks, and it is made anew."""
        self.steps += 1
        kept = tallies.verify(self.world.database, self.session_id, writes=False, at=self.clock())
        if self.steps > 1:
            assert self._do(kept) == []
        else:
            kept.close()
        if self.steps % LOOKED_EVERY == 1:
            live = self._do(self.staff.get(self._of_session("live"))).json()
            assert sum(each["present"] for each in live["units"]) == live["present"]


@pytest.mark.timeout(300)
def test_the_sums_are_exact_whatever_is_written(template: Template, tmp_path: Path) -> None:
    Kept.template, Kept.folder = template, tmp_path
    run_state_machine_as_test(
        Kept,
        settings=settings(
            max_examples=6 if template.server is None else 2,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            print_blob=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
