"""The README is true: its commands exist, and its schedule is what systemd accepts."""

import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

import run
from crawler.checks.reference import reference

_ROOT = Path(__file__).parents[1]
_README = (_ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme() -> None:
    missing = [name for name in run.main.commands if f"run.py {name}" not in _README]
    assert missing == []


def test_every_command_of_the_readme_exists() -> None:
    assert set(re.findall(r"run\.py ([a-z]+)", _README)) <= set(run.main.commands)


def test_every_command_and_option_has_help() -> None:
    for command in run.main.commands.values():
        assert command.help, command.name
        options = [p for p in command.params if isinstance(p, click.Option) and not p.help]
        assert options == [], command.name


def test_the_list_of_checks_is_up_to_date() -> None:
    assert (_ROOT / "CHECKS.md").read_text(encoding="utf-8") == reference() + "\n", "run: make docs"


def test_the_units_of_the_readme_are_complete() -> None:
    service, timer = _units()
    assert "ExecStart=" in service
    assert "WorkingDirectory=" in service
    assert "OnCalendar=" in timer
    assert "WantedBy=timers.target" in timer


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    service, timer = _units()
    (tmp_path / "rounds.service").write_text(service.replace("/opt/rounds/.venv/bin/python", "/bin/true"))
    (tmp_path / "rounds.timer").write_text(timer)
    for name in ("rounds.service", "rounds.timer"):
        verified = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", str(tmp_path / name)],
            capture_output=True,
            text=True,
            check=False,
        )
        complaints = [line for line in verified.stderr.splitlines() if "rounds" in line]
        assert (verified.returncode, complaints) == (0, [])


def _units() -> list[str]:
    units = re.findall(r"```ini\n(.*?)```", _README, re.DOTALL)
    assert len(units) == 2
    return units
