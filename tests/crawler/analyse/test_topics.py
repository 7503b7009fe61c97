"""Topics of a small site: which there are, how well they are covered, and what became of them since the crawl before."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import duckdb
import pytest

from crawler import __version__
from crawler.analyse import keywords, targets, topic_changes, topics
from crawler.analyse.text.tokens import stems
from crawler.config import Clinic
from crawler.schema import TABLES
from tests.crawler.analyse.small_site import HOST, Page, Site, analysed_anew, context, rows, text

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
    db = analysed_anew(site, clinic, last=targets)
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
    db = analysed_anew(SITE, last=targets)
    _add(db, "previous.topics", topic_id="condition:sciatica", kind="condition", pages=4)
    topics.run(db, context())
    assert rows(db, "SELECT pages FROM topics WHERE topic_id = 'condition:sciatica'") == [(1,)]


def test_names_are_no_topics() -> None:
    db = analysed_anew(SITE, last=targets)
    topics.run(db, context(Clinic(brand=("Diary",))))
    assert rows(db, "SELECT topic_id FROM topics WHERE kind = 'phrase'") == []


def _phrase_topics(db: duckdb.DuckDBPyConnection) -> list[str]:
    return [label for (label,) in rows(db, "SELECT label FROM topics WHERE kind = 'phrase' ORDER BY label")]


@pytest.mark.parametrize(
    ("clinic", "site", "expected"),
    [
        ({"name": "Lakeside Sleep Clinic"}, {}, ["Sleep diary"]),
        ({"name": "Sleep Diary"}, {}, []),
        ({"brand": ["Zorblax Diary"]}, {}, ["Sleep diary"]),
        ({}, {"names": ["Lakeside Sleep Diary Shop"]}, ["Sleep diary"]),
        ({}, {"names": ["Sleep Diary"]}, []),
        ({}, {"places": ["1 Asleep Diary Lane"]}, ["Sleep diary"]),
        ({}, {"places": ["1 Sleep Diary Lane"]}, []),
        ({}, {"places": ["Sleep Valley"]}, ["Sleep diary"]),
    ],
)
def test_only_a_whole_name_or_a_rare_word_of_it_is_no_topic(
    clinic: dict[str, Any], site: dict[str, Any], expected: list[str]
) -> None:
    assert _phrase_topics(_analysed(replace(SITE, **site), Clinic(**clinic))) == expected


def test_a_rare_word_of_a_name_is_no_topic() -> None:
    pages = [
        _page(f"/{n}", f"Zorblax diary {n}", "The Zorblax diary is ours. A Zorblax diary helps.") for n in range(3)
    ]
    assert _phrase_topics(_analysed(Site(pages))) == ["Zorblax diary"]
    assert _phrase_topics(_analysed(Site(pages), Clinic(name="Zorblax Sleep Clinic"))) == []


def test_degrees_are_no_name() -> None:
    said = "An MSC count is quick. Ask about the MSC count. The MSC count helps."
    pages = [_page(f"/{n}", f"MSC count {n}", said) for n in range(3)]
    assert _phrase_topics(_analysed(Site(pages, names=["Zoltan Youngblood, MSc"]))) == ["MSC count"]


def test_first_names_do_not_set_a_site_apart() -> None:
    said = "Karen listens. Ask Karen first. Halotherapy helps, says Karen. We like halotherapy. Our halotherapy is calm."
    db = _analysed(Site([_page(f"/{n}", f"Salt {n}", said) for n in range(3)]))
    assert {word for (word,) in rows(db, "SELECT word FROM keyness")} & {"karen", "halotherapy"} == {"halotherapy"}


def test_a_word_that_the_site_writes_small_is_no_name() -> None:
    said = "Halotherapy soothes the nose. Ask us about halotherapy today. After halotherapy you rest."
    pages = [_page(f"/{n}", f"Salt halotherapy {n}", said) for n in range(3)]
    assert _phrase_topics(_analysed(Site(pages), Clinic(name="Marlow Halotherapy Clinic"))) != []


def test_topics_past_the_most_are_not_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three new topics, each on more pages, push two that were there past the number that is shown."""
    monkeypatch.setattr("crawler.analyse.topic_phrases._MOST_TOPICS", 2)
    old, new = ("sleep diary", "iron infusion"), ("eye drops", "desk chair", "gait belt")
    pages = [_page(f"/{n}/{at}", said, f"The {said} is good. Ask about the {said}. The {said} helps.")
             for said, many in [*((one, 2) for one in old), *((one, 4) for one in new)]
             for n, at in [(at, said.replace(" ", "-")) for at in range(many)]]  # fmt: skip
    db = analysed_anew(Site(pages))
    for said in old:
        key = " ".join(stems(said))
        _add(db, "previous.topics", topic_id=f"phrase:en:{key}", kind="phrase", language="en", label=said, pages=2)
        _add(db, "previous.topic_phrases", topic_id=f"phrase:en:{key}", key=key)
    _add(db, "previous.crawl", outcome="complete")
    topics.run(db, context())
    assert len(_phrase_topics(db)) == 4
    assert rows(db, "SELECT topic_id FROM topics WHERE change = 'gone'") == []


