"""Treatments that a clinic is named after, such as physiotherapy: what its whole site is about, and no single page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import duckdb

from crawler.analyse.coverage.formula import COVERED_FROM, TITLE_SHARE
from crawler.analyse.tables import append
from crawler.analyse.text.matcher import Match, Vocabulary, build_vocabulary, find_matches
from crawler.analyse.text.page import path_text
from crawler.analyse.text.tokens import Token, tokenise
from crawler.analyse.text.wordlists import STOP, role
from crawler.config import Clinic
from crawler.taxonomy import Taxonomy

_FEWEST_TITLES = 3
_MOST_OF_AN_ADDRESS = 0.6
"""The share of the last part of an address from which on it says little more than the treatment; as in `page_types`."""

_NAMES = "SELECT text FROM nap WHERE kind = 'name' AND ownership = 'own' ORDER BY text"
_TITLES = """
SELECT p.title FROM pages p JOIN work.page_facts f USING (url)
WHERE p.title <> '' AND f.indexable AND p.variant_of IS NULL AND p.page_type <> 'legal'
"""
_CANDIDATES = """
SELECT e.url, p.title, p.h1, p.page_type, e.score FROM entities e
JOIN pages p USING (url) JOIN work.page_facts f USING (url)
WHERE e.kind = 'treatment' AND e.entity = ? AND e.count > 0 AND f.indexable AND p.variant_of IS NULL
    AND (p.page_type = 'home' OR (e.in_title AND e.in_h1) OR e.in_url)
ORDER BY e.url
"""
_CREATE = """
CREATE OR REPLACE TABLE work.disciplines (entity VARCHAR, has_page BOOLEAN);
CREATE OR REPLACE TABLE work.discipline_pages (entity VARCHAR, url VARCHAR)
"""


class _Page(NamedTuple):
    url: str
    title: str | None
    h1: str | None
    page_type: str
    score: int


def find_disciplines(db: duckdb.DuckDBPyConnection, clinic: Clinic, taxonomy: Taxonomy) -> dict[str, bool]:
    """Treatments in the clinic's own name, or in most titles: by id, whether a page of its own is about it.

    Leaves them in `work.disciplines`, and the pages that stand for them in `work.discipline_pages`: those of its own,
    else the home page if that covers it.
    """
    vocabulary = build_vocabulary(taxonomy)
    found: dict[str, bool] = {}
    pages: list[tuple[str, str]] = []
    for entity in sorted({*_in_names(db, clinic, vocabulary), *_in_titles(db, vocabulary)}):
        candidates = [_Page(*row) for row in db.execute(_CANDIDATES, [entity]).fetchall()]
        own = [page for page in candidates if page.page_type != "home" and _is_about(page, entity, vocabulary)]
        home = [page for page in candidates if page.page_type == "home" and page.score >= COVERED_FROM]
        found[entity] = bool(own)
        pages += [(entity, page.url) for page in own or home]
    db.execute(_CREATE)
    append(db, "work.disciplines", list(found.items()))
    append(db, "work.discipline_pages", pages)
    return found


def _in_names(db: duckdb.DuckDBPyConnection, clinic: Clinic, vocabulary: Vocabulary) -> Iterator[str]:
    names = [clinic.name or "", *clinic.brand, *(name for (name,) in db.execute(_NAMES).fetchall())]
    for name in names:
        yield from _treatments(name, vocabulary)


def _in_titles(db: duckdb.DuckDBPyConnection, vocabulary: Vocabulary) -> list[str]:
    """Treatments that most titles name, the part that they share included."""
    titles = [title for (title,) in db.execute(_TITLES).fetchall()]
    named = [entity for title in titles for entity in _treatments(title, vocabulary)]
    fewest = max(_FEWEST_TITLES, TITLE_SHARE * len(titles))
    return [entity for entity in set(named) if named.count(entity) >= fewest]


def _treatments(text: str, vocabulary: Vocabulary) -> set[str]:
    matches = find_matches(tokenise(text, vocabulary.language), vocabulary, text)
    strong = (match for match in matches if not match.term.weak)
    return {ref.id for match in strong for ref in match.term.refs if ref.kind == "treatment"}


def _is_about(page: _Page, entity: str, vocabulary: Vocabulary) -> bool:
    """Whether title and H1 begin with the treatment, or the address says little else: Cricket physio is narrower."""
    if all(_leads(text or "", entity, vocabulary) for text in (page.title, page.h1)):
        return True
    tokens = tokenise(path_text(page.url).rsplit(". ", 1)[-1], vocabulary.language)
    return any(
        match.end - match.first >= _MOST_OF_AN_ADDRESS * len(tokens) for match in _of(tokens, entity, vocabulary)
    )


def _leads(text: str, entity: str, vocabulary: Vocabulary) -> bool:
    tokens = tokenise(text, vocabulary.language)
    first = next((match.first for match in _of(tokens, entity, vocabulary)), None)
    return first is not None and all(role(t.word, vocabulary.language) == STOP for t in tokens[:first])


def _of(tokens: Sequence[Token], entity: str, vocabulary: Vocabulary) -> list[Match]:
    return [
        match
        for match in find_matches(tokens, vocabulary)
        if any((ref.kind, ref.id) == ("treatment", entity) for ref in match.term.refs)
    ]
