"""Settings, each an environment variable `DIEMDANH_<NAME>`."""

import ipaddress
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX: Final = "DIEMDANH_"


class SettingsRefused(Exception):
    """The settings do not suffice to start; the message names what is missing."""


class Settings(BaseSettings):
    """What a deployment may choose; everything has a default for a try-out on one machine."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True)

    database_url: str = ""
    """SQLAlchemy URL; empty for an SQLite file in DATA_DIR."""

    data_dir: Path = Path("data")
    """Folder for the SQLite file, the master key and the demo's accounts."""

    host: str = "127.0.0.1"
    """Address to listen on; 0.0.0.0 for phones of the same network."""

    port: int = Field(default=8000, ge=0, le=65535)
    """TCP port to listen on; 0 takes a free one."""

    public_url: str = ""
    """Address that phones reach, without path, as in https://diemdanh.example; goes into the QR."""

    master_key: SecretStr = SecretStr("")
    """64 hexadecimal digits that every other key derives from; empty for DATA_DIR/master.key."""

    admin_password: SecretStr = SecretStr("")
    """Password of the account `admin` on first run; empty for a random one, printed once."""

    log_level: str = "info"
    """debug, info, warning or error."""

    max_body_bytes: int = Field(default=65_536, ge=1024)
    """Largest request body, in bytes."""

    max_upload_bytes: int = Field(default=10 * 1024 * 1024, ge=65_536)
    """Largest file that may be uploaded, in bytes."""

    files_url: str = ""
    """Where pictures and scans are kept, as in s3://bucket/folder; empty for DATA_DIR/files."""

    smtp_url: str = ""
    """Mail server, as in smtps://user:password@host:465 or smtp://host:25; empty for no mail."""

    mail_from: str = ""
    """Sender of mail, as in "Ban Tuyên giáo <btg@diemdanh.example>"."""

    committer_queue: int = Field(default=2_000, ge=1)
    """Check-ins that may wait for the committer before the answer is 503."""

    caretaker_seconds: int = Field(default=15, ge=0)
    """How often to look for sessions whose time to open or to lock has come; 0 for never.

    With 0 this process sends no mail and tells other programs nothing, either.
    """

    workers: int = Field(default=1, ge=1, le=64)
    """Processes that serve; more than one needs PostgreSQL."""

    pool_size: int = Field(default=10, ge=1)
    """Database connections a process may hold."""

    metrics_token: SecretStr = SecretStr("")
    """Bearer token that reads /metrics; empty for this machine alone, and not through a proxy."""

    trusted_proxies: str = "127.0.0.1"
    """Addresses whose X-Forwarded-* headers are believed, separated by commas."""

    days_off: str = ""
    """Days that are decreed off, and with "-" days worked for them: 2027-02-11,-2027-02-20."""

    @field_validator("days_off")
    @classmethod
    def _days(cls, value: str) -> str:
        for each in filter(None, map(str.strip, value.split(","))):
            date.fromisoformat(each.removeprefix("-"))
        return value

    @field_validator("public_url")
    @classmethod
    def _plain_origin(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
            raise ValueError("must be http://host or https://host")
        if parts.path.strip("/") or parts.query or parts.fragment:
            raise ValueError("must have no path")
        return value.rstrip("/")

    @property
    def is_sqlite(self) -> bool:
        """Tell whether the database is the embedded one."""
        return not self.database_url or self.database_url.startswith("sqlite")

    @property
    def is_try_out(self) -> bool:
        """Tell a try-out (SQLite, reached on loopback or private http) from production."""
        return self.is_sqlite and (not self.public_url or _is_private_http(self.public_url))

    def require(self) -> None:
        """Refuse to start without what production needs.

        Raises: SettingsRefused naming every missing variable.
        """
        if self.is_try_out:
            return
        needed = {"MASTER_KEY": self.master_key, "ADMIN_PASSWORD": self.admin_password}
        missing = [PREFIX + name for name, value in needed.items() if not value.get_secret_value()]
        if not self.public_url:
            missing.append(PREFIX + "PUBLIC_URL")
        if missing:
            raise SettingsRefused("not set: " + ", ".join(missing))


def _is_private_http(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme != "http":
        return False
    host = parts.hostname or ""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost"
