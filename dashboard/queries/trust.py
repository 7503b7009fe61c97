"""Would a patient, and Google, trust these pages, and what watches the visitor?"""

from dashboard.dataset import Query
from dashboard.trust_labels import CLAIM, DELICATE, TELLING, WATCHING

MONTHS = 24
"""Age from which a page counts as old, as the check trust.date_old has it."""
OLD_YEARS = 10
"""Age from which a reference counts as old."""


def _listed(values: tuple[str, ...]) -> str:
    return ", ".join(f"'{value}'" for value in values)


_GRAVEST = " ".join(f"WHEN '{name}' THEN {at}" for at, name in enumerate(CLAIM))
_DAY = "try_cast(CASE WHEN length({0}) = 7 THEN {0} || '-01' ELSE left({0}, 10) END AS DATE)"
_PAGES = rf"""
    WITH fronts AS (
        SELECT regexp_replace(rtrim(url, '/'), '/[^/]*$', '') AS front FROM pages
        WHERE NOT contains(url, '?') GROUP BY front HAVING count(*) >= 3
    ),
    named AS (
        SELECT url, string_agg(DISTINCT name, ', ' ORDER BY name) AS names FROM people
        WHERE credentials IS NOT NULL AND role IN ('author', 'reviewer') GROUP BY url
    ),
    dated AS (
        SELECT url, max({_DAY.format("date")}) AS day FROM (
            SELECT url, date FROM dates UNION ALL SELECT url, published FROM pages UNION ALL SELECT url, modified FROM pages
        ) GROUP BY url
    ),
    cited AS (SELECT url, count(text) AS sources FROM "references" GROUP BY url),
    claimed AS (SELECT url, count(*) AS claims FROM claims GROUP BY url),
    watching AS (
        SELECT url, string_agg(DISTINCT vendor, ', ' ORDER BY vendor) AS watchers FROM trackers
        WHERE tracker_class IN ({_listed(WATCHING)}) GROUP BY url
    ),
    telling AS (SELECT DISTINCT url, true AS tells FROM forms WHERE purpose IN ({_listed(TELLING)}))
    SELECT p.url, p.title, coalesce(p.page_type, 'other') AS page_type, n.names, d.day::VARCHAR AS day,
        coalesce(c.sources, 0) AS sources, coalesce(m.claims, 0) AS claims, w.watchers,
        coalesce(p.page_type IN ('condition', 'treatment', 'article') AND p.indexable, false)
            AND regexp_replace(p.url, '(/index)?(\.\w+)?/?$', '') NOT IN (SELECT front FROM fronts) AS clinical,
        coalesce(p.page_type IN ({_listed(DELICATE)}), false) OR coalesce(t.tells, false) AS delicate,
        d.day IS NOT NULL AND datediff('month', d.day, CAST((SELECT max(started_at) FROM crawl) AS DATE)) <= {MONTHS} AS recent
    FROM pages p LEFT JOIN named n USING (url) LEFT JOIN dated d USING (url) LEFT JOIN cited c USING (url)
        LEFT JOIN claimed m USING (url) LEFT JOIN watching w USING (url) LEFT JOIN telling t USING (url)
"""
"""Pages with what makes them trusted. Clinical are those of the checks: conditions, treatments and articles that
search engines may show, without pages that others stand below. Delicate are pages about a condition or treatment,
contact pages, and those with a form in which visitors tell something about themselves."""
_NEEDS = {
    "author": "clinical AND names IS NULL",
    "date": "clinical AND NOT recent",
    "references": "clinical AND sources = 0",
    "claims": "claims > 0",
    "watched": "delicate AND watchers IS NOT NULL",
}


def totals() -> Query:
    """Clinical pages and those with what they need; pages that promise; delicate pages and those that are watched."""
    needs = ", ".join(f"count(*) FILTER ({sql}) AS no_{name}" for name, sql in _NEEDS.items())
    return Query(f"""
        SELECT count(*) AS pages, count(*) FILTER (clinical) AS clinical, count(*) FILTER (delicate) AS delicate,
            count(*) FILTER (clinical AND names IS NOT NULL) AS named, count(*) FILTER (clinical AND recent) AS recent,
            count(*) FILTER (clinical AND sources > 0) AS sourced, {needs}
        FROM ({_PAGES})
    """)


def pages(need: str | None = None, vendor: str | None = None) -> Query:
    """Pages with what makes them trusted; `need` leaves those that lack it, `vendor` those on which it runs."""
    cases = " ".join(f"WHEN '{name}' THEN {sql}" for name, sql in _NEEDS.items())
    return Query(
        f"""
        SELECT * FROM ({_PAGES}) WHERE CASE ? {cases} ELSE true END
            AND (? IS NULL OR url IN (SELECT url FROM trackers WHERE vendor = ?))
        ORDER BY delicate AND watchers IS NOT NULL DESC, clinical DESC, claims DESC, url
        """,
        (need, vendor, vendor),
    )


