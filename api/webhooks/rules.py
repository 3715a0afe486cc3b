"""Which addresses other programs may have, and what their answers mean: pure."""

import ipaddress
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from api.outbox.rules import Outcome

LONGEST_ROW_OF_DEAD: Final = 20
"""So many messages in a row that died, and a webhook is turned off."""
GONE: Final = 410
"""The answer of a program that wants to hear nothing more (Standard Webhooks)."""
MOST_BYTES: Final = 65_536
"""The longest message."""

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR: Final = ipaddress.ip_network("2002::/16")


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


def outcome_of(status: int) -> Outcome:
    """Tell what an answer means: anything but a 2xx is tried again, also a redirect."""
    if 200 <= status < 300:
        return Outcome.ACCEPTED
    return Outcome.REFUSED if status == GONE else Outcome.FAILED
