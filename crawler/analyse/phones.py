"""Phone calls-to-action of the whole site: whose numbers they are, and which stand in the template."""

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.phone_file import known_numbers
from crawler.analyse.phone_ownership import owners
from crawler.analyse.phone_registry import registry
from crawler.analyse.phone_spots import evidence, pages_with_numbers
from crawler.analyse.tables import insert
from crawler.extract.phones.placeholders import is_placeholder

TEMPLATE_SHARE = 0.30
TEMPLATE_MIN_PAGES = 3
"""Domain notes §1.5.4: the same block on this share of the pages, and on this many at least."""

TOP_WORDS = 100
"""Domain notes §1.6: so many words of main content stand on the first screen or near it."""

LONG_BLOCK = 1000
WORD = "[\\pL\\pN]+(?:['’&\\-‑][\\pL\\pN]+)*"
"""A word as `crawler.text.count_words` counts them."""

_PLACES = """
CREATE OR REPLACE TEMP TABLE phone_places AS
WITH spots AS (
    SELECT c.url, c.position, b.position AS block, b.block_hash,
        NOT b.is_boilerplate OR (c.zone IN ('main', 'hero') AND coalesce(c.hidden, 'aria-hidden') = 'aria-hidden')
            AS is_in_text,
        CASE WHEN b.is_boilerplate OR c.block_offset IS NULL THEN 0
            WHEN b.words > $long THEN least(b.words, b.words * c.block_offset // length(b.text))
            ELSE len(regexp_extract_all(left(b.text, c.block_offset), $word)) END AS words_before
    FROM facts.phone_ctas c JOIN blocks b ON b.url = c.url AND b.position = c.block_position
),
offsets AS (
    SELECT s.url, s.block, coalesce(sum(b.words), 0) AS words_before
    FROM (SELECT DISTINCT url, block FROM spots WHERE is_in_text) s
    LEFT JOIN (FROM blocks WHERE NOT is_boilerplate) b ON b.url = s.url AND b.position < s.block
    GROUP BY ALL
),
placed AS (
    SELECT c.*, (o.words_before + coalesce(s.words_before, 0))::BIGINT AS word_offset,
        c.channel IN ('tel', 'callto', 'script', 'form', 'button', 'data-attribute', 'image', 'text', 'vanity')
            AS is_shown,
        c.channel IN ('json-ld', 'json-ld-fax', 'microdata', 'microdata-fax', 'rdfa', 'rdfa-fax') AS is_data,
        coalesce(c.number, c.href, c.shown_text, '') AS offers,
        coalesce(s.block_hash, concat_ws('|', c.channel, c.accessible_name, if(is_data, c.context, NULL)))
            AS frame
    FROM facts.phone_ctas c LEFT JOIN spots s ON s.url = c.url AND s.position = c.position
    LEFT JOIN offsets o ON s.is_in_text AND o.url = s.url AND o.block = s.block
),
template AS (
    SELECT offers, zone, frame FROM placed JOIN pages p USING (url) GROUP BY ALL
    HAVING count(DISTINCT coalesce(p.variant_of, url)) >= greatest($min_pages, $share * (
        SELECT count(DISTINCT coalesce(variant_of, url)) FROM pages))
)
SELECT p.*, t.frame IS NOT NULL AS is_template
FROM placed p LEFT JOIN template t USING (offers, zone, frame)
"""
"""In the text of a page: main content, and what pages share that stands in the same zones, such as the last line
of every article. Words before a number are counted in its own block, too; by characters in one of $long words."""

_MENTIONS = """
CREATE OR REPLACE TEMP VIEW phone_mentions AS
SELECT * EXCLUDE (linked), linked AND is_shown AS calls, nullif(shown_number, number) AS partner
FROM phone_places WHERE number IS NOT NULL
UNION ALL BY NAME
SELECT * EXCLUDE (linked) REPLACE (shown_number AS number, 'text' AS channel), false AS calls, number AS partner
FROM phone_places WHERE shown_number <> number
"""
"""A link that shows another number than it dials mentions both, the other being its partner."""

_BROKEN = """
SELECT DISTINCT href, valid FROM phone_places
WHERE href IS NOT NULL AND href_number IS NULL AND channel <> 'data-attribute'
"""

_PHONE_CTAS = """
CREATE OR REPLACE TABLE phone_ctas AS
WITH broken AS (SELECT unnest($hrefs::VARCHAR[]) AS href, unnest($owners::VARCHAR[]) AS ownership)
SELECT p.* EXCLUDE (word_offset, is_shown, is_data, offers, frame, is_template),
    coalesce(b.ownership, n.ownership, 'unknown') AS ownership,
    p.is_template,
    p.word_offset,
    NOT p.is_data AND coalesce(p.hidden, 'aria-hidden') = 'aria-hidden'
        AND (p.zone IN ('sticky', 'header', 'nav', 'hero') OR coalesce(p.word_offset < $top, false)) AS first_screen,
    CASE WHEN p.word_offset IS NOT NULL THEN round(least(1, p.word_offset / nullif(w.word_count, 0)), 3) END AS text_share
FROM phone_places p
JOIN pages w ON w.url = p.url
LEFT JOIN phone_numbers n ON n.number = p.number
LEFT JOIN broken b ON b.href = p.href AND p.href_number IS NULL AND p.channel <> 'data-attribute'
ORDER BY p.url, p.position
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `phone_ctas` and `phone_numbers` from the facts, the clinic's file, `blocks` and `pages`."""
    shared = {"min_pages": TEMPLATE_MIN_PAGES, "share": TEMPLATE_SHARE}
    db.execute(_PLACES, {**shared, "long": LONG_BLOCK, "word": WORD})
    db.execute(_MENTIONS)
    found, known = evidence(db, context), known_numbers(context.clinic, context.region)
    owned = owners(found, known, pages_with_numbers(db))
    insert(db, "phone_numbers", registry(db, owned, known, context.crawl_id))
    broken = [(href, _owner_of_broken(href, valid)) for href, valid in db.execute(_BROKEN).fetchall()]
    judged = [(href, owner) for href, owner in broken if owner]
    hrefs, owners_of_hrefs = [href for href, _ in judged], [owner for _, owner in judged]
    db.execute(_PHONE_CTAS, {"hrefs": hrefs, "owners": owners_of_hrefs, "top": TOP_WORDS})
    db.execute("DROP VIEW phone_mentions")
    db.execute("DROP TABLE phone_spots")
    db.execute("DROP TABLE phone_places")


def _owner_of_broken(href: str, valid: bool) -> str | None:
    """Ownership of a link that dials no number: a service such as 911, a placeholder, or null for what it shows."""
    if valid:
        return "agency"
    return "placeholder" if is_placeholder(href) else None
