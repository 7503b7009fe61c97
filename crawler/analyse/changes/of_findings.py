"""What the analysis found that it did not find before, and the other way round."""

_SITE = "(SELECT seed FROM crawl)"

ISSUES = """
WITH came AS (
    SELECT check_id, url, any_value(severity ORDER BY evidence) AS severity, min(evidence) AS evidence
    FROM issues ANTI JOIN previous.issues USING (check_id, url) GROUP BY check_id, url
),
went AS (
    SELECT check_id, url, any_value(severity ORDER BY evidence) AS severity, min(evidence) AS evidence
    FROM previous.issues ANTI JOIN issues USING (check_id, url)
    WHERE check_id IN (SELECT check_id FROM checks WHERE checked > 0) AND (
        url IN (SELECT url FROM seen_twice WHERE is_judged)
        OR (url NOT IN (SELECT url FROM previous.pages) AND (
            (SELECT saw_all FROM work.both_crawls) OR url IN (SELECT url FROM work.seen WHERE is_read))))
    GROUP BY check_id, url
),
moved AS (
    SELECT *, NULL AS before, evidence AS after FROM came UNION ALL SELECT *, evidence, NULL FROM went
)
SELECT 'issue' AS kind, m.url, check_id AS field, coalesce(c.title, check_id) AS label, before, after,
    coalesce(s.importance, 0.5) * CASE m.severity WHEN 'error' THEN 60 WHEN 'warning' THEN 30 ELSE 10 END AS weight
FROM moved m LEFT JOIN checks c USING (check_id) LEFT JOIN seen_twice s ON s.url = m.url
"""
"""Of a page that went, or left the index, nothing is fixed; nor where the check did not run."""

GAPS = f"""
SELECT 'gap' AS kind, coalesce(n.url, {_SITE}) AS url, gap_id AS field, n.title AS label, o.state AS before, n.state AS after,
    least(100, 10 * n.priority) AS weight
FROM gaps n LEFT JOIN previous.gaps o USING (gap_id)
WHERE (n.state IN ('new', 'reopened') AND o.state IS DISTINCT FROM n.state)
    OR (n.state = 'fixed' AND o.state <> 'fixed')
"""

_RANK = "list_position(['none', 'mentioned', 'thin', 'covered', 'strong'], {}.state)"

COVERAGE = f"""
SELECT 'coverage' AS kind, coalesce(n.best_url, o.best_url, {_SITE}) AS url, kind || ':' || key AS field, n.label,
    o.state AS before, n.state AS after,
    least(100, 25 * abs({_RANK.format("n")} - {_RANK.format("o")})) * (1.2 - 0.2 * n.tier) AS weight
FROM coverage n JOIN previous.coverage o USING (kind, key)
WHERE n.state <> o.state AND 'unknown' NOT IN (n.state, o.state) AND 'no' NOT IN (n.offered, o.offered)
"""