def claims(claim: str | None = None) -> Query:
    """Sentences that promise, the gravest class first, with how many pages say the same."""
    return Query(
        f"""
        SELECT c.url, c.position, p.title, c.claim_class, c.phrase, c.sentence, c.is_cited, s.pages
        FROM claims c LEFT JOIN pages p USING (url)
            LEFT JOIN (SELECT sentence, count(DISTINCT url) AS pages FROM claims GROUP BY sentence) s USING (sentence)
        WHERE ? IS NULL OR c.claim_class = ?
        ORDER BY CASE c.claim_class {_GRAVEST} ELSE 99 END, c.url, c.position
        """,
        (claim, claim),
    )


def claim_classes() -> Query:
    """Sentences and pages by class of the claim."""
    return Query(f"""
        SELECT claim_class, count(*) AS claims, count(DISTINCT url) AS pages FROM claims GROUP BY claim_class
        ORDER BY claims DESC, CASE claim_class {_GRAVEST} ELSE 99 END, claim_class
    """)


def references(problem: str | None = None) -> Query:
    """Sources that pages name, those with a problem first. Of several problems the gravest is told. A list that no
    marker of its page refers to is a bibliography: there nothing is uncited.
    """
    return Query(
        f"""
        WITH judged AS (
            SELECT r.url, r.position, r.number, r.year, r.doi, r.pmid,
                coalesce(r.text, 'The text cites number ' || coalesce(r.number::VARCHAR, '?')) AS text,
                CASE WHEN r.text IS NULL THEN 'no_entry'
                    WHEN r.number IS NOT NULL AND coalesce(r.markers, 0) = 0 AND c.url IS NOT NULL THEN 'uncited'
                    WHEN coalesce(r.doi, r.pmid, r.pmcid, r.link) IS NULL THEN 'no_link'
                    WHEN r.is_preprint THEN 'preprint'
                    WHEN r.year < (SELECT max(year(started_at)) FROM crawl) - {OLD_YEARS} THEN 'old'
                    ELSE 'fine' END AS problem
            FROM "references" r LEFT JOIN (SELECT DISTINCT url FROM "references" WHERE markers > 0) c USING (url)
        )
        SELECT j.*, p.title FROM judged j LEFT JOIN pages p USING (url) WHERE ? IS NULL OR problem = ?
        ORDER BY problem = 'no_entry' DESC, problem = 'uncited' DESC, problem = 'no_link' DESC, problem = 'preprint' DESC,
            problem = 'old' DESC, j.url, j.position
        """,
        (problem, problem),
    )


def reference_problems() -> Query:
    """References by what is wrong with them."""
    return Query(f"SELECT problem, count(*) AS n FROM ({references().sql}) GROUP BY problem", references().params)


def people() -> Query:
    """Authors and reviewers of the site, those of most pages first; a row for each role of somebody."""
    return Query("""
        SELECT mode(name ORDER BY name) AS name, role, max_by(credentials, length(credentials) ORDER BY credentials) AS credentials,
            count(DISTINCT url) AS pages, min(profile_url) AS profile_url, min(url) AS url
        FROM people GROUP BY lower(name), role ORDER BY pages DESC, lower(name), role
    """)


def trackers(tracker: str | None = None) -> Query:
    """Services of others by account, with how many pages they are on, and how many of these are delicate."""
    return Query(
        f"""
        SELECT t.vendor, t.tracker_class, t.account, count(DISTINCT t.url) AS pages,
            count(DISTINCT t.url) FILTER (d.delicate) AS delicate, min(t.url) AS url
        FROM trackers t LEFT JOIN ({_PAGES}) d USING (url)
        WHERE ? IS NULL OR t.tracker_class = ?
        GROUP BY t.vendor, t.tracker_class, t.account
        ORDER BY t.tracker_class IN ({_listed(WATCHING)}) DESC, pages DESC, t.vendor, t.account
        """,
        (tracker, tracker),
    )


def vendors() -> Query:
    """Vendors with the class that they have on most pages, and how many pages they are on."""
    return Query("""
        SELECT vendor, mode(tracker_class ORDER BY tracker_class) AS tracker_class, count(DISTINCT url) AS pages FROM trackers
        GROUP BY vendor ORDER BY pages DESC, vendor
    """)


def tracker_classes() -> Query:
    """Classes of services, with the pages that have one."""
    return Query("""
        SELECT tracker_class, count(DISTINCT url) AS pages FROM trackers GROUP BY tracker_class
        ORDER BY pages DESC, tracker_class
    """)
