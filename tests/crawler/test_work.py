"""What a crawl is begun with."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from crawler.config import Clinic, Crawl, Render
from crawler.errors import OperatorError
from crawler.work import Job, begin_anew


@pytest.mark.parametrize(
    ("missing", "asked", "render"),
    [
        (None, None, "auto"),
        (None, "always", "always"),
        (None, "never", "never"),
        ("find_spec", None, "never"),
        ("find_spec", "never", "never"),
        ("find_spec", "auto", None),
        ("chromium", None, "never"),
        ("chromium", "always", None),
    ],
)
def test_scripts_run_where_they_can(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    missing: str | None,
    asked: Render | None,
    render: Render | None,
) -> None:
    if missing:
        monkeypatch.setattr(f"crawler.render_plan.{missing}", lambda *_: None)
    job = Job("https://clinic.example/", tmp_path, Clinic(crawl=Crawl(render=asked)))
    with ExitStack() as held:
        if render is None:
            with pytest.raises(OperatorError, match="Rendering needs"):
                begin_anew(job, held)
        else:
            assert begin_anew(job, held).plan.settings.render == render


def test_without_a_seed_there_is_nothing_to_begin(tmp_path: Path) -> None:
    with ExitStack() as held, pytest.raises(OperatorError, match="No interrupted crawl lies in"):
        begin_anew(Job(None, tmp_path, Clinic()), held)


@pytest.mark.parametrize("kept", ["decisions", "services"])
def test_what_cannot_be_read_behind_the_crawl_is_said_before_it(tmp_path: Path, kept: str) -> None:
    (tmp_path / kept).mkdir()
    (tmp_path / kept / "clinic.example.json").write_text("{", encoding="utf-8")
    job = Job("https://clinic.example/", tmp_path, Clinic(crawl=Crawl(render="never")))
    with ExitStack() as held, pytest.raises(OperatorError, match=rf"{kept}/clinic\.example\.json cannot be read"):
        begin_anew(job, held).place.open_journal("clinic.example")
    assert not (tmp_path / "snapshots").exists()
