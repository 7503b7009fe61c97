"""What is kept from crawl to crawl changes how long an analysis takes, and nothing of what it says."""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from crawler.analyse import page_text_facts
from crawler.analyse.context import Context
from crawler.analyse.memo import Memo
from crawler.analyse.pipeline import analyse
from crawler.analyse.text import anchors, stream
from crawler.analyse.text.analyse import analyse_pages
from crawler.checks import CHECKS
from crawler.checks import run as checks
from crawler.config import Clinic
from crawler.schema import TABLES
from crawler.snapshot import table_file
from crawler.taxonomy import load_taxonomy, with_own
from tests.crawler.conftest import Night

_TAXONOMY = Path(__file__).parents[3] / "data" / "taxonomy"
_CHANGED = "/conditions/neck-pain/"

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module", autouse=True)
def _few_checks() -> Iterator[None]:
    """Checks read tables and know of no memo: all of them would take most of the time here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "CHECKS", CHECKS[:5])
        yield


@pytest.fixture(scope="module")
def before(night: Night, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rows]:
    """Memo and rows of an analysis of the fictional clinic that began without a memo."""
    folder = tmp_path_factory.mktemp("before")
    return folder / "memo", _analysed(night.second.path, _context(night, folder / "memo"), folder)


@pytest.fixture
def facts(night: Night, tmp_path: Path) -> Path:
    """The facts of the clinic, to be changed."""
    return Path(shutil.copytree(night.second.path, tmp_path / "facts"))


@pytest.fixture
def context(night: Night, before: tuple[Path, Rows], tmp_path: Path) -> Context:
    return _context(night, Path(shutil.copytree(before[0], tmp_path / "memo")))


def _context(night: Night, memo: Path) -> Context:
    return Context(
        clinic=night.clinic,
        taxonomy=load_taxonomy(_TAXONOMY, night.clinic.packs),
        crawl_id="20261123T021400Z",
        site="clinic.example",
        region="US",
        now=datetime(2026, 11, 23, 2, 14, tzinfo=UTC),
        memo=memo,
    )


class Read:
    """Addresses of the pages whose texts were analysed."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.pages: set[str] = set()
        self.anchors: list[str] = []
        judged, read = page_text_facts._judged, anchors._read

        def spy_pages(sources: Sequence[Any], **more: Any) -> Any:
            self.pages |= {source.url for source in sources}
            return analyse_pages(sources, **more)

        def spy_judged(texts: Sequence[Any], **more: Any) -> Any:
            self.pages |= {text[0] for text in texts}
            return judged(texts, **more)

        def spy_anchors(named: Sequence[str], **more: Any) -> Any:
            self.anchors += named
            return read(named, **more)

        patch.setattr(stream, "analyse_pages", spy_pages)
        patch.setattr(page_text_facts, "_judged", spy_judged)
        patch.setattr(anchors, "_read", spy_anchors)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    return Read(monkeypatch)


def test_an_unchanged_site_is_not_read_again(
    before: tuple[Path, Rows], facts: Path, context: Context, read: Read, tmp_path: Path
) -> None:
    assert _analysed(facts, context, tmp_path) == before[1]
    assert (read.pages, read.anchors) == (set(), [])
    assert _analysed(facts, replace(context, memo=None), tmp_path) == before[1]
    assert len(read.pages) == len(before[1]["pages"])


def test_only_the_page_that_changed_is_read(
    before: tuple[Path, Rows], facts: Path, context: Context, read: Read, tmp_path: Path
) -> None:
    said = "A brace for turf toe. Turf toe gets better with the brace."
    _change(
        facts, "blocks", f"text = '{said}', words = 11", f"url LIKE '%{_CHANGED}' AND tag = 'p' AND zone = 'main'"
    )
    after = _analysed(facts, context, tmp_path)
    assert [url.endswith(_CHANGED) for url in read.pages] == [True]
    assert read.anchors == []
    assert any("turf toe" in str(row).lower() for row in after["keywords"])
    assert before[1] != after == _analysed(facts, replace(context, memo=None), tmp_path)


def test_a_page_that_is_gone_is_forgotten(facts: Path, context: Context, tmp_path: Path) -> None:
    for table, column in (("pages", "url"), ("blocks", "url"), ("links", "source_url")):
        _change(facts, table, None, f"{column} LIKE '%{_CHANGED}'")
    assert _analysed(facts, context, tmp_path) == _analysed(facts, replace(context, memo=None), tmp_path)
    with duckdb.connect() as db:
        kept = db.execute(f"SELECT url FROM '{context.memo}/page_keys/page_keys.parquet'").fetchall()
    assert kept
    assert [url for (url,) in kept if url.endswith(_CHANGED)] == []


