"""docs/operations.md: units that systemd takes, figures and commands that there are."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from api.cli import main
from api.kit.metrics import exposition
from api.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
PAGES = {
    name: (ROOT / name).read_text(encoding="utf-8")
    for name in ("docs/operations.md", "docs/huong-dan/van-hanh.md")
}
PAGE = PAGES["docs/operations.md"]


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd-analyze")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    names = ("diemdanh.service", "diemdanh-backup.service", "diemdanh-backup.timer")
    units = []
    for name, unit in zip(names, _blocks("ini"), strict=True):
        (tmp_path / name).write_text(
            unit.replace("/opt/diemdanh/.venv/bin/python", sys.executable), encoding="utf-8"
        )
        units.append(tmp_path / name)
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True
    )
    ours = [line for line in said.stderr.splitlines() if "diemdanh" in line]
    assert (said.returncode, ours) == (0, []), said.stderr


def test_every_figure_of_the_alerts_and_the_table_is_told_by_the_program() -> None:
    told = exposition().decode()
    families = set(re.findall(r"^# TYPE diemdanh_(\w+) ", told, flags=re.MULTILINE)) | {"outbox"}
    rules = [
        rule
        for text in _blocks("yaml")
        if "groups" in text
        for rule in yaml.safe_load(text)["groups"][0]["rules"]
    ]
    assert len(rules) > 8
    named = {name for rule in rules for name in re.findall(r"diemdanh_(\w+)", rule["expr"])}
    table = PAGE.split("| figure `diemdanh_…` | |")[1].split("\n\n")[0]
    listed = set(re.findall(r"`([a-z_]+)(?:\{[a-z,]+\})?`", table))
    assert {re.sub(r"_(bucket|count|sum)$", "", name) for name in named} <= families
    assert listed == families


def test_every_command_of_the_program_has_that_form(capsys: pytest.CaptureFixture[str]) -> None:
    commands = {
        command for page in PAGES.values() for command in re.findall(r"-m api ([a-z]+)", page)
    }
    assert {"backup", "verify", "restore", "migrate", "tallies", "purge", "invite"} <= commands
    for command in sorted(commands):
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0, command
    capsys.readouterr()


def test_every_setting_that_is_named_exists() -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {"DIEMDANH_DOMAIN"}
    for page in PAGES.values():
        assert set(re.findall(r"DIEMDANH_[A-Z_]+", page)) <= known
