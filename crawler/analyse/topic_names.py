"""Names of places, people and brands on a site: none of them is a topic."""

from collections.abc import Iterator

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.text.tokens import tokenise
from crawler.analyse.text.wordlists import rarity

_KNOWN = """
SELECT name FROM work.places UNION SELECT name FROM people WHERE name IS NOT NULL
UNION SELECT keyphrase FROM keywords WHERE starts_with(entity, 'brand:')
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


def name_words(db: duckdb.DuckDBPyConnection, context: Context) -> frozenset[str]:
    """Folded words of names: of towns, of who writes the pages, of brands, rare words of the host's name, and
    people, by their capital letters and a surname that is no common word. Reads `work.words`."""
    named = [name for (name,) in db.execute(_KNOWN).fetchall()]
    named += [*context.clinic.brand, context.clinic.name or "", *_people(db), *_of_host(db, context.site)]
    return frozenset(token.word for name in named for token in tokenise(name) if len(token.word) > 1)


def has_name(keyphrase: str, language: str, names: frozenset[str]) -> bool:
    """Whether a phrase holds one of the folded words `names`."""
    return not names.isdisjoint(token.word for token in tokenise(keyphrase, language))


def _of_host(db: duckdb.DuckDBPyConnection, host: str) -> Iterator[str]:
    for language, word in db.execute(_OF_HOST, {"host": host, "letters": _FEWEST_LETTERS}).fetchall():
        if rarity(word, language) > _UNKNOWN:
            yield word


def _people(db: duckdb.DuckDBPyConnection) -> Iterator[str]:
    for language, phrase in db.execute(_CAPITALS).fetchall():
        if any(rarity(word, language) > _UNKNOWN for word in phrase.lower().split()):
            yield phrase
