"""Rows of coverage for what needs a page of its own: every office, and every clinician."""

from collections.abc import Iterator
from typing import NamedTuple

import duckdb

from crawler.analyse.coverage.clinicians import clinician_names
from crawler.analyse.coverage.formula import NAMED_ONLY, page_type_score, state_of
from crawler.analyse.coverage.offices import Office, offices
from crawler.analyse.coverage.unseen import Unseen
from crawler.analyse.text.page import path_text
from crawler.analyse.text.titles import own_title, shared_parts
from crawler.analyse.text.tokens import stems
from crawler.config import Clinic
from crawler.tables.coverage import CoverageRow
from crawler.taxonomy import Taxonomy

_TIER = 2
_PAGES = """
SELECT url, coalesce(h1, title, ''), coalesce(title, ''), page_type, word_count, indexable FROM pages
WHERE page_type IN (SELECT unnest($types)) AND indexability IS DISTINCT FROM 'soft_404' ORDER BY url
"""


class _Page(NamedTuple):
    """A page that may be about an office or a clinician. `names`: stems of H1 and path, each padded; titles end with the
    clinic's name, which may be that of its town. `titled`: of the title, too, without what all titles share."""

    url: str
    page_type: str
    words: int
    indexable: bool
    names: str
    titled: str


def location_rows(
    db: duckdb.DuckDBPyConnection, clinic: Clinic, taxonomy: Taxonomy, unseen: Unseen
) -> Iterator[CoverageRow]:
    """A row for each office in the clinic's file, else for each address of its own that the site publishes.

    A single office may have the page that says how to get in touch for its own.
    """
    found = offices(db, clinic)
    pages = _pages(db, taxonomy, "location", "contact", "about", "other")
    fewest = _fewest(taxonomy)
    for office in found:
        own = [page for page in pages if _about_office(page, office, alone=len(found) == 1)]
        best = max(own, key=lambda page: (page.indexable, page.page_type == "location", page.words), default=None)
        yield _row("location", office.key, office.label, best, fewest, office.example_url, len(own), unseen)


def provider_rows(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy, unseen: Unseen) -> Iterator[CoverageRow]:
    """A row for each clinician that bylines or structured data name."""
    pages = _pages(db, taxonomy, "provider", "about", "other")
    fewest = _fewest(taxonomy)
    for person in clinician_names(db):
        named = [f" {' '.join(stems(name))} " for name in person.names]
        own = [page for page in pages if any(name in page.titled for name in named)]
        best = max(own, key=lambda page: (page.indexable, page.page_type == "provider", page.words), default=None)
        yield _row("provider", person.key, person.label, best, fewest, person.example_url, len(own), unseen)


def _pages(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy, *types: str) -> list[_Page]:
    shared = shared_parts(db, taxonomy)
    rows = db.execute(_PAGES, {"types": list(types)}).fetchall()
    return [
        _Page(
            url,
            kind,
            words,
            indexable,
            names := _names(h1, path_text(url)),
            f"{names}|{_names(own_title(title, shared))}",
        )
        for url, h1, title, kind, words, indexable in rows
    ]


def _names(*texts: str) -> str:
    return " | ".join(f" {' '.join(stems(text))} " for text in texts)


def _about_office(page: _Page, office: Office, *, alone: bool) -> bool:
    if alone and page.page_type in ("location", "contact"):
        return True
    return any(f" {' '.join(stems(name))} " in page.names for name in office.names)


def _fewest(taxonomy: Taxonomy) -> dict[str, int]:
    return {kind.id: kind.min_words for kind in taxonomy.page_types}


def _row(
    kind: str,
    key: str,
    label: str,
    best: _Page | None,
    fewest: dict[str, int],
    named_on: str | None,
    pages: int,
    unseen: Unseen,
) -> CoverageRow:
    if best:
        words = fewest.get(best.page_type) or fewest.get(kind, 0)
        score = page_type_score(best.words, words) if best.indexable else 0
        reasons = f"Its page has {best.words} words; such a page needs {words}."
        if not best.indexable:
            reasons = "Search engines may not show its page."
    else:
        score = NAMED_ONLY if named_on else 0
        reasons = "Named, but no page is about it." if named_on else "No page names it."
    unknown = None if best else unseen.why_no_page(kind)
    return CoverageRow(
        kind=kind,
        condition=None,
        treatment=None,
        key=key,
        label=label,
        body_area=None,
        tier=_TIER,
        offered="yes",
        state="unknown" if unknown else state_of(score),
        score=score,
        best_url=best.url if best else named_on,
        pages=pages,
        reasons=unknown or reasons,
    )
