"""Addresses that show the same page: which of them stands for it. Recognised by evidence, never by their looks alone."""

import duckdb

_LOOSE = r"""
regexp_replace(regexp_replace(lower(split_part(url, '?', 1)), '^https?://(www\.)?', ''), '(/(index|default)\.\w+)?/*$', '')
    || '?' || array_to_string(list_sort(string_split(split_part(url, '?', 2), '&')), '&')
"""
"""What is left of an address without scheme, www, index file, closing slash, case and order of parameters."""

_BY_CANONICAL = """
CREATE OR REPLACE TEMP TABLE variants AS
WITH pages AS (
    SELECT n.id, c.id AS named, c.final AS behind
    FROM facts.pages p JOIN nodes n USING (url) LEFT JOIN nodes c ON c.url = p.canonical
)
SELECT p.id, coalesce(c.id, p.id) AS canonical
FROM pages p LEFT JOIN pages c ON c.id = p.behind AND coalesce(c.named, c.id) = c.id;
"""
"""A page belongs to its canonical, behind redirects, where that is a page that stands for itself."""

_BY_CONTENT = f"""
CREATE OR REPLACE TEMP TABLE same_content AS
SELECT n.id, first(n.id) OVER (
    PARTITION BY {_LOOSE}, p.content_hash
    ORDER BY coalesce(r.in_sitemap, false) DESC, starts_with(url, 'https:') DESC, length(url), url
) AS best
FROM facts.pages p JOIN nodes n USING (url) JOIN variants v ON v.id = n.id AND v.canonical = n.id
LEFT JOIN facts.resources r USING (url)
WHERE p.text_words > 0;

CREATE OR REPLACE TEMP TABLE variants AS
SELECT v.id, coalesce(s.best, v.canonical) AS canonical, if(v.canonical <> v.id, 'canonical', 'content') AS way
FROM variants v LEFT JOIN same_content s ON s.id = v.canonical;

DROP TABLE same_content;

CREATE OR REPLACE TEMP TABLE page_variants AS
SELECT n.url, c.url AS variant_of, v.way AS variant_by
FROM variants v JOIN nodes n USING (id) JOIN nodes c ON c.id = v.canonical WHERE v.canonical <> v.id
"""
"""Of pages with the same text and addresses that differ in such trifles only, one stands for all."""


def run(db: duckdb.DuckDBPyConnection) -> None:
    """Create temporary tables `variants` (id, canonical), of every page, and `page_variants` (url, variant_of,
    variant_by), of those that stand not for themselves. Reads `nodes`."""
    db.execute(_BY_CANONICAL)
    db.execute(_BY_CONTENT)
