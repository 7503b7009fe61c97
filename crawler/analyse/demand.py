"""The table `search_demand`: the newest import of Search Console's queries, with keys that phrases can be matched by."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.names import RARE_FROM, words_of
from crawler.analyse.tables import insert
from crawler.analyse.text.titles import brand_names, shared_parts
from crawler.analyse.text.tokens import tokenise
from crawler.analyse.text.wordlists import rarity
from crawler.demand.periods import Period, is_reliable, period_warnings
from crawler.tables.demand import SearchDemandRow

_DEFAULT_LANGUAGE = "en"
_FEWEST_LETTERS = 5
"""A shorter name is looked for as whole words only: "spa" stands in "spain"."""

_QUERIES = """
WITH imported AS (
    SELECT * FROM read_parquet($file) WHERE kind IN ('query', 'query_page')
    QUALIFY row_number() OVER (
        PARTITION BY kind, query, page, period_start, period_end
        ORDER BY impressions DESC NULLS LAST, clicks DESC NULLS LAST, source) = 1
)
SELECT i.query, i.page, coalesce(p.text_lang, lower(substr(p.lang, 1, 2))) AS language, i.clicks, i.impressions, i.ctr,
    i.position, i.period_start, i.period_end, i.source
FROM imported i LEFT JOIN pages p ON p.url = i.page
WHERE i.kind = 'query_page' OR i.query NOT IN (SELECT query FROM imported WHERE kind = 'query_page')
"""
"""Of the same days told twice, by files that overlap, the fuller row counts."""

_LANGUAGES = """
SELECT coalesce(text_lang, lower(substr(lang, 1, 2))) AS language FROM pages
WHERE language <> '' GROUP BY language ORDER BY count(*) DESC, language LIMIT 1
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `search_demand`; empty where nothing was imported."""
    rows = [] if context.demand is None else list(_rows(db, context, context.demand))
    insert(db, "search_demand", rows)


def _rows(db: duckdb.DuckDBPyConnection, context: Context, file: Path) -> Iterator[SearchDemandRow]:
    found = db.execute(_LANGUAGES).fetchall()
    usual = str(found[0][0]) if found else _DEFAULT_LANGUAGE
    brands = Brands(_brands(db, context), _labels(context.site))
    for query, page, language, *rest in db.execute(_QUERIES, {"file": str(file)}).fetchall():
        yield _row(query, page, language or usual, brands, *rest)


def _row(
    query: str,
    page: str | None,
    language: str,
    brands: "Brands",
    clicks: int | None,
    impressions: int | None,
    ctr: float | None,
    position: float | None,
    start: date | None,
    end: date | None,
    source: str,
) -> SearchDemandRow:
    tokens = tokenise(query, language)
    period = Period(start, end)
    return SearchDemandRow(
        query=query,
        key=" ".join(token.stem for token in tokens),
        page=page,
        clicks=clicks,
        impressions=impressions,
        ctr=ctr,
        position=position,
        is_brand=brands.named_by([token.word for token in tokens]),
        period_start=start.isoformat() if start else None,
        period_end=end.isoformat() if end else None,
        source=source,
        is_reliable=is_reliable(period),
        warning=" ".join(period_warnings(period)) or None,
    )


def _brands(db: duckdb.DuckDBPyConnection, context: Context) -> set[tuple[str, ...]]:
    """Words of every name: of the clinic's file, and of titles where they are rare."""
    clinic = context.clinic
    given = {words_of(name) for name in (*clinic.brand, clinic.name or "")}
    inferred = {words_of(name) for name in brand_names(db, clinic, shared_parts(db))}
    rare = {name for name in inferred if any(rarity(word, _DEFAULT_LANGUAGE) > RARE_FROM for word in name)}
    return {name for name in (*given, *rare) if name}


def _labels(site: str) -> set[str]:
    """Rare words that a host is made of, hyphens left out: harbourjoint of www.harbour-joint.example."""
    labels = {label.replace("-", "") for label in site.partition(":")[0].split(".")[:-1]}
    return {label for label in labels if label.isalpha() and rarity(label, _DEFAULT_LANGUAGE) > RARE_FROM}


class Brands:
    """Names that make a query one for the clinic itself. `labels`: of its host, which count as a word of their own only:
    who asks for "knee pain" does not mean kneepain.example."""

    def __init__(self, names: Iterable[tuple[str, ...]], labels: Iterable[str] = ()) -> None:
        self._phrases = {f" {' '.join(name)} " for name in names}
        joined = {"".join(name) for name in names}
        self._joined = {name for name in joined if len(name) >= _FEWEST_LETTERS}
        self._labels = frozenset(labels)

    def named_by(self, words: list[str]) -> bool:
        """Whether a query of these words holds a name, in words of its own or written together."""
        spaced = f" {' '.join(words)} "
        if not self._labels.isdisjoint(words) or any(phrase in spaced for phrase in self._phrases):
            return True
        starts = {"".join(words[first:end]) for first in range(len(words)) for end in range(first + 1, first + 6)}
        return not self._joined.isdisjoint(starts)
