"""Admission: which of the operations are let in first when a process has more to do than it can.

Screens come first, since a hall without codes cannot check in; then check-ins, the secretaries'
marks and whatever opens and closes a session; then rosters, with all else that a person waits for;
last reports, which may wait a minute. Pages and /healthz never wait. `POST /check-ins` and
`POST /check-ins/tickets` take no place: each waits in a list of its own, which is bounded by how
long it would wait there (`kit.pace`), and all of them together need one connection a list.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.kit.admission import Gate, Place, Room, Share
from api.kit.errors import come_back, problem_response
from api.kit.metrics import counter
from api.simulation import may_be_simulated

_API: Final = "/api/v1/"
PATIENCE: Final = 0.25  # seconds; longer, and the person presses again

_refused = counter("admission_refused_total", "Requests that found no place.", ["class"])


class Class(IntEnum):
    """Whose turn it is, first to last."""

    SCREENS = 0
    CHECK_INS = 1
    ROSTERS = 2
    REPORTS = 3


# A screen that is refused shows an old code to a hall; one that waits shows the last one meanwhile,
# which is still taken. And there are few of them: they wait for their turn, which comes.
_SCREENS_PATIENCE: Final = 5.0

# Of seven places (a pool of ten connections) five are kept and two are anybody's. Reports hold a
# place for seconds, all others for milliseconds: a second report is let in, a third waits.
_SHARES: Final = {
    Class.SCREENS: Share(kept=1, most=3, patience=_SCREENS_PATIENCE),
    Class.CHECK_INS: Share(kept=2, most=4),
    Class.ROSTERS: Share(kept=1, most=3),
    Class.REPORTS: Share(kept=1, most=2),
}
_FEWEST: Final = sum(share.kept for share in _SHARES.values())

# A request holds one connection, and a second one for a moment, while it is found out who asks.
# Wrong codes are remembered on one, one is that moment's, and one is the caretaker's. So
# nobody waits for a connection inside, where there is no order and the patience is 30 s.
_OTHER_CONNECTIONS: Final = 3

# A place is held for some 10 ms: whoever finds 64 of his class before him is turned away in 250 ms
# anyway, and hears it at once instead.
_MOST_WAITING: Final = 64

_WITHOUT_A_PLACE: Final = frozenset({("POST", "check-ins"), ("POST", "check-ins/tickets")})

# By the first segment of the address; or by the first and what follows, or follows the id.
_BY_FIRST: Final[Mapping[str, Class]] = MappingProxyType(
    {
        "screens": Class.SCREENS,
        "check-ins": Class.CHECK_INS,
        "reports": Class.REPORTS,
        "photos": Class.REPORTS,
        "events": Class.REPORTS,
        "deliveries": Class.REPORTS,
        "webhooks": Class.REPORTS,
        "purges": Class.REPORTS,
        "retention": Class.REPORTS,
        "breaches": Class.REPORTS,
    }
)
_BY_PART: Final[Mapping[tuple[str, str], Class]] = MappingProxyType(
    {
        ("devices", "enrol"): Class.CHECK_INS,
        ("members", "device"): Class.CHECK_INS,
        ("conferences", "from-preset"): Class.REPORTS,
        ("conferences", "attendance"): Class.REPORTS,
        ("conferences", "summary"): Class.REPORTS,
        ("conferences", "summary.xlsx"): Class.REPORTS,
        ("conferences", "summary.docx"): Class.REPORTS,
        ("conferences", "close"): Class.REPORTS,
        ("conferences", "copy"): Class.REPORTS,
        ("conferences", "report-status"): Class.REPORTS,
        ("conferences", "share-card"): Class.REPORTS,
        ("conferences", "share-card.png"): Class.REPORTS,
        ("conferences", "exclusions/import"): Class.REPORTS,
        ("conferences", "allocation/propose"): Class.REPORTS,
        ("conferences", "allocation/publish"): Class.REPORTS,
        ("conferences", "make-ups/propose"): Class.REPORTS,
        ("members", "erase"): Class.REPORTS,
        ("units", "members/import"): Class.REPORTS,
        ("sessions", "signing-sheet"): Class.REPORTS,
        ("sessions", "meet-participants"): Class.REPORTS,
        ("paper-sheets", "picture"): Class.REPORTS,
    }
)


def class_of(method: str, path: str) -> Class | None:
    """Find the class of an operation by its address; None where it takes no place."""
    if not path.startswith(_API):
        return None
    below = path[len(_API) :]
    if (method, below) in _WITHOUT_A_PLACE:
        return None
    first, _, rest = below.partition("/")
    by_first = _BY_FIRST.get(first)
    if by_first is not None:
        return by_first
    part = rest.partition("/")[2]
    for each in (rest, part, part.partition("/")[0]):
        by_part = _BY_PART.get((first, each))
        if by_part is not None:
            return by_part
    # Whatever changes a session: it is opened, its code rotated, a mark made, a list confirmed.
    is_change = first == "sessions" and method not in {"GET", "HEAD"}
    return Class.CHECK_INS if is_change else Class.ROSTERS


def _class_of_request(scope: Scope) -> Class | None:
    """Find the class of a request: what is only simulated comes last, and takes a place always.

    So does a check-in that a program signs for: who it is costs a connection for a moment.
    """
    kind = class_of(scope["method"], scope["path"])
    if may_be_simulated(scope):
        return Class.REPORTS
    if kind is None and (scope["method"], scope["path"].removeprefix(_API)) in _WITHOUT_A_PLACE:
        return Class.CHECK_INS if _is_signed(scope) else None
    return kind


def room(pool_size: int, *, patience: float = PATIENCE) -> Room:
    """Lay out the places of a process that may hold `pool_size` database connections."""
    places = max(_FEWEST, pool_size - _OTHER_CONNECTIONS)
    more = max(0, places - _FEWEST - 2)  # a larger pool: all but reports may take more of it
    shares = [
        replace(share, most=share.most + (0 if kind is Class.REPORTS else more))
        for kind, share in sorted(_SHARES.items())
    ]
    return Room(places, shares, patience=patience, most_waiting=_MOST_WAITING)


class Admission:
    """Lets a request in when there is a place for its class, or answers 503 with Retry-After."""

    def __init__(self, app: ASGIApp, *, pool_size: int, patience: float = PATIENCE) -> None:
        self.app = app
        self._gate = Gate(room(pool_size, patience=patience))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on in its turn."""
        kind = _class_of_request(scope) if scope["type"] == "http" else None
        if kind is None:
            await self.app(scope, receive, send)
            return
        visit = _Visit(self._gate, kind, scope, receive, send)
        try:
            if _has_body(scope):
                await self.app(scope, visit.receive, visit.send)
            elif await visit.enter():
                await self.app(scope, receive, visit.send)
        finally:
            visit.leave()


