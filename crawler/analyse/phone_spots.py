"""Where the numbers of a site stand, counted for each: what `phone_ownership` judges by."""

from collections import Counter
from typing import Any

import duckdb
import phonenumbers

from crawler.analyse.context import Context
from crawler.analyse.phone_evidence import Evidence
from crawler.analyse.phone_surroundings import People, Place, is_foreign, people_by_number, plain

LIST_NUMBERS = 5
"""Domain notes §1.5.6: so many distinct numbers outside the template are a list of others' numbers."""

OWN_LIST_NUMBERS = 40
"""Ours: a contact, location or team page with no more numbers lists the clinic's own."""

_PLACES_OF_A_NUMBER = 20
"""Ours: so many places of a number tell whose it is."""

_STRANGE_PAGES = 3
"""Ours: a number that stands on more pages is none that a page only quotes."""

_BLOCKS_BEFORE = 5
_WORDS_OF_A_LINE = 15
"""Ours: an address is at most so many lines, of so many words."""

_NOT_OWN_ITEM = r"(?:^|, )(?:Person|Patient|Review|Event|Product|Offer|Article|BlogPosting|Affiliated)\b"
_UNIT = (
    r"billing|patient accounts?|medical records|health records|human resources|careers?|press|media|accounting"
    r"|accounts? (?:payable|receivable)|admissions|referrals?|nurse line|nurse triage|after[- ]hours"
    r"|surgery scheduling|prescription refills?|existing patients|facturation|facturaci[oó]n|dossiers? m[ée]dica(?:l|ux)"
    r"|ressources humaines|recursos humanos|archivo cl[ií]nico|buchhaltung|abrechnung|personalabteilung"
)
_ROOM = r"pharmacy|radiology|imaging|laborator\w+|physical therapy desk|accounts?|farmacia|pharmacie|radiolog[ií]a|apotheke"
_LABEL = r"(?i)\b(?:{})\b(?:[^.!?\d|·•]{{0,30}})$"
_LABEL_BEHIND = r"(?i)^\s*\(\s*(?:{})\b"

_SPOTS = """
CREATE OR REPLACE TEMP TABLE phone_spots AS
WITH page_lists AS (
    SELECT url, count(DISTINCT number) FILTER (WHERE is_shown) AS shown,
        count(DISTINCT number) FILTER (WHERE is_data) AS data
    FROM phone_mentions WHERE NOT is_template GROUP BY url
),
read AS (
    SELECT *, strpos(context, shown_text) AS start, length(shown_text) AS long FROM phone_mentions
)
SELECT c.number, coalesce(p.variant_of, c.url) AS page, c.url, c.position, c.channel, c.cta_class, c.is_shown, c.is_data,
    c.is_template, c.block_position, c.heading_position, c.shown_text, c.partner, p.page_type,
    coalesce(l.shown, 0) >= $list AND NOT c.is_template AS in_list,
    coalesce(l.shown, 0) BETWEEN $list AND $own_list AS in_small_list,
    c.is_data AND c.cta_class <> 'fax' AND (c.is_template OR coalesce(l.data, 0) < $list)
        AND NOT regexp_matches(split_part(c.context, ':', 1), $not_own) AS is_own_data,
    c.is_data AND starts_with(c.context, 'Affiliated ') AS is_affiliated,
    left(c.context, greatest(0, start - 1)) AS before,
    CASE WHEN c.is_data THEN coalesce(regexp_matches(c.contact_type, $unit), false)
        WHEN c.is_template AND regexp_matches(left(c.context, greatest(0, start - 1)), $room) THEN true
        ELSE regexp_matches(left(c.context, greatest(0, start - 1)), $label)
            OR regexp_matches(substr(c.context, start + long), $label_behind) END AS is_department
FROM read c LEFT JOIN page_lists l USING (url) LEFT JOIN pages p ON p.url = c.url
"""

_EVIDENCE = """
WITH tracked AS (SELECT DISTINCT url FROM facts.trackers WHERE tracker_class = 'call_tracking')
SELECT
    number,
    count(DISTINCT page) AS pages,
    count(DISTINCT page) FILTER (WHERE is_shown) AS shown_pages,
    count(DISTINCT page) FILTER (WHERE channel IN ('tel', 'callto', 'script', 'form')) AS linked_pages,
    count(DISTINCT page) FILTER (WHERE is_shown AND is_template) AS template_pages,
    count(DISTINCT page) FILTER (WHERE is_free) AS free_pages,
    count(DISTINCT page) FILTER (WHERE is_shown AND in_list) AS listed_pages,
    coalesce(bool_or(is_shown AND in_list AND in_small_list AND page_type IN ('contact', 'location')), false)
        AS small_list_of_own,
    count(DISTINCT page) FILTER (WHERE is_free AND page_type = 'contact') AS contact_pages,
    count(DISTINCT page) FILTER (WHERE is_free AND page_type = 'location') AS location_pages,
    count(DISTINCT page) FILTER (WHERE (is_free OR (is_shown AND in_list AND in_small_list)) AND page_type = 'provider')
        AS provider_pages,
    count(DISTINCT page) FILTER (WHERE is_own_data) AS data_pages,
    count(DISTINCT page) FILTER (WHERE is_affiliated) AS affiliated_pages,
    count(*) FILTER (WHERE is_data AND cta_class = 'fax') AS data_fax,
    count(*) FILTER (WHERE is_shown AND cta_class = 'fax') AS fax_places,
    count(*) FILTER (WHERE is_shown AND cta_class <> 'fax') AS voice_places,
    count(*) FILTER (WHERE is_shown AND is_department) AS department_places,
    coalesce(bool_and(is_department) FILTER (WHERE is_own_data), false) AS is_department_in_data,
    count(*) FILTER (WHERE channel IN ('sms', 'whatsapp', 'messenger')) AS messaging_places,
    count(DISTINCT page) FILTER (WHERE partner IS NOT NULL AND t.url IS NOT NULL) AS swapped_pages,
    CASE WHEN count(DISTINCT partner) = 1 THEN any_value(partner) END AS swapped_with,
    row_number() OVER (ORDER BY min(struct_pack(url, position))) AS first_place
FROM (SELECT *, is_shown AND NOT is_template AND NOT in_list AS is_free FROM phone_spots)
LEFT JOIN tracked t USING (url)
GROUP BY number
"""

