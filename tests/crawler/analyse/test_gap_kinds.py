"""For every kind of gap a site that has it, and one that nearly has it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from crawler.analyse.gaps.check_kinds import KINDS
from crawler.checks import CHECKS
from crawler.config import Clinic
from tests.crawler.analyse.small_site import HOST, Link, Page, Site, analysed, rows, text

CLINIC = Clinic(packs=("musculoskeletal",), offered=("prolotherapy", "prp", "shockwave"))
HOME = Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", text(300))], page_type="home")


def about(path: str, name: str, page_type: str = "condition", said: str = "", **more: Any) -> Page:
    blocks = [("h1", name), ("h2", f"{name} symptoms"), ("p", f"{name} hurts. " + text(700)), ("p", said)]
    return Page(path, name, blocks, page_type=page_type, **more)


KNEE = about("/knee-pain", "Knee pain")
PROLOTHERAPY = about("/prolotherapy", "Prolotherapy", "treatment")
SITE = Site([HOME, KNEE, PROLOTHERAPY])


def found(site: Site, kind: str, clinic: Clinic = CLINIC) -> list[dict[str, Any]]:
    names = ("rule", "key", "url", "title", "severity", "demand", "priority", "evidence", "pages", "entities")
    got = rows(analysed(site, clinic), f"SELECT {', '.join(names)} FROM gaps WHERE kind = ? ORDER BY key", kind)
    gaps = [dict(zip(names, row, strict=True)) for row in got]
    return [{**gap, "evidence": json.loads(gap["evidence"])} for gap in gaps]


def of_rule(site: Site, kind: str, rule: str) -> list[dict[str, Any]]:
    return [gap for gap in found(site, kind) if gap["rule"] == rule]


MENTION = about("/hip-pain", "Hip pain", said="Some patients ask about prolotherapy for it.")


@pytest.mark.parametrize(
    ("pages", "links", "sources"),
    [
        ([MENTION], [], ["/hip-pain"]),
        ([MENTION], [Link("/hip-pain", "/prolotherapy", "more")], None),
        ([MENTION], [Link("/hip-pain", "/old-prolotherapy", "more")], None),
        ([replace(MENTION, lang="fr")], [], None),
        ([about("/hip-pain", "Hip pain", said="Nothing else helps.")], [], None),
        ([about("/hip-pain", "Prolotherapy for the hip", "treatment")], [], None),
    ],
    ids=["named", "linked", "linked over a redirect", "other language", "not named", "about it itself"],
)
def test_a_name_without_a_link(pages: list[Page], links: list[Link], sources: list[str] | None) -> None:
    site = replace(SITE, pages=[*SITE.pages, *pages], links=links, moved={"/old-prolotherapy": "/prolotherapy"})
    gaps = [gap for gap in of_rule(site, "internal_link", "mention") if gap["key"] == "treatment:prolotherapy"]
    assert [gap["evidence"]["sources"] for gap in gaps] == ([[HOST + url for url in sources]] if sources else [])
    if gaps:
        assert gaps[0]["evidence"]["sentences"] == [
            {"url": HOST + "/hip-pain", "sentence": "Some patients ask about prolotherapy for it."}
        ]
        assert gaps[0]["url"] == HOST + "/hip-pain"
        assert gaps[0]["entities"] == ["treatment:prolotherapy"]


CONDITIONS = [KNEE, *(about(f"/{n}", f"Condition {n}") for n in range(4))]
LIST = Page("/conditions", "What we treat", [("p", text(300))], page_type="other")


@pytest.mark.parametrize(
    ("listed", "zone", "missing"),
    [
        (["/knee-pain", "/0", "/1"], "main", ["/2", "/3"]),
        (["/knee-pain", "/0", "/1", "/2", "/3"], "main", None),
        (["/knee-pain", "/0"], "main", None),
        (["/knee-pain", "/0", "/1"], "nav", None),
    ],
    ids=["leaves out two", "whole", "lists less than half", "the menu is no list"],
)
def test_a_list_that_leaves_a_page_out(listed: list[str], zone: str, missing: list[str] | None) -> None:
    links = [Link("/conditions", target, "more", zone) for target in listed]
    gaps = of_rule(Site([HOME, LIST, *CONDITIONS], links), "internal_link", "hub")
    assert [gap["evidence"]["missing"] for gap in gaps] == ([[HOST + url for url in missing]] if missing else [])
    assert all(gap["url"] == HOST + "/conditions" for gap in gaps)


def checked(failed: Mapping[str, Sequence[str]]) -> Site:
    """The site, and the paths at which checks failed."""
    usual = {"title": "It fails", "why": "It matters", "fix": "Do it", "checked": 3}
    issues = [
        {"check_id": check, "url": HOST + path, "evidence": f"seen on {path}"}
        for check, paths in failed.items()
        for path in paths
    ]
    return replace(SITE, issues=issues, checks=[{"check_id": check, **usual} for check in failed])


Night = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module", params=[["/", "/knee-pain"], ["/knee-pain"]], ids=["two pages", "one page"])
def all_failed(request: pytest.FixtureRequest) -> tuple[list[str], Night]:
    """Paths at which every check that may be a gap failed, and the gaps of each check."""
    site = checked(dict.fromkeys([*KINDS, "url.underscore"], request.param))
    names = ("rule", "kind", "title", "url", "evidence", "pages")
    by_rule: Night = {}
    for row in rows(analysed(site, CLINIC), f"SELECT {', '.join(names)} FROM gaps"):
        by_rule.setdefault(row[0], []).append(dict(zip(names, row, strict=True)))
    return request.param, by_rule


@pytest.mark.parametrize("check_id", sorted(KINDS))
def test_a_failed_check_is_one_gap(check_id: str, all_failed: tuple[list[str], Night]) -> None:
    paths, gaps = all_failed
    (gap,) = gaps[check_id]
    assert gap["kind"] == KINDS[check_id].kind
    assert json.loads(gap["evidence"])["check"] == check_id
    if len(paths) == 1:
        assert (gap["title"], gap["url"]) == ("It fails: Knee pain", KNEE.url)
    else:
        assert (gap["title"], gap["url"]) == ("It fails: 2 of 3 pages", None)
        assert gap["pages"] == [HOST + path for path in paths]


def test_other_checks_stay_issues(all_failed: tuple[list[str], Night]) -> None:
    assert "url.underscore" not in all_failed[1]


def test_gaps_name_checks_that_there_are() -> None:
    assert KINDS.keys() <= {check.id for check in CHECKS}


@pytest.mark.parametrize(("modified", "severity"), [("2024-06-01", 3), ("2023-06-01", 4)])
def test_three_years_without_a_change_are_grave(modified: str, severity: int) -> None:
    site = checked({"trust.date_old": ["/knee-pain"]})
    site = replace(site, pages=[HOME, replace(KNEE, modified=modified), PROLOTHERAPY])
    assert [gap["severity"] for gap in found(site, "freshness")] == [severity]


@pytest.mark.parametrize("check_id", ["content.thin", "content.short_for_type"])
def test_a_thin_page_is_what_the_check_says(check_id: str) -> None:
    (gap,) = of_rule(checked({check_id: ["/knee-pain"]}), "thin", "page")
    assert (gap["key"], gap["evidence"]["check"]) == (KNEE.url, check_id)
    assert of_rule(SITE, "thin", "page") == []


def search(query: str, impressions: int, page: str | None = None, **more: Any) -> Mapping[str, Any]:
    usual = {"clicks": impressions // 5, "position": 3.0, "is_brand": False, "is_reliable": True}
    days = {"period_start": "2026-10-01", "period_end": "2026-10-28", "source": "a.csv", "key": query}
    return {"query": query, "impressions": impressions, "page": page and HOST + page, **usual, **days, **more}


def searched(*searches: Mapping[str, Any], pages: Sequence[Page] = SITE.pages) -> Site:
    return replace(SITE, demand=searches, pages=pages)


def test_a_missing_topic_carries_its_demand() -> None:
    site = searched(search("prp injections", 200, "/"), search("prp injections", 50, "/knee-pain"))
    (gap,) = [gap for gap in found(site, "topic") if gap["key"] == "prp"]
    assert gap["demand"] == 200
    assert gap["evidence"]["queries"][0]["query"] == "prp injections"
    assert gap["priority"] == pytest.approx(5 * 0.9 * (1 + 2.303) / 2, abs=0.01)
    assert not found(site, "demand")
    assert [gap["demand"] for gap in found(SITE, "topic") if gap["key"] == "prp"] == [None]


CRAMP = about("/cramps", "Cramps", "article", said="It is not shin splints.")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (search("shin splints", 50), [50]),
        (search("shin splints", 49), []),
        (search("shin splints", 90, period_end="2026-11-25"), []),
        (search("shin splints", 500, is_brand=True), []),
        (search("shin splints", 500, is_reliable=False), []),
    ],
)
def test_searches_without_a_page(given: Mapping[str, Any], expected: list[int]) -> None:
    site = searched(given, pages=[*SITE.pages, CRAMP])
    gaps = of_rule(site, "demand", "no_page")
    assert [gap["demand"] for gap in gaps] == expected


@pytest.mark.parametrize(
    ("page", "rule"), [("/knee-pain", ["other_page"]), ("/prolotherapy", []), ("/", []), (None, [])]
)
def test_searches_shown_on_another_page(page: str | None, rule: list[str]) -> None:
    gaps = found(searched(search("what is prolotherapy", 80, page)), "demand")
    assert [gap["rule"] for gap in gaps] == rule
    assert all(gap["url"] == PROLOTHERAPY.url for gap in gaps)


@pytest.mark.parametrize(
    ("position", "impressions", "kind"),
    [(8.0, 30, 1), (20.0, 30, 1), (7.9, 30, 0), (20.1, 30, 0), (12.0, 29, 0)],
)
def test_nearly_in_sight(position: float, impressions: int, kind: int) -> None:
    site = searched(search("sore knees", impressions, "/knee-pain", position=position))
    gaps = found(site, "striking")
    assert len(gaps) == kind
    assert all(gap["key"] == KNEE.url for gap in gaps)


@pytest.mark.parametrize(
    ("clicks", "impressions", "position", "count"),
    [(4, 100, 3.2, 1), (7, 100, 3.2, 0), (4, 99, 3.2, 0), (0, 100, 10.4, 0), (0, 100, 10.0, 1)],
    ids=["few", "usual", "rarely shown", "too far down", "tenth"],
)
def test_few_clicks(clicks: int, impressions: int, position: float, count: int) -> None:
    site = searched(search("sore knees", impressions, "/knee-pain", position=position, clicks=clicks))
    assert len(found(site, "ctr")) == count


def test_the_own_curve_tells_what_is_usual() -> None:
    own = [search(f"our other search {n}", 2000, "/", position=3.0, clicks=40) for n in range(2)]
    few = search("sore knees", 100, "/knee-pain", position=3.0, clicks=2)
    assert found(searched(*own, few), "ctr") == []


def test_limits_of_the_clinic() -> None:
    given = searched(search("sore knees", 10, "/knee-pain", position=12.0))
    low = CLINIC.model_copy(update={"thresholds": {"gap.striking.min_impressions": 10}})
    assert (len(found(given, "striking")), len(found(given, "striking", low))) == (0, 1)


def rival(kind: str, key: str, state: str, competitors: int = 2) -> Mapping[str, Any]:
    return {"kind": kind, "language": "", "key": key, "label": key, "competitors": competitors, "our_pages": 0,
            "sites": ["one.example", "two.example"], "urls": ["https://one.example/a", "https://two.example/b"],
            "titles": ["A", "B"], "our_state": state}  # fmt: skip


@pytest.mark.parametrize(
    ("row", "keys"),
    [
        (rival("treatment", "cortisone", "none"), []),
        (rival("condition", "shin_splints", "none"), ["shin_splints"]),
        (rival("condition", "shin_splints", "thin"), []),
        (rival("condition", "shin_splints", "unknown"), []),
        (rival("condition", "shin_splints", "none", competitors=1), []),
        (rival("phrase", "shin splints", "none"), []),
        (rival("treatment", "prp", "none"), []),
    ],
    ids=["not offered", "none", "thin", "unknown", "one alone", "a phrase", "a missing topic says so"],
)
def test_competitors(row: Mapping[str, Any], keys: list[str]) -> None:
    struck = CLINIC.model_copy(update={"not_offered": ("cortisone",)})
    assert [gap["key"] for gap in found(replace(SITE, rivals=[row]), "competitor", struck)] == keys
    if row["key"] == "prp":
        (topic,) = [gap for gap in found(replace(SITE, rivals=[row]), "topic") if gap["key"] == "prp"]
        assert topic["evidence"]["competitors"] == row["urls"]


def test_pages_that_say_the_same_compete() -> None:
    words = " ".join(f"word{n}" for n in range(400))
    twin = [
        Page(f"/{n}", "Knee pain after running", [("h1", "Knee pain"), ("p", words)], page_type="article")
        for n in "ab"
    ]
    (gap,) = found(replace(SITE, pages=[HOME, *twin]), "cannibalisation")
    assert sorted(gap["pages"]) == [HOST + "/a", HOST + "/b"]
    assert found(SITE, "cannibalisation") == []
