"""`python -m api backup`, `verify` and `restore`, as the one who keeps the server types them."""

import shutil
from pathlib import Path

import pytest

from api.cli import main
from tests.terminal import environment


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Fill a small installation."""
    folder = tmp_path / "data"
    _settle_in(folder, monkeypatch)
    assert main(["seed", "--members", "60"]) == 0
    return folder


def _settle_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in environment(folder).items():
        monkeypatch.setenv(name, value)


def test_a_server_is_brought_up_elsewhere_from_its_key_and_its_newest_archive(
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    capsys.readouterr()
    (data / "backups").mkdir()
    (data / "backups" / "diemdanh-20260301T000000Z.tar").touch()
    assert main(["backup", "--keep", "1"]) == 0
    path, *told = capsys.readouterr().out.splitlines()
    assert told[-1] == "removed      diemdanh-20260301T000000Z.tar"
    assert [str(each) for each in (data / "backups").iterdir()] == [path]

    assert main(["verify", path]) == 0
    assert "seal         ours\ngood" in capsys.readouterr().out

    assert main(["restore", path]) == 2
    assert "the database is not empty" in capsys.readouterr().err

    elsewhere = tmp_path / "elsewhere"
    _settle_in(elsewhere, monkeypatch)
    assert main(["restore", path]) == 2
    assert "no master key" in capsys.readouterr().err
    assert not elsewhere.exists(), "and none was made"

    assert main(["verify", path]) == 0
    assert "not checked: no master key here" in capsys.readouterr().out

    elsewhere.mkdir()
    shutil.copy(data / "master.key", elsewhere)
    assert main(["restore", path]) == 0
    assert "lost         from " in capsys.readouterr().out
    assert {each.name for each in elsewhere.iterdir()} == {"master.key", "diemdanh.db"}
    assert main(["tallies", "--check"]) == 0


def test_what_is_no_archive_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _settle_in(tmp_path / "data", monkeypatch)
    assert main(["verify", str(tmp_path / "nothing.tar")]) == 2
    assert f"diemdanh: there is no {tmp_path / 'nothing.tar'}\n" == capsys.readouterr().err
    (tmp_path / "notes.txt").write_text("không phải bản sao lưu")
    assert main(["verify", str(tmp_path / "notes.txt")]) == 2
    assert "is damaged, or no archive" in capsys.readouterr().err


def test_nobody_keeps_no_archive_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["backup", "--keep", "0"])
    assert "at least 1" in capsys.readouterr().err
