"""Who wrote a medical page, who checked it, and when: what readers and Google ask of health advice."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="trust.author_missing",
        severity="warning",
        population="clinical_pages",
        title="A medical page names neither author nor reviewer",
        why="Readers, and Google's guidelines for health pages, ask who is behind medical advice.",
        fix="Name the clinician who wrote or checked the page, with credentials and a link to the profile.",
        sql="""
            SELECT url, 'No author and no medical reviewer was found.' AS evidence FROM clinical_pages
            WHERE trim(coalesce(author, '')) = '' AND trim(coalesce(reviewer, '')) = ''
        """,
    ),
    Check(
        id="trust.date_missing",
        severity="notice",
        population="clinical_pages",
        title="A medical page shows no date",
        why="Readers cannot tell whether the advice is current.",
        fix="Show when the page was last reviewed.",
        sql="""
            SELECT url, 'No date of publication and none of a change was found.' AS evidence FROM clinical_pages
            WHERE published IS NULL AND modified IS NULL
        """,
    ),
    Check(
        id="trust.date_old",
        severity="notice",
        population="clinical_pages",
        title="A medical page has not been updated for a long time",
        why="Medical knowledge, prices and staff change; old pages lose trust.",
        fix="Let a clinician go over the page, correct it and renew its date.",
        sql="""
            SELECT p.url, 'Last dated ' || p.day AS evidence
            FROM (SELECT url, greatest(try_cast(left(published, 10) AS DATE), try_cast(left(modified, 10) AS DATE))
                         AS day FROM clinical_pages) p, crawl c
            WHERE datediff('month', p.day, CAST(c.started_at AT TIME ZONE 'UTC' AS DATE)) > $max_months
        """,
        thresholds={"max_months": Threshold(24, "months", "ours: medical pages are reviewed every two years")},
    ),
)
