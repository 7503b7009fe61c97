"""Phone calls-to-action of the whole site: whose numbers they are, and which stand in the template."""

import duckdb
import phonenumbers
from phonenumbers import PhoneNumberFormat

from crawler.analyse.context import Context
from crawler.analyse.phone_ownership import Evidence, Known, Owned, owners
from crawler.analyse.tables import insert
from crawler.config import Clinic
from crawler.extract.phones.numbers import number_of, region_of
from crawler.extract.phones.placeholders import is_placeholder
from crawler.tables.analysis import PhoneNumberRow

TEMPLATE_SHARE = 0.30
TEMPLATE_MIN_PAGES = 3
"""Domain notes §1.5.4: the same block on this share of the pages, and on this many at least."""

LIST_NUMBERS = 5
"""Domain notes §1.5.6: so many distinct numbers outside the template are a list of others' numbers."""

OWN_LIST_NUMBERS = 40
"""Ours: a contact or location page with no more numbers lists the clinic's own offices."""

_PLACES = """
CREATE OR REPLACE TEMP TABLE phone_places AS
WITH spots AS (
    SELECT url, position, block_hash, is_boilerplate FROM blocks
    SEMI JOIN (SELECT url, block_position AS position FROM facts.phone_ctas) USING (url, position)
),
offsets AS (
    SELECT s.url, s.position, s.block_hash,
        CASE WHEN NOT s.is_boilerplate THEN coalesce(sum(b.words), 0) END AS word_offset
    FROM spots s LEFT JOIN (FROM blocks WHERE NOT is_boilerplate) b ON b.url = s.url AND b.position < s.position
        AND NOT s.is_boilerplate
    GROUP BY s.url, s.position, s.block_hash, s.is_boilerplate
),
placed AS (
    SELECT c.*, o.word_offset::BIGINT AS word_offset,
        c.channel IN ('tel', 'callto', 'text', 'vanity') AS is_shown,
        c.channel IN ('json-ld', 'json-ld-fax', 'microdata') AS is_data,
        coalesce(c.number, c.href, c.shown_text, '') AS offers,
        coalesce(o.block_hash, concat_ws('|', c.channel, c.accessible_name, if(is_data, c.context, NULL)))
            AS frame
    FROM facts.phone_ctas c LEFT JOIN offsets o ON o.url = c.url AND o.position = c.block_position
),
template AS (
    SELECT offers, zone, frame FROM placed GROUP BY ALL
    HAVING count(DISTINCT url) >= greatest($min_pages, $share * (SELECT count(*) FROM facts.pages))
)
SELECT p.*, t.frame IS NOT NULL AS is_template
FROM placed p LEFT JOIN template t USING (offers, zone, frame)
"""

_MENTIONS = """
CREATE OR REPLACE TEMP VIEW phone_mentions AS
SELECT * EXCLUDE (linked), linked AND is_shown AS calls FROM phone_places WHERE number IS NOT NULL
UNION ALL BY NAME
SELECT * EXCLUDE (linked) REPLACE (shown_number AS number, 'text' AS channel), false AS calls
FROM phone_places WHERE shown_number <> number
"""
"""A link that shows another number than it dials mentions both."""

_NOT_OWN_ITEM = r"(?:^|, )(?:Person|Patient|Review|Event|Product|Offer|Article|BlogPosting|Affiliated)\b"
_DEPARTMENT = (
    r"(?i)\b(?:billing|medical records|pharmacy|radiology|imaging|laborator\w+|human resources|careers|press|media"
    r"|accounts?|admissions|referrals?|nurse line|after[- ]hours|physical therapy desk|surgery scheduling|facturation"
    r"|facturaci[oó]n|farmacia|pharmacie)\b[^.]{0,30}$"
)

_EVIDENCE = """
WITH page_lists AS (
    SELECT url, count(DISTINCT number) FILTER (WHERE is_shown) AS shown,
        count(DISTINCT number) FILTER (WHERE is_data) AS data
    FROM phone_mentions WHERE NOT is_template GROUP BY url
),
places AS (
    SELECT c.*, p.page_type,
        coalesce(l.shown, 0) >= $list AND NOT c.is_template AS in_list,
        coalesce(l.shown, 0) BETWEEN $list AND $own_list AND p.page_type IN ('contact', 'location') AS in_own_list,
        c.is_data AND c.cta_class <> 'fax' AND (c.is_template OR coalesce(l.data, 0) < $list)
            AND NOT regexp_matches(split_part(c.context, ':', 1), $not_own) AS is_own_data,
        left(c.context, greatest(0, strpos(c.context, c.shown_text) - 1)) AS before
    FROM phone_mentions c LEFT JOIN page_lists l USING (url) LEFT JOIN pages p ON p.url = c.url
)
SELECT
    number,
    count(DISTINCT url) FILTER (WHERE is_shown),
    count(DISTINCT url) FILTER (WHERE channel IN ('tel', 'callto')),
    count(DISTINCT url) FILTER (WHERE is_shown AND is_template),
    count(DISTINCT url) FILTER (WHERE is_shown AND NOT is_template AND NOT in_list),
    count(DISTINCT url) FILTER (WHERE is_shown AND in_list),
    coalesce(bool_or(is_shown AND in_own_list), false),
    count(DISTINCT url) FILTER (WHERE is_shown AND NOT in_list AND NOT is_template AND page_type = 'contact'),
    count(DISTINCT url) FILTER (WHERE is_shown AND NOT in_list AND NOT is_template AND page_type = 'location'),
    count(DISTINCT url) FILTER (WHERE is_shown AND NOT in_list AND NOT is_template AND page_type = 'provider'),
    count(DISTINCT url) FILTER (WHERE is_own_data),
    count(*) FILTER (WHERE is_data AND cta_class = 'fax'),
    count(*) FILTER (WHERE is_shown AND cta_class = 'fax'),
    count(*) FILTER (WHERE is_shown AND cta_class <> 'fax'),
    count(*) FILTER (WHERE is_shown AND regexp_matches(before, $department)),
    count(*) FILTER (WHERE channel IN ('sms', 'whatsapp'))
FROM places GROUP BY number
"""

