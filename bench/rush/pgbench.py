"""A baseline: PostgreSQL's own bench, one row like an attendance in a transaction of its own."""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from typing import Final

from tests import postgres, postgres_binaries

CLIENTS: Final = 64
_TABLE: Final = """CREATE TABLE one_row (LIKE attendance, PRIMARY KEY (session_id, id),
 UNIQUE (session_id, member_id, window_id));
"""
_TRANSACTION: Final = """INSERT INTO one_row (session_id, id, window_id, member_id, unit_id,
 bridge_point_id, standing, evidence, step, device_id, first_arrived_at)
 VALUES ('00000000-0000-0000-0000-000000000002', gen_random_uuid(),
 '00000000-0000-0000-0000-000000000003', gen_random_uuid(),
 '00000000-0000-0000-0000-000000000004', '00000000-0000-0000-0000-000000000005',
 'present', 'qr', 59000000, gen_random_uuid(), now());
"""


@dataclass(frozen=True, slots=True)
class OneRow:
    """What it came to."""

    per_second: float
    milliseconds: float


class OneRowBench:
    """A table with an attendance's columns, key and unique constraint, and no other index."""

    def __init__(self, server: postgres.Server, database: str) -> None:
        self._server, self._database = server, database
        binaries = postgres_binaries.find()
        self._program = binaries / "pgbench" if binaries is not None else None

    @property
    def is_there(self) -> bool:
        """Tell whether these binaries have it; those of a wheel may not."""
        return self._program is not None and self._program.is_file()

    def prepare(self) -> None:
        """Make the table."""
        self._call(_TABLE, "-n", "-t", "1", clients=1)

    def run(self, seconds: int) -> OneRow:
        """Insert for some seconds, each transaction prepared, and read what it tells."""
        told = self._call(_TRANSACTION, "-n", "-M", "prepared", "-T", str(seconds))
        found = re.search(r"^tps = ([0-9.]+)", told, re.MULTILINE)
        latency = re.search(r"^latency average = ([0-9.]+) ms", told, re.MULTILINE)
        if found is None or latency is None:
            raise RuntimeError(f"pgbench told no figure:\n{told}")
        return OneRow(float(found[1]), float(latency[1]))

    def _call(self, script: str, *options: str, clients: int = CLIENTS) -> str:
        assert self._program is not None
        with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
            file.write(script)
            file.flush()
            ended = subprocess.run(
                [
                    self._program,
                    *("--client", str(clients), "--jobs", "1", "--file", file.name, *options),
                    *("--host", self._server.base, "--username", postgres.OWNER, self._database),
                ],
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
        if ended.returncode:
            raise RuntimeError(f"pgbench: {ended.stderr}")
        return ended.stdout
