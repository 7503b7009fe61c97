"""What the checks of structured data run over: items with what they need, values, questions and breadcrumbs."""

import duckdb

from crawler.checks.population import Population
from crawler.checks.structured_profiles import Need, needs

_DATES = """'datePublished', 'dateModified', 'dateCreated', 'lastReviewed', 'uploadDate', 'startDate', 'endDate',
'validFrom', 'validThrough', 'datePosted', 'expires'"""
_ADDRESSES = (
    """'url', 'image', 'logo', 'photo', 'sameAs', 'contentUrl', 'embedUrl', 'thumbnailUrl', 'hasMap', 'item'"""
)
_TELEPHONES = "'telephone', 'faxNumber'"

STRUCTURED = (
    Population(
        "structured_needs",
        "pages with items of which search engines name the properties",
        """WITH items AS (
               SELECT i.url, i.position, i.type, i.name, i.path, i.properties,
                      coalesce(nullif(i.item_id, ''), CAST(i.position AS VARCHAR)) AS node
               FROM main.structured_items i SEMI JOIN html_pages p USING (url) WHERE i.type IS NOT NULL),
           nodes AS (
               SELECT url, node, list_distinct(flatten(list(DISTINCT properties))) AS known FROM items GROUP BY ALL),
           kinds AS (SELECT *, unnest(string_split(type, ', ')) AS kind FROM items JOIN nodes USING (url, node))
           SELECT DISTINCT k.url, k.position, k.type || coalesce(' ' || quoted(k.name), '') AS label, k.known,
                  n.profile, n.severity, n.property, list_has_any(k.known, string_split(n.property, ' or ')) AS met
           FROM kinds k JOIN structured_profiles n ON n.type = k.kind
           WHERE regexp_full_match(k.path, n.path_pattern) AND len(k.known) >= n.least""",
        stored=True,
    ),
    Population(
        "required_properties",
        "pages with items of which search engines require properties",
        "SELECT * FROM structured_needs WHERE severity = 'required'",
    ),
    Population(
        "recommended_properties",
        "pages with items of which search engines recommend properties",
        "SELECT * FROM structured_needs WHERE severity = 'recommended'",
    ),
    Population(
        "described_businesses",
        "pages whose structured data describes the clinic",
        """SELECT DISTINCT url, position, label, known FROM structured_needs
           WHERE profile IN ('business', 'physician', 'organization')""",
    ),
    Population(
        "structured_values",
        "pages whose structured data has dates, addresses or phone numbers",
        rf"""SELECT DISTINCT s.url, v.property, v.value FROM published_items s JOIN (
               SELECT * FROM (
                   SELECT d.data, regexp_extract(t.fullkey, '([A-Za-z]+)"?(\[\d+\])*$', 1) AS property,
                          t.atom ->> '$' AS value
                   FROM (SELECT DISTINCT data FROM published_items WHERE data IS NOT NULL) d, json_tree(d.data) t
                   WHERE t.type = 'VARCHAR')
               WHERE property IN ({_DATES}, {_ADDRESSES}, {_TELEPHONES}) AND trim(value) <> '') v USING (data)""",
        stored=True,
    ),
    Population(
        "published_dates",
        "pages whose structured data has dates",
        f"SELECT * FROM structured_values WHERE property IN ({_DATES})",
    ),
    Population(
        "published_addresses",
        "pages whose structured data has addresses of pages or pictures",
        f"SELECT * FROM structured_values WHERE property IN ({_ADDRESSES})",
    ),
    Population(
        "published_telephones",
        "pages whose structured data has phone numbers",
        f"SELECT * FROM structured_values WHERE property IN ({_TELEPHONES})",
    ),
    Population(
        "published_questions",
        "pages whose structured data has questions and answers",
        """SELECT DISTINCT i.url, i.name AS question
           FROM main.structured_items i JOIN html_pages p USING (url)
           WHERE i.type = 'Question' AND letters_of(i.name) <> '' AND (p.script_clue IS NULL OR p.rendered)
             AND i.url IN (SELECT url FROM main.structured_items WHERE contains(type, 'FAQPage'))""",
        stored=True,
    ),
    Population(
        "breadcrumb_entries",
        "pages whose structured data has breadcrumbs",
        r"""WITH items AS (SELECT i.* FROM main.structured_items i SEMI JOIN html_pages p USING (url)),
           entries AS (
               SELECT *, regexp_replace(path, '\.?itemListElement$', '') AS list_path,
                      row_number() OVER follow AS entry,
                      coalesce(lead(position) OVER follow, 1e9) AS next_position
               FROM items WHERE regexp_matches(path, '(^|\.)itemListElement$')
               WINDOW follow AS (PARTITION BY url, root_position, path ORDER BY position))
           SELECT e.url, e.entry, e.name, list_contains(e.properties, 'position') AS has_position,
                  list_contains(e.properties, 'name') OR EXISTS (
                      FROM items i WHERE i.url = e.url AND i.root_position = e.root_position
                          AND i.path = e.path || '.item' AND list_contains(i.properties, 'name')
                          AND i.position > e.position AND i.position < e.next_position) AS has_name
           FROM entries e SEMI JOIN items l ON l.url = e.url AND l.root_position = e.root_position
               AND l.path = e.list_path AND contains(l.type, 'BreadcrumbList')""",
        stored=True,
    ),
)
"""Items of a page with the same @id are one; search engines read page by page, so those of two pages are not.

Read the populations before them, and the macros of `crawler.checks.macros`."""


def create_profiles(db: duckdb.DuckDBPyConnection) -> None:
    """Create the lookup `structured_profiles`, a row a type and a property that it needs."""
    columns = ", ".join(f"unnest(${name}) AS {name}" for name in Need._fields)
    values = dict(zip(Need._fields, map(list, zip(*needs(), strict=True)), strict=True))
    db.execute(f"CREATE OR REPLACE TEMP TABLE structured_profiles AS SELECT {columns}", values)
