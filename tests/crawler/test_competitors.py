"""Competitors from the command line and at night, over real servers, up to what they have and the site has not."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from crawler.cli import main
from crawler.config import Clinic, SiteRole
from crawler.demo import serve_site
from crawler.errors import OperatorError
from crawler.nightly import run_nightly
from crawler.roles import clinic_of
from crawler.site import Done, analyse_again, crawl_site
from crawler.snapshot import site_snapshots, snapshot_role
from crawler.work import Job
from tests.crawler.rival_sites import write_fjord, write_larch, write_site

pytestmark = pytest.mark.usefixtures("few_checks")

_OURS = {
    "/": ("Welcome to Marlow", "Welcome to Marlow", "movement care"),
    "/tennis-elbow": ("Tennis elbow", "Tennis elbow", "tennis elbow"),
}
_ADDRESS = "1 Main Street, Springfield, OR 97477"


class Servers(NamedTuple):
    """Addresses of an own site, two competitors, and a page that leads to the own site."""

    own: str
    larch: str
    fjord: str
    leads: str


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    folder = tmp_path_factory.mktemp("sites")
    with ExitStack() as stack:
        own = stack.enter_context(serve_site(write_site(folder / "own", "Marlow Joint", _ADDRESS, _OURS)))
        away = f'[redirects]\n"/" = {{ to = "{own}/", status = 301 }}\n'
        sites = [
            write_larch(folder / "larch"),
            write_fjord(folder / "fjord"),
            write_site(folder / "leads", "L", _ADDRESS, {}, away),
        ]
        yield Servers(own, *(stack.enter_context(serve_site(site)) for site in sites))


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The servers are ours; a new id each time."""
    monkeypatch.setattr("crawler.pace._POLITE_INTERVAL", 0.0)
    monkeypatch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)
    ids = iter(f"202611{day:02}T021400Z" for day in range(1, 30))
    monkeypatch.setattr("crawler.work.crawl_id", lambda _: next(ids))


def _clinic(**settings: Any) -> Clinic:
    return Clinic.model_validate({"crawl": {"workers": 0, "delay": 0, "render": "never"}, **settings})


def _crawl(url: str, data: Path, clinic: Clinic | None = None, role: SiteRole = "competitor") -> Done:
    return crawl_site(Job(f"{url}/", data, clinic_of(role, clinic or _clinic()), role=role))


