"""By whose credentials schemathesis asks."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from api.kit.ids import new_id
from api.tables.access import Account
from tests.contract.conformance import CONTRACT
from tests.contract.exclusions import EXCLUSIONS
from tests.programs import let_in
from tests.serving import Site

ROOT: Final = Path(__file__).parents[2]
SEED: Final = 20220315
Headers = Callable[[Site], dict[str, str]]


def _screen(site: Site) -> dict[str, str]:
    site.open()
    pairing = {"pairing_code": site.new_screen()["pairing_code"]}
    paired = site.http.post("/api/v1/screens/pair", json=pairing)
    return {"Authorization": f"Bearer {paired.json()['token']}"}


def _client(site: Site) -> dict[str, str]:
    client = let_in(site)
    proof = {"client_id": str(client.id), "client_secret": client.secret}
    form = {"grant_type": "client_credentials", **proof}
    token = site.http.post("/api/v1/auth/token", data=form).json()["access_token"]
    return {"Authorization": f"Bearer {token}"}


def _staff(site: Site) -> dict[str, str]:
    """Invite an officer of the district, who has signed in with a second factor."""
    grant = {"role": "district_staff", "unit_id": str(site.district.units["district"])}
    body = {"username": "can-bo", "display_name": "Cán bộ", "grants": [grant]}
    link = site.staff("POST", "/accounts", body)["invitation_url"]
    chosen = {"token": link.split("#invitation=")[1], "password": "mua-roi-tren-doi-che"}
    site.http.post("/api/v1/auth/invitations/redeem", json=chosen)
    form = {"grant_type": "password", "username": "can-bo", "password": chosen["password"]}
    token = site.http.post("/api/v1/auth/token", data=form).json()["access_token"]

    async def give_factor(db: AsyncSession) -> None:
        theirs = update(Account).where(Account.username == "can-bo")
        await db.execute(theirs.values(totp_id=new_id(site.clock())))

    site.do(give_factor)
    return {"Authorization": f"Bearer {token}"}


CALLERS: Final[dict[str, Headers]] = {
    "nobody": lambda _: {},
    "admin": lambda site: site.bearer("admin"),
    "staff": _staff,
    "viewer": lambda site: site.bearer("thuong-truc"),
    "secretary": lambda site: site.bearer("bithu-bom-bo"),
    "operator": lambda site: site.bearer("truc-bom-bo"),
    "screen": _screen,
    "client": _client,
}


def schemathesis(
    site: Site, caller: str, options: Sequence[str], *, folder: Path
) -> subprocess.CompletedProcess[str]:
    """Ask a server whatever can be thought of, as a caller."""
    headers = CALLERS[caller](site)
    return subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli"),
            *("--config-file", str(_configuration(folder))),
            *("run", str(CONTRACT), f"--url={site.url}", f"--seed={SEED}"),
            *("--continue-on-failure", "--warnings=off", "--no-color", *options),
            *(part for name, value in headers.items() for part in ("-H", f"{name}: {value}")),
        ],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "SCHEMATHESIS_HOOKS": "tests.contract.exclusions",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def _configuration(folder: Path) -> Path:
    lines = [line for each in EXCLUSIONS for line in (f"[checks.{each.check}]", each.setting)]
    path = folder / "schemathesis.toml"
    path.write_text("\n".join(lines) + "\n")
    return path
