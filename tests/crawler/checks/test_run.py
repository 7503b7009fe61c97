"""The step: what is counted, what is remembered from the crawl before, what a clinic may change."""

from collections.abc import Iterator

import duckdb
import pytest

from crawler.checks import CHECKS
from crawler.checks.run import run
from crawler.schema import TABLES
from tests.crawler.checks.site import (
    CRAWL_ID,
    HOME,
    Row,
    context,
    database,
    fill,
    known,
    link,
    listed,
    offers,
    page,
    phone,
    resource,
    row,
    url,
)
from tests.crawler.checks.test_cases import CASES

_CLINIC = (
    '{"@type": "MedicalClinic", "name": "Clinic", "address": "1 Harbor Street", "url": "https://clinic.test/"}'
)
_PROPERTIES = ["name", "address", "url", "telephone", "openingHours", "geo", "image"]


def _clean_site() -> list[Row]:
    kinds = {"/": "home", "/knee-pain": "condition", "/contact": "contact", "/privacy": "legal"}
    rows = [
        known(),
        row("structured_data", url=HOME, type="MedicalClinic", data=_CLINIC),
        row("structured_items", url=HOME, root_position=1, type="MedicalClinic", properties=_PROPERTIES),
    ]
    for path, kind in kinds.items():
        rows += [
            page(path, page_type=kind),
            resource(path, in_sitemap=True),
            listed(path),
            offers(path),
            phone(path),
        ]
        rows += [row("headings", url=url(path), level=1, text=f"Knee pain {path}", position=1)]
        rows += [row("images", url=url(path), src=url("/foot.svg"))]
        rows += [link(path, other) for other in kinds if other != path]
    return rows


@pytest.fixture
def db() -> Iterator[duckdb.DuckDBPyConnection]:
    with database() as connection:
        yield connection


def _issues(db: duckdb.DuckDBPyConnection, columns: str = "check_id, url") -> list[tuple[object, ...]]:
    return db.execute(f"SELECT {columns} FROM issues").fetchall()


def test_a_good_site_has_no_issue(db: duckdb.DuckDBPyConnection) -> None:
    fill(db, _clean_site())
    run(db, context())
    assert _issues(db, "check_id, url, evidence") == []
    assert db.execute("SELECT count(*), sum(failed) FROM checks").fetchall() == [(len(CHECKS), 0)]


def test_nothing_was_crawled_so_nothing_fails(db: duckdb.DuckDBPyConnection) -> None:
    fill(db, [])
    run(db, context())
    assert _issues(db) == []
    empty = dict(db.execute("SELECT check_id, checked FROM checks").fetchall())
    assert empty["title.missing"] == 0


def test_never_more_fail_than_are_checked(db: duckdb.DuckDBPyConnection) -> None:
    rows = [given for case in CASES for given in case.rows if given[0] != "crawl"]
    unique = {
        (table, columns.get("url")): (table, columns) for table, columns in rows if table in ("pages", "resources")
    }
    fill(db, [*unique.values(), *(given for given in rows if given[0] not in ("pages", "resources"))])
    run(db, context())
    assert db.execute("SELECT check_id FROM checks WHERE failed > checked").fetchall() == []
    failed = "SELECT check_id, failed FROM checks WHERE failed > 0 ORDER BY ALL"
    counted = "SELECT check_id, count(DISTINCT url) FROM issues GROUP BY ALL ORDER BY ALL"
    assert db.execute(failed).fetchall() == db.execute(counted).fetchall()
    assert len(db.execute(failed).fetchall()) > 50


def test_the_tables_are_as_the_schema_says(db: duckdb.DuckDBPyConnection) -> None:
    fill(db, _clean_site())
    run(db, context())
    for name in ("checks", "issues"):
        columns = [name for name, *_ in db.execute(f"DESCRIBE {name}").fetchall()]
        assert columns == [column.name for column in TABLES[name].columns]


def test_an_issue_is_one_row_with_all_its_evidence(db: duckdb.DuckDBPyConnection) -> None:
    images = [row("images", url=url("/a"), src=url(f"/{n}.svg"), alt=None) for n in (3, 1, 4, 1, 5)]
    fill(db, [page("/a"), *images])
    run(db, context())
    ((evidence,),) = db.execute("SELECT evidence FROM issues WHERE check_id = 'image.alt_missing'").fetchall()
    assert evidence == f"{HOME}1.svg; {HOME}3.svg; {HOME}4.svg … and 1 more"


