"""The commands as an operator types them: output, sentences and exit status."""

import json
import os
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from crawler.cli import main
from crawler.demo import serve_site
from crawler.journal import FILE

_ROOT = Path(__file__).parents[2]
_SITE = _ROOT / "tests" / "site"
_PAGES = 48
_ADDRESS = """<script type="application/ld+json">{"@type": "Dentist", "name": "Example Dental",
"address": {"@type": "PostalAddress", "streetAddress": "1 Main Street", "addressLocality": "Springfield"}}</script>"""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with serve_site(_SITE) as address:
        yield address


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(_ROOT / "run.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def _asked(*arguments: str | Path) -> Result:
    """A command in this process: a second that Python takes to start is spared where only the answer matters."""
    return CliRunner().invoke(main, list(map(str, arguments)))


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
    assert [p.name for p in snapshot.parent.iterdir() if p.name not in (".lock", ".memo", snapshot.name)] == []


@pytest.mark.parametrize("url", ["not a url", "ftp://clinic.example/", "javascript:alert(1)", ""])
def test_what_is_no_url_is_one_sentence(url: str, tmp_path: Path) -> None:
    done = _asked("crawl", url, "--data", tmp_path)
    assert done.exit_code == 2
    assert done.stderr.strip() == f"{url!r} is not a web address such as https://www.clinic.example."


def test_a_host_that_does_not_answer(tmp_path: Path) -> None:
    seed = f"http://127.0.0.1:{_free_port()}/"
    done = _asked("crawl", seed, "--data", tmp_path)
    assert (done.exit_code, done.stderr.strip()) == (
        3,
        f"{seed} could not be reached: the connection was refused.",
    )
    assert list(tmp_path.rglob("*.parquet")) == []


def test_a_typo_in_the_clinics_file(tmp_path: Path) -> None:
    (tmp_path / "clinic.toml").write_text('name = "A"\n\nofered = ["prp"]\n')
    done = _asked("crawl", "clinic.example", "--data", tmp_path)
    assert done.exit_code == 2
    assert done.stderr.strip().endswith("line 3: there is no setting 'ofered'. Did you mean 'offered'?")


def test_a_wrong_region(tmp_path: Path) -> None:
    done = _asked("crawl", "clinic.example", "--data", tmp_path, "--region", "UK")
    assert (done.exit_code, done.stderr.strip()) == (
        2,
        "--region: 'UK' is not a country code such as US, GB or DE.",
    )


def test_analyse_refuses_what_is_no_snapshot(tmp_path: Path) -> None:
    done = _asked("analyse", tmp_path)
    assert done.exit_code == 2
    assert "is not a snapshot" in done.stderr


def test_analyse_takes_the_clinics_file_beside_the_snapshot(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    for data in (tmp_path, elsewhere):
        data.mkdir(exist_ok=True)
        (data / "clinic.toml").write_text("mistake = 1\n", encoding="utf-8")
    store = tmp_path / "snapshots"
    (elsewhere / "there").mkdir()
    store.symlink_to(elsewhere / "there", target_is_directory=True)
    snapshot = store / "clinic.example" / "20261122T021400Z"
    assert str(tmp_path / "clinic.toml, line 1") in _asked("analyse", snapshot).stderr
    assert str(elsewhere / "clinic.toml, line 1") in _asked("analyse", snapshot, "--data", elsewhere).stderr


def _stopped(origin: str, data: Path, how: signal.Signals, after: int) -> subprocess.CompletedProcess[str]:
    """A crawl that is stopped as soon as `after` pages are kept."""
    command = [
        sys.executable,
        str(_ROOT / "run.py"),
        "crawl",
        origin,
        "--data",
        str(data),
        "--delay=0.05",
        "--workers=1",
        "--no-check-links",
        "--render=never",
    ]
    crawl = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0)
    deadline = time.monotonic() + 60
    while _kept(data) < after and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(crawl.pid, how)
    out, errors = crawl.communicate(timeout=120)
    return subprocess.CompletedProcess(command, crawl.returncode, out, errors)


def _kept(data: Path) -> int:
    """Pages that an unpublished crawl has kept."""
    for file in data.rglob(FILE):
        with suppress(sqlite3.OperationalError), closing(sqlite3.connect(file)) as journal:
            return int(journal.execute("SELECT count(*) FROM facts_pages").fetchone()[0])
    return 0


@pytest.fixture(scope="module")
def many_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of 48 short pages that the first one links to; nothing tells its country."""
    folder = tmp_path_factory.mktemp("many")
    names = [f"visit-{number}.html" for number in range(_PAGES - 1)]
    (folder / "site.toml").touch()
    links = " ".join(f'<a href="{name}">Visit {name[6:-5]}</a>' for name in names)
    for name in ("index.html", *names):
        (folder / name).write_text(f"<html lang=en><title>{name}</title><h1>Your visit</h1><p>{links}{_ADDRESS}")
    return folder


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_what_was_stopped_goes_on_where_it_was(many_pages: Path, tmp_path: Path, how: signal.Signals) -> None:
    log: list[tuple[str, int]] = []
    with serve_site(many_pages, log=log) as origin:
        stopped = _stopped(origin, tmp_path, how, after=3)
        assert stopped.returncode == (130 if how == signal.SIGINT else -how)
        if how == signal.SIGINT:
            assert stopped.stderr.strip() == (
                "Interrupted: nothing half-done was published. A crawl goes on where it stopped with the same command "
                "and --resume."
            )
        asked = len(log)
        done = _run("crawl", "--resume", "--data", tmp_path)
        assert done.returncode == 0, done.stderr
        twice = {path for path, _ in log[:asked]} & {path for path, _ in log[asked:]}
    assert len(twice - {"/robots.txt"}) <= 6, "what was in flight, and sitemaps"
    snapshot = Path(done.stdout.splitlines()[-1])
    assert pq.read_table(snapshot / "crawl.parquet")["outcome"].to_pylist() == ["complete"]
    assert pq.read_table(snapshot / "pages.parquet").num_rows == _PAGES
    assert [
        path.name for path in snapshot.parent.iterdir() if path.name not in (".lock", ".memo", snapshot.name)
    ] == []
    again = _asked("analyse", snapshot)
    assert again.exit_code == 0, again.stderr


def test_a_new_crawl_drops_the_one_that_was_stopped(origin: str, tmp_path: Path) -> None:
    _stopped(origin, tmp_path, signal.SIGKILL, after=1)
    assert _run("crawl", origin, "--data", tmp_path, "--max-pages=2", "--delay=0", "--workers=0").returncode == 0
    done = _asked("crawl", "--resume", "--data", tmp_path)
    assert (done.exit_code, done.stderr.strip()) == (
        2,
        f"No interrupted crawl lies in {tmp_path / 'snapshots'}: name the address of a site.",
    )


def test_an_interrupted_crawl_that_cannot_be_read_is_in_nobodys_way(origin: str, tmp_path: Path) -> None:
    broken = tmp_path / "snapshots" / "other.example" / ".20261122T021400Z.partial"
    broken.mkdir(parents=True)
    (broken / FILE).write_bytes(b"no database at all" * 100)
    done = _run("crawl", origin, "--resume", "--data", tmp_path, "--max-pages=1", "--delay=0", "--workers=0")
    assert done.returncode == 0, done.stderr


def test_two_crawls_of_a_site_at_a_time_are_refused(origin: str, tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(_ROOT / "run.py"),
        "crawl",
        origin,
        "--data",
        str(tmp_path),
        "--delay=0.5",
        "--workers=0",
    ]
    first = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while _kept(tmp_path) < 1 and time.monotonic() < deadline:
        time.sleep(0.05)
    for option in ("--delay=0", "--resume"):
        done = _asked("crawl", origin, "--data", tmp_path, option)
        assert done.exit_code == 2
        assert (
            done.stderr.strip() == f"{origin.removeprefix('http://').replace(':', '_')} is being crawled already."
        )
    first.kill()
    first.wait()


def test_nightly_without_sites(tmp_path: Path) -> None:
    done = _asked("nightly", "--data", tmp_path)
    assert done.exit_code == 2
    assert "names no sites" in done.stderr


def test_a_delay_that_is_no_number(tmp_path: Path) -> None:
    done = _asked("crawl", "clinic.example", "--data", tmp_path, "--delay", "nan")
    assert (done.exit_code, done.stderr.strip()) == (2, "--delay: Input should be a finite number.")


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
