"""Which addresses other programs may have, what they may be told, what they answer: pure."""

import ipaddress
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

from api.access.roles import ClientScope
from api.outbox.rules import Outcome

LONGEST_ROW_OF_DEAD: Final = 20
"""So many messages in a row that died, and a webhook is turned off."""
GONE: Final = 410
"""The answer of a program that wants to hear nothing more (Standard Webhooks)."""
MOST_BYTES: Final = 65_536
"""The longest message."""

_DIGITS: Final = 10

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR: Final = ipaddress.ip_network("2002::/16")

COVERING: Final[Mapping[str, frozenset[ClientScope]]] = MappingProxyType(
    {
        "session": frozenset({ClientScope.SESSIONS_READ}),
        "incident": frozenset({ClientScope.SESSIONS_READ}),
        "report": frozenset({ClientScope.ATTENDANCE_COUNT, ClientScope.REPORTS_WRITE}),
        "conference": frozenset({ClientScope.ATTENDANCE_COUNT}),
        "webhook": frozenset(ClientScope),
    }
)
"""Which scopes of a client cover what it is told of, by the thing before the dot: one is enough."""
_COUNTED: Final = "there"
"""The one figure in messages that `sessions:read` covers; it needs `attendance:count` besides."""


class UrlFault(StrEnum):
    """What is wrong with an address."""

    UNREADABLE = "unreadable"
    NOT_HTTPS = "not_https"
    CREDENTIALS = "credentials"
    NOT_PUBLIC = "not_public"


def url_fault(url: str, *, is_try_out: bool) -> UrlFault | None:
    """Tell what is wrong with an address, as far as can be told without asking for its name.

    A try-out may have its receiver on its own machine, without TLS.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return UrlFault.UNREADABLE
    if not host or not url.isprintable() or " " in url or parts.fragment:
        return UrlFault.UNREADABLE
    if parts.scheme != "https" and not (is_try_out and parts.scheme == "http"):
        return UrlFault.NOT_HTTPS
    if parts.username is not None or parts.password is not None:
        return UrlFault.CREDENTIALS
    if not is_try_out and _is_own(host):
        return UrlFault.NOT_PUBLIC
    return None


def _is_own(host: str) -> bool:
    try:
        return not is_public(host)
    except ValueError:
        return "." not in host.rstrip(".") or host.rstrip(".").endswith((".localhost", ".local"))


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open Internet, which anybody may connect to.

    Raises: ValueError where it is no IP address.
    """
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        # They carry an address of the old kind, which may be one of this house.
        if ip in _NAT64 or ip in _SIX_TO_FOUR or ip.teredo is not None or ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def missing_scope(acts: Collection[str], scopes: Collection[ClientScope]) -> ClientScope | None:
    """Tell a scope that a client would need to be told of all of `acts`; None where it has it."""
    for act in acts:
        covering = COVERING.get(act.partition(".")[0], frozenset())
        if not covering & frozenset(scopes):
            return min(covering, default=ClientScope.SESSIONS_READ)
    return None


def told_to_client(data: Mapping[str, Any], scopes: Collection[ClientScope]) -> dict[str, Any]:
    """Take from a message the count that a client may not know."""
    hides = _COUNTED in data and ClientScope.ATTENDANCE_COUNT not in scopes
    return {**data, _COUNTED: None} if hides else dict(data)


def asked_pause(retry_after: str | None, *, at: datetime) -> timedelta | None:
    """Read how long a receiver asks to be left alone (RFC 9110, section 10.2.3); None where not.

    Seconds, or an instant; what is neither says nothing.
    """
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit() and len(text) < _DIGITS:
        return timedelta(seconds=int(text))
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    left = (until if until.tzinfo else until.replace(tzinfo=UTC)) - at
    return max(left, timedelta(0))


def outcome_of(status: int) -> Outcome:
    """Tell what an answer means: anything but a 2xx is tried again, also a redirect."""
    if 200 <= status < 300:
        return Outcome.ACCEPTED
    return Outcome.REFUSED if status == GONE else Outcome.FAILED
