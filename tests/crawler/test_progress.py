"""How a crawl shows where it stands."""

import pytest

from crawler import progress
from crawler.plan import Progress
from crawler.progress import describe, reporter

_NOW = Progress(pages=1200, done=1300, known=2000, failures=1)


def test_one_line_says_it_all() -> None:
    assert describe(_NOW, elapsed=60.0) == ("1,200 pages · 1,300/2,000 addresses · 20.0/s · 1 failure")
    assert describe(Progress(0, 0, 1, 0), elapsed=0.0).startswith("0 pages ·")


def test_plain_lines_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_LINE_EVERY", 0.0)
    with reporter() as show:
        show.crawling(_NOW)
        show.analysing()
    out, err = capsys.readouterr()
    assert out == ""
    assert "1,200 pages" in err.splitlines()[0]
    assert err.splitlines()[1].startswith("Reading done")


def test_a_bar_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    with reporter() as show:
        show.crawling(_NOW)
    out, err = capsys.readouterr()
    assert out == ""
    assert "1,200 pages" in err
    assert "65%" in err
