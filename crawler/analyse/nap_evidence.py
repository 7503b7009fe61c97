"""What the places of a name, address or list of opening hours on a site have in common, gathered in SQL."""

from typing import NamedTuple

import duckdb

from crawler.extract.nap.addresses import Address

LIST_ADDRESSES = 5
"""Ours, as with phone numbers: a page with so many addresses outside its frame is a list of others' addresses."""

TEMPLATE_SHARE = 0.30
TEMPLATE_MIN_PAGES = 3
"""Domain notes §1.5.4."""

_REACH = 15
"""Blocks between an address and opening hours that belong to it."""

_OF_OTHERS = (
    r"(?i)(^|> )(Person|Patient|Review|Event|\w*Event|Product|Offer|Article|BlogPosting|NewsArticle|JobPosting|Course|Book"
    r"|CollegeOrUniversity|EducationalOrganization|School|City|State|Country|AdministrativeArea)\b"
    r"|> (affiliation|hospitalAffiliation|memberOf|member|alumniOf|recognizedBy|sponsor|funder|areaServed|containedInPlace|subjectOf|about"
    r"|mentions|reviews?|author|itemReviewed|citation|itemListElement|hasCredential|performer|organizer|containsPlace)\b"
)
"""Items, and properties, whose addresses and names are those of others."""

_FORMS = f"""
CREATE OR REPLACE TEMP TABLE nap_forms AS
WITH m AS (
    SELECT m.*, p.page_type, source IN ('json-ld', 'microdata', 'rdfa') AS is_data,
        coalesce(regexp_matches(m.item_type, $of_others), false) AS of_others
    FROM facts.nap_mentions m JOIN pages p USING (url)
    WHERE p.status BETWEEN 200 AND 299 AND p.body_kind = 'html'
),
placed AS (
    SELECT h.url, h.position, a.url IS NOT NULL AS has_address, a.street, a.locality, a.region, a.postal_code, a.country
    FROM m h LEFT JOIN m a ON a.url = h.url AND a.kind = 'address' AND a.is_data = h.is_data AND (
        (h.is_data AND a.source = h.source AND a.item_type = h.item_type
            AND a.item_name IS NOT DISTINCT FROM h.item_name)
        OR (NOT h.is_data AND a.zone = h.zone AND a.block_position BETWEEN h.block_position - {_REACH} AND h.block_position + 4))
    WHERE h.kind = 'hours'
    QUALIFY row_number() OVER (PARTITION BY h.url, h.position ORDER BY
        if(a.block_position > h.block_position, {_REACH}, 0) + abs(h.block_position - a.block_position), a.position) = 1
),
joined AS (
    SELECT m.* REPLACE (
        if(m.kind = 'hours', h.street, m.street) AS street, if(m.kind = 'hours', h.locality, m.locality) AS locality,
        if(m.kind = 'hours', h.region, m.region) AS region, if(m.kind = 'hours', h.postal_code, m.postal_code) AS postal_code,
        if(m.kind = 'hours', h.country, m.country) AS country)
    FROM m LEFT JOIN placed h USING (url, position)
)
SELECT *, dense_rank() OVER (ORDER BY kind, if(kind = 'name', text, ''), hours, coalesce(street, ''), coalesce(locality, ''),
    coalesce(region, ''), coalesce(postal_code, ''), coalesce(country, '')) AS form
FROM joined
"""

