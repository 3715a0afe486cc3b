"""Mail and the home of files: what cannot work as set stops the program before it begins."""

from pathlib import Path

import pytest

from api import cli
from api.cli import main
from api.outbox import mail
from api.settings import Settings, SettingsRefused
from tests.terminal import environment


@pytest.mark.parametrize("command", ["serve", "migrate"])
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"SMTP_URL": "mail.example:25"}, "DIEMDANH_SMTP_URL must be smtp://host:port"),
        ({"SMTP_URL": "smtp://[::1"}, "DIEMDANH_SMTP_URL must be smtp://host:port"),
        ({"SMTP_URL": "smtp://mail.example"}, "DIEMDANH_MAIL_FROM must be one mail address"),
        (
            {"SMTP_URL": "smtp://mail.example", "MAIL_FROM": "Ban Tuyên giáo"},
            "DIEMDANH_MAIL_FROM must be one mail address",
        ),
        ({"FILES_URL": "ftp://kho.example/anh"}, "DIEMDANH_FILES_URL: not an address"),
    ],
)
def test_mail_and_files_that_cannot_work_stop_it_before_anything_is_made(
    command: str,
    settings: dict[str, str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "data"
    for name, value in environment(folder, **settings).items():
        monkeypatch.setenv(name, value)
    assert main([command]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"diemdanh: {said}")
    assert not folder.exists(), "nothing was begun"


def test_a_mail_server_without_what_speaks_to_it_stops_it_and_names_the_extra(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(mail, "aiosmtplib", None)
    settings = Settings(smtp_url="smtp://mail.example", mail_from="btg@huyenuy.example")
    with pytest.raises(SettingsRefused, match=r"^DIEMDANH_SMTP_URL .* add the extra mail$"):
        cli.require_services(settings)
    cli.require_services(Settings())
