"""Every order of events that hypothesis thinks of, with a plain model beside the program.

Nothing acknowledged is lost, nothing counts twice, no machine undoes what a person decided, the
counts are the sums, no code is accepted outside its steps, and no name is told before a match.
"""

import asyncio
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from api.kit.ids import new_id
from api.tables.access import Device
from tests.databases import Template
from tests.machine.model import OWNERS, Code, Span, step_at
from tests.machine.program import EVERYBODY, WITHOUT, Program
from tests.world import Answer

owners, everybody, without = (st.sampled_from(each) for each in (OWNERS, EVERYBODY, WITHOUT))
AGO = st.integers(min_value=0, max_value=30)


class Evidence(Program):
    """What persons and phones do, and what must hold whatever they did."""

    def _send(self, phone: UUID, code: Code, who: dict[str, Any]) -> Answer | None:
        """Scan and check in; None where the code was refused, as the model foretold."""
        verdict = self.model.verdict(code, self.clock())
        client = self._client(phone)
        ticket = self._post(client, "/check-ins/tickets", {"qr": self._qr(code)})
        if verdict not in {"fresh", "late"}:
            assert (ticket.status_code, ticket.json()["code"]) == (422, verdict) or (
                ticket.status_code == 409 and ticket.json()["code"] == verdict
            ), ticket.text
            return None
        stranger = phone not in self.phones.values()
        if verdict == "late" and stranger:
            assert ticket.json()["code"] == "code_stale", ticket.text
            return None
        assert ticket.status_code == 200, ticket.text
        body = {"id": str(new_id(self.clock())), "ticket": ticket.json()["ticket"], "who": who}
        answer = self._post(client, "/check-ins", body)
        self._keep(phone, body, answer)
        return answer

    def _keep(self, phone: UUID, body: dict[str, Any], answer: Answer) -> None:
        if answer.status_code == 200:
            self.receipts[body["id"]] = phone, answer.json()
            self.sent.append((phone, body, "/check-ins"))

    @rule(owner=owners, ago=st.integers(min_value=-1, max_value=30))
    def scan_what_was_shown(self, owner: str, ago: int) -> None:
        """Scan with one's own phone what was shown so many steps ago."""
        self.scan(owner, ago)

    def scan(self, owner: str, ago: int) -> None:
        """Scan with a bound phone, and check in."""
        code = self._shown(ago)
        verdict = self.model.verdict(code, self.clock())
        answer = self._send(self.phones[owner], code, {"kind": "device"})
        if answer is not None:
            assert answer.status_code == 200, answer.text
            evidence = "qr" if verdict == "fresh" else "late"
            assert answer.json()["evidence"] == evidence
            self._arrive(owner, code, evidence)

    @precondition(lambda self: self.model.decided_owners())
    @rule(data=st.data())
    def insist(self, data: st.DataObject) -> None:
        """Scan again after a person has decided: evidence comes, and the decision stands."""
        self.scan(data.draw(st.sampled_from(self.model.decided_owners())), 0)

    @rule(owner=owners, agos=st.lists(AGO, min_size=1, max_size=3))
    def upload(self, owner: str, agos: list[int]) -> None:
        """Send what waited in a phone without network; twice the same batch at once."""
        codes = [self._shown(ago) for ago in agos]
        items: list[dict[str, Any]] = [
            {"id": str(new_id(self.clock())), "qr": self._qr(code), "who": {"kind": "device"}}
            for code in codes
        ]
        client = self._client(self.phones[owner])

        async def both() -> list[Answer]:
            sending = (client.post("/check-ins/batch", json={"items": items}) for _ in range(2))
            return list(await asyncio.gather(*sending))

        first, second = self._do(both())
        assert first.status_code == second.status_code == 200, first.text
        told = zip(codes, items, first.json()["items"], second.json()["items"], strict=True)
        for code, item, one, other in told:
            assert one["receipt"] == other["receipt"]
            verdict = self.model.verdict(code, self.clock())
            if verdict in {"fresh", "late"}:
                assert one["receipt"]["evidence"] == ("qr" if verdict == "fresh" else "late")
                self.receipts[item["id"]] = self.phones[owner], one["receipt"]
                self._arrive(owner, code, one["receipt"]["evidence"])
            else:
                assert one["problem"]["code"] == verdict

    @rule(person=everybody, ago=st.integers(min_value=0, max_value=3))
    def claim(self, person: str, ago: int) -> None:
        """Type somebody's name on a new phone, without his digits."""
        if self.strangers >= 40:  # the point takes 50 typed names
            return
        self.strangers += 1
        code, who = self._shown(ago), self.district.people[person]
        named = {"kind": "named", "unit_id": str(who.unit_id), "name": who.name.lower()}
        answer = self._send(uuid4(), code, named)
        if answer is not None:
            assert answer.status_code == 200, answer.text
            self._tells_nothing(answer.json(), who.name.lower())
            self._meant(person, code, "claimed")

    @rule(owner=owners, person=without)
    def help(self, owner: str, person: str) -> None:
        """Check in somebody else on one's own phone: three times, and no more."""
        code, who = self._shown(0), self.district.people[person]
        helped = self.model.helped.get(owner, 0)
        said = {"kind": "assisted", "unit_id": str(who.unit_id), "name": who.name.upper()}
        answer = self._send(self.phones[owner], code, said)
        if answer is None:
            return
        if helped >= 3:
            assert answer.json()["code"] == "too_many_attempts", answer.text
            return
        assert answer.status_code == 200, answer.text
        self.model.helped[owner] = helped + 1
        self._tells_nothing(answer.json(), who.name.upper())
        self._meant(person, code, "assisted")

    def _arrive(self, person: str, code: Code, evidence: str) -> None:
        window = self.model.window(code.step)
        assert window is not None
        self.model.arrive(person, window, evidence, self.clock())

    def _meant(self, person: str, code: Code, evidence: str) -> None:
        if person != "khanh":  # there are two of them: a typed name alone means neither
            self._arrive(person, code, evidence)

    def _tells_nothing(self, receipt: dict[str, Any], typed: str) -> None:
        assert (receipt["standing"], receipt["name"]) == ("pending", typed)
        assert not receipt["already_recorded"]

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def retry(self, data: st.DataObject) -> None:
        """Send again what was answered, since the answer was lost."""
        phone, body, path = data.draw(st.sampled_from(self.sent))
        again = self._post(self._client(phone), path, body)
        assert again.status_code == 200, again.text
        assert again.json() == self.receipts[body["id"]][1]
        stranger = self._post(self._client(uuid4()), path, body)
        assert stranger.json()["code"] == "check_in_id_reused"

    # What persons decide

    @rule(person=everybody, present=st.booleans())
    def mark(self, person: str, *, present: bool) -> None:
        """Tick somebody, or write why he is absent."""
        who = self.district.people[person]
        kind = {"kind": "present"} if present else {"kind": "absent", "reason": "OM"}
        written = {"unit_id": str(who.unit_id), "marks": [{**kind, "member_ids": [str(who.id)]}]}
        answer = self._post(self.staff, f"/sessions/{self.session_id}/marks", written)
        if self.model.state == "locked":
            assert answer.json()["code"] == "session_locked", answer.text
        else:
            assert answer.status_code == 200, answer.text
            self.model.marks[person] = "present" if present else "absent"

    @precondition(lambda self: self.model.marks and self.model.state != "locked")
    @rule(data=st.data())
    def unmark(self, data: st.DataObject) -> None:
        """Take a mark back."""
        person = data.draw(st.sampled_from(sorted(self.model.marks)))
        path = f"/sessions/{self.session_id}/marks/{self.district.people[person].id}"
        assert self._do(self.staff.delete(path)).status_code == 204
        del self.model.marks[person]

    @precondition(lambda self: self.model.undecided("pending"))
    @rule(data=st.data())
    def confirm(self, data: st.DataObject) -> None:
        """Confirm what waits."""
        person, window = data.draw(st.sampled_from(self.model.undecided("pending")))
        if self._decide(person, window, "confirm", None):
            self.model.decide(person, window, "present")
            who = self.district.people[person]
            if person in WITHOUT:  # his phone may be bound by it now: no stranger any more
                self._forget_phones_of(who.id)

    @precondition(lambda self: self.model.undecided("pending", "present"))
    @rule(data=st.data())
    def reject(self, data: st.DataObject) -> None:
        """Reject what nobody believes."""
        person, window = data.draw(st.sampled_from(self.model.undecided("pending", "present")))
        if self._decide(person, window, "reject", {"reason": "Không có mặt trong hội trường"}):
            self.model.decide(person, window, "rejected")

    def _decide(self, person: str, window: int, way: str, body: dict[str, Any] | None) -> bool:
        row = self._rows()[person, window]
        path = f"/sessions/{self.session_id}/attendance/{row.id}/{way}"
        answer = self._post(self.staff, path, body)
        if self.model.state == "locked":
            assert answer.json()["code"] == "session_locked", answer.text
            return False
        assert answer.status_code == 200, answer.text
        return True

    def _forget_phones_of(self, member_id: UUID) -> None:
        async def forget() -> None:
            async with self.world.database.write() as db:
                bound = select(Device).where(Device.member_id == member_id)
                for device in (await db.execute(bound)).scalars():
                    device.revoked_at = self.clock()

        self._do(forget())

    # What happens to the session and to the program

    @rule(seconds=st.sampled_from([7, 30, 45, 95, 400]))
    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self.clock.move(seconds=seconds)

    @precondition(lambda self: self.model.state == "open" and len(self.model.rotations) < 5)
    @rule()
    def rotate(self) -> None:
        """Change the code at once."""
        path = f"/sessions/{self.session_id}/points/{self.hall}/rotate"
        assert self._post(self.staff, path).status_code == 200
        self.model.rotations.append(step_at(self.clock()))

    @precondition(lambda self: self.model.state == "open" and len(self.model.spans) < 4)
    @rule()
    def open_window(self) -> None:
        """Open a further roll-call."""
        opened = self._post(
            self.staff, f"/sessions/{self.session_id}/windows", {"kind": "after_break"}
        )
        assert opened.status_code == 201, opened.text
        self._close_span()
        self.model.spans.append(Span(self.clock()))

    @precondition(lambda self: self.model.state == "open" and self.steps > 8)
    @rule()
    def close_window(self) -> None:
        """Close the roll-call."""
        answer = self._post(self.staff, f"/sessions/{self.session_id}/windows/close")
        assert answer.status_code == 200, answer.text
        self._close_span()

    def _close_span(self) -> None:
        last = self.model.spans[-1]
        if last.closed_at is None:
            last.closed_at = self.clock()

    @precondition(lambda self: self.model.state == "open" and self.steps > 15)
    @rule()
    def close(self) -> None:
        """Close the session."""
        assert self._post(self.staff, f"/sessions/{self.session_id}/close").status_code == 200
        self._close_span()
        self.model.state = "closed"
        self.closed_at = self.clock()

    @precondition(lambda self: self.model.state == "closed")
    @rule()
    def reopen(self) -> None:
        """Take the closing back."""
        path = f"/sessions/{self.session_id}/reopen"
        assert self._post(self.staff, path).status_code == 200
        self.model.state = "open"
        if self.model.spans[-1].closed_at == self.closed_at:
            self.model.spans[-1].closed_at = None

    @precondition(lambda self: self.model.state == "closed")
    @rule()
    def lock(self) -> None:
        """Lock the roster."""
        assert self._post(self.staff, f"/sessions/{self.session_id}/lock").status_code == 200
        self.model.state = "locked"

    @rule()
    def restart(self) -> None:
        """Stop the program and start it again on its database."""
        self._do(self.stack.aclose())
        self._start()

    # What must hold, whatever happened

    @invariant()
    def what_is_recorded_is_what_the_model_says(self) -> None:
        """Hold rows, decisions and first arrivals against the model."""
        self.steps += 1
        found = {
            key: (row.standing.value, row.decided_at is not None, row.first_arrived_at)
            for key, row in self._rows().items()
        }
        assert found == {
            key: (row.standing, row.decided, row.first_arrived_at)
            for key, row in self.model.rows.items()
        }

    @invariant()
    def the_counts_are_the_sums(self) -> None:
        """Hold the live counts against the model."""
        live = self._do(self.staff.get(f"/sessions/{self.session_id}/live")).json()
        present, pending = self.model.count("present"), self.model.count("pending")
        assert (live["present"], live["pending"]) == (present, pending)
        assert sum(unit["present"] for unit in live["units"]) == present
        assert sum(unit["pending"] for unit in live["units"]) == pending

    @invariant()
    def nothing_acknowledged_is_lost(self) -> None:
        """Ask for the last receipts again, on the phones that hold them."""
        for check_in_id, (phone, receipt) in list(self.receipts.items())[-2:]:
            kept = self._do(self._client(phone).get(f"/check-ins/{check_in_id}"))
            assert kept.json() == receipt


@pytest.mark.timeout(300)
def test_evidence_whatever_comes_in_whatever_order(template: Template, tmp_path: Path) -> None:
    Evidence.template, Evidence.folder = template, tmp_path
    examples = 10 if template.server is None else 3
    run_state_machine_as_test(
        Evidence,
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            print_blob=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
