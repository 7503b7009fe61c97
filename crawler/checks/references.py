"""Sources that a page cites: whether claims lead to them, and whether readers can find them."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="references.entry_missing",
        severity="warning",
        population="cited_sources",
        title="A citation in the text has no entry in the list of references",
        why="Readers who want to check a medical claim find nothing behind its number.",
        fix="Add the source to the list, or correct the number in the text.",
        sql="""
            SELECT url, 'Number ' || number || ' in the text' AS evidence FROM cited_sources WHERE text IS NULL
        """,
    ),
    Check(
        id="references.uncited",
        severity="warning",
        population="listed_sources",
        title="A numbered reference is cited nowhere in the text",
        why="Readers cannot tell which claim the source is for.",
        fix="Put its number behind the claim, or take the source off the list.",
        sql="""
            SELECT url, CASE WHEN count(*) = any_value(listed) THEN 'None of ' || counted(count(*), 'reference')
                        ELSE 'Number ' || array_to_string(list_sort(list(number))[1:10], ', ') END AS evidence
            FROM (SELECT *, count(*) OVER (PARTITION BY url) AS listed FROM listed_sources)
            WHERE number IS NOT NULL AND markers = 0 AND url IN (SELECT url FROM cited_sources WHERE markers > 0)
            GROUP BY url
        """,
    ),
    Check(
        id="references.unlinked",
        severity="notice",
        population="listed_sources",
        title="A reference has neither DOI nor PubMed number nor link",
        why="Readers cannot look the source up with one click.",
        fix="Add the DOI as a link, or the link to PubMed.",
        sql="""
            SELECT url, quoted(text) AS evidence FROM listed_sources
            WHERE doi IS NULL AND pmid IS NULL AND pmcid IS NULL AND link IS NULL
              AND NOT regexp_matches(text, 'https?://|www[.]')
        """,
    ),
    Check(
        id="references.old",
        severity="notice",
        population="sources_of_treatments",
        title="All references of a treatment are old",
        why="Newer studies may have changed what is known; readers look at the years.",
        fix="Look for newer reviews and guidelines, and cite them.",
        sql="""
            SELECT url, 'The newest is of ' || max(year) AS evidence FROM sources_of_treatments, crawl c
            GROUP BY url, c.started_at HAVING year(c.started_at AT TIME ZONE 'UTC') - max(year) > $max_years
        """,
        thresholds={"max_years": Threshold(5, "years", "ours")},
    ),
    Check(
        id="references.preprint",
        severity="notice",
        population="listed_sources",
        title="A reference is cited as a preprint",
        why="By now it may have been published with corrections, or withdrawn.",
        fix="Look the work up and cite its final version.",
        sql="""
            SELECT url, quoted(text) AS evidence FROM listed_sources WHERE is_preprint
        """,
    ),
)
