"""Checks that a clinic adds as files: read with care, run where they can do no harm."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from crawler.checks.custom import load_custom_checks
from crawler.checks.run import run
from crawler.errors import OperatorError
from tests.crawler.checks.site import context, database, fill, page, shown, url

pytestmark = pytest.mark.usefixtures("few_checks")

_TEXT = """
id = "clinic.old_name"
severity = "warning"
population = "indexable_pages"
title = "The page still uses the old name"
why = "The clinic was renamed."
fix = "Replace the name."
sql = '''{sql}'''
"""
_SQL = "SELECT url, quoted(title) AS evidence FROM indexable_pages WHERE contains(title, 'Old Name');"


@pytest.fixture
def db() -> Iterator[duckdb.DuckDBPyConnection]:
    with database() as connection:
        fill(connection, [page("/a", title="Knee pain at Old Name"), page("/b")])
        yield connection


def _write(folder: Path, sql: str = _SQL, old: str = "", new: str = "") -> Path:
    (folder / "old-name.toml").write_text(_TEXT.format(sql=sql).replace(old, new, 1), encoding="utf-8")
    return folder


def test_no_folder_no_checks(tmp_path: Path) -> None:
    assert load_custom_checks(tmp_path / "checks") == ()


def test_a_check_of_the_clinic_runs_like_any_other(db: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    run(db, context(), load_custom_checks(_write(tmp_path)))
    found = db.execute("SELECT url, severity, evidence FROM issues WHERE check_id = 'clinic.old_name'").fetchall()
    assert found == [(url("/a"), "warning", "“Knee pain at Old Name”")]
    assert db.execute("SELECT checked, failed FROM checks WHERE family = 'clinic'").fetchall() == [(2, 1)]


def test_a_check_of_the_clinic_may_name_the_mention(db: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    fill(db, [page("/a"), shown("/a"), shown("/a", "+13104539999")])
    sql = "SELECT url, 'old' AS evidence, position AS mention, position AS n FROM phone_ctas WHERE number LIKE '%9999'"
    run(db, context(), load_custom_checks(_write(tmp_path, sql)))
    found = db.execute("SELECT mention, number FROM issues WHERE check_id = 'clinic.old_name'").fetchall()
    assert found == [(2, "+13104539999")]


def test_only_members_of_the_population_count(db: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    run(
        db, context(), load_custom_checks(_write(tmp_path, "SELECT 'https://other.test/' AS url, 'x' AS evidence"))
    )
    assert db.execute("SELECT failed FROM checks WHERE family = 'clinic'").fetchall() == [(0,)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("severity =", "severty =", "severity"),
        ('"warning"', '"fatal"', "severity"),
        ("indexable_pages", "indexable_page", "population: 'indexable_page' is not a population"),
        ('"clinic.old_name"', '"Old name"', "id"),
        ('"clinic.old_name"', '"title.missing"', "there is a check 'title.missing' already"),
        ("why =", 'owner = "me"\nwhy =', "owner"),
        ("why =", "why", "is not valid TOML"),
        ("SELECT url", "DELETE FROM pages; SELECT url", "sql: has to be one SELECT"),
        ("SELECT url", "COPY pages TO 'x.csv'; --", "sql: has to be one SELECT"),
        ("SELECT url", "SELEC url", "sql: is not SQL"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_file_and_key(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    _write(tmp_path, old=old, new=new)
    with pytest.raises(OperatorError) as caught:
        load_custom_checks(tmp_path)
    assert str(tmp_path / "old-name.toml") in str(caught.value)
    assert message in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT content AS url, '' AS evidence FROM read_text('{path}')",
        "SELECT column0 AS url, '' AS evidence FROM '{path}'",
        "SELECT file AS url, '' AS evidence FROM glob('{path}')",
        "SELECT url, evidence FROM issues",
        "SELECT url FROM indexable_pages",
        "SELECT url, 'x' AS evidence, 'first' AS mention FROM indexable_pages",
        "SELECT url, evidence FROM nowhere",
    ],
)
def test_a_query_reaches_nothing_but_the_crawl(db: duckdb.DuckDBPyConnection, tmp_path: Path, sql: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret\n", encoding="utf-8")
    checks = load_custom_checks(_write(tmp_path, sql.format(path=secret)))
    with pytest.raises(OperatorError, match=r"^The check 'clinic.old_name' cannot run: .*\.$") as caught:
        run(db, context(), checks)
    assert "\n" not in str(caught.value)
