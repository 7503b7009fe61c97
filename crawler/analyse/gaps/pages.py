"""Pages that gaps are about: those that search engines may show, without legal texts and lists of pages."""

from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import duckdb

_NO_CONTENT = ("legal", "listing")

_PAGES = """
SELECT p.url, p.title, p.h1, p.page_type, p.word_count, p.depth, p.inlinks, p.in_sitemap, lower(left(p.lang, 2)) AS lang,
    p.variant_of IS NOT NULL AS is_variant, c.state AS cta, c.score AS cta_score
FROM pages p JOIN work.page_facts f USING (url) LEFT JOIN page_ctas c USING (url)
WHERE NOT list_contains($no_content, p.page_type) AND f.indexable AND p.meta_refresh IS NULL
ORDER BY p.url
"""

_WHOLE = """
SELECT (SELECT bool_and(outcome = 'complete') FROM crawl) AND EXISTS (FROM pages) AND NOT EXISTS (
    FROM resources WHERE kind = 'page' AND outcome IN ('failed', 'rate_limited', 'over_limit'))
"""
"""As the population `whole_site` of the checks."""


class Page(NamedTuple):
    url: str
    title: str | None
    h1: str | None
    page_type: str
    word_count: int
    depth: int | None
    inlinks: int
    in_sitemap: bool
    lang: str | None
    is_variant: bool
    cta: str | None
    cta_score: int | None

    @property
    def name(self) -> str:
        """Title, H1 or path."""
        return self.title or self.h1 or unquote(urlsplit(self.url).path, errors="replace")


def content_pages(db: duckdb.DuckDBPyConnection) -> list[Page]:
    """These pages, by address."""
    return [Page(*row) for row in db.execute(_PAGES, {"no_content": list(_NO_CONTENT)}).fetchall()]


def is_whole(db: duckdb.DuckDBPyConnection) -> bool:
    """Whether no page of the site was left unread, so that a page without links is known to have none."""
    [[whole]] = db.execute(_WHOLE).fetchall()
    return bool(whole)
