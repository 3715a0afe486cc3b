"""Where messages may go: to the address that was looked at, and never into the house."""

import socket
import ssl
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import select

from api.outbox.couriers import Courier
from api.outbox.sender import Sender
from api.settings import Settings
from api.tables.outbox import Delivery
from api.webhooks.poster import Poster
from api.webhooks.subject_store import sessions
from api.webhooks.telling import Teller
from api.words import DeliveryChannel, DeliveryState
from tests.district import MASTER_KEY
from tests.receivers import added_webhook, program
from tests.world import World


async def _states(world: World) -> list[DeliveryState]:
    async with world.database.read() as db:
        return list(await db.scalars(select(Delivery.state).order_by(Delivery.id)))


def _sender(world: World, **options: Any) -> Sender:
    teller = Teller(world.database, {"session": sessions})
    poster: Courier = Poster(world.database, teller, master_key=MASTER_KEY, **options)
    couriers = {DeliveryChannel.WEBHOOK: poster}
    return Sender(world.database, world.clock, couriers=couriers, tell=teller.tell)


async def _leads_home(_host: str, _port: int) -> Sequence[str]:
    return ["8.8.8.8", "127.0.0.1"]


async def test_a_name_that_leads_into_the_house_is_not_connected_to(world: World) -> None:
    async with program() as there:
        url = f"https://nhan.huyenuy.example:{there.port}/"
        await added_webhook(world, url, "session.opened")
        await world.open("line_1")
        sender = _sender(world, is_try_out=False, resolve=_leads_home)
        await sender.step(at=world.clock())
    assert there.got == []
    async with world.database.read() as db:
        (delivery,) = (await db.scalars(select(Delivery))).all()
    assert delivery.state is DeliveryState.WAITING
    assert delivery.last_error == "địa chỉ dẫn vào mạng nội bộ"


def _certificate(folder: Path, name: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Make what a receiver of this name shows, and what trusts it."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    whole = pem + key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = folder / "receiver.pem"
    path.write_bytes(whole)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(path)
    client = ssl.create_default_context(cadata=pem.decode())
    return server, client


async def test_the_address_that_was_looked_at_is_connected_to_and_shows_the_name(
    world: World, tmp_path: Path
) -> None:
    asked = []

    async def here(host: str, port: int) -> Sequence[str]:
        asked.append((host, port))
        return ["127.0.0.1"]

    theirs, ours = _certificate(tmp_path, "nhan.huyenuy.example")
    async with program(ssl=theirs) as there:
        for name in ("nhan.huyenuy.example", "khac.huyenuy.example"):
            await added_webhook(world, f"https://{name}:{there.port}/", "session.opened")
        await world.open("line_1")
        sender = _sender(world, is_try_out=True, resolve=here, tls=ours)
        await sender.step(at=world.clock())
    (got,) = there.got
    assert got.headers["host"] == f"nhan.huyenuy.example:{there.port}"
    assert len(asked) == 2
    assert sorted(await _states(world)) == ["sent", "waiting"]


async def test_outside_a_try_out_only_https_on_the_open_internet_is_taken(world: World) -> None:
    world.app.state.settings = Settings(public_url="https://diemdanh.huyenuy.example")
    admin = world.signed_in("admin")
    new = {"unit_id": str(world.district.units["district"]), "acts": ["session.opened"]}
    for url, reason in (
        ("http://nhan.huyenuy.example/", "not_https"),
        (f"https://{ip_address(socket.INADDR_LOOPBACK)}/", "not_public"),
    ):
        answer = await admin.post("/webhooks", json={**new, "url": url})
        assert (answer.status_code, answer.json()["reason"]) == (422, reason)
    good = {**new, "url": "https://nhan.huyenuy.example/"}
    added = await admin.post("/webhooks", json=good)
    assert added.status_code == 201
    twice = await admin.post("/webhooks", json=good)
    assert (twice.status_code, twice.json()["code"]) == (409, "webhook_exists")
