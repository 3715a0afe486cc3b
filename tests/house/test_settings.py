"""Settings: everything has a default for a try-out, and production names what it lacks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from api.settings import PREFIX, Settings, SettingsRefused

KEY = "0f" * 32
POSTGRES = "postgresql://diemdanh@db/diemdanh"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        for name in Settings.model_fields:
            patch.delenv(PREFIX + name.upper(), raising=False)
        yield


def _lacks(**given: Any) -> set[str]:
    """Tell which variables a start is refused for."""
    try:
        Settings.model_validate(given).require()
    except SettingsRefused as refused:
        return set(str(refused).removeprefix("not set: ").split(", "))
    return set()


def test_everything_has_a_default_for_a_try_out() -> None:
    settings = Settings()
    settings.require()
    assert settings.is_try_out
    assert settings.is_sqlite
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.data_dir == Path("data")


def test_there_are_at_most_twenty_each_with_a_line_of_help() -> None:
    source = (Path(__file__).parents[2] / "api" / "settings.py").read_text(encoding="utf-8")
    assert len(Settings.model_fields) <= 20
    for name in Settings.model_fields:
        line = source.split(f"    {name}: ", maxsplit=1)[1].split("\n", maxsplit=2)[1]
        assert line.strip().startswith('"""'), name


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIEMDANH_PORT", "8443")
    monkeypatch.setenv("DIEMDANH_DATA_DIR", "/srv/diemdanh")
    monkeypatch.setenv("DIEMDANH_PUBLIC_URL", "https://diemdanh.example/")
    settings = Settings()
    assert (settings.port, settings.data_dir) == (8443, Path("/srv/diemdanh"))
    assert settings.public_url == "https://diemdanh.example"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://127.0.0.1:8000",
        "http://localhost:8000",
        "http://192.168.1.20:8000",
        "http://10.0.0.5",
        "http://[::1]:8000",
    ],
)
def test_loopback_and_private_http_are_a_try_out(address: str) -> None:
    assert _lacks(public_url=address) == set()


@pytest.mark.parametrize(
    "address",
    ["https://diemdanh.example", "http://diemdanh.example", "http://8.8.8.8", "https://127.0.0.1"],
)
def test_a_public_address_needs_a_key_and_a_password(address: str) -> None:
    both = {"DIEMDANH_MASTER_KEY", "DIEMDANH_ADMIN_PASSWORD"}
    assert _lacks(public_url=address) == both
    assert _lacks(public_url=address, master_key=KEY) == {"DIEMDANH_ADMIN_PASSWORD"}
    assert _lacks(public_url=address, admin_password="x") == {"DIEMDANH_MASTER_KEY"}
    assert _lacks(public_url=address, master_key=KEY, admin_password="x") == set()


def test_a_server_database_needs_all_three() -> None:
    assert _lacks(database_url=POSTGRES) == {
        "DIEMDANH_MASTER_KEY",
        "DIEMDANH_ADMIN_PASSWORD",
        "DIEMDANH_PUBLIC_URL",
    }
    private = "http://192.168.1.20"
    assert "DIEMDANH_MASTER_KEY" in _lacks(database_url=POSTGRES, public_url=private)
    given = {"master_key": KEY, "admin_password": "x", "public_url": "https://diemdanh.example"}
    assert _lacks(database_url=POSTGRES, **given) == set()


@pytest.mark.parametrize(
    "address",
    [
        "diemdanh.example",
        "ftp://diemdanh.example",
        "https://",
        "https://diemdanh.example/diem-danh",
        "https://diemdanh.example/?a=1",
        "https://diemdanh.example/#x",
        "http://[",
    ],
)
def test_a_public_address_is_an_origin_and_nothing_more(address: str) -> None:
    with pytest.raises(ValidationError):
        Settings(public_url=address)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", -1),
        ("port", 70_000),
        ("pool_size", 0),
        ("committer_queue", 0),
        ("max_body_bytes", 1),
    ],
)
def test_a_number_out_of_its_range_is_refused(name: str, value: int) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({name: value})


def test_secrets_are_not_printed() -> None:
    settings = Settings(master_key=KEY, admin_password="mat-khau")
    assert KEY not in repr(settings)
    assert "mat-khau" not in repr(settings)
