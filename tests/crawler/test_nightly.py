"""The nightly job: every site, one line each, the right exit status, and no more snapshots than wanted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.config import Clinic
from crawler.demo import serve_site
from crawler.errors import OperatorError
from crawler.lock import only_one
from crawler.nightly import run_nightly
from crawler.snapshot import site_snapshots

pytestmark = pytest.mark.usefixtures("few_checks")

_QUICK = {"max_pages": 6, "delay": 0, "workers": 0}
_PAGE = "<html lang=en><title>Knee pain care in town</title><h1>Knee pain</h1><p>{}</p>"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder that is served, and its address."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "site.toml").write_text("")
    (folder / "index.html").write_text(_PAGE.format("We treat knees. Call (541) 958-4417."))
    with serve_site(folder) as origin:
        yield folder, origin


@pytest.fixture(autouse=True)
def _new_id_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter(f"202611{day:02}T021400Z" for day in range(1, 30))
    monkeypatch.setattr("crawler.work.crawl_id", lambda _: next(ids))


def _night(data: Path, **settings: object) -> tuple[int, list[str]]:
    lines: list[str] = []
    clinic = Clinic.model_validate({"crawl": _QUICK, **settings})
    return run_nightly(data, clinic, lines.append), lines


def test_a_line_a_night_and_only_the_newest_are_kept(tmp_path: Path, site: tuple[Path, str]) -> None:
    _, origin = site
    lines = []
    for _ in range(3):
        status, said = _night(tmp_path, sites=[origin], nightly={"keep": 2})
        assert status == 0
        lines += said
    assert "1 page (complete)" in lines[0]
    assert "first check" in lines[0]
    assert "0 new since 20261101T021400Z" in lines[1]
    folder = tmp_path / "snapshots" / origin.removeprefix("http://").replace(":", "_")
    assert [path.name for path in site_snapshots(folder)] == ["20261102T021400Z", "20261103T021400Z"]


def test_a_regression_ends_with_one(tmp_path: Path, site: tuple[Path, str]) -> None:
    folder, origin = site
    settings = {"sites": [origin], "region": "US", "nightly": {"fail_on": ["phone.href_mismatch"]}}
    assert _night(tmp_path, **settings)[0] == 0
    wrong = '<a href="tel:+15419592630">(541) 958-4417</a>'
    (folder / "index.html").write_text(_PAGE.format(wrong))
    status, [line] = _night(tmp_path, **settings)
    assert status == 1
    assert "REGRESSION: phone.href_mismatch (1)" in line
    assert _night(tmp_path, **settings)[0] == 0


def test_a_silent_site_keeps_its_snapshot_and_does_not_stop_the_next(
    tmp_path: Path, site: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)
    _, origin = site
    status, lines = _night(tmp_path, sites=["http://127.0.0.1:9/", "not a url", origin])
    assert status == 3
    assert lines[0].endswith("the connection was refused. The last snapshot stays.")
    assert lines[1] == "not a url: not a web address; see sites in the clinic's file."
    assert "1 page" in lines[2]


def test_one_at_a_time(tmp_path: Path) -> None:
    with only_one(tmp_path / "nightly.lock", "busy"), pytest.raises(OperatorError, match="still at work"):
        _night(tmp_path, sites=["https://clinic.example"])