def test_a_phrase_of_two_languages_is_shown_in_the_same_one() -> None:
    db = duckdb.connect()
    db.execute("CREATE SCHEMA work; CREATE TABLE topic_pages AS SELECT 'a' AS topic_id")
    db.execute(
        "CREATE TABLE work.topic_phrases AS FROM (VALUES ('a', 'en', 'k'), ('a', 'fr', 'k')) t(topic_id, language, key)"
    )
    shown = set()
    for order in ("", "DESC"):
        db.execute(
            "CREATE OR REPLACE TABLE work.site_phrases AS FROM (VALUES ('en', 'k', 'One', 2, 3), ('fr', 'k', 'Two', 2, 3)) "
            f"t(language, key, keyphrase, pages, uses) ORDER BY language {order}"
        )
        db.execute(topics._PHRASES)
        shown.update(rows(db, "SELECT keyphrase FROM topic_phrases"))
    assert len(shown) == 1


def test_a_topic_under_another_label_keeps_its_id() -> None:
    db = analysed_anew(SITE, last=targets)
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
        # a page that was not read the time before either leads to nothing that was known
        ({"was": [A], "now": [], "unread": [B]}, ("gone", 1, 0, 1)),
        ({"was": [A], "now": [], "unread": [B], "unread_before": [B]}, ("gone", 1, 0, 1)),
        # pages that only a page that could not be read this time, or the time before, may lead to
        ({"was": [A], "now": [], "unread": [B], "read_before": [B]}, ("unknown", 1, 0, 0)),
        ({"was": [A, C], "now": [A], "unread": [B], "read_before": [B]}, ("unknown", 2, 0, 0)),
        ({"was": [A, C], "now": [A], "unread": [B], "read_before": [B], "read": [C]}, ("shrunk", 2, 0, 1)),
        ({"was": [A], "now": [A, C], "unread_before": [B], "read": [B]}, ("unknown", 1, 0, 0)),
        ({"was": [], "now": [A], "unread_before": [B], "read": [B]}, ("unknown", None, 0, 0)),
        # a server that forbids, or sends a page of its own instead
        ({"was": [A], "now": [], "status": {A: 403}}, ("unknown", 1, 0, 0)),
        ({"was": [A], "now": [], "status": {A: 404}}, ("gone", 1, 0, 1)),
        ({"was": [A], "now": [], "refused": [A]}, ("unknown", 1, 0, 0)),
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


@pytest.mark.parametrize(("unread", "expected"), [([A], (None, None, None)), ([], (0, 0, 0))])
def test_what_was_not_seen_has_no_numbers(unread: list[str], expected: tuple[int | None, ...]) -> None:
    db = _moved(was=[A], now=[], unread=unread)
    assert rows(db, "SELECT pages, pages_about, share FROM topics WHERE topic_id = 'condition:x'") == [expected]


def _moved(
    was: list[str] | None,
    now: list[str],
    unread: list[str] = [],  # noqa: B006
    read: list[str] = [],  # noqa: B006
    outcome: str = "complete",
    status: Mapping[str, int] = {},
    refused: list[str] = [],  # noqa: B006
    unread_before: list[str] = [],  # noqa: B006
    read_before: list[str] = [],  # noqa: B006
    outcome_before: str = "complete",
    terms_before: str = "1",
    tool_before: str | None = __version__,
) -> duckdb.DuckDBPyConnection:
    """`topics` of a topic with these pages then and now; `read`: pages without it that were read, too; `refused`: those
    that say so."""
    db = analysed_anew(
        Site([Page(url.removeprefix(HOST)) for url in {*now, *read, *refused}], outcome=outcome), last=keywords
    )
    db.execute(
        "UPDATE pages SET error_phrase = 'Just a moment' WHERE url IN (FROM unnest($urls))", {"urls": refused}
    )
    for name in ("topics", "topic_pages", "topic_phrases"):
        db.execute(f"CREATE TABLE {name} AS FROM previous.{name}")
    db.execute(
        "CREATE TABLE work.seen_topics AS SELECT * EXCLUDE (pages_before, pages_added, pages_lost, change) FROM topics"
    )
    for url in unread:
        _add(db, "facts.resources", url=url, outcome="failed", kind="page")
    for url, code in status.items():
        _add(db, "facts.resources", url=url, outcome="client_error", status=code, kind="page")
    for url in unread_before:
        _add(db, "previous.resources", url=url, outcome="server_error", kind="page")
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
