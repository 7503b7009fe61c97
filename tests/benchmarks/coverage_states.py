"""Score the states of topics on 80 hand-marked pages: ``python -m tests.benchmarks.coverage_states``.

Pages and marks are in `coverage/`; see README.md there.
"""

import re
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from crawler.analyse.coverage.formula import state_of
from crawler.config import Clinic, load_clinic
from crawler.demo import serve_site
from crawler.site import crawl_site
from crawler.work import Job
from tests.benchmarks.keyphrase_set import Page, gold_pages
from tests.crawler.analyse import small_site

_FOLDER = Path(__file__).parent
SITE = _FOLDER.parent / "site"
STATES = ("mentioned", "thin", "covered", "strong")
_BAR = 0.90
_PACKS = {
    "chiro": "chiropractic",
    "dental": "dental",
    "derm": "primary_care",
    "ortho": "musculoskeletal",
    "physio": "physiotherapy",
    "podiatry": "podiatry",
    "primary": "primary_care",
}
"""The pack of a page of `keywords`, by what its name begins with."""

_ENTITIES = "SELECT url, entity, score FROM entities WHERE kind IN ('condition', 'treatment')"

States = dict[tuple[str, str], str]
"""State by page and topic; what is not in it is none."""


class Verdict(NamedTuple):
    """A topic of a page, as marked and as found."""

    page: str
    topic: str
    marked: str
    found: str


def main() -> int:
    """Print the agreement, how states differ, and every disagreement."""
    with tempfile.TemporaryDirectory() as data:
        found = {**keyword_states(), **crawled_states(Path(data))}
    verdicts = compare(marks(), found)
    differing = [verdict for verdict in verdicts if verdict.marked != verdict.found]
    for verdict in differing:
        print(f"{verdict.page:50} {verdict.topic:20} marked {verdict.marked:10} found {verdict.found}")
    for (marked, state), count in sorted(Counter((v.marked, v.found) for v in verdicts).items()):
        print(f"marked {marked:10} found {state:10} {count:4}")
    pages = {page for page, _ in marks()}
    agreed = len(verdicts) - len(differing)
    print(
        f"{agreed} of {len(verdicts)} agree on {len(pages)} pages with a topic: {agreed / len(verdicts):.3f} (bar {_BAR})"
    )
    return int(agreed < _BAR * len(verdicts))


def marks() -> States:
    """The marks of all pages."""
    with (_FOLDER / "coverage" / "marks.toml").open("rb") as file:
        groups = tomllib.load(file)
    return {
        (page, topic): state
        for pages in groups.values()
        for page, marked in pages.items()
        for state, topics in marked.items()
        for topic in topics.split()
    }


def marked_pages() -> set[str]:
    """Names of all pages, those without a topic, too."""
    with (_FOLDER / "coverage" / "marks.toml").open("rb") as file:
        return {page for pages in tomllib.load(file).values() for page in pages}


def compare(marked: Mapping[tuple[str, str], str], found: Mapping[tuple[str, str], str]) -> list[Verdict]:
    """Every topic that is marked on a page, or found there."""
    pages = marked_pages()
    both = sorted({*marked, *(key for key in found if key[0] in pages)})
    return [Verdict(*key, marked.get(key, "none"), found.get(key, "none")) for key in both]


def keyword_states() -> States:
    """States of the invented pages: each kind of clinic is a site of its own, without phone numbers."""
    states: States = {}
    pages = [page for page in gold_pages() if page.language == "en"]
    for kind, pack in _PACKS.items():
        own = {page.url: page for page in pages if page.name.startswith(f"{kind}-")}
        site = small_site.Site([_page(page) for page in own.values()])
        rows = small_site.rows(small_site.analysed(site, Clinic(packs=(pack,)), pack), _ENTITIES)
        states |= _states((own[url].name, topic, score) for url, topic, score in rows)
    return states


def crawled_states(data: Path) -> States:
    """States of the pages of the fictional clinic, crawled into `data`."""
    clinic = load_clinic(SITE / "clinic.toml")
    quick = clinic.crawl.model_copy(
        update={"delay": 0.0, "concurrency": 8, "check_links": False, "render": "never"}
    )
    with serve_site(SITE) as origin:
        done = crawl_site(Job(f"{origin}/", data, clinic.model_copy(update={"crawl": quick})))
    rows = pq.read_table(done.path / "entities.parquet").to_pylist()
    topics = [row for row in rows if row["kind"] in ("condition", "treatment")]
    return site_states((row["url"].removeprefix(origin), row["entity"], row["score"]) for row in topics)


def site_states(rows: Iterable[tuple[str, str, int]]) -> States:
    """States of the pages of the fictional clinic, from path, topic and score."""
    return _states((path.strip("/"), topic, score) for path, topic, score in rows)


def _states(rows: Iterable[tuple[str, str, int]]) -> States:
    return {(page, topic): state_of(score) for page, topic, score in rows if score > 0}


def _page(page: Page) -> small_site.Page:
    path = page.url.removeprefix(small_site.HOST)
    return small_site.Page(path, page.title, [_block(line) for line in page.lines], lang="en", cta="missing")


def _block(line: str) -> tuple[str, str]:
    hashes = len(re.match("#*", line)[0])  # type: ignore[index]
    return (f"h{hashes}" if hashes else "p", line.lstrip("#- "))


if __name__ == "__main__":
    sys.exit(main())