_REGISTRY = """
WITH per_page AS (
    SELECT number, url, bool_or(calls) AS linked, bool_or(is_shown AND NOT calls) AS shown
    FROM phone_mentions GROUP BY number, url
)
SELECT n.number, count(*) FILTER (WHERE n.linked),
    count(*) FILTER (WHERE n.shown AND NOT n.linked), min(o.first_seen)
FROM per_page n LEFT JOIN previous.phone_numbers o USING (number) GROUP BY n.number
"""

_BROKEN = """
SELECT DISTINCT href, valid FROM phone_places WHERE href IS NOT NULL AND href_number IS NULL
"""

_PHONE_CTAS = """
CREATE OR REPLACE TABLE phone_ctas AS
WITH broken AS (SELECT unnest($hrefs::VARCHAR[]) AS href, unnest($owners::VARCHAR[]) AS ownership)
SELECT p.* EXCLUDE (word_offset, is_shown, is_data, offers, frame, is_template),
    coalesce(b.ownership, n.ownership, 'unknown') AS ownership,
    p.is_template,
    p.word_offset
FROM phone_places p
LEFT JOIN phone_numbers n ON n.number = p.number
LEFT JOIN broken b ON b.href = p.href AND p.href_number IS NULL
ORDER BY p.url, p.position
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `phone_ctas` and `phone_numbers` from the facts, `blocks` and `pages`."""
    db.execute(_PLACES, {"min_pages": TEMPLATE_MIN_PAGES, "share": TEMPLATE_SHARE})
    db.execute(_MENTIONS)
    owned = owners(_evidence(db), known_numbers(context.clinic, context.region))
    insert(db, "phone_numbers", _registry(db, owned, context.crawl_id))
    broken = [(href, _owner_of_broken(href, valid)) for href, valid in db.execute(_BROKEN).fetchall()]
    judged = [(href, owner) for href, owner in broken if owner]
    hrefs, owners_of_hrefs = [href for href, _ in judged], [owner for _, owner in judged]
    db.execute(_PHONE_CTAS, {"hrefs": hrefs, "owners": owners_of_hrefs})
    db.execute("DROP VIEW phone_mentions")
    db.execute("DROP TABLE phone_places")


def known_numbers(clinic: Clinic, region: str) -> dict[str, Known]:
    """Numbers of the clinic's file by E.164; one that cannot be dialled in `region` is left out."""
    listed: list[tuple[str, str, str | None]] = [(entry.number, entry.role, entry.label) for entry in clinic.phone]
    listed += [(place.number, "location", place.name) for place in clinic.location if place.number]
    known: dict[str, Known] = {}
    for written, role, label in listed:
        if (number := number_of(written, region)) is not None:
            known.setdefault(number.e164, Known(role, label))
    return known


def _evidence(db: duckdb.DuckDBPyConnection) -> list[Evidence]:
    limits = {"list": LIST_NUMBERS, "own_list": OWN_LIST_NUMBERS}
    found = db.execute(_EVIDENCE, {**limits, "not_own": _NOT_OWN_ITEM, "department": _DEPARTMENT})
    return [Evidence(*row)._replace(valid=_is_valid(row[0])) for row in found.fetchall()]


def _is_valid(e164: str) -> bool:
    return phonenumbers.is_valid_number(phonenumbers.parse(e164, None))


def _registry(db: duckdb.DuckDBPyConnection, owned: dict[str, Owned], crawl_id: str) -> list[PhoneNumberRow]:
    rows = []
    for number, pages_linked, pages_text, first_seen in db.execute(_REGISTRY).fetchall():
        owner = owned[number]
        rows.append(
            PhoneNumberRow(
                number=number,
                national=_national(number),
                region=region_of(number),
                ownership=owner.ownership,
                ownership_source=owner.source,
                label=owner.label,
                pages_linked=pages_linked,
                pages_text=pages_text,
                first_seen=first_seen or crawl_id,
                last_seen=crawl_id,
            )
        )
    return rows


def _national(number: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(number, None), PhoneNumberFormat.NATIONAL)


def _owner_of_broken(href: str, valid: bool) -> str | None:
    """Ownership of a link that dials no number: a service such as 911, a placeholder, or null for what it shows."""
    if valid:
        return "agency"
    return "placeholder" if is_placeholder(href) else None