def _rows(snapshot: Path, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(snapshot / f"{table}.parquet").to_pylist()
    return rows


def test_the_command_records_the_role(servers: Servers, tmp_path: Path) -> None:
    options = ("--data", str(tmp_path), "--workers", "0", "--render", "never", "--max-pages", "2")
    done = CliRunner().invoke(main, ["crawl", "--role", "competitor", servers.larch, *options])
    assert done.exit_code == 0, done.stderr
    path = Path(done.stdout.splitlines()[-1])
    [row] = _rows(path, "crawl")
    assert (row["role"], row["pages"], json.loads(row["config"])["speed"]) == ("competitor", 2, "polite")
    assert json.loads((path / "datapackage.json").read_text())["role"] == "competitor"
    assert "Rounds/" in row["user_agent"]


@pytest.mark.parametrize(
    ("option", "sentence"),
    [
        ("--ignore-robots", "--ignore-robots: what a competitor's robots.txt forbids is never read."),
        ("--fast", "--fast: a competitor's server is asked one page at a time, and one a second at most."),
    ],
)
def test_what_a_competitor_is_owed(tmp_path: Path, option: str, sentence: str) -> None:
    asked = ["crawl", "--role", "competitor", "a.example", "--data", str(tmp_path), option]
    done = CliRunner().invoke(main, asked)
    assert (done.exit_code, done.stderr.strip()) == (2, sentence)


@pytest.mark.parametrize(
    ("role", "sentence"),
    [("own", "is a competitor in the clinic's file"), ("competitor", "is one of your own sites")],
)
def test_a_role_against_the_file(servers: Servers, tmp_path: Path, role: SiteRole, sentence: str) -> None:
    clinic = _clinic(sites=[servers.own], competitors=[servers.larch])
    with pytest.raises(OperatorError, match=sentence):
        _crawl(servers.larch if role == "own" else servers.own, tmp_path, clinic, role)


def test_a_competitor_that_leads_to_an_own_site(servers: Servers, tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="is one of your own sites"):
        _crawl(servers.leads, tmp_path, _clinic(sites=[servers.own]))
    assert not list(tmp_path.rglob("*.parquet"))


def test_what_they_have_and_we_have_not(servers: Servers, tmp_path: Path) -> None:
    for url in (servers.larch, servers.fjord):
        theirs = _crawl(url, tmp_path, _clinic(name="Marlow Joint")).path
        assert _rows(theirs, "competitors") == _rows(theirs, "competitor_topics") == []
        assert json.loads(_rows(theirs, "crawl")[0]["config"])["name"] is None
    done = _crawl(servers.own, tmp_path, role="own")
    assert {(row["label"], row["our_state"]) for row in _rows(done.path, "competitor_topics")} == {
        ("running gait analysis", "none"),
        ("desk ergonomics", "none"),
        ("Tennis elbow", "owned"),
    }
    assert [row["is_used"] for row in _rows(done.path, "competitors")] == [True, True]
    before = _rows(done.path, "competitor_topics")
    analyse_again(done.path, tmp_path, _clinic())
    assert _rows(done.path, "competitor_topics") == before


def test_a_snapshot_of_before_roles_were_told(servers: Servers, tmp_path: Path) -> None:
    path = _crawl(servers.own, tmp_path, role="own").path
    crawl = pq.read_table(path / "crawl.parquet")
    pq.write_table(crawl.drop_columns(["role"]), path / "crawl.parquet")
    analyse_again(path, tmp_path, _clinic())
    assert _rows(path, "crawl")[0]["role"] is None
    assert snapshot_role(path) == "own"


def test_a_site_that_changes_sides(servers: Servers, tmp_path: Path) -> None:
    first = _crawl(servers.larch, tmp_path)
    second = _crawl(servers.larch, tmp_path, role="own")
    assert second.row.note.startswith(
        f"Until now {first.row.site} was crawled as a competitor's, from this check on"
    )
    assert second.row.previous_crawl_id is None
    third = _crawl(servers.larch, tmp_path, role="own")
    assert (third.row.note, third.row.previous_crawl_id) == ("", second.row.crawl_id)


def test_a_night_with_competitors(servers: Servers, tmp_path: Path) -> None:
    silent = "http://127.0.0.1:9/"
    clinic = _clinic(sites=[servers.own], competitors=[silent, servers.larch, servers.leads, servers.fjord],
                     nightly={"fail_on": ["title.missing"], "keep": 2})  # fmt: skip
    for _ in range(3):
        lines: list[str] = []
        assert run_nightly(tmp_path, clinic, lines.append) == 0
    assert lines[0] == f"Competitor {silent}: {silent} could not be reached: the connection was refused."
    assert lines[1].startswith("Competitor 127.0.0.1:")
    assert "6 pages (complete)" in lines[1]
    assert "is one of your own sites" in lines[2]
    assert "4 pages (complete)" in lines[3]
    assert not lines[4].startswith("Competitor")
    store = tmp_path / "snapshots"
    folders = {
        snapshot_role(site_snapshots(one)[-1]): site_snapshots(one)
        for one in store.iterdir()
        if site_snapshots(one)
    }
    assert {role: len(kept) for role, kept in folders.items()} == {"own": 2, "competitor": 2}
    used = {row["site"]: (row["is_used"], row["problem"]) for row in _rows(folders["own"][-1], "competitors")}
    assert sorted(used.values()) == [(False, f"It was not crawled yet: python run.py crawl --role competitor {url}")
                                     for url in sorted([silent, servers.leads])] + [(True, ""), (True, "")]  # fmt: skip
