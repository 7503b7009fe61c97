"""Pages that name a condition or a treatment, and do not link to the page about it."""

from collections.abc import Mapping, Sequence

import duckdb

from crawler.analyse.gaps.gap import MOST_PAGES, Gap
from crawler.analyse.gaps.of_coverage import entities_of
from crawler.analyse.gaps.pages import Page
from crawler.analyse.main_language import main_language
from crawler.analyse.text.matcher import find_matches
from crawler.analyse.text.terms import Vocabulary
from crawler.analyse.text.tokens import tokenise
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.sentences import sentences
from crawler.tables.coverage import CoverageRow
from crawler.taxonomy import Taxonomy
from crawler.text import counted

_SHOWN = 3
"""Pages of which the sentence is looked up: each costs a look through its text."""
_MOST_CHARACTERS = 300
_COMMON_SHARE, _COMMON_FROM = 0.6, 5
"""Of the pages, and pages at least: what as many name is in the menu, or nothing to be looked up."""

_OWNERS = """
CREATE OR REPLACE TEMP TABLE about_pages AS
SELECT e.kind, e.entity, e.url, e.score, e.in_title AND e.in_h1 AND p.page_type IN (e.kind, 'other') AS is_own, p.page_type, w.language
FROM entities e JOIN pages p USING (url) JOIN work.pages w USING (url)
WHERE e.kind IN ('condition', 'treatment') AND (e.in_title OR e.in_h1) AND p.indexable AND p.variant_of IS NULL
    AND p.page_type <> 'home';
CREATE OR REPLACE TEMP TABLE own_pages AS
FROM about_pages JOIN work.languages USING (language) WHERE is_own AND is_main
QUALIFY row_number() OVER (
    PARTITION BY kind, entity ORDER BY page_type = kind DESC, score DESC, length(url), url) = 1
"""
"""Pages about something, and the one that others are to link to: coverage is that of the main language."""

_MENTIONS = """
WITH targets AS (
    SELECT l.source_url, unnest([l.target_url, r.final_url, v.variant_of]) AS url
    FROM links l LEFT JOIN resources r ON r.url = l.target_url
        LEFT JOIN pages v ON v.url = coalesce(r.final_url, l.target_url)
    WHERE l.is_internal
),
common AS (
    SELECT e.kind, e.entity FROM work.entities e JOIN pages p USING (url)
    WHERE e.body > 0 AND p.indexable AND p.variant_of IS NULL GROUP BY ALL
    HAVING count(*) >= $fewest AND count(*) >= $common * (SELECT count(*) FROM pages WHERE indexable AND variant_of IS NULL)
),
linked AS (SELECT DISTINCT t.source_url AS url, a.kind, a.entity FROM targets t JOIN about_pages a USING (url))
SELECT e.kind, e.entity, e.url FROM work.entities e
JOIN work.pages s ON s.url = e.url
JOIN own_pages o ON o.kind = e.kind AND o.entity = e.entity AND o.language = s.language
ANTI JOIN work.disciplines d ON e.kind = 'treatment' AND d.entity = e.entity
ANTI JOIN common c ON c.kind = e.kind AND c.entity = e.entity
ANTI JOIN about_pages a ON a.url = e.url AND a.kind = e.kind AND a.entity = e.entity
ANTI JOIN linked k ON k.url = e.url AND k.kind = e.kind AND k.entity = e.entity
WHERE e.body > 0
ORDER BY e.kind, e.entity, e.body DESC, e.url
"""
"""A link to any page about it will do. What most pages name, and what the clinic is named after, needs no link each time."""

_OWN = "SELECT kind, entity, url FROM own_pages"

_TEXT = """
SELECT url, list(text ORDER BY position) FROM blocks
WHERE list_contains($urls, url) AND zone = 'main' AND NOT is_boilerplate
    AND tag NOT IN ('h1', 'h2', 'h3', 'h4', 'h5', 'h6')
GROUP BY url
"""


def mention_gaps(
    db: duckdb.DuckDBPyConnection, pages: Sequence[Page], rows: Sequence[CoverageRow], taxonomy: Taxonomy
) -> list[Gap]:
    """One gap for each condition or treatment that has a page of its own and is named elsewhere without a link to it."""
    known = {page.url: page for page in pages if not page.is_variant}
    covered = {(r.kind, r.key): r for r in rows if r.offered != "no" and r.state in ("covered", "strong")}
    db.execute(_OWNERS)
    owners = {(kind, entity): url for kind, entity, url in db.execute(_OWN).fetchall()}
    sources: dict[tuple[str, str], list[str]] = {}
    for kind, entity, url in db.execute(_MENTIONS, {"common": _COMMON_SHARE, "fewest": _COMMON_FROM}).fetchall():
        if (kind, entity) in covered and url in known and known[url].page_type != "home":
            sources.setdefault((kind, entity), []).append(url)
    sources = {entity: urls for entity, urls in sources.items() if owners[entity] in known}
    shown = {url for urls in sources.values() for url in urls[:_SHOWN]}
    texts: dict[str, list[str]] = dict(db.execute(_TEXT, {"urls": sorted(shown)}).fetchall()) if shown else {}
    vocabulary = Vocabularies(taxonomy).of(main_language(db))
    return [
        _gap(covered[entity], owners[entity], urls, known, _quotes(texts, entity, urls, vocabulary))
        for entity, urls in sources.items()
    ]


def _gap(
    row: CoverageRow,
    owner: str,
    sources: Sequence[str],
    known: Mapping[str, Page],
    quotes: Sequence[Mapping[str, str]],
) -> Gap:
    several = len(sources) > 1
    who = f"{counted(len(sources), 'page')} name it" if several else f"“{known[sources[0]].name}” names it"
    return Gap(
        kind="internal_link",
        rule="mention",
        key=f"{row.kind}:{row.key}",
        url=None if several else sources[0],
        severity=2 if several else 1,
        confidence=0.8,
        effort="S",
        title=f"Named without a link to its page: {row.label}",
        why=f"{who}, but readers cannot go on to your page about it.",
        action=f"Link the words to your page about {row.label} where they first stand.",
        entities=entities_of(row),
        evidence={"target": owner, "sources": list(sources[:20]), "sentences": list(quotes)},
        pages=(owner, *sources[: MOST_PAGES - 1]),
    )


def _quotes(
    texts: Mapping[str, Sequence[str]], entity: tuple[str, str], urls: Sequence[str], vocabulary: Vocabulary
) -> list[dict[str, str]]:
    """The sentence that names it, for the first of these pages."""
    found = ((url, _sentence(texts.get(url, ()), entity, vocabulary)) for url in urls[:_SHOWN])
    return [{"url": url, "sentence": said} for url, said in found if said]


def _sentence(texts: Sequence[str], entity: tuple[str, str], vocabulary: Vocabulary) -> str | None:
    for sentence in (one for text in texts for one in sentences(text)):
        matches = find_matches(tokenise(sentence, vocabulary.language), vocabulary)
        if any((ref.kind, ref.id) == entity for match in matches for ref in match.term.refs):
            return sentence[:_MOST_CHARACTERS]
    return None
