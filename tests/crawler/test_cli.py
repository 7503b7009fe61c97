"""The commands as an operator types them: output, sentences and exit status."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.demo import serve_site

_ROOT = Path(__file__).parents[2]
_SITE = _ROOT / "tests" / "site"


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with serve_site(_SITE) as address:
        yield address


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(_ROOT / "run.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_crawl_prints_the_snapshot_last(origin: str, tmp_path: Path) -> None:
    done = _run("crawl", origin, "--data", tmp_path, "--delay", "0", "--workers", "0", "--max-pages", "5")
    assert done.returncode == 0, done.stderr
    snapshot = Path(done.stdout.splitlines()[-1])
    manifest = json.loads((snapshot / "datapackage.json").read_text())
    assert {table["name"]: table["rows"] for table in manifest["resources"]}["pages"] == 5
    assert [p.name for p in snapshot.parent.iterdir() if p.name not in (".lock", snapshot.name)] == []


@pytest.mark.parametrize("url", ["not a url", "ftp://clinic.example/", "javascript:alert(1)", ""])
def test_what_is_no_url_is_one_sentence(url: str, tmp_path: Path) -> None:
    done = _run("crawl", url, "--data", tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip() == f"{url!r} is not a web address such as https://www.clinic.example."


def test_a_host_that_does_not_answer(tmp_path: Path) -> None:
    seed = f"http://127.0.0.1:{_free_port()}/"
    done = _run("crawl", seed, "--data", tmp_path)
    assert (done.returncode, done.stderr.strip()) == (
        3,
        f"{seed} could not be reached: the connection was refused.",
    )
    assert list(tmp_path.rglob("*.parquet")) == []


def test_a_typo_in_the_clinics_file(tmp_path: Path) -> None:
    (tmp_path / "clinic.toml").write_text('name = "A"\n\nofered = ["prp"]\n')
    done = _run("crawl", "clinic.example", "--data", tmp_path)
    assert done.returncode == 2
    assert done.stderr.strip().endswith("line 3: there is no setting 'ofered'. Did you mean 'offered'?")


def test_a_wrong_region(tmp_path: Path) -> None:
    done = _run("crawl", "clinic.example", "--data", tmp_path, "--region", "UK")
    assert (done.returncode, done.stderr.strip()) == (
        2,
        "--region: 'UK' is not a country code such as US, GB or DE.",
    )


def test_analyse_refuses_what_is_no_snapshot(tmp_path: Path) -> None:
    done = _run("analyse", tmp_path)
    assert done.returncode == 2
    assert "is not a snapshot" in done.stderr


def test_an_interrupt_publishes_nothing(origin: str, tmp_path: Path) -> None:
    command = [sys.executable, str(_ROOT / "run.py"), "crawl", origin, "--data", str(tmp_path), "--delay=1"]
    crawl = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0)
    deadline = time.monotonic() + 60
    while not list(tmp_path.rglob(".*.partial")) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(crawl.pid, signal.SIGINT)
    _, errors = crawl.communicate(timeout=30)
    assert crawl.returncode == 130
    assert (
        errors.strip() == "Interrupted: nothing half-done was published. Run the same command again to start over."
    )
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [".lock"]


def test_nightly_without_sites(tmp_path: Path) -> None:
    done = _run("nightly", "--data", tmp_path)
    assert done.returncode == 2
    assert "names no sites" in done.stderr


def test_a_delay_that_is_no_number(tmp_path: Path) -> None:
    done = _run("crawl", "clinic.example", "--data", tmp_path, "--delay", "nan")
    assert (done.returncode, done.stderr.strip()) == (2, "--delay: nan is no number of seconds.")


def test_a_killed_crawl_leaves_no_worker(origin: str, tmp_path: Path) -> None:
    command = [sys.executable, str(_ROOT / "run.py"), "crawl", origin, "--data", str(tmp_path), "--delay=1"]
    reading, writing = os.pipe()
    crawl = subprocess.Popen(
        [*command, "--workers=1"], stdout=subprocess.DEVNULL, stderr=writing, pass_fds=(writing,)
    )
    os.close(writing)
    deadline = time.monotonic() + 60
    while not list(tmp_path.rglob(".*.partial")) and time.monotonic() < deadline:
        time.sleep(0.05)
    crawl.kill()
    crawl.wait()
    with os.fdopen(reading) as held:
        assert select.select([held], [], [], 20)[0], "somebody still holds the pipe"
