"""What the table `changes` says of two nights, and what it leaves open because one of them did not see enough."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import duckdb
import pytest

from crawler.analyse.changes import run
from crawler.analyse.tables import empty_table
from crawler.schema import TABLES

SITE = "https://clinic.example"
BEFORE = "20261121T021400Z"
_OF_BOTH = ("crawl", "analysis", "pages", "phone_ctas", "issues", "gaps", "coverage")
_OF_ONE = ("resources", "checks")
_CRAWLS = {"saw_all": True, "saw_all_before": True, "has_other_terms": False, "has_other_tool": False}

Row = Mapping[str, Any]


def page(path: str, **more: Any) -> Row:
    return {
        "url": SITE + path, "status": 200, "title": "Knee pain", "h1": "Knee pain", "indexable": True, "link_score": 100.0,
        "indexability": "indexable", "page_type": "condition", "content_hash": "a", "main_text": "a", "word_count": 400, **more,
    }  # fmt: skip


def phone(number: str, *, linked: bool = True, ownership: str = "main") -> Row:
    return {"url": SITE + "/", "number": number, "linked": linked, "ownership": ownership, "valid": True}


def issue(path: str, check: str = "title.missing", severity: str = "error") -> Row:
    return {"check_id": check, "url": SITE + path, "severity": severity, "evidence": "none"}


@pytest.fixture
def db() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as db:
        db.execute("CREATE SCHEMA previous; CREATE SCHEMA work")
        for table in (*_OF_BOTH, *_OF_ONE):
            db.execute(empty_table(table, TABLES[table].columns))
        for table in _OF_BOTH:
            db.execute(empty_table(f"previous.{table}", TABLES[table].columns))
        db.execute("CREATE TABLE work.seen (url VARCHAR, is_read BOOLEAN)")
        db.execute("CREATE TABLE work.seen_before (url VARCHAR, is_read BOOLEAN)")
        yield db


def told(db: duckdb.DuckDBPyConnection, rows: Mapping[str, Sequence[Row]], **crawls: bool) -> dict[str, Any]:
    """`kind field path`, and what was and is there. A check of titles ran."""
    given: dict[str, Sequence[Row]] = {
        "crawl": [{"crawl_id": "20261122T021400Z", "seed": SITE + "/"}],
        "previous.crawl": [{"crawl_id": BEFORE}],
        "previous.analysis": [{"formula_version": "3"}],
        "checks": [{"check_id": "title.missing", "title": "Pages without a title", "checked": 5}],
        "work.both_crawls": [{**_CRAWLS, **crawls}],
        **rows,
    }
    db.execute("CREATE TABLE work.both_crawls AS SELECT false AS saw_all, false AS saw_all_before, false AS has_other_terms, "
               "false AS has_other_tool LIMIT 0")  # fmt: skip
    for table, each in given.items():
        for row in each:
            names = ", ".join(f'"{name}"' for name in row)
            db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    run(db, "3")
    found = db.execute("SELECT kind, field, url, before, after FROM changes").fetchall()
    return {
        f"{kind} {field} {url.removeprefix(SITE)}": (before, after) for kind, field, url, before, after in found
    }


def weights(db: duckdb.DuckDBPyConnection) -> list[float]:
    return [weight for (weight,) in db.execute("SELECT weight FROM changes ORDER BY weight").fetchall()]


def test_the_first_crawl_has_nothing_to_compare_with(db: duckdb.DuckDBPyConnection) -> None:
    assert told(db, {"previous.crawl": [], "pages": [page("/")]}) == {}
    assert run(db, "3") is None


def test_it_names_the_crawl_that_it_compares_with(db: duckdb.DuckDBPyConnection) -> None:
    told(db, {})
    assert run(db, "3") == BEFORE


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({}, {}),
        ({"title": "Sore knees"}, {"page title /": ("Knee pain", "Sore knees")}),
        ({"h1": None}, {"page h1 /": ("Knee pain", None)}),
        ({"canonical": f"{SITE}/knee/"}, {"page canonical /": (None, f"{SITE}/knee/")}),
        ({"status": 404}, {"page status /": ("200", "404")}),
        ({"indexability": "noindex", "indexable": False}, {"page indexability /": ("indexable", "noindex")}),
        ({"author": "Ann Marlow"}, {"page author /": (None, "Ann Marlow")}),
        ({"content_hash": "b", "main_text": "b"}, {"page main_text /": ("400 words", "400 words")}),
        ({"main_text": "b"}, {}),  # other pages share its blocks: nobody edited it
        ({"link_score": 50.0, "inlinks": 2}, {}),
    ],
)
def test_edits(now: Row, expected: dict[str, Any], db: duckdb.DuckDBPyConnection) -> None:
    assert told(db, {"previous.pages": [page("/")], "pages": [page("/", **now)]}) == expected


def test_what_another_version_concluded_is_no_change(db: duckdb.DuckDBPyConnection) -> None:
    now = page("/", title="Sore knees", author="Ann Marlow", page_type="article", content_hash="b", main_text="b")
    rows: dict[str, Sequence[Row]] = {
        "previous.pages": [page("/")],
        "pages": [now],
        "issues": [issue("/")],
        "previous.phone_ctas": [phone("+13104531234")],
    }
    assert set(told(db, rows, has_other_tool=True)) == {"page title /"}


@pytest.mark.parametrize(
    ("seen", "saw_all", "expected"),
    [
        (None, True, {"page gone /old/": ("Knee pain", None)}),
        (None, False, {}),
        (True, False, {"page gone /old/": ("Knee pain", None)}),
        (False, False, {}),
    ],
)
def test_a_page_is_gone_where_that_was_seen(
    seen: bool | None, saw_all: bool, expected: dict[str, Any], db: duckdb.DuckDBPyConnection
) -> None:
    known = [] if seen is None else [{"url": f"{SITE}/old/", "is_read": seen}]
    rows: dict[str, Sequence[Row]] = {
        "previous.pages": [page("/old/")],
        "previous.issues": [issue("/old/")],
        "work.seen": known,
    }
    assert told(db, rows, saw_all=saw_all) == expected  # what it lacked is not fixed


@pytest.mark.parametrize(("saw_all", "expected"), [(True, {"page added /new/"}), (False, set())])
def test_a_page_is_new_where_it_was_not_there_before(
    saw_all: bool, expected: set[str], db: duckdb.DuckDBPyConnection
) -> None:
    assert set(told(db, {"pages": [page("/new/")]}, saw_all_before=saw_all)) == expected


def test_where_a_page_went_is_told(db: duckdb.DuckDBPyConnection) -> None:
    moved = {"url": f"{SITE}/old/", "outcome": "redirect", "status": 301, "final_url": f"{SITE}/"}
    found = told(db, {"previous.pages": [page("/old/")], "resources": [moved]})
    assert found == {"page gone /old/": ("Knee pain", f"{SITE}/")}


@pytest.mark.parametrize(
    ("before", "now", "expected", "weight"),
    [
        ([phone("+13104531234")], [], ("1 link", None), 90),
        ([], [phone("+13104531234")] * 2, (None, "2 links"), 90),
        ([phone("+13104531234")], [phone("+13104531234", linked=False)], ("1 link", "1 as text"), 60),
        ([phone("+13104531234")], [phone("+13104531234")] * 3, ("1 link", "3 links"), 10),
        ([phone("+13104531234", ownership="third_party")], [], ("1 link", None), 20),
    ],
)
def test_phones(
    before: list[Row], now: list[Row], expected: tuple[Any, Any], weight: int, db: duckdb.DuckDBPyConnection
) -> None:
    both = {"previous.pages": [page("/")], "pages": [page("/")]}
    found = told(db, {**both, "previous.phone_ctas": before, "phone_ctas": now})
    assert found == {"phone +13104531234 /": expected}
    assert weights(db) == [weight]


def test_a_phone_of_a_page_that_was_not_read_is_unknown(db: duckdb.DuckDBPyConnection) -> None:
    rows = {"previous.pages": [page("/")], "previous.phone_ctas": [phone("+13104531234")]}
    assert told(db, rows, saw_all=False) == {}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"pages": [page("/")]}, {"issue title.missing /": ("none", None)}),
        ({"pages": [page("/", indexable=False)]}, {}),
        ({"pages": [page("/")], "checks": []}, {}),
        ({"pages": [page("/")], "issues": [issue("/")]}, {}),
    ],
)
def test_an_issue_is_fixed_where_the_check_looked_again(
    rows: dict[str, Sequence[Row]], expected: dict[str, Any], db: duckdb.DuckDBPyConnection
) -> None:
    assert told(db, {"previous.pages": [page("/")], "previous.issues": [issue("/")], **rows}) == expected


@pytest.mark.parametrize(("is_read", "expected"), [(True, {"issue title.missing /plan.pdf"}), (False, set())])
def test_an_issue_of_no_page(is_read: bool, expected: set[str], db: duckdb.DuckDBPyConnection) -> None:
    seen = [{"url": f"{SITE}/plan.pdf", "is_read": is_read}]
    found = told(db, {"previous.issues": [issue("/plan.pdf")], "work.seen": seen}, saw_all=False)
    assert set(found) == expected


@pytest.mark.parametrize(
    ("before", "now", "terms", "expected"),
    [
        ("none", "covered", False, {"coverage condition:knee_oa /": ("none", "covered")}),
        ("none", "covered", True, {}),
        ("unknown", "covered", False, {}),
        ("strong", "unknown", False, {}),
    ],
)
def test_coverage(
    before: str, now: str, terms: bool, expected: dict[str, Any], db: duckdb.DuckDBPyConnection
) -> None:
    row = {"kind": "condition", "key": "knee_oa", "label": "Knee osteoarthritis", "tier": 1, "offered": "yes"}
    rows = {"previous.coverage": [{**row, "state": before}], "coverage": [{**row, "state": now}]}
    assert told(db, rows, has_other_terms=terms) == expected
    assert weights(db) == [75] * len(expected)


@pytest.mark.parametrize(
    ("before", "now", "is_told"),
    [
        (None, "new", True),
        ("new", "fixed", True),
        ("fixed", "fixed", False),
        ("fixed", "reopened", True),
        ("reopened", "reopened", False),
        ("new", "open", False),
        ("open", "unknown", False),
    ],
)
def test_gaps(before: str | None, now: str, is_told: bool, db: duckdb.DuckDBPyConnection) -> None:
    row = {"gap_id": "g", "title": "Write a page", "priority": 4.0}
    earlier = [{**row, "state": before}] if before else []
    found = told(db, {"previous.gaps": earlier, "gaps": [{**row, "state": now}]})
    assert found == ({"gap g /": (before, now)} if is_told else {})
