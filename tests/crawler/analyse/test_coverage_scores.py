"""The parts of scores add up, demand weighs, and offices and clinicians have their rows."""

from typing import Any

import duckdb
import pytest

from crawler.analyse import coverage
from crawler.analyse.coverage.formula import CELL_DEPTH, CELL_PROMINENCE, CELL_SUPPORT, POINTS
from crawler.analyse.coverage.published import formula_lines
from crawler.config import Clinic, Location
from tests.crawler.analyse.small_site import HOST, Page, Site, analysed, rows, text

MSK = ("musculoskeletal",)
HOME = Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", text(300))], page_type="home")
PAGES = [
    HOME,
    Page("/prolotherapy", "Prolotherapy", [("h1", "Prolotherapy"), ("p", text(400)), ("h2", "Costs"), ("p", text(60))],
         page_type="treatment", modified="2020-01-01"),
    Page("/knee-pain", "Knee pain", [("h1", "Knee pain"), ("p", text(60, "prolotherapy"))], page_type="condition"),
    Page("/x", "News", [("p", text(400)), ("p", "We know sciatica.")]),
]  # fmt: skip


def site_of(*pages: Page, **more: Any) -> duckdb.DuckDBPyConnection:
    return analysed(Site([HOME, *pages], **more), Clinic(packs=MSK), last=coverage)


def test_the_parts_of_every_score_add_up() -> None:
    db = analysed(Site(PAGES), None, *MSK, last=coverage)
    differing = rows(
        db,
        """SELECT kind, key, score, round(sum(points)) FROM coverage JOIN coverage_scores USING (kind, key)
        GROUP BY ALL HAVING round(sum(points)) <> score""",
    )
    assert differing == []
    assert (
        rows(
            db,
            "SELECT key FROM coverage WHERE score > 0 AND (kind, key) NOT IN (SELECT (kind, key) FROM coverage_scores)",
        )
        == []
    )


@pytest.mark.parametrize(
    ("key", "part", "reason"),
    [
        ("prolotherapy", "age", "Last changed 82 months ago."),
        ("prolotherapy", "title", "The title names it."),
        ("knee_pain", "cap", "The page has only 62 words: 54 at most."),
        ("sciatica", "h1", "The H1 does not name it."),
        ("knee_pain:prolotherapy", "support", "3 of 3: a tap calls, 2 pages link to it, not too old."),
    ],
)
def test_a_part_says_what_it_is_for(key: str, part: str, reason: str) -> None:
    db = analysed(Site(PAGES), None, *MSK, last=coverage)
    assert rows(db, "SELECT reason FROM coverage_scores WHERE key = ? AND part = ?", key, part) == [(reason,)]


def test_the_parts_are_a_hundred_points() -> None:
    assert sum(POINTS.values()) == CELL_PROMINENCE + CELL_DEPTH + CELL_SUPPORT == 100


def test_the_formula_is_published_with_its_numbers() -> None:
    published = "\n".join(formula_lines())
    assert all(f"| {points} |" in published for points in POINTS.values())


DEMAND = [
    {"query": "prolotherapy cost", "impressions": 99, "is_brand": False, "is_reliable": True},
    {"query": "prolotherapy for knee pain", "impressions": 900, "is_brand": False, "is_reliable": True},
    {"query": "marlow prolotherapy", "impressions": 5000, "is_brand": True, "is_reliable": True},
]


@pytest.mark.parametrize(
    ("key", "impressions", "weight"),
    [
        ("prolotherapy", 999, 3 * 4.0),
        ("knee_pain:prolotherapy", 900, 2 * 3.9547),
        ("cost:prolotherapy", 99, 1 * 3.0),
        ("risks:prolotherapy", 0, 1.0),
        ("home", None, 3.0),
    ],
)
def test_what_is_searched_for_weighs_more(key: str, impressions: int | None, weight: float) -> None:
    db = analysed(Site(PAGES, demand=DEMAND), None, *MSK, last=coverage)
    [(found, weighs)] = rows(db, "SELECT impressions, weight FROM coverage WHERE key = ?", key)
    assert found == impressions
    assert weighs == pytest.approx(weight, abs=0.001)


def test_without_demand_no_impressions_are_known() -> None:
    assert rows(analysed(Site(PAGES), None, *MSK), "SELECT DISTINCT impressions FROM coverage") == [(None,)]