def test_evidence_is_short(db: duckdb.DuckDBPyConnection) -> None:
    images = [row("images", url=url("/a"), src=url(f"/{n}{'x' * 200}.svg"), alt=None) for n in range(3)]
    fill(db, [page("/a"), *images])
    run(db, context())
    ((evidence,),) = db.execute("SELECT evidence FROM issues WHERE check_id = 'image.alt_missing'").fetchall()
    assert len(evidence) == 300
    assert evidence.endswith("…")


def test_what_a_form_asks_for_is_said_in_words(db: duckdb.DuckDBPyConnection) -> None:
    fields = ["name", "birth", "health"]
    fill(db, [page("/a"), row("forms", url=url("/a"), fields=fields, action="https://forms.example/1")])
    run(db, context())
    ((evidence,),) = db.execute(
        "SELECT evidence FROM issues WHERE check_id = 'form.health_sent_elsewhere'"
    ).fetchall()
    assert evidence == "Asks for health details, date of birth and goes to forms.example"


_EARLIER = "20261101T000000Z"


def _before(db: duckdb.DuckDBPyConnection, check_id: str, address: str, number: str | None) -> None:
    """Let the crawl before have told of an issue."""
    values = (check_id, address, "error", "worded otherwise", 7, number, _EARLIER, "new")
    db.execute("INSERT INTO previous.issues VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def test_an_issue_of_the_crawl_before_is_open_not_new(db: duckdb.DuckDBPyConnection) -> None:
    _before(db, "title.missing", url("/a"), None)
    fill(db, [page("/a", title=None), page("/b", title="")])
    run(db, context())
    assert db.execute("SELECT url, first_seen, state FROM issues WHERE check_id = 'title.missing'").fetchall() == [
        (url("/a"), _EARLIER, "open"),
        (url("/b"), CRAWL_ID, "new"),
    ]


def test_an_issue_is_of_one_number_and_names_the_first_place(db: duckdb.DuckDBPyConnection) -> None:
    fax, other = {"ownership": "fax", "cta_class": "fax"}, "+13104530002"
    fill(db, [page("/a"), phone("/a"), phone("/a", other, **fax), phone("/a", **fax), phone("/a", other, **fax)])
    run(db, context())
    of_fax = "SELECT mention, number FROM issues WHERE check_id = 'phone.fax_as_cta' ORDER BY mention"
    assert db.execute(of_fax).fetchall() == [(2, other), (3, "+13104531234")]
    assert db.execute("SELECT failed FROM checks WHERE check_id = 'phone.fax_as_cta'").fetchall() == [(1,)]


def test_an_issue_is_known_by_its_number(db: duckdb.DuckDBPyConnection) -> None:
    fax, other = {"ownership": "fax", "cta_class": "fax"}, "+13104530002"
    for path, number in (("/a", other), ("/old", None)):
        _before(db, "phone.fax_as_cta", url(path), number)
    rows = [phone(path, number, **fax) for path in ("/a", "/old") for number in (other, "+13104531234")]
    fill(db, [page("/a"), page("/old"), *rows])
    run(db, context())
    found = "SELECT url, number, state FROM issues WHERE check_id = 'phone.fax_as_cta' ORDER BY ALL"
    assert db.execute(found).fetchall() == [
        (url("/a"), other, "open"),
        (url("/a"), "+13104531234", "new"),
        (url("/old"), other, "open"),
        (url("/old"), "+13104531234", "open"),
    ]


def test_a_clinic_may_change_a_threshold(db: duckdb.DuckDBPyConnection) -> None:
    fill(db, [page("/a", title_px=640)])
    run(db, context({"title.too_long.max_px": 640}))
    assert ("title.too_long", url("/a")) not in _issues(db)
    run(db, context({"title.too_long.max_px": 639.5}))
    assert ("title.too_long", url("/a")) in _issues(db)


def test_running_twice_gives_the_same(db: duckdb.DuckDBPyConnection) -> None:
    fill(db, [given for case in CASES[:40] for given in case.rows if given[0] in ("links", "images", "blocks")])
    run(db, context())
    first = _issues(db, "*")
    run(db, context())
    assert _issues(db, "*") == first
