"""Names of places, people and brands on a site: none of them is a topic."""

from collections.abc import Collection, Iterator

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.names import Names, taxonomy_words, words_of
from crawler.analyse.text.wordlists import rarity
from crawler.analyse.text.words.given_names import GIVEN_NAMES

_BRANDS = "SELECT DISTINCT keyphrase FROM keywords WHERE starts_with(entity, 'brand:')"
_PEOPLE = "SELECT DISTINCT name FROM people WHERE name IS NOT NULL"
_PLACES = "SELECT name FROM work.places"
_OF_CLINIC = "SELECT DISTINCT text FROM nap WHERE kind = 'name' AND ownership <> 'third_party'"

_SMALL = "SELECT DISTINCT word FROM work.words WHERE small > 0"
"""Words that the site writes without a capital letter, too."""

_FIRST_NAMES = """
SELECT word FROM work.words WHERE word IN (FROM unnest($given)) AND language <> 'de' GROUP BY word HAVING sum(small) = 0
"""

_CAPITALS = r"""
WITH named AS (
    SELECT DISTINCT f.language, k.keyphrase FROM keywords k JOIN work.findable f USING (url)
    WHERE k.entity IS NULL AND f.language <> 'de' AND regexp_full_match(k.keyphrase, '\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+)+')
),
words AS (SELECT *, unnest(string_split(lower(keyphrase), ' ')) AS word FROM named)
SELECT w.language, w.keyphrase FROM words w LEFT JOIN work.words c USING (language, word)
GROUP BY ALL HAVING coalesce(sum(c.small), 0) = 0 ORDER BY ALL
"""
"""Phrases whose words all have a capital letter wherever they stand. German has one for every noun."""

_OF_HOST = """
SELECT DISTINCT language, word FROM work.words
WHERE length(word) >= $letters AND contains(replace($host, '-', ''), strip_accents(word)) ORDER BY ALL
"""
_FEWEST_LETTERS = 5

_UNKNOWN = 4.5
"""Rarity of words that wordfreq's list lacks, as it lacks most surnames."""


def site_names(db: duckdb.DuckDBPyConnection, context: Context) -> Names:
    """Names of towns, of who writes the pages, of brands, rare words of the host's name, and people, by their capital
    letters and a surname that is no common word. Reads `work.words`."""
    common = taxonomy_words(context.taxonomy) | {*_column(db, _SMALL)}
    wholes = [*_column(db, _BRANDS), *_column(db, _PEOPLE), *_places(db, common), *_people(db)]
    first_names = db.execute(_FIRST_NAMES, {"given": sorted(GIVEN_NAMES - common)}).fetchall()
    wholes += [
        *(name for (name,) in first_names),
        *_column(db, _OF_CLINIC),
        *context.clinic.brand,
        context.clinic.name or "",
    ]
    return Names(wholes, [*_column(db, _PLACES), *_of_host(db, context.site)], common)


def _places(db: duckdb.DuckDBPyConnection, common: Collection[str]) -> Iterator[str]:
    """Names of places, without those that are a common word on the site: a knee bend is none of Bend's."""
    return (place for place in _column(db, _PLACES) if len(words_of(place)) > 1 or place not in common)


def _column(db: duckdb.DuckDBPyConnection, query: str) -> list[str]:
    return [value for (value,) in db.execute(query).fetchall()]


def _of_host(db: duckdb.DuckDBPyConnection, host: str) -> Iterator[str]:
    for language, word in db.execute(_OF_HOST, {"host": host, "letters": _FEWEST_LETTERS}).fetchall():
        if rarity(word, language) > _UNKNOWN:
            yield word


def _people(db: duckdb.DuckDBPyConnection) -> Iterator[str]:
    for language, phrase in db.execute(_CAPITALS).fetchall():
        if any(rarity(word, language) > _UNKNOWN for word in phrase.lower().split()):
            yield phrase
