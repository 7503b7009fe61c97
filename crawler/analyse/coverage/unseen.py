"""What the crawl could not see, so that an absence is unknown and not a gap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from crawler.analyse.coverage.formula import THIN_FROM
from crawler.analyse.main_language import main_language, site_languages
from crawler.analyse.text.page import path_text
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.taxonomy import Taxonomy

IS_REFUSAL = """regexp_matches(error_phrase, 'moment|attention|checking|human|denied|forbidden|interruption|unavailable'
    '|server error|database|too many|bad gateway|time ?out|maintenance', 'i')"""
"""Pages that a server sends in place of the one that was asked for."""

_UNREAD = f"""
WITH refused AS (
    SELECT url FROM resources
    WHERE outcome IN ('failed', 'rate_limited', 'server_error', 'blocked_robots') AND kind IN ('page', 'other')
    UNION SELECT url FROM pages WHERE {IS_REFUSAL}
),
not_reached AS (
    SELECT url FROM previous.pages ANTI JOIN resources USING (url)
    WHERE EXISTS (FROM refused SEMI JOIN previous.pages USING (url))
)
SELECT u.url, concat_ws('. ', p.title, p.h1) FROM (FROM refused UNION FROM not_reached) u
LEFT JOIN previous.pages p USING (url) ORDER BY u.url
"""
"""A page that was read before and fails now may be the only one that leads to others."""


@dataclass(frozen=True)
class Unseen:
    """`everything`: why nothing that is absent can be called missing; null where the crawl saw the site.

    `entities` and `page_types`: by id, an address that was not read and may be about it.
    """

    everything: str | None = None
    entities: Mapping[str, str] = field(default_factory=dict)
    page_types: Mapping[str, str] = field(default_factory=dict)

    def why_unknown(self, score: int, *ids: str) -> str | None:
        """Why it is unknown how well a page covers these entities; null: it is known. `score`: of the best page that was
        read; one that says much is no absence, whatever else there is."""
        if score >= THIN_FROM:
            return None
        url = next((self.entities[one] for one in ids if one in self.entities), None)
        return self.everything or (f"{url} could not be read." if url else None)

    def why_unanswered(self, score: int, intent: str, entity: str) -> str | None:
        """Why it is unknown whether a question about an entity is answered; null: it is known. Pages of questions and of
        costs answer for all."""
        if score >= THIN_FROM:
            return None
        common = self.why_no_page("faq") or (self.why_no_page("cost") if intent == "cost" else None)
        return common or self.why_unknown(score, entity)

    def why_no_page(self, page_type: str) -> str | None:
        """Why the absence of a page of this type is unknown; null: it is known."""
        url = self.page_types.get(page_type)
        return self.everything or (f"{url} could not be read." if url else None)


def unread_pages(db: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Addresses that gave no page this time, and what they are about: the words of the path, and title and H1 of the crawl
    before."""
    return [(url, f"{path_text(url)}. {said}") for url, said in db.execute(_UNREAD).fetchall()]


def find_unseen(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> Unseen:
    """What of the site was not read, from `crawl`, `resources` and the languages of the pages."""
    entities: dict[str, str] = {}
    page_types: dict[str, str] = {}
    vocabularies = Vocabularies(taxonomy)
    spoken = site_languages(db)
    known = [one for language, one in taxonomy.by_language.items() if language in (taxonomy.language, *spoken)]
    for url, text in unread_pages(db):
        for match in vocabularies.read(text, spoken).matches:
            for ref in match.term.refs:
                entities.setdefault(ref.id, url)
        path = "/" + "/".join(url.split("/")[3:]).lower()
        for kind in (kind for one in known for kind in one.page_types):
            if any(rx.search(path) for rx in kind.rx_url):
                page_types.setdefault(kind.id, url)
    return Unseen(_unseen_site(db, tuple(taxonomy.by_language)), entities, page_types)


def _unseen_site(db: duckdb.DuckDBPyConnection, languages: Sequence[str]) -> str | None:
    outcomes = [outcome for (outcome,) in db.execute("SELECT outcome FROM crawl").fetchall()]
    ((pages,),) = db.execute("SELECT count(*) FROM work.pages WHERE words > 0").fetchall()
    if not pages:
        return "No page could be read."
    if outcomes != ["complete"]:
        return f"The crawl did not see the whole site ({', '.join(outcomes)})."
    if main_language(db) not in languages:
        return "The site is in a language that the vocabulary does not know."
    return None
