"""What of a vocabulary the reading of a page depends on: a change of the taxonomy concerns the pages that may name what
changed, and no others."""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import NamedTuple

import duckdb

from crawler.analyse.text.likeness import stem_number
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.terms import Term, Vocabulary
from crawler.text import short_hash

_AT_A_TIME = 500


class _Entry(NamedTuple):
    """A term by the numbers of its stems. `said`: all that a match of it depends on, but for the company of a weak
    treatment, which `treated` conditions are."""

    stems: frozenset[int]
    said: str
    conditions: frozenset[str]
    treated: frozenset[str]


def page_stems(page: ReadPage) -> list[int]:
    """Numbers of the stems among which the terms of a vocabulary are looked for."""
    places = (*page.blocks, page.title, page.path)
    return list(map(stem_number, {token.stem for tokens in places for token in tokens}))


def terms_within(vocabulary: Vocabulary, version: str) -> Callable[[Collection[int]], str]:
    """A function that names all that a page of these stems may take from `vocabulary`; equal names, equal readings.

    Intents and the language are not in it. `version`: of all vocabularies, the name for a page of which no stems are kept.
    """
    by_first: defaultdict[int, list[_Entry]] = defaultdict(list)
    for terms in vocabulary.terms.values():
        for term in terms:
            by_first[stem_number(term.stems[0])].append(_entry(term, vocabulary))

    def named(stems: Collection[int]) -> str:
        if not stems:
            return version
        held = frozenset(stems)
        within = [entry for first in by_first.keys() & held for entry in by_first[first] if entry.stems <= held]
        conditions = frozenset[str]().union(*(entry.conditions for entry in within))
        return short_hash("\n".join(sorted(f"{one.said} {sorted(one.treated & conditions)}" for one in within)))

    return named


def outdated(db: duckdb.DuckDBPyConnection, table: str, named: Callable[[Collection[int]], str]) -> list[str]:
    """Addresses in `table` (url, stems, terms) whose stems are now named otherwise than `terms`."""
    found: list[str] = []
    rows = db.cursor().execute(f"SELECT url, stems, terms FROM {table}")
    while some := rows.fetchmany(_AT_A_TIME):
        found += [url for url, stems, terms in some if named(stems) != terms]
    return found


def _entry(term: Term, vocabulary: Vocabulary) -> _Entry:
    conditions = frozenset(ref.id for ref in term.refs if ref.kind == "condition")
    treated = [vocabulary.treated[ref.id] for ref in term.refs if term.weak and ref.kind == "treatment"]
    areas = [(str(ref), vocabulary.areas.get(ref.id)) for ref in term.refs]
    return _Entry(
        stems=frozenset(map(stem_number, term.stems)),
        said=repr((term.stems, areas, term.weak, sorted(term.words))),
        conditions=conditions,
        treated=frozenset[str]().union(*treated),
    )
