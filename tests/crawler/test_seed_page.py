"""The page that this product began with, alone on a site: its whole analysis."""

import shutil
from collections.abc import Iterator

import duckdb
import pytest

from crawler.config import Clinic, Crawl
from crawler.demo import serve_site
from crawler.site import crawl_site
from crawler.work import Job
from tests.crawler.conftest import SITE

PATH = "low-back-pain/when-physical-therapy-does-not-relieve-low-back-pain"
CLINIC = Clinic(
    region="US",
    packs=("musculoskeletal",),
    offered=("prolotherapy", "regen_general", "physical_therapy"),
    crawl=Crawl(delay=0, workers=0, check_links=False, render="never"),
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("seed")
    shutil.copytree(SITE / PATH, folder / PATH)
    (folder / "site.toml").touch()
    with serve_site(folder) as origin:
        done = crawl_site(Job(f"{origin}/{PATH}/", tmp_path_factory.mktemp("data"), CLINIC))
    with duckdb.connect() as db:
        for path in done.path.glob("*.parquet"):
            db.execute(f"CREATE VIEW main.{path.stem} AS SELECT * FROM '{path}'")
        yield db


def values(db: duckdb.DuckDBPyConnection, query: str) -> list[object]:
    return [value for (value,) in db.execute(query).fetchall()]


def test_what_it_names(db: duckdb.DuckDBPyConnection) -> None:
    found = set(values(db, "SELECT entity FROM entities WHERE kind IN ('condition', 'treatment')"))
    assert found >= {
        "low_back_pain", "ligament_injury", "ddd", "bone_spur", "muscle_spasm", "physical_therapy", "prolotherapy",
        "regen_general", "surgery", "us_guided",
    }  # fmt: skip
    assert "osteoarthritis" not in found


def test_what_it_answers(db: duckdb.DuckDBPyConnection) -> None:
    answered = set(values(db, "SELECT entity FROM entities WHERE kind = 'intent' AND score >= 55"))
    assert answered >= {"causes", "evidence", "options"}
    assert not answered & {"risks", "cost", "recovery", "local", "faq"}


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("low_back_pain", "strong"),
        ("physical_therapy", "strong"),
        ("ligament_injury", "thin"),
        ("prolotherapy", "thin"),
        ("regen_general", "mentioned"),
        ("ddd", "mentioned"),
        ("bone_spur", "mentioned"),
        ("muscle_spasm", "mentioned"),
        ("sciatica", "none"),
        ("low_back_pain:prolotherapy", "covered"),
        ("low_back_pain:regen_general", "covered"),
        ("ligament_injury:prolotherapy", "covered"),
        ("contact", "none"),
    ],
)
def test_how_well_it_covers(db: duckdb.DuckDBPyConnection, key: str, state: str) -> None:
    assert values(db, f"SELECT state FROM coverage WHERE key = '{key}'") == [state]


@pytest.mark.parametrize("treatment", ["prolotherapy", "physical_therapy"])
@pytest.mark.parametrize("question", ["risks", "cost", "recovery", "local", "faq"])
def test_what_it_leaves_unanswered_is_a_gap(db: duckdb.DuckDBPyConnection, question: str, treatment: str) -> None:
    key = f"{question}:{treatment}"
    assert values(db, f"SELECT state FROM coverage WHERE kind = 'intent' AND key = '{key}'") == ["none"]
    assert values(db, f"SELECT count(*) FROM gaps WHERE kind = 'intent' AND key = '{key}'") == [1]


def test_what_it_answers_is_no_gap(db: duckdb.DuckDBPyConnection) -> None:
    assert values(db, "SELECT state FROM coverage WHERE key = 'evidence:prolotherapy'") == ["covered"]
    assert values(db, "SELECT key FROM gaps WHERE key = 'evidence:prolotherapy'") == []


@pytest.mark.parametrize(
    "check", ["trust.author_missing", "trust.date_missing", "references.preprint", "phone.unlinked"]
)
def test_what_a_check_finds(db: duckdb.DuckDBPyConnection, check: str) -> None:
    assert values(db, f"SELECT count(*) FROM issues WHERE check_id = '{check}' AND url LIKE '%{PATH}%'") == [1]


def test_its_one_reference_has_no_doi(db: duckdb.DuckDBPyConnection) -> None:
    assert db.execute('SELECT doi, year FROM "references"').fetchall() == [(None, 2024)]


def test_it_is_hard_to_read(db: duckdb.DuckDBPyConnection) -> None:
    [grade] = values(db, "SELECT readability_grade FROM pages WHERE url LIKE '%when-physical%'")
    assert isinstance(grade, float)
    assert 10.5 <= grade <= 12.5


def test_it_offers_its_number_at_the_top_only(db: duckdb.DuckDBPyConnection) -> None:
    found = db.execute(
        "SELECT own_numbers, has_top, has_end, linked, longest_gap_words > 600 FROM page_ctas WHERE url LIKE '%when-physical%'"
    )
    assert found.fetchall() == [(1, True, False, 0, True)]
    assert values(db, "SELECT DISTINCT cta_class FROM phone_ctas") == ["call_now"]
