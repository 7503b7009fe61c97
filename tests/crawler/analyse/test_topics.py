"""Topics of a small site: which there are, how well they are covered, and what became of them since the crawl before."""

from typing import Any

import duckdb
import pytest

from crawler import __version__
from crawler.analyse import topic_changes, topics
from crawler.config import Clinic
from crawler.schema import TABLES
from tests.crawler.analyse.small_site import HOST, Page, Site, analysed, context, rows, text

_LONG = text(320)


def _page(path: str, title: str, *said: str, kind: str = "article", **more: Any) -> Page:
    return Page(path, title, [("h1", title), *(("p", words) for words in said)], page_type=kind, **more)


SITE = Site(
    [
        _page(
            "/knee-oa", "Knee osteoarthritis", f"Knee osteoarthritis wears cartilage. {_LONG}", kind="condition"
        ),
        _page("/exercise", "Exercise at home", "Knee osteoarthritis likes exercise. Sciatica does, too."),
        _page("/diary", "Sleep diary", "A sleep diary takes a week. Bring the sleep diary."),
        _page("/how", "How a sleep diary helps", "The sleep diary is read by us. A sleep diary helps."),
        _page("/dr-young", "Zoltan Youngblood", "Zoltan Youngblood likes a sleep diary.", kind="provider"),
        _page("/privacy", "Cookie banner", "Cookie banner text. Cookie banner again.", kind="legal"),
        _page("/terms", "Cookie banner terms", "Cookie banner text. Cookie banner again.", kind="legal"),
    ]
)


def _analysed(site: Site, clinic: Clinic | None = None) -> duckdb.DuckDBPyConnection:
    db = analysed(site, clinic)
    topics.run(db, context(clinic))
    return db


@pytest.fixture(scope="module")
def db() -> duckdb.DuckDBPyConnection:
    return _analysed(SITE)


def test_terms_and_phrases_are_topics(db: duckdb.DuckDBPyConnection) -> None:
    found = rows(db, "SELECT topic_id, label, kind FROM topics ORDER BY topic_id")
    assert found == [
        ("condition:knee_oa", "Knee osteoarthritis", "condition"),
        ("phrase:en:sleep diari", "Sleep diary", "phrase"),
        ("treatment:exercise", "Therapeutic exercise & core strengthening", "treatment"),
    ]


def test_how_well_a_topic_is_covered(db: duckdb.DuckDBPyConnection) -> None:
    columns = "pages, pages_about, pages_part, pages_mentioned, pages_main, state, best_url, change"
    [knee, diary, _] = rows(db, f"SELECT {columns} FROM topics ORDER BY topic_id")
    assert knee[:5] == (2, 1, 0, 1, 1)
    assert knee[6:] == (f"{HOST}/knee-oa", "first")
    assert diary[:6] == (3, 2, 0, 1, 2, "thin")


def test_pages_and_phrases_of_a_topic(db: duckdb.DuckDBPyConnection) -> None:
    found = rows(db, "SELECT url, strength, is_main FROM topic_pages WHERE topic_id LIKE 'phrase:%' ORDER BY url")
    assert found == [
        (f"{HOST}/diary", "about", True),
        (f"{HOST}/dr-young", "mentioned", False),
        (f"{HOST}/how", "about", True),
    ]
    assert ("sleep diari",) in rows(db, "SELECT key FROM topic_phrases WHERE topic_id LIKE 'phrase:%'")


def test_a_page_has_one_main_topic_at_most(db: duckdb.DuckDBPyConnection) -> None:
    assert rows(db, "SELECT url FROM topic_pages WHERE is_main GROUP BY url HAVING count(*) > 1") == []


def test_tables_are_as_declared(db: duckdb.DuckDBPyConnection) -> None:
    for name in ("topics", "topic_pages", "topic_phrases", "keyness"):
        columns = [column[0] for column in db.execute(f"DESCRIBE {name}").fetchall()]
        assert columns == [column.name for column in TABLES[name].columns]
        key = ", ".join(TABLES[name].key)
        assert rows(db, f"SELECT {key} FROM {name} GROUP BY {key} HAVING count(*) > 1") == []


def test_a_site_without_pages_has_no_topics() -> None:
    assert rows(_analysed(Site([])), "SELECT * FROM topics") == []


def test_a_topic_stays_while_a_page_names_it() -> None:
    db = analysed(SITE)
    _add(db, "previous.topics", topic_id="condition:sciatica", kind="condition", pages=4)
    topics.run(db, context())
    assert rows(db, "SELECT pages FROM topics WHERE topic_id = 'condition:sciatica'") == [(1,)]


def test_names_are_no_topics() -> None:
    db = analysed(SITE)
    topics.run(db, context(Clinic(brand=("Diary",))))
    assert rows(db, "SELECT topic_id FROM topics WHERE kind = 'phrase'") == []


def test_a_topic_under_another_label_keeps_its_id() -> None:
    db = analysed(SITE)
    keys = ["diari", "sleep diari"]
    for key in keys:
        _add(db, "previous.topic_phrases", topic_id="phrase:en:old name", key=key)
    topics.run(db, context())
    assert rows(db, "SELECT topic_id, label FROM topics WHERE kind = 'phrase'") == [
        ("phrase:en:old name", "Sleep diary")
    ]


