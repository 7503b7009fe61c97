"""What all titles of a site share, and the names that the clinic goes by."""

import re
from collections.abc import Collection, Iterable

import duckdb

from crawler.analyse.text.tokens import tokenise
from crawler.analyse.text.wordlists import rarity
from crawler.config import Clinic

_PART = re.compile(r"\s+[-–—:·•~]+\s+|\s*[|»«¦]+\s*")
_SHARE = 0.30
_FEWEST_PAGES = 3
_LONGEST_NAME = 6
_WORDS_OF_A_NAME = 3
"""A name of three words is used without its last one, too: Marlow Street for Marlow Street Clinic."""

_FEWEST_RARE = 3.5
_MOST_MARKED = 50

_MARKED = r"""
SELECT word FROM (
    SELECT lower(unnest(regexp_extract_all(text, '([\p{L}\p{N}]{4,})\s?[®™]', 1))) AS word, url
    FROM blocks WHERE contains(text, '®') OR contains(text, '™')
) GROUP BY word ORDER BY count(DISTINCT url) DESC, word LIMIT ?
"""


def shared_parts(db: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Parts of titles, folded, that stand on 30 % of the pages or more: the clinic's name, as a rule."""
    titles = db.execute(
        """SELECT title FROM (SELECT unnest(string_split_regex(title, ?)) AS title, url FROM pages)
        GROUP BY title, lower(trim(title)) HAVING title <> ''
        AND count(DISTINCT url) >= greatest(?, ? * (SELECT count(*) FROM pages))""",
        [_PART.pattern, _FEWEST_PAGES, _SHARE],
    ).fetchall()
    return frozenset(title.strip().casefold() for (title,) in titles)


def own_title(title: str | None, shared: Collection[str]) -> str:
    """`title` without the parts that the site's titles share; whole where nothing else is left."""
    parts = [part for part in _PART.split(title or "") if part.strip()]
    own = [part for part in parts if part.strip().casefold() not in shared]
    return " | ".join(own or parts)


def _names(part: str) -> list[str]:
    """A shared part of titles, and what is left of it without a last word such as clinic or physiotherapy."""
    tokens = tokenise(part)
    if len(tokens) > _LONGEST_NAME:
        return []
    core = " ".join(token.word for token in tokens[:-1])
    return [part, core] if len(tokens) == _WORDS_OF_A_NAME else [part]


def brand_names(db: duckdb.DuckDBPyConnection, clinic: Clinic, shared: Iterable[str]) -> list[str]:
    """Names that are no topics: of the clinic's file, shared by titles, or marked ® and rare as a word."""
    named = [*clinic.brand, *([clinic.name] if clinic.name else [])]
    parts = [name for part in sorted(shared) for name in _names(part)]
    marked = [word for (word,) in db.execute(_MARKED, [_MOST_MARKED]).fetchall()]
    return [*named, *parts, *(word for word in marked if rarity(word, "en") > _FEWEST_RARE)]
