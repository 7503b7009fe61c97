"""What all titles of a site share, and the names that the clinic goes by."""

import re
from collections.abc import Collection, Iterable

import duckdb

from crawler.analyse.text.matcher import find_matches
from crawler.analyse.text.tokens import tokenise
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.analyse.text.wordlists import OPEN, rarity, role, word_lists
from crawler.config import Clinic
from crawler.taxonomy import Taxonomy

_PART = re.compile(r"\s+[-–—:·•~]+\s+|\s*[|»«¦]+\s*")
_SHARE = 0.30
_FEWEST_PAGES = 3
_LONGEST_NAME = 6
_WORDS_OF_A_NAME = 3
"""A name of three words is used without its last one, too: Marlow Street for Marlow Street Clinic."""

_LANGUAGE = "en"
_FEWEST_RARE = 3.5
_MOST_MARKED = 50

_PARTS = """
WITH split AS (SELECT url, string_split_regex(title, ?) AS parts FROM pages),
apart AS (SELECT url, unnest(parts) AS part, generate_subscripts(parts, 1) = 1 AS leads FROM split)
SELECT part, 2 * count(*) FILTER (leads) > count(*) FROM apart
GROUP BY part, lower(trim(part)) HAVING part <> ''
AND count(DISTINCT url) >= greatest(?, ? * (SELECT count(*) FROM pages))
"""
"""Each with whether most titles that hold it begin with it."""

_MARKED = r"""
SELECT word FROM (
    SELECT lower(unnest(regexp_extract_all(text, '([\p{L}\p{N}]{4,})\s?[®™]', 1))) AS word, url
    FROM blocks WHERE contains(text, '®') OR contains(text, '™')
) GROUP BY word ORDER BY count(DISTINCT url) DESC, word LIMIT ?
"""


def shared_parts(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> frozenset[str]:
    """Parts of titles, folded, that stand on 30 % of the pages or more: the clinic's name, as a rule. What most of them
    begin with is none where it names a topic: Back pain – Causes."""
    parts = db.execute(_PARTS, [_PART.pattern, _FEWEST_PAGES, _SHARE]).fetchall()
    shared = [(part.strip(), leads) for part, leads in parts]
    vocabularies = Vocabularies(taxonomy) if any(leads for _, leads in shared) else None
    return frozenset(
        part.casefold() for part, leads in shared if not (leads and vocabularies and _is_term(part, vocabularies))
    )


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


def _is_term(part: str, vocabularies: Vocabularies) -> bool:
    """Whether `part` as a whole is a condition, a treatment or a part of the body, in any language."""
    for language in vocabularies.languages:
        tokens = tokenise(part, language)
        matches = find_matches(tokens, vocabularies.of(language))
        if any(match.term.refs and match.end - match.first == len(tokens) for match in matches):
            return True
    return False


def _is_section(db: duckdb.DuckDBPyConnection, part: str) -> bool:
    """Whether `part` says little, as Services does, or names a folder of addresses: Blog, Patient resources."""
    tokens = tokenise(part)
    generic = word_lists(_LANGUAGE).generic
    if all(token.stem in generic or role(token.word, _LANGUAGE) != OPEN for token in tokens):
        return True
    folder = f"/{'-'.join(token.word for token in tokens)}/."
    return bool(db.execute("FROM pages SELECT 1 WHERE regexp_matches(lower(url), ?) LIMIT 1", [folder]).fetchall())


def brand_names(
    db: duckdb.DuckDBPyConnection, clinic: Clinic, shared: Iterable[str], taxonomy: Taxonomy
) -> list[str]:
    """Names that are no topics: of the clinic's file, shared by titles, or marked ® and rare as a word."""
    named = [*clinic.brand, *([clinic.name] if clinic.name else [])]
    vocabularies = Vocabularies(taxonomy)
    parts = [name for part in sorted(shared) if not _is_section(db, part) for name in _names(part)]
    parts = [part for part in parts if not _is_term(part, vocabularies)]
    marked = [word for (word,) in db.execute(_MARKED, [_MOST_MARKED]).fetchall()]
    return [*named, *parts, *(word for word in marked if rarity(word, _LANGUAGE) > _FEWEST_RARE)]