class _Visit:
    """One request: it has a place from the end of its body to the beginning of its answer.

    So neither a slow line nor a stream of events holds a place. The body is read before anything
    else is done, and the transaction is committed before the answer begins.
    """

    def __init__(self, gate: Gate, kind: Class, scope: Scope, receive: Receive, send: Send) -> None:
        self._gate = gate
        self._kind = kind
        self._scope = scope
        self._receive = receive
        self._send = send
        self._place: Place | None = None
        self._is_refused = False

    async def enter(self) -> bool:
        """Wait for a place; where there is none, answer so."""
        self._place = await self._gate.enter(self._kind)
        if self._place is None:
            self._is_refused = True
            _refused.labels(self._kind.name.lower()).inc()
            answer = problem_response(Request(self._scope), come_back())
            await answer(self._scope, self._receive, self._send)
        return self._place is not None

    def leave(self) -> None:
        """Give the place back."""
        if self._place is not None:
            self._gate.leave(self._place)
            self._place = None

    async def receive(self) -> Message:
        """Hand the body on; with its last piece, a place is waited for."""
        message = await self._receive()
        is_last = message["type"] == "http.request" and not message.get("more_body")
        if is_last and self._place is None and not await self.enter():
            return {"type": "http.disconnect"}  # the application stops reading, and answers nobody
        return message

    async def send(self, message: Message) -> None:
        """Hand the answer on; where it begins, the work is done."""
        if self._is_refused:
            return
        if message["type"] == "http.response.start":
            self.leave()
        await self._send(message)


def _is_signed(scope: Scope) -> bool:
    return any(name == b"authorization" for name, _ in scope["headers"])


def _has_body(scope: Scope) -> bool:
    return any(
        name == b"transfer-encoding" or (name == b"content-length" and value != b"0")
        for name, value in scope["headers"]
    )
