"""Which taxonomy packs fit a site, where the clinic's file names none."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.text.matcher import Vocabulary, find_matches, term_vocabulary, terms_of
from crawler.analyse.text.tokens import Token, tokenise
from crawler.config import Clinic
from crawler.taxonomy import Pack, Taxonomy

_SHARE_OF_PAGES = 0.10
_SHARE_OF_BEST = 0.40

_HEADLINES = """
SELECT coalesce(text_lang, lower(left(lang, 2)), ''), concat_ws('. ', title, h1) FROM pages
WHERE title <> '' OR h1 <> '' ORDER BY url
"""


def fitting_taxonomy(db: duckdb.DuckDBPyConnection, context: Context) -> Taxonomy:
    """The taxonomy of `context`; only the packs that fit the titles and H1 in `pages` where none is named."""
    taxonomy = context.taxonomy
    if "packs" in context.clinic.model_fields_set or len(taxonomy.packs) == 1:
        return taxonomy
    fitting = fitting_packs(db.execute(_HEADLINES).fetchall(), taxonomy)
    return taxonomy.only(fitting or Clinic().packs)


def fitting_packs(headlines: Sequence[tuple[str, str]], taxonomy: Taxonomy) -> list[str]:
    """Packs named by the titles and H1 of a tenth of the pages, and by 40 % as many as the best pack.

    `headlines`: language of each page, title and H1; in one that the taxonomy does not know they are read in its own. A pack counts by its signs; one that extends no other counts by
    the terms of its conditions and treatments, too: the terms of an extension turn up on the other sites.
    """
    pages: defaultdict[str, list[list[Token]]] = defaultdict(list)
    for language, text in headlines:
        known = language if language in taxonomy.by_language else taxonomy.language
        pages[known].append(tokenise(text, known))
    named: Counter[str] = Counter({pack.id: 0 for pack in taxonomy.packs})
    for language, texts in pages.items():
        for pack in taxonomy.by_language[language].packs:
            named[pack.id] += _pages_that_name(texts, _signs(pack, language))
    best = max(named.values(), default=0)
    fewest = max(1, math.ceil(_SHARE_OF_PAGES * len(headlines)), _SHARE_OF_BEST * best)
    return [name for name, count in named.items() if count >= fewest]


def _signs(pack: Pack, language: str) -> Vocabulary:
    terms = [*pack.signs]
    if not pack.extends:
        terms += [term for condition in pack.condition for term in terms_of(condition)]
        terms += [term for treatment in pack.treatment for term in terms_of(treatment)]
    return term_vocabulary(terms, language)


def _pages_that_name(pages: Sequence[Sequence[Token]], vocabulary: Vocabulary) -> int:
    return sum(bool(find_matches(tokens, vocabulary)) for tokens in pages)