_EVIDENCE = """
WITH template AS (
    SELECT form FROM nap_forms WHERE NOT is_data GROUP BY form
    HAVING count(DISTINCT url) >= greatest($min_pages, $share * (SELECT count(*) FROM pages))
),
lists AS (
    SELECT url, count(DISTINCT form) FILTER (WHERE NOT is_data) AS shown, count(DISTINCT form) FILTER (WHERE is_data) AS data
    FROM nap_forms f WHERE kind = 'address' AND street IS NOT NULL AND NOT EXISTS (FROM template t WHERE t.form = f.form)
    GROUP BY url
),
own_calls AS (
    SELECT url, block_position FROM phone_ctas
    WHERE ownership IN ('main', 'location', 'department', 'tracking_pool') AND block_position IS NOT NULL
)
SELECT f.form, any_value(kind), mode(f.text), any_value(street), any_value(locality), any_value(region), any_value(postal_code), any_value(country),
    any_value(hours), list_sort(list(DISTINCT source)), count(DISTINCT f.url), min(f.url),
    list(DISTINCT item_name)[1:30], list(DISTINCT item_type)[1:10],
    count(DISTINCT f.url) FILTER (WHERE NOT is_data),
    bool_or(t.form IS NOT NULL),
    count(DISTINCT f.url) FILTER (WHERE is_data AND NOT of_others AND coalesce(l.data, 0) < $list),
    count(DISTINCT f.url) FILTER (WHERE NOT is_data AND t.form IS NULL AND coalesce(l.shown, 0) < $list),
    count(DISTINCT f.url) FILTER (WHERE NOT is_data AND t.form IS NULL AND coalesce(l.shown, 0) < $list
        AND page_type IN ('home', 'contact', 'location')),
    count(DISTINCT f.url) FILTER (WHERE NOT is_data AND t.form IS NULL AND coalesce(l.shown, 0) < $list
        AND page_type IN ('home', 'contact')),
    count(DISTINCT f.url) FILTER (WHERE of_others OR (t.form IS NULL
        AND coalesce(if(is_data, l.data, l.shown), 0) >= $list)),
    count(DISTINCT f.url) FILTER (WHERE kind = 'address' AND NOT is_data AND coalesce(l.shown, 0) < $list
        AND EXISTS (FROM own_calls c WHERE c.url = f.url AND abs(c.block_position - f.block_position) <= 2))
FROM nap_forms f LEFT JOIN template t ON t.form = f.form LEFT JOIN lists l ON l.url = f.url
GROUP BY f.form
"""

_TOGETHER = """
SELECT count(*) FROM (
    SELECT url, zone FROM nap_forms WHERE NOT is_data AND form IN (SELECT unnest($one)) GROUP BY ALL
    INTERSECT SELECT url, zone FROM nap_forms WHERE NOT is_data AND form IN (SELECT unnest($other)) GROUP BY ALL)
"""


class Form(NamedTuple):
    """A name, address or list of opening hours as it is published, and on how many pages where.

    `address` of opening hours: the one that they stand with. `names`: item names, or words before it. Free: on no list
    and in no template; `own_pages`: of these, home, contact and location pages, `front_pages`: without the last; `own_calls`: beside an own number.
    """

    form: int
    kind: str
    text: str
    address: Address
    hours: list[str]
    sources: list[str]
    pages: int
    example_url: str
    names: list[str]
    types: list[str]
    text_pages: int
    is_template: bool
    data_pages: int
    free_pages: int
    own_pages: int
    front_pages: int
    others_pages: int
    own_calls: int

    @property
    def is_ours(self) -> bool:
        """The site publishes it as its own: in its frame, its data, on its contact page or beside its number."""
        return bool(self.is_template or self.data_pages or self.own_pages or self.own_calls)


def gather(db: duckdb.DuckDBPyConnection) -> list[Form]:
    """Every form that is published on a page that was read; leaves `nap_forms`, the mentions with their form."""
    db.execute(_FORMS, {"of_others": _OF_OTHERS})
    limits = {"min_pages": TEMPLATE_MIN_PAGES, "share": TEMPLATE_SHARE, "list": LIST_ADDRESSES}
    found = []
    for row in db.execute(_EVIDENCE, limits).fetchall():
        names, types = ([one for one in values or [] if one] for values in row[12:14])
        address = Address(*row[3:8])
        found.append(Form._make([*row[:3], address, row[8] or [], *row[9:12], names, types, *row[14:]]))
    return sorted(found)


def stand_together(db: duckdb.DuckDBPyConnection, one: list[int], other: list[int]) -> bool:
    """A page shows forms of both in the same zone of its text: they are two, not one and its slip."""
    [[pages]] = db.execute(_TOGETHER, {"one": one, "other": other}).fetchall()
    return bool(pages)
