"""The step that runs all checks: fills `checks` (what was checked) and `issues` (what failed)."""

from collections.abc import Iterable, Mapping, Sequence

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.tables import insert
from crawler.checks import CHECKS
from crawler.checks.check import Check
from crawler.checks.custom import run_custom
from crawler.checks.populations import POPULATIONS
from crawler.checks.views import create_lookups, create_members, create_populations
from crawler.tables.analysis import CheckRow

_START = """
CREATE OR REPLACE TEMP TABLE findings (
    check_id VARCHAR, severity VARCHAR, url VARCHAR, evidence VARCHAR, mention BIGINT, number VARCHAR)
"""

_ISSUES = """
CREATE OR REPLACE TABLE issues AS
WITH known AS (SELECT check_id, url, number, min(first_seen) AS first_seen FROM previous.issues GROUP BY ALL),
told AS (
    SELECT f.* REPLACE (coalesce(f.number, c.number) AS number, trim(f.evidence) AS evidence)
    FROM findings f LEFT JOIN phone_ctas c ON c.url = f.url AND c.position = f.mention
),
joined AS (
    SELECT check_id, severity, url, number, min(mention) AS mention, list_sort(list(DISTINCT evidence)) AS reasons
    FROM told GROUP BY check_id, severity, url, number
),
worded AS (
    SELECT *, array_to_string(reasons[1:3], '; ')
              || if(len(reasons) > 3, ' … and ' || (len(reasons) - 3) || ' more', '') AS evidence
    FROM joined
)
SELECT w.check_id, w.url, w.severity,
       if(length(w.evidence) > 300, left(w.evidence, 299) || '…', w.evidence) AS evidence,
       w.mention, w.number,
       coalesce(k.first_seen, o.first_seen, $crawl_id) AS first_seen,
       if(k.url IS NULL AND o.url IS NULL, 'new', 'open') AS state
FROM worded w
LEFT JOIN known k ON k.check_id = w.check_id AND k.url = w.url AND k.number IS NOT DISTINCT FROM w.number
LEFT JOIN known o ON o.check_id = w.check_id AND o.url = w.url AND o.number IS NULL
ORDER BY w.check_id, w.url, w.mention, w.number
"""
"""Positions change from crawl to crawl, numbers do not. A snapshot from before issues had a number names none."""


def run(db: duckdb.DuckDBPyConnection, context: Context, custom: Sequence[Check] = ()) -> None:
    """Create `checks` and `issues` from every other table; `custom` are the clinic's own checks.

    An issue is a URL that fails a check, where the check speaks of phone numbers once for each: its evidence
    joins what was found there, at most 300 characters; its mention is the first of those places.
    """
    checks = (*CHECKS, *custom)
    create_lookups(db, context.taxonomy.page_types)
    create_populations(db, checks)
    sizes = create_members(db, {check.population for check in checks})
    db.execute(_START)
    for check in CHECKS:
        if sizes[check.population]:
            _find(db, check, context.clinic.thresholds)
    run_custom(db, custom)
    insert(db, "checks", _verdicts(db, checks, sizes))
    db.execute(_ISSUES, {"crawl_id": context.crawl_id})


def _find(db: duckdb.DuckDBPyConnection, check: Check, thresholds: dict[str, float]) -> None:
    db.execute(
        f"""
        INSERT INTO findings BY NAME SELECT $check_id AS check_id, $severity AS severity, * FROM ({check.sql})
        WHERE url IN (FROM members_of_{check.population})
        """,
        {"check_id": check.id, "severity": check.severity, **check.limits(thresholds)},
    )


_MEANING = {population.name: population.meaning for population in POPULATIONS}


def _verdicts(db: duckdb.DuckDBPyConnection, checks: Iterable[Check], sizes: Mapping[str, int]) -> list[CheckRow]:
    counted = db.execute("SELECT check_id, count(DISTINCT url) FROM findings GROUP BY check_id").fetchall()
    failed: dict[str, int] = dict(counted)
    return [
        CheckRow(
            check_id=check.id,
            family=check.family,
            severity=check.severity,
            title=check.title,
            why=check.why,
            fix=check.fix,
            population=_MEANING[check.population],
            checked=sizes[check.population],
            failed=failed.get(check.id, 0),
        )
        for check in checks
    ]
