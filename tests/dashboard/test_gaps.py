"""What was decided about a gap: in the lists, on its own page, and as it is sent."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from crawler.decisions import Decision, decide, decisions_file, standing
from dashboard.app import create_app
from dashboard.dataset import Row
from dashboard.decisions import read_decisions
from dashboard.pages import gap
from dashboard.pages.coverage import layout
from dashboard.pages.gap_evidence import evidence
from dashboard.queries import gaps
from dashboard.store import Store
from tests import sample
from tests.dashboard.conftest import MORNING, view_of
from tests.dashboard.tree import links
from tests.dashboard.tree import text as text_of

OWN = {"Sec-Fetch-Site": "same-origin"}
AT = "2026-11-22T08:00:00Z"
LONG = "2999-12-31"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    sample.sample(tmp_path)
    return tmp_path


@pytest.fixture
def client(data: Path) -> FlaskClient:
    found: FlaskClient = create_app(Store(data), clock=lambda: MORNING).server.test_client()
    return found


def file_of(data: Path) -> Path:
    return decisions_file(data, sample.SITE.replace(":", "_"))


def titles(store: Store, standing: str | None = None) -> set[str]:
    return {row["gap_id"] for row in view_of(store).rows(*gaps.gaps(standing=standing))}


@pytest.mark.parametrize(
    ("decision", "is_to_do", "shown"),
    [
        (Decision("accepted", AT), True, "accepted"),
        (Decision("snoozed", AT, until=LONG), False, "snoozed"),
        (Decision("snoozed", AT, until="2020-01-01"), True, "reopened"),
        (Decision("wont_do", AT, reason="no room"), False, "wont_do"),
        (Decision("open", AT), True, None),
    ],
    ids=lambda value: str(getattr(value, "state", value)),
)
def test_a_decision_shows_at_once(data: Path, decision: Decision, is_to_do: bool, shown: str | None) -> None:
    store = Store(data)
    assert "gap-01" in titles(store)
    decide(file_of(data), "gap-01", decision)
    assert ("gap-01" in titles(store)) is is_to_do
    (row,) = view_of(store).rows(*gaps.gap("gap-01"))
    assert row["standing"] == (shown or "open")
    assert standing("open", decision, "2026-11-23", row["since"], row["first_seen"]) == row["standing"]


def test_the_list_shows_what_was_decided_when_asked(data: Path) -> None:
    decide(file_of(data), "gap-01", Decision("wont_do", AT, reason="no room"))
    store = Store(data)
    assert (
        "PRP for knee osteoarthritis"
        not in text_of(layout(view_of(store, "/coverage", "?gap=cell"))).rsplit("Everything that is missing", 1)[1]
    )
    shown = text_of(layout(view_of(store, "/coverage", "?decided=wont_do"))).rsplit(
        "Everything that is missing", 1
    )[1]
    assert "PRP for knee osteoarthritis" in shown
    assert "Won’t do" in shown


def test_a_broken_file_is_named_and_holds_nothing(data: Path) -> None:
    file_of(data).parent.mkdir()
    file_of(data).write_text("{")
    store = Store(data)
    assert "gap-01" in titles(store)
    assert "Correct it by hand" in text_of(layout(view_of(store, "/coverage")))
    assert "Correct it by hand" in text_of(gap.layout(view_of(store, "/gap", "?id=gap-01")))


def test_the_page_of_a_gap(data: Path) -> None:
    said = text_of(gap.layout(view_of(Store(data), "/gap", "?id=gap-04")))
    for words in (
        "Risks are not explained for PRP",
        "Snooze 30 days",
        "Won’t do",
        "Effort",
        "See all pages with this issue",
        "How well it is answered",
        sample.SCRIPT,
    ):
        assert words in said
    assert "Reopen" not in said
    assert said.count("Found: No link") == 1
    decide(file_of(data), "gap-04", Decision("wont_do", AT, reason="no room", by="Ann"))
    said = text_of(gap.layout(view_of(Store(data), "/gap", "?id=gap-04")))
    for words in ("Reopen", "no room", "By Ann."):
        assert words in said


EVIDENCE = {
    "state": "mentioned",
    "best_url": f"{sample.ROOT}/faq/",
    "grade": "certain",
    "in_sitemap": True,
    "page_types": {"condition": 2},
    "urls": ["https://other.example/prp/"],
    "queries": [
        {"query": "prp cost", "page": f"{sample.ROOT}/costs/", "clicks": 3, "impressions": 2673, "position": 14.3},
        {
            "query": "prp " + "knee " * 80,
            "page": f"{sample.ROOT}/prp/",
            "clicks": 0,
            "impressions": 9,
            "position": 8.0,
        },
    ],
}


def test_evidence_is_told_in_words_with_links(data: Path) -> None:
    row: Row = {"kind": "demand", "key": "prp", "evidence": json.dumps(EVIDENCE), "pages": None}
    found = evidence(view_of(Store(data), "/gap"), row)
    said = " ".join(text_of(found).split())
    for words in (
        "Best page /faq/",
        "How sure Certain",
        "In the sitemap Yes",
        "Kinds of pages Condition: 2",
        "“prp cost” /costs/ Clicks: 3; Times shown: 2,673; Position: 14.3",
        "How well it is answered Only mentioned",
    ):
        assert words in said
    assert "url" not in said.lower()
    assert len(said) < 700
    assert [href for href in links(found) if "other.example" in href] == ["https://other.example/prp/"]
    assert sum(href.startswith("/page?url=") for href in links(found)) == 3


@pytest.mark.parametrize("kept", [None, "", "no JSON", "[1]", "{}"])
def test_evidence_that_cannot_be_read_says_nothing(data: Path, kept: str | None) -> None:
    row: Row = {"kind": "demand", "key": "prp", "evidence": kept, "pages": []}
    assert text_of(evidence(view_of(Store(data), "/gap"), row)) == ""


def test_an_unknown_gap(data: Path) -> None:
    assert "no such gap" in text_of(gap.layout(view_of(Store(data), "/gap", "?id=nope")))


def test_what_is_sent_is_kept(client: FlaskClient, data: Path) -> None:
    form = {"site": sample.SITE, "gap": "gap-01", "state": "wont_do", "reason": " no room\x00 ", "by": ""}
    assert client.post("/decide", data=form, headers=OWN).status_code == 204
    kept = read_decisions(file_of(data))["gap-01"]
    assert kept == {"state": "wont_do", "at": "2026-11-22T09:00:00Z", "reason": "no room",
                    "title": "Nobody answers: PRP for knee osteoarthritis"}  # fmt: skip
    assert client.post("/decide", data={**form, "state": "snoozed"}, headers=OWN).status_code == 204
    assert read_decisions(file_of(data))["gap-01"]["until"] == "2026-12-22"


@pytest.mark.parametrize(
    ("changed", "headers", "status"),
    [
        ({}, {}, 403),
        ({}, {"Origin": "https://evil.example"}, 403),
        ({}, {"Origin": "null"}, 403),
        ({"gap": "nope"}, OWN, 404),
        ({"site": "other.example"}, OWN, 404),
        ({"site": "../../etc"}, OWN, 404),
        ({"state": "done"}, OWN, 404),
        ({"state": "wont_do"}, OWN, 422),
    ],
)
def test_what_is_refused(
    client: FlaskClient, data: Path, changed: Mapping[str, str], headers: Mapping[str, str], status: int
) -> None:
    form = {"site": sample.SITE, "gap": "gap-01", "state": "accepted", **changed}
    assert client.post("/decide", data=form, headers=headers).status_code == status
    assert not file_of(data).exists()


def test_a_broken_file_is_not_written_over(client: FlaskClient, data: Path) -> None:
    file_of(data).parent.mkdir()
    file_of(data).write_text("{")
    answer = client.post("/decide", data={"site": sample.SITE, "gap": "gap-01", "state": "accepted"}, headers=OWN)
    assert answer.status_code == 409
    assert "Correct it by hand" in answer.text
    assert file_of(data).read_text() == "{"