A, B, C = (f"{HOST}/{name}" for name in "abc")
KEPT = {"was": [A], "now": [A]}


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({"was": [], "now": [A]}, ("new", None, 1, 0)),
        ({"was": [A], "now": [A, B]}, ("grown", 1, 1, 0)),
        ({"was": [A, B], "now": [A]}, ("shrunk", 2, 0, 1)),
        ({"was": [A], "now": [B]}, ("same", 1, 1, 1)),
        ({"was": [A], "now": [A]}, ("same", 1, 0, 0)),
        ({"was": [A], "now": []}, ("gone", 1, 0, 1)),
        # pages that could not be read this time
        ({"was": [A, B], "now": [A], "unread": [B]}, ("unknown", 2, 0, 0)),
        ({"was": [A], "now": [], "unread": [A]}, ("unknown", 1, 0, 0)),
        ({"was": [A], "now": [], "unread": [B]}, ("gone", 1, 0, 1)),
        ({"was": [A], "now": [B, C], "unread": [A]}, ("grown", 1, 2, 0)),
        # a crawl that ended early
        ({"was": [A, B], "now": [A], "outcome": "limited"}, ("unknown", 2, 0, 0)),
        ({"was": [A, B], "now": [A], "outcome": "limited", "read": [B]}, ("shrunk", 2, 0, 1)),
        ({"was": [A], "now": [], "outcome": "limited"}, ("unknown", 1, 0, 0)),
        # pages that could not be read the time before
        ({"was": [A], "now": [A, B], "unread_before": [B]}, ("unknown", 1, 0, 0)),
        ({"was": [], "now": [A], "unread_before": [A]}, ("unknown", None, 0, 0)),
        ({"was": [], "now": [A], "outcome_before": "limited"}, ("unknown", None, 0, 0)),
        ({"was": [A], "now": [A, B], "outcome_before": "limited", "read_before": [B]}, ("grown", 1, 1, 0)),
        # nothing to compare with, or not by the same words
        ({"was": None, "now": [A]}, ("first", None, None, None)),
        ({"was": [], "now": [A], "terms_before": "0"}, ("unknown", None, 1, 0)),
        ({"was": [A], "now": [A, B], "tool_before": "0"}, ("unknown", 1, 1, 0)),
        ({"was": [A], "now": [], "tool_before": "0"}, ("unknown", 1, 0, 1)),
        ({"was": [A], "now": [A, B], "tool_before": None}, ("unknown", 1, 1, 0)),
    ],
)  # fmt: skip
def test_what_became_of_a_topic(case: dict[str, Any], expected: tuple[Any, ...]) -> None:
    db = _moved(**case)
    columns = "change, pages_before, pages_added, pages_lost"
    assert rows(db, f"SELECT {columns} FROM topics WHERE topic_id = 'condition:x'") == [expected]


@pytest.mark.parametrize(
    ("before", "unread", "expected"),
    [((None, 3), [], ("gone", 3)), ((None, 3), [C], ("unknown", 3)), ((0, 3), [], None)],
)
def test_a_topic_that_was_not_seen_is_still_looked_for(
    before: tuple[int | None, int], unread: list[str], expected: tuple[str, int] | None
) -> None:
    db = _moved(was=[], now=[], unread=unread)
    _add(db, "previous.topics", topic_id="condition:y", kind="condition", pages=before[0], pages_before=before[1])
    topic_changes.run(db, "1")
    found = rows(db, "SELECT change, pages_before FROM topics WHERE topic_id = 'condition:y'")
    assert found == ([expected] if expected else [])


def _moved(
    was: list[str] | None,
    now: list[str],
    unread: list[str] = [],  # noqa: B006
    read: list[str] = [],  # noqa: B006
    outcome: str = "complete",
    unread_before: list[str] = [],  # noqa: B006
    read_before: list[str] = [],  # noqa: B006
    outcome_before: str = "complete",
    terms_before: str = "1",
    tool_before: str | None = __version__,
) -> duckdb.DuckDBPyConnection:
    """`topics` of a topic with these pages then and now; `read`: pages without it that were read, too."""
    db = analysed(Site([Page(url.removeprefix(HOST)) for url in {*now, *read}], outcome=outcome))
    for name in ("topics", "topic_pages", "topic_phrases"):
        db.execute(f"CREATE TABLE {name} AS FROM previous.{name}")
    db.execute(
        "CREATE TABLE work.seen_topics AS SELECT * EXCLUDE (pages_before, pages_added, pages_lost, change) FROM topics"
    )
    for url in unread:
        _add(db, "facts.resources", url=url, outcome="failed")
    for url in unread_before:
        _add(db, "previous.resources", url=url, outcome="server_error")
    for url in {*(was or []), *read_before}:
        _add(db, "previous.pages", url=url)
    _add(db, "previous.crawl", outcome=outcome_before, tool_version="0")
    _add(db, "previous.analysis", taxonomy_version=terms_before, tool_version=tool_before)
    if was is not None:
        _add(db, "previous.topics", topic_id="condition:other", kind="condition", pages=1)
    for table, urls in (("previous.topic", was or []), ("topic", now)):
        for url in urls:
            _add(db, f"{table}_pages", topic_id="condition:x", url=url)
    if was:
        _add(db, "previous.topics", topic_id="condition:x", kind="condition", pages=len(was))
    if now:
        _add(db, "work.seen_topics", topic_id="condition:x", kind="condition", pages=len(now))
    topic_changes.run(db, "1")
    return db


def _add(db: duckdb.DuckDBPyConnection, table: str, **values: object) -> None:
    names = ", ".join(values)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", list(values.values()))
