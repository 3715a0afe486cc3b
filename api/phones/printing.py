"""Enrolment slips on paper: a page of them, to be cut and handed out."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from api.kit import qr
from api.kit.dates import VIETNAM, hour_of, short_day
from api.papers import cards
from api.papers.cards import Card
from api.phones.rules import address, spaced
from api.phones.slip_codes import code_of

_EMPTY = "Chưa có phiếu nào còn dùng được. Mời đồng chí phát phiếu trước khi in."


def slips(
    handed_out: Iterable[tuple[UUID, str, str, datetime]], *, master: bytes, public_url: str
) -> bytes:
    """Print slips, each given by its id, the member, the unit, and until when it counts."""
    site = urlsplit(public_url).netloc
    return cards.render(
        [
            Card(
                name=name,
                unit=unit,
                code=spaced(code_of(master, slip_id)),
                notes=(
                    f"Dùng máy của đồng chí quét mã bên, hoặc vào {site}/d/ rồi gõ mã trên.",
                    f"Dùng một lần, đến {hour_of(until)} ngày "
                    f"{short_day(until.astimezone(VIETNAM).date())}.",
                ),
                picture=qr.picture(address(public_url, code_of(master, slip_id))),
            )
            for slip_id, name, unit, until in handed_out
        ],
        empty=_EMPTY,
    )