@pytest.mark.parametrize("what", ["another pack", "new terms", "switched off", "brand"])
def test_what_may_name_what_changed_of_the_taxonomy_is_read_again(
    what: str, before: tuple[Path, Rows], facts: Path, context: Context, read: Read, tmp_path: Path
) -> None:
    if what == "another pack":
        context = replace(context, taxonomy=load_taxonomy(_TAXONOMY, ["musculoskeletal", "dental"]))
    elif what == "brand":
        context = replace(context, clinic=context.clinic.model_copy(update={"brand": ("Neck pain",)}))
    else:
        says: dict[str, dict[str, Any]] = {
            "new terms": {
                "condition": [{"id": "wry_neck", "label": "Wry neck", "area": ["neck"], "syn": ["stiff neck"]}],
                "treatment": [{"id": "prolotherapy", "syn": ["sugar water injection"], "weak": ["injection"]}],
            },
            "switched off": {"off": ["sciatica", "prp"]},
        }
        own = Clinic.model_validate({"name": "Clinic", **says[what]})
        context = replace(context, taxonomy=with_own(context.taxonomy, own))
    after = _analysed(facts, context, tmp_path)
    assert 0 < len(read.pages) < len(after["pages"]) - 5
    assert before[1] != after == _analysed(facts, replace(context, memo=None), tmp_path)


@pytest.mark.parametrize("of", ["keywords", "page_text_facts"])
def test_another_program_reads_all_pages_again(
    of: str, facts: Path, context: Context, read: Read, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"crawler.analyse.{of}.text_version", lambda: "another")
    after = _analysed(facts, context, tmp_path)
    assert len(read.pages) == len(after["pages"])


def test_a_damaged_memo_is_no_obstacle(
    before: tuple[Path, Rows], facts: Path, context: Context, tmp_path: Path
) -> None:
    assert context.memo is not None
    for path in context.memo.glob("*/*.parquet"):
        path.write_bytes(path.read_bytes()[:200])
    assert _analysed(facts, context, tmp_path) == before[1]


def test_the_taxonomy_has_the_same_version_in_every_process() -> None:
    program = f"""
from pathlib import Path
from crawler.taxonomy import load_taxonomy, with_own
print(load_taxonomy(Path({str(_TAXONOMY)!r}), ["musculoskeletal"]).version)
"""
    versions = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in "12"
    }
    assert len(versions) == 1


def test_half_of_a_memo_is_none(tmp_path: Path) -> None:
    db = duckdb.connect()
    db.execute("CREATE TABLE found (url VARCHAR, n BIGINT); CREATE TABLE keys (url VARCHAR, key VARCHAR)")
    db.execute("INSERT INTO keys VALUES ('a', '1'), ('b', '2')")
    memo = Memo(tmp_path, "keys", ["found"])
    assert memo.recall(db) == ["a", "b"]
    db.execute("INSERT INTO found VALUES ('a', 5), ('b', 6)")
    memo.keep(db)
    db.execute("DELETE FROM found; UPDATE keys SET key = '3' WHERE url = 'b'")
    assert memo.recall(db) == ["b"]
    assert db.execute("FROM found").fetchall() == [("a", 5)]
    (tmp_path / "keys" / "found.parquet").unlink()
    db.execute("DELETE FROM found")
    assert memo.recall(db) == ["a", "b"]
    assert db.execute("FROM found").fetchall() == []


def _analysed(facts: Path, context: Context, tmp_path: Path) -> Rows:
    """All rows of all tables, but for the time of the analysis."""
    built = tmp_path / "built"
    shutil.rmtree(built, ignore_errors=True)
    analyse(facts, built, context, None)
    tables: Rows = {name: pq.read_table(built / f"{name}.parquet").to_pylist() for name in TABLES}
    del tables["analysis"][0]["analysed_at"]
    return tables


def _change(facts: Path, table: str, change: str | None, where: str) -> None:
    """Update rows of a table of facts; `change` null: remove them."""
    path = table_file(facts, table)
    with duckdb.connect() as db:
        db.execute(f"CREATE TABLE rows AS FROM '{path}'")
        what = f"UPDATE rows SET {change}" if change else "DELETE FROM rows"
        assert db.execute(f"{what} WHERE {where}").fetchall() != [(0,)]
        db.execute(f"COPY rows TO '{path}' (FORMAT parquet)")
