"""Every check on small sites: what fails, and what looks similar but is fine."""

from collections.abc import Iterator

import duckdb
import pytest

from crawler.checks import CHECKS
from crawler.checks.views import create_lookups, create_populations
from tests.crawler.checks import (
    cases_call_tracking,
    cases_checked,
    cases_claims,
    cases_ctas,
    cases_head,
    cases_keywords,
    cases_media,
    cases_nap,
    cases_phone_text,
    cases_phones,
    cases_privacy,
    cases_rendering,
    cases_robots,
    cases_site,
    cases_sitemaps,
    cases_structured,
    cases_text,
    cases_trust,
)
from tests.crawler.checks.case import Case
from tests.crawler.checks.site import PAGE_TYPES, database, fill

CASES = (
    *cases_text.CASES,
    *cases_claims.CASES,
    *cases_site.CASES,
    *cases_phones.CASES,
    *cases_phone_text.CASES,
    *cases_ctas.CASES,
    *cases_call_tracking.CASES,
    *cases_privacy.CASES,
    *cases_checked.CASES,
    *cases_head.CASES,
    *cases_keywords.CASES,
    *cases_media.CASES,
    *cases_nap.CASES,
    *cases_robots.CASES,
    *cases_rendering.CASES,
    *cases_sitemaps.CASES,
    *cases_structured.CASES,
    *cases_trust.CASES,
)
_BY_ID = {check.id: check for check in CHECKS}


@pytest.fixture(scope="module")
def db() -> Iterator[duckdb.DuckDBPyConnection]:
    with database() as connection:
        create_lookups(connection, PAGE_TYPES)
        yield connection


@pytest.mark.parametrize("case", CASES, ids=repr)
def test_finds_what_fails_and_nothing_else(db: duckdb.DuckDBPyConnection, case: Case) -> None:
    check = _BY_ID[case.check_id]
    fill(db, case.rows)
    create_populations(db, [check])
    found = db.sql(check.sql, params=check.limits({})).to_arrow_table().to_pylist()
    members = {url for (url,) in db.table(check.population).project("url").fetchall()}
    assert {row["url"] for row in found if row["url"] in members} == case.failing
    assert all(row["evidence"] and row["evidence"].strip() for row in found)


@pytest.mark.parametrize("check_id", _BY_ID)
def test_every_check_fires_somewhere_and_passes_somewhere(check_id: str) -> None:
    cases = [case for case in CASES if case.check_id == check_id]
    assert any(case.failing for case in cases)
    paths = {str(row.get("url") or row.get("source_url")) for case in cases for _, row in case.rows}
    assert any(not case.failing for case in cases) or paths - {url for case in cases for url in case.failing}