_SURROUNDINGS = """
SELECT s.number, s.page, coalesce(s.page_type, ''), h.text, p.h1, p.title, s.before,
    s.partner IS NOT NULL
FROM phone_spots s LEFT JOIN facts.headings h ON h.url = s.url AND h.position = s.heading_position
LEFT JOIN facts.pages p ON p.url = s.url
WHERE s.is_shown AND NOT s.is_template AND (NOT s.in_list OR (s.in_small_list AND s.page_type = 'provider'))
QUALIFY row_number() OVER (PARTITION BY s.number ORDER BY s.url, s.position) <= $places
"""

_STRANGERS = """
WITH rare AS (
    SELECT number FROM phone_spots GROUP BY number
    HAVING count(DISTINCT page) <= $pages AND NOT bool_or(is_template OR is_own_data) AND 2 * count(DISTINCT page) < (
        SELECT count(DISTINCT page) FROM phone_spots WHERE is_shown AND NOT in_list)
),
spots AS (
    SELECT number, url, position, block_position, shown_text FROM phone_spots SEMI JOIN rare USING (number)
    WHERE is_shown AND NOT in_list AND block_position IS NOT NULL
        AND coalesce(page_type, '') NOT IN ('contact', 'location')
)
SELECT s.number, string_agg(
    CASE WHEN b.position = s.block_position THEN left(b.text, greatest(0, strpos(b.text, s.shown_text) - 1))
        WHEN b.words <= $words THEN b.text ELSE '' END, chr(10) ORDER BY b.position)
FROM spots s JOIN blocks b ON b.url = s.url AND b.position BETWEEN s.block_position - $before AND s.block_position
GROUP BY s.number, s.url, s.position
"""

_OWN_NAMES = """
SELECT DISTINCT split_part(context, ':', 2) FROM phone_mentions
WHERE is_data AND is_template AND NOT regexp_matches(split_part(context, ':', 1), $not_own)
UNION SELECT title FROM pages WHERE page_type = 'home'
UNION SELECT word FROM (
    SELECT unnest(list_distinct(string_split_regex(title, '[^\\pL]+'))) AS word FROM pages
) GROUP BY word HAVING count(*) >= greatest($min_pages, $share * (SELECT count(*) FROM pages))
"""
_TITLE_SHARE, _TITLE_PAGES = 0.3, 3
"""Ours: words in so many titles are of the clinic's name."""

_SHORTEST_NAME = 3


def evidence(db: duckdb.DuckDBPyConnection, context: Context) -> list[Evidence]:
    """Counts for every number. Reads `phone_mentions`, `blocks`, `pages` and the facts; leaves `phone_spots`."""
    limits = {"list": LIST_NUMBERS, "own_list": OWN_LIST_NUMBERS}
    words = {
        "unit": f"(?i)\\b(?:{_UNIT})\\b",
        "label": _LABEL.format(_UNIT),
        "room": _LABEL.format(_ROOM),
        "label_behind": _LABEL_BEHIND.format(_UNIT),
    }
    db.execute(_SPOTS, {**limits, **words, "not_own": _NOT_OWN_ITEM})
    found = db.execute(_EVIDENCE)
    names = [column[0] for column in found.description or ()]
    rows = [Evidence(**dict(zip(names, row, strict=True))) for row in found.fetchall()]
    places = db.execute(_SURROUNDINGS, {"places": _PLACES_OF_A_NUMBER}).fetchall()
    people = people_by_number(Place(*place) for place in places)
    foreign = _foreign_places(db, context)
    return [
        row._replace(valid=_is_valid(row.number), foreign_places=foreign[row.number], **_named(people, row.number))
        for row in rows
    ]


def pages_with_numbers(db: duckdb.DuckDBPyConnection) -> int:
    """Pages that show a number outside lists."""
    [[pages]] = db.execute(
        "SELECT count(DISTINCT page) FROM phone_spots WHERE is_shown AND NOT in_list"
    ).fetchall()
    return int(pages)


def _foreign_places(db: duckdb.DuckDBPyConnection, context: Context) -> Counter[str]:
    """Places of every number that stand in the address of another business."""
    titles = {"min_pages": _TITLE_PAGES, "share": _TITLE_SHARE, "not_own": _NOT_OWN_ITEM}
    clinic = context.clinic
    names = [clinic.name, *clinic.brand, *(place.name for place in clinic.location), context.site]
    names += [name for (name,) in db.execute(_OWN_NAMES, titles).fetchall()]
    own = {folded for name in names if name and len(folded := plain(name)) >= _SHORTEST_NAME}
    lines = {"pages": _STRANGE_PAGES, "words": _WORDS_OF_A_LINE, "before": _BLOCKS_BEFORE}
    return Counter(
        number for number, before in db.execute(_STRANGERS, lines).fetchall() if is_foreign(before, own)
    )


def _named(people: dict[str, People], number: str) -> dict[str, Any]:
    found = people.get(number)
    return {} if found is None else {"people": found.people, "person": found.person, "person_pages": found.pages}


def _is_valid(e164: str) -> bool:
    return phonenumbers.is_valid_number(phonenumbers.parse(e164, None))
