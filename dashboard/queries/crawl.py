"""What was seen of the site, and what was not?"""

from dashboard.crawl_labels import LEADS_NOWHERE, NOT_READ
from dashboard.dataset import Query
from dashboard.queries.pages import NAMED, SEEN_LIST


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def numbers() -> Query:
    """The numbers at the top: addresses that somebody names, by whether they were read."""
    return Query(f"""
        SELECT count(*) AS known, count(*) FILTER (outcome IN ({SEEN_LIST})) AS read,
            count(*) FILTER (outcome IN ({SEEN_LIST}) AND kind = 'page') AS pages,
            count(*) FILTER (outcome = 'not_modified') AS not_modified,
            count(*) FILTER (outcome IN ({_listed(NOT_READ)})) AS not_read,
            (SELECT coalesce(max(carried_over), 0) FROM crawl) AS unchanged
        FROM resources WHERE {NAMED}
    """)


def outcomes() -> Query:
    """What became of every address that somebody names, files included."""
    return Query(
        f"SELECT outcome, count(*) AS urls FROM resources WHERE {NAMED} GROUP BY outcome ORDER BY outcome"
    )


def ways() -> Query:
    """How the addresses were found, the most frequent way first."""
    return Query(f"""
        SELECT found_by, count(*) AS urls, count(*) FILTER (outcome IN ({SEEN_LIST})) AS read
        FROM resources WHERE {NAMED} AND found_by IS NOT NULL
        GROUP BY found_by ORDER BY urls DESC, found_by
    """)


def addresses(outcome: str | None = None, found: str | None = None) -> Query:
    """Addresses by what became of them and how they were found; `all` outcomes, or without one: those not read."""
    return Query(
        f"""
        SELECT r.url, p.title, r.outcome, r.status, r.failure, r.found_on, r.found_by, r.in_sitemap
        FROM resources r LEFT JOIN pages p USING (url)
        WHERE {NAMED} AND (? IS NULL OR r.found_by = ?)
            AND CASE WHEN ? IS NULL THEN r.outcome IN ({_listed(NOT_READ)}) ELSE ? IN (r.outcome, 'all') END
        ORDER BY r.outcome IN ({SEEN_LIST}), r.outcome, r.url
        """,
        (found, found, outcome, outcome),
    )


def traps() -> Query:
    """Addresses without end, those with most addresses first."""
    return Query(
        "SELECT kind, pattern, example, found_on, urls, reason FROM traps ORDER BY urls DESC, kind, pattern"
    )


def sitemaps() -> Query:
    """Sitemaps, those with something wrong first; `bad` are their entries that are no good."""
    return Query("""
        SELECT s.url, s.found_on, s.status, s.format, s.entries, s.children, s.problem, coalesce(e.bad, 0) AS bad
        FROM sitemaps s LEFT JOIN (
            SELECT sitemap, count(*) AS bad FROM sitemap_entries WHERE problem IS NOT NULL GROUP BY sitemap
        ) e ON e.sitemap = s.url
        ORDER BY s.problem IS NOT NULL DESC, bad DESC, s.url
    """)


def sitemap_problems() -> Query:
    """Entries of sitemaps that are no good."""
    return Query("""
        SELECT loc, problem, sitemap, position FROM sitemap_entries
        WHERE problem IS NOT NULL ORDER BY sitemap, position
    """)


def readers(reader_class: str | None = None) -> Query:
    """Programs of search engines and AI services, those that may not read the site first; `verdict`: see labels."""
    return Query(
        """
        WITH hosts AS (
            SELECT regexp_extract(url, '^[a-z]+://[^/]+') AS origin, count(*) AS pages FROM pages GROUP BY ALL
        ), judged AS (
            SELECT a.*, coalesce(h.pages, 0) AS pages, CASE WHEN NOT allowed THEN 'no'
                WHEN pages_blocked > 0 THEN 'part' ELSE 'yes' END AS found
            FROM robots_agents a LEFT JOIN hosts h ON h.origin = regexp_extract(a.url, '^[a-z]+://[^/]+')
        )
        SELECT agent, operator, agent_class, if(agent_class = 'training', 'training_', '') || found AS verdict,
            pages_blocked, pages, CASE WHEN line IS NOT NULL THEN 'line ' || line || ': ' || rule
                WHEN allowed THEN 'No line does, so it may.' ELSE 'None: robots.txt could not be read.' END AS decided,
            CASE WHEN obeys IS NULL THEN 'None' WHEN obeys = '*' THEN 'Those for everybody' ELSE 'Those for ' || obeys END AS rules, allowed, url
        FROM judged WHERE ? IS NULL OR agent_class = ?
        ORDER BY agent_class <> 'search', agent_class <> 'user_fetch', allowed, pages_blocked DESC, operator, agent, url
        """,
        (reader_class, reader_class),
    )


def checked_outcomes() -> Query:
    """Links to elsewhere and files by what became of them."""
    return Query("SELECT outcome, count(*) AS urls FROM checked_urls GROUP BY outcome ORDER BY outcome")


def checked(checked: str | None = None) -> Query:
    """Links to elsewhere and files of an outcome; without one: those that lead nowhere. Those on most pages first."""
    return Query(
        f"""
        SELECT c.url, c.kind, c.outcome, c.status, c.failure, c.pages, c.found_on, p.title
        FROM checked_urls c LEFT JOIN pages p ON p.url = c.found_on
        WHERE CASE WHEN ? IS NULL THEN c.outcome IN ({_listed(LEADS_NOWHERE)}) ELSE c.outcome = ? END
        ORDER BY c.outcome, c.pages DESC, c.url
        """,
        (checked, checked),
    )


def scripted() -> Query:
    """Pages that were run in a browser, or that give a sign that scripts make what they show; the most made first."""
    return Query("""
        SELECT url, p.title, CASE WHEN r.url IS NULL THEN 'not_run' WHEN r.failure IS NULL THEN 'rendered'
                ELSE 'failed' END AS state,
            coalesce(r.raw_words, p.text_words) AS raw_words, r.rendered_words,
            CASE WHEN r.failure IS NULL THEN len(r.links_by_scripts) END AS script_links,
            coalesce(r.failure, CASE r.reason WHEN 'always' THEN 'The settings ask for every page.' ELSE r.reason END,
                p.script_clue) AS why
        FROM renderings r FULL JOIN pages p USING (url) WHERE r.url IS NOT NULL OR p.script_clue IS NOT NULL
        ORDER BY state = 'failed' DESC, state = 'not_run' DESC,
            abs(coalesce(r.rendered_words, 0) - coalesce(r.raw_words, 0)) DESC, script_links DESC, url
    """)