def test_questions_that_are_not_required_weigh_nothing() -> None:
    db = analysed(Site(PAGES), None, *MSK, last=coverage)
    found = dict(
        rows(
            db,
            "SELECT split_part(key, ':', 1), need FROM coverage WHERE key LIKE '%:prolotherapy' AND kind = 'intent'",
        )
    )
    assert (found["cost"], found["recovery"], found["local"]) == ("required", "recommended", "recommended")
    assert "selfcare" not in found  # optional, and no page answers it
    assert rows(db, "SELECT DISTINCT need <> 'required' FROM coverage WHERE weight = 0") == [(True,)]


def test_a_section_about_a_treatment_is_asked_what_patients_ask() -> None:
    sections = [("h1", "Back care"), ("p", text(60)), ("h2", "Prolotherapy"), ("p", text(380, "prolotherapy")),
                ("h2", "Risks"), ("p", text(50)), ("h3", "Prolotherapy"), ("p", text(45))]  # fmt: skip
    page = Page("/prolotherapy-care", "Back care", sections, page_type="treatment")
    db = analysed(Site([HOME, page]), Clinic(packs=MSK, offered=("prolotherapy",)), last=coverage)
    found = dict(rows(db, "SELECT key, state FROM coverage WHERE kind = 'intent'"))
    assert found["risks:prolotherapy"] == "covered"
    assert found["cost:prolotherapy"] == "none"


OFFICES = (
    Location(name="Downtown", address="1 Main Street, Springfield, IL 62701"),
    Location(name="Lakeside", street="2 Shore Road", city="Marlow"),
)


@pytest.mark.parametrize(
    ("page", "key", "state"),
    [
        (Page("/locations/marlow", "Marlow", [("h1", "Our Marlow office"), ("p", text(250))], page_type="location"),
         "lakeside", "covered"),
        (Page("/locations/springfield", "S", [("h1", "S"), ("p", text(50))], page_type="location"), "downtown", "thin"),
        (Page("/marlow", "Marlow", [("h1", "Knee pain in Marlow"), ("p", text(250))], page_type="condition"),
         "lakeside", "none"),
        (Page("/contact", "Contact", [("p", text(250))], page_type="contact"), "downtown", "none"),
    ],
)  # fmt: skip
def test_each_office_needs_a_page(page: Page, key: str, state: str) -> None:
    db = analysed(Site([HOME, page]), Clinic(packs=MSK, location=OFFICES), last=coverage)
    assert dict(rows(db, "SELECT key, state FROM coverage WHERE kind = 'location'"))[key] == state


def test_the_page_to_get_in_touch_is_that_of_a_single_office() -> None:
    page = Page("/contact", "Contact", [("p", text(250))], page_type="contact")
    db = analysed(Site([HOME, page]), Clinic(packs=MSK, location=OFFICES[:1]), last=coverage)
    assert rows(db, "SELECT key, state FROM coverage WHERE kind = 'location'") == [("downtown", "strong")]


PEOPLE = [
    {"url": f"{HOST}/knee-pain", "position": 1, "role": "author", "name": "Ana Marsh", "credentials": "MD"},
    {"url": f"{HOST}/knee-pain", "position": 2, "role": "author", "name": "Guest Writer", "credentials": None},
]
ITEMS = [
    {"url": f"{HOST}/", "position": 2, "path": "employee", "type": "Person", "name": "Dr. Bo Lind, DPT"},
    {"url": f"{HOST}/", "position": 3, "path": "review.author", "type": "Person", "name": "Happy Patient"},
    {"url": f"{HOST}/", "position": 4, "path": "", "type": "Dentist", "name": "Harbor Smile Studio"},
]


def test_a_page_may_name_its_clinician_in_the_title_only() -> None:
    about = Page(
        "/about", "About Bo Lind | Ana Marsh Clinic", [("h1", "Who we are"), ("p", text(250))], page_type="about"
    )
    others = [
        Page(f"/{n}", f"Page {n} | Ana Marsh Clinic", [("h1", f"Page {n}"), ("p", text(50))]) for n in range(5)
    ]
    db = site_of(about, *others, people=PEOPLE, structured_items=ITEMS)
    found = rows(
        db, "SELECT key, best_url FROM coverage WHERE kind = 'provider' AND state NOT IN ('none', 'mentioned')"
    )
    assert found == [("bo-lind", about.url)]


def test_each_clinician_needs_a_page() -> None:
    page = Page(
        "/team/ana-marsh-md", "Ana Marsh, MD", [("h1", "Dr. Ana Marsh"), ("p", text(250))], page_type="provider"
    )
    db = site_of(page, people=PEOPLE, structured_items=ITEMS)
    found = rows(db, "SELECT key, label, state, best_url FROM coverage WHERE kind = 'provider'")
    assert found == [
        ("ana-marsh", "Ana Marsh", "covered", page.url),
        ("bo-lind", "Bo Lind", "mentioned", f"{HOST}/"),
    ]
