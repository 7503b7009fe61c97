"""Whole analyses of small clinics in Spanish and German, and of one in English with a part in Spanish."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pytest

from crawler.config import Clinic, Crawl
from crawler.demo import serve_site
from crawler.site import crawl_site
from crawler.work import Job
from tests.crawler.language_sites import ENGLISH, GERMAN, SPANISH, Page, markup

CLINIC = Clinic(region="US", crawl=Crawl(delay=0, workers=0, check_links=False, render="never"))


def _crawled(folder: Path, pages: Mapping[str, Page], data: Path) -> duckdb.DuckDBPyConnection:
    for path, page in pages.items():
        file = folder / path.strip("/") / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markup(page, pages), encoding="utf-8")
    (folder / "site.toml").touch()
    with serve_site(folder) as origin:
        done = crawl_site(Job(f"{origin}/", data, CLINIC))
    db = duckdb.connect()
    for table in done.path.glob("*.parquet"):
        db.execute(f"CREATE VIEW main.{table.stem} AS SELECT * FROM '{table}'")
    return db


@pytest.fixture(scope="module", params=["es", "de", "en"])
def crawled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, duckdb.DuckDBPyConnection]]:
    pages = {"es": SPANISH, "de": GERMAN, "en": ENGLISH}[request.param]
    with _crawled(tmp_path_factory.mktemp("site"), pages, tmp_path_factory.mktemp("data")) as db:
        yield request.param, db


WANTED = {
    "es": {
        "condition": {"low_back_pain": "strong", "plantar_fasciitis": "covered", "tennis_elbow": "mentioned"},
        "treatment": {"physical_therapy": "strong"},
        "intent": {"causes:low_back_pain": "covered", "cost:physical_therapy": "covered", "recovery:physical_therapy": "none"},
        "page_type": {"contact": "strong", "cost": "covered", "legal": "strong", "provider": "covered"},
    },
    "de": {
        "condition": {"gum_disease": "strong", "dental_anxiety": "mentioned", "tooth_decay": "none"},
        "treatment": {"implant": "strong", "cleaning": "mentioned"},
        "intent": {"risks:implant": "covered", "cost:implant": "covered", "recovery:implant": "none"},
        "page_type": {"contact": "strong", "legal": "strong", "provider": "covered", "faq": "none"},
    },
    "en": {
        "condition": {"low_back_pain": "strong", "plantar_fasciitis": "none"},
        "treatment": {"physical_therapy": "strong"},
        "intent": {"evidence:physical_therapy": "covered", "risks:physical_therapy": "none"},
        "page_type": {"contact": "strong"},
    },
}  # fmt: skip
TYPES = {
    "es": {"/fascitis-plantar/": "condition", "/nuestro-equipo/": "provider", "/aviso-legal/": "legal"},
    "de": {"/leistungen/": "listing", "/leistungen/zahnimplantate/": "treatment", "/impressum/": "legal"},
    "en": {"/es/fascitis-plantar/": "condition", "/es/fisioterapia/": "treatment", "/es/contacto/": "contact"},
}
PACKS = {"es": {"musculoskeletal", "physiotherapy"}, "de": {"dental"}, "en": {"musculoskeletal"}}

Crawled = tuple[str, duckdb.DuckDBPyConnection]


def test_coverage(crawled: Crawled) -> None:
    language, db = crawled
    for kind, wanted in WANTED[language].items():
        found = dict(db.execute("SELECT key, state FROM coverage WHERE kind = ?", [kind]).fetchall())
        assert {key: found.get(key) for key in wanted} == wanted


def test_page_types(crawled: Crawled) -> None:
    language, db = crawled
    found = {url.split("/", 3)[3]: kind for url, kind in db.execute("SELECT url, page_type FROM pages").fetchall()}
    assert {path: found[path[1:]] for path in TYPES[language]} == TYPES[language]


def test_packs(crawled: Crawled) -> None:
    language, db = crawled
    ((version,),) = db.execute("SELECT taxonomy_version FROM analysis").fetchall()
    assert set(version.split("+")[1].split(".")[:-1]) == PACKS[language]


def test_a_translation_hides_no_gap(crawled: Crawled) -> None:
    language, db = crawled
    gaps = db.execute(
        "SELECT why FROM gaps WHERE kind = 'topic' AND list_contains(entities, 'condition:plantar_fasciitis')"
    ).fetchall()
    pages = db.execute("SELECT count(*) FROM entities WHERE entity = 'plantar_fasciitis' AND in_title").fetchall()
    assert len(gaps) == (language == "en")
    assert pages == [(int(language in ("es", "en")),)]
    reasons = dict(db.execute("SELECT key, reasons FROM coverage WHERE kind = 'condition'").fetchall())
    said = "No page in English names it; 1 page in Spanish does."
    assert (reasons.get("plantar_fasciitis") == said) is (language == "en")
