"""Who acts in the play, and what each of them does again and again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

import httpx2 as httpx

from api.words import AbsenceReason
from tests.play.asking import Json, ask, listed
from tests.play.settling import Settled
from tests.world import World

_REASONS = cycle(each.value for each in AbsenceReason)
_MOST = 450
"""Members whom one request marks; the API takes 500."""


@dataclass(slots=True)
class Stage:
    """The district while it is played in."""

    world: World
    cast: Settled
    _clients: dict[str, httpx.AsyncClient] = field(default_factory=dict)
    left_alone: set[str] = field(default_factory=set)
    """Members whom no secretary marks: phones or something else tell of them."""

    def by(self, username: str) -> httpx.AsyncClient:
        """Speak as somebody."""
        if username not in self._clients:
            self._clients[username] = self.world.signed_in(username)
        return self._clients[username]

    @property
    def admin(self) -> httpx.AsyncClient:
        return self.by("admin")

    def secretary(self, unit: str) -> httpx.AsyncClient:
        return self.by(f"bithu-{unit}")

    @property
    def conference(self) -> str:
        return f"/conferences/{self.world.district.conference_id}"

    def session(self, name: str) -> str:
        return f"/sessions/{self.world.district.sessions[name]}"

    def unit(self, key: str) -> str:
        return str(self.world.district.units[key])

    async def seats(self, unit: str = "bu-dang", session: str | None = None) -> list[Json]:
        """List who of a unit and those below it is to come to a class, or to any."""
        path = f"/units/{self.unit(unit)}/allocation/{self.world.district.conference_id}"
        wanted = str(self.world.district.sessions[session]) if session else None
        return [
            each
            for each in await listed(self.admin, path)
            if wanted is None or each["session_id"] == wanted
        ]

    async def begin(self, session: str) -> None:
        await ask(self.admin, "POST", f"{self.session(session)}/open", json={})

    async def end(self, session: str) -> None:
        await ask(self.admin, "POST", f"{self.session(session)}/close")

    async def mark(self, session: str, unit: str, *marks: Json) -> Json:
        """Let a unit's secretary write beside names; nobody is passed over."""
        body = {"unit_id": self.unit(unit), "marks": list(marks), "names_confirmed": True}
        path = f"{self.session(session)}/marks"
        found = await ask(self.secretary(unit), "POST", path, json=body)
        assert found["skipped"] == [], found["skipped"]
        return found

    async def mark_all(self, session: str, unit: str, members: Sequence[str]) -> bool:
        """Mark all who are left: of thirteen one left early and two are absent.

        Tells whether there was anybody.
        """
        entries: dict[str, Json] = {}
        for place, member in enumerate(each for each in members if each not in self.left_alone):
            kind, mark = "present", {"kind": "present"}
            if place % 13 in {1, 8}:
                kind, mark = self._absence(next(_REASONS))
            elif place % 13 == 5:
                kind = "departed"
                mark |= {"departed_at": self.world.clock().isoformat()}
            entries.setdefault(kind, {**mark, "member_ids": []})["member_ids"].append(member)
        for batch in _batches(entries.values()):
            await self.mark(session, unit, *batch)
        return bool(entries)

    def _absence(self, reason: str) -> tuple[str, Json]:
        note = {"note": "Đi dự đám giỗ ở quê"} if reason == "KH" else {}
        return reason, {"kind": "absent", "reason": reason, **note}

    async def hand_in(self, unit: str, session: str | None = None, **how: Any) -> Json:
        """Let a unit's secretary begin a report and hand it in."""
        report = await self.report(unit, session)
        path = f"/reports/{report['id']}/submit"
        return await ask(self.secretary(self.over(unit)), "POST", path, json=how)

    async def report(self, unit: str, session: str | None = None) -> Json:
        """Begin a report, or find the one that was begun."""
        district = self.world.district
        of: Json = {"kind": "result", "conference_id": str(district.conference_id)}
        if session:
            of = {"kind": "quick", "session_id": str(district.sessions[session])}
        body = {"unit_id": self.unit(unit), **of}
        return await ask(self.secretary(self.over(unit)), "POST", "/reports", json=body)

    def over(self, unit: str) -> str:
        """Tell the direct unit whose secretary answers for a unit."""
        return next(
            each for each in self.cast.direct if unit == each or unit.startswith(f"{each}-")
        )


def by_direct_unit(stage: Stage, seats: Iterable[Json]) -> dict[str, list[str]]:
    """Sort members by the direct unit whose secretary answers for them."""
    district = stage.world.district
    keys = {str(unit_id): key for key, unit_id in district.units.items()}
    found: dict[str, list[str]] = defaultdict(list)
    for each in sorted(seats, key=lambda one: str(one["member_id"])):
        found[stage.over(keys[each["unit_id"]])].append(each["member_id"])
    return found


def _batches(entries: Iterable[Json]) -> Iterable[list[Json]]:
    """Cut marks into requests that are not too long."""
    batch: list[Json] = []
    for each in entries:
        ids = each["member_ids"]
        for start in range(0, len(ids), _MOST):
            part = {**each, "member_ids": ids[start : start + _MOST]}
            if sum(len(one["member_ids"]) for one in [*batch, part]) > _MOST:
                yield batch
                batch = []
            batch.append(part)
    if batch:
        yield batch


def village(stage: Stage, commune: str, *, schools: bool = False) -> str:
    """Find the first village of a commune, or its first school."""
    return next(
        key
        for key in stage.cast.people
        if key.startswith(f"{commune}-") and ("-truong-" in key) is schools
    )
