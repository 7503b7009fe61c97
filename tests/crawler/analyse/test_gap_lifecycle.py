"""What becomes of a gap from crawl to crawl, and what it takes to be called fixed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from crawler.analyse.gaps.gap import RULE_VERSION, Gap
from crawler.analyse.gaps.lifecycle import with_history
from crawler.analyse.gaps.verdict import Seen
from crawler.config import Clinic
from crawler.decisions import Decision, decide
from crawler.tables.coverage import GapRow
from tests.crawler.analyse.small_site import CRAWL_ID, HOST, STEPS, Page, Site, context, database, rows, text

CLINIC = Clinic(packs=("musculoskeletal",), offered=("prolotherapy", "prp"))
BEFORE = "20261121T021400Z"
HOME = Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", text(300))], page_type="home")
PROLOTHERAPY = Page(
    "/prolotherapy",
    "Prolotherapy",
    [("h1", "Prolotherapy"), ("h2", "What is prolotherapy?"), ("p", "Prolotherapy helps. " + text(700))],
    page_type="treatment",
    cta="missing",
    cta_score=0,
)
PRP = Page(
    "/prp",
    "PRP",
    [("h1", "PRP"), ("h2", "What is PRP?"), ("p", "PRP helps some. " + text(700))],
    page_type="treatment",
)
SITE = Site([HOME, PROLOTHERAPY])
CTA = ("cta", PROLOTHERAPY.url)
TOPIC = ("topic", "prp")
COST = ("intent", "cost:prolotherapy")


def night(
    site: Site, before: Sequence[Mapping[str, Any]] = (), decisions: Path | None = None
) -> list[dict[str, Any]]:
    """Gaps of a crawl, as rows by column."""
    db = database(replace(site, before=before))
    for step in STEPS:
        step.run(db, replace(context(CLINIC), decisions=decisions))
    return [dict(zip(GapRow._fields, row, strict=True)) for row in rows(db, "FROM gaps ORDER BY gap_id")]


@pytest.fixture(scope="module")
def first() -> list[dict[str, Any]]:
    """A night before, in which everything was new."""
    stamps = {"first_seen": BEFORE, "last_seen": BEFORE, "since": BEFORE}
    return [{**row, **stamps} for row in night(SITE)]


def state(found: Sequence[Mapping[str, Any]], name: tuple[str, str]) -> str | None:
    states = [row["state"] for row in found if (row["kind"], row["key"]) == name]
    assert len(states) <= 1
    return states[0] if states else None


def test_ids_do_not_depend_on_the_order_of_pages(first: list[dict[str, Any]]) -> None:
    again = night(replace(SITE, pages=list(reversed(SITE.pages))), first)
    assert [row["gap_id"] for row in again] == [row["gap_id"] for row in first]
    assert {row["state"] for row in again} == {"open"}
    assert {(row["first_seen"], row["since"], row["last_seen"]) for row in again} == {(BEFORE, BEFORE, CRAWL_ID)}


MENDED = replace(SITE, pages=[HOME, replace(PROLOTHERAPY, cta="tap", cta_score=90), PRP])
UNREAD = Site([HOME], unread={"/prolotherapy": "failed"})


@pytest.mark.parametrize(
    ("site", "name", "expected"),
    [
        (MENDED, CTA, "fixed"),
        (MENDED, TOPIC, "fixed"),
        (MENDED, COST, "open"),
        (UNREAD, CTA, "unknown"),
        (UNREAD, COST, "unknown"),
        (UNREAD, TOPIC, "open"),
        (Site([HOME], unread={"/prolotherapy": "rate_limited"}), CTA, "unknown"),
        (Site([HOME], unread={"/prolotherapy": "blocked_robots"}), CTA, "unknown"),
        (Site([HOME], unread={"/prolotherapy": "server_error"}), CTA, "unknown"),
        (Site([HOME], outcome="limited"), CTA, "unknown"),
        (Site([HOME], outcome="limited"), TOPIC, "unknown"),
        (Site([HOME], outcome="stopped"), COST, "unknown"),
        (replace(MENDED, outcome="limited"), CTA, "fixed"),
        (Site([HOME]), CTA, None),
        (Site([HOME], moved={"/prolotherapy": "/"}), CTA, None),
    ],
)
def test_gone_is_not_fixed(
    first: list[dict[str, Any]], site: Site, name: tuple[str, str], expected: str | None
) -> None:
    assert state(night(site, first), name) == expected


def test_unknown_then_seen_again(first: list[dict[str, Any]]) -> None:
    second = night(UNREAD, first)
    (unseen,) = [row for row in second if (row["kind"], row["key"]) == CTA]
    assert (unseen["last_seen"], unseen["since"]) == (BEFORE, BEFORE)
    assert state(night(SITE, second), CTA) == "open"
    assert state(night(MENDED, second), CTA) == "fixed"


def test_fixed_then_back(first: list[dict[str, Any]]) -> None:
    fixed = night(MENDED, first)
    assert state(night(MENDED, fixed), CTA) == "fixed"
    (back,) = [row for row in night(SITE, fixed) if (row["kind"], row["key"]) == CTA]
    assert (back["state"], back["first_seen"], back["since"]) == ("reopened", BEFORE, CRAWL_ID)


def test_what_is_no_longer_offered_was_not_fixed(first: list[dict[str, Any]]) -> None:
    db = database(replace(SITE, before=first))
    struck = Clinic(packs=("musculoskeletal",), offered=("prolotherapy",), not_offered=("prp",))
    for step in STEPS:
        step.run(db, context(struck))
    assert rows(db, "SELECT state FROM gaps WHERE key = 'prp'") == []


def test_from_single_pages_to_the_site_nothing_is_fixed() -> None:
    def pages(count: int) -> Site:
        bad = [Page(f"/{n}", f"P{n}", [("p", text(400))], cta="missing", cta_score=0) for n in range(count)]
        good = [Page(f"/good{n}", f"G{n}", [("p", text(400))]) for n in range(9 - count)]
        return Site([HOME, *bad, *good])

    single, joint = night(pages(4)), night(pages(9))
    after = night(pages(9), [{**row, "first_seen": BEFORE} for row in single])
    assert [row["key"] for row in after if row["kind"] == "cta"] == ["site:missing"]
    after = night(pages(4), [{**row, "first_seen": BEFORE} for row in joint])
    ctas = [row for row in after if row["kind"] == "cta"]
    assert {(row["state"], row["first_seen"]) for row in ctas} == {("open", BEFORE)}
    assert len(ctas) == 4


def test_decisions_are_noted(first: list[dict[str, Any]], tmp_path: Path) -> None:
    file = tmp_path / "clinic.example.json"
    gap_id = {(row["kind"], row["key"]): row["gap_id"] for row in first}[CTA]
    decide(file, gap_id, Decision("wont_do", "2026-11-21T10:00:00Z", reason="no room"))
    noted = {row["gap_id"]: row["decision"] for row in night(SITE, first, file) if row["decision"]}
    assert noted == {gap_id: "wont_do"}
    fixed = night(MENDED, first, file)
    assert {row["gap_id"]: row["decision"] for row in night(SITE, fixed, file)}[gap_id] is None


GAP = Gap("cta", "missing", "u", "u", 4, 0.9, "S", "t", "w", "a", pages=("u",))


def seen(**more: Any) -> Seen:
    usual: dict[str, Any] = {
        "read": {"u"},
        "gone": set(),
        "known": {"u"},
        "content": {"u"},
        "listed": set(),
        "whole": True,
        "coverage": {},
        "checked": {},
    }
    return Seen(crawl_id=CRAWL_ID, unjudged=more.pop("unjudged", set()), **{**usual, **more})


def before(**more: Any) -> GapRow:
    (row,) = with_history([GAP], [], replace(seen(), crawl_id=BEFORE))
    return row._replace(**more)


@pytest.mark.parametrize(
    ("old", "now", "expected"),
    [
        ({}, {}, ["fixed"]),
        ({}, {"read": set(), "known": {"u"}}, ["unknown"]),
        ({"rule_version": "1"}, {}, []),
        ({"rule_version": None, "pages": None}, {}, []),
        ({"kind": "striking"}, {"unjudged": {"striking"}}, ["unknown"]),
        ({"kind": "internal_link", "rule": "orphan"}, {"whole": False}, ["unknown"]),
        ({"kind": "internal_link", "rule": "orphan"}, {}, ["fixed"]),
        ({"rule": "sitemap.redirect", "kind": "sitemap"}, {"read": set(), "gone": {"u"}}, ["unknown"]),
        (
            {"rule": "sitemap.redirect", "kind": "sitemap"},
            {"read": set(), "gone": {"u"}, "checked": {"sitemap.redirect": 9}},
            ["fixed"],
        ),
        ({"rule": "structured_data.missing", "pages": ["u"]}, {"whole": False}, ["unknown"]),
        ({"pages": ["u"] * 500}, {"whole": False}, ["unknown"]),
        ({"pages": []}, {"whole": False}, ["unknown"]),
        ({}, {"content": set()}, []),
        ({"kind": "internal_link", "rule": "hub", "key": "condition"}, {}, []),
        ({"kind": "internal_link", "rule": "hub", "key": "condition"}, {"listed": {"condition"}}, ["fixed"]),
        ({"state": "fixed", "since": BEFORE}, {}, ["fixed"]),
        ({"state": "fixed", "since": "20251101T000000Z"}, {}, []),
    ],
)
def test_verdicts(old: dict[str, Any], now: dict[str, Any], expected: list[str]) -> None:
    assert [row.state for row in with_history([], [before(**old)], seen(**now))] == expected


def test_rows_name_the_version_of_the_rules() -> None:
    assert before().rule_version == RULE_VERSION
    assert before().pages == ["u"]
    assert HOST not in before().key
