from dataclasses import replace
from typing import Any

import pytest

from crawler.analyse import coverage
from crawler.analyse.coverage import FORMULA_VERSION, site_coverage
from crawler.analyse.coverage.formula import answer_score, page_type_score, state_of
from crawler.config import Clinic, Location
from tests.crawler.analyse.small_site import (
    HOST,
    Link,
    Page,
    Site,
    analysed,
    context,
    database,
    rows,
    run_steps,
    text,
)

MSK = ("musculoskeletal",)
HOME = Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", text(300))], page_type="home")


def article(**changes: Any) -> Page:
    """A page that earns every point but those that links and answers bring."""
    blocks = [
        ("h1", "Prolotherapy"),
        ("p", "Prolotherapy " + text(50)),
        ("h2", "Why prolotherapy"),
        ("p", text(400)),
    ]
    return replace(Page("/prolotherapy", "Prolotherapy", blocks, page_type="treatment"), **changes)


def score(page: Page, *links: Link, entity: str = "prolotherapy") -> int:
    db = analysed(Site([HOME, page], links), last=coverage)
    found = rows(db, "SELECT score FROM entities WHERE url = ? AND entity = ?", page.url, entity)
    return int(found[0][0])


def states(site: Site, kind: str, clinic: Clinic | None = None) -> dict[str, tuple[str, str]]:
    found = rows(
        analysed(site, clinic, *MSK, last=coverage),
        "SELECT key, offered, state FROM coverage WHERE kind = ?",
        kind,
    )
    return {key: (offered, state) for key, offered, state in found}


@pytest.mark.parametrize(
    ("points", "state"),
    [(0, "none"), (1, "mentioned"), (29, "mentioned"), (30, "thin"), (54, "thin"), (55, "covered"), (79, "covered"),
     (80, "strong"), (100, "strong")],
)  # fmt: skip
def test_states(points: int, state: str) -> None:
    assert state_of(points) == state


@pytest.mark.parametrize(("words", "points"), [(0, 20), (39, 20), (40, 55), (120, 78), (200, 100), (900, 100)])
def test_answers(words: int, points: int) -> None:
    assert answer_score(words) == points


@pytest.mark.parametrize(
    ("words", "least", "points"), [(0, 0, 100), (0, 100, 30), (99, 100, 54), (100, 100, 55), (200, 100, 100)]
)
def test_page_types(words: int, least: int, points: int) -> None:
    assert page_type_score(words, least) == points


FULL = 25 + 15 + 12 + 5 + 5 + 18 + 5


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({}, FULL),
        ({"title": "Injections"}, FULL - 25),
        ({"path": "/injections"}, FULL - 5),
        ({"cta": "text"}, FULL - 5),
        ({"modified": "2024-12-01"}, FULL),
        ({"modified": "2024-08-01T10:00:00Z"}, FULL - 5),
        ({"modified": "2020-01-01"}, FULL - 10),
        ({"modified": "last spring"}, FULL),
        ({"indexable": False}, 0),
        ({"blocks": [("h1", "Prolotherapy"), ("p", text(200))]}, 54),
        ({"blocks": [("p", text(400)), ("p", "We know prolotherapy.")], "title": "A", "path": "/a"}, 23),
        ({"blocks": [("p", "Prolotherapy. " + text(500))], "title": "A", "path": "/a"}, 28),
        ({"blocks": [("h1", "A"), ("p", text(500)), ("h3", "Prolotherapy"), ("p", text(100))], "title": "A",
          "path": "/a"}, round(12 + 18 * 100 / 400 + 5)),
    ],
)  # fmt: skip
def test_the_score_of_a_page(changes: dict[str, Any], points: int) -> None:
    assert score(article(**changes)) == points


def test_anchors_of_three_pages_bring_five_points() -> None:
    one = Link("/", "/prolotherapy", "About prolotherapy")
    assert score(article(), one) == round(FULL + 5 / 3)
    assert score(article(), one, one, one._replace(anchor="More")) == round(FULL + 5 / 3)


def test_answered_questions_bring_ten_points() -> None:
    asked = ["What is it?", "How it works", "Research", "Side effects", "Cost"]
    blocks = [*article().blocks]
    for n, question in enumerate(asked, 1):
        blocks += [("h2", question), ("p", text(40))]
        assert score(article(blocks=blocks)) == FULL + 2 * n
    blocks[-1] = ("p", text(39))
    assert score(article(blocks=blocks)) == FULL + 8


def test_offered_by_the_clinics_file() -> None:
    found = states(
        Site([HOME, article()]), "treatment", Clinic(packs=MSK, offered=("prp",), not_offered=("ozone",))
    )
    assert found == {"prp": ("yes", "none"), "ozone": ("no", "none"), "prolotherapy": ("no", "strong")}


def test_offered_as_titles_and_navigation_show() -> None:
    pages = [
        HOME,
        article(),
        Page("/vs", "PRP vs cortisone", [("p", text(90, "cortisone PRP"))], page_type="treatment"),
        Page("/blog/ozone", "Ozone therapy", [("p", text(90))], page_type="article"),
        Page("/s", "Spinal fusion", [("p", text(90))], page_type="treatment"),
    ]
    found = states(Site(pages, [Link("/", "/a", "Massage", "nav")]), "treatment")
    inferred = {key for key, (offered, _) in found.items() if offered == "inferred"}
    assert inferred == {"prolotherapy", "massage"} - {"massage"}  # no page stands behind the link


def test_navigation_counts_where_it_leads_to_a_page() -> None:
    site = Site([HOME, Page("/a", "Relax", [("p", text(50))])], [Link("/", "/a", "Massage", "nav")])
    assert states(site, "treatment")["massage"] == ("inferred", "none")


def test_conditions_are_those_of_the_areas_that_the_site_treats() -> None:
    found = states(
        Site([Page("/knee", "Knee pain", [("h1", "Knee pain"), ("p", text(50, "lupus"))])]), "condition"
    )
    assert {"knee_pain", "knee_oa", "meniscus", "inflammatory_arth"} <= found.keys()
    assert not {"sciatica", "plantar_fasciitis", "pfps"} & found.keys()


@pytest.mark.parametrize(("page_type", "expected"), [("condition", True), ("article", False)])
def test_one_page_about_a_condition_shows_the_area(page_type: str, *, expected: bool) -> None:
    others = [Page(f"/{n}", f"Page {n}", [("p", text(60))]) for n in range(9)]
    page = Page("/x", "Sciatica", [("h1", "Sciatica"), ("p", text(60))], page_type=page_type)
    assert ("herniated_disc" in states(Site([*others, page]), "condition", Clinic())) == expected


def test_a_podiatry_site_is_not_measured_against_the_spine() -> None:
    pages = [
        Page(f"/{n}", "Podiatrist for heel and foot", [("h1", "Heel pain"), ("p", text(60))]) for n in range(9)
    ]
    pages.append(Page("/x", "Whiplash and sciatica", [("p", text(60))], page_type="article"))
    found = rows(analysed(Site(pages), Clinic()), "SELECT key, state FROM coverage WHERE kind = 'condition'")
    keys = {key for key, _ in found}
    assert {"ingrown_toenail", "plantar_fasciitis"} <= keys
    assert not {"neck_pain", "herniated_disc", "knee_oa"} & keys
    assert "sciatica" in keys  # the article names it


CELL_PAGE = [
    ("h1", "Prolotherapy for knee pain"),
    ("p", "Prolotherapy eases knee pain. " + text(246)),
]


@pytest.mark.parametrize(
    ("page", "points"),
    [
        (Page("/a", "A", CELL_PAGE), 60 + 25 + 15),
        (Page("/a", "A", CELL_PAGE, cta="missing", inlinks=1), 60 + 25 + 5),
        (Page("/a", "A", CELL_PAGE, indexable=False), 0),
        (
            Page("/a", "Knee pain", [("p", text(200)), ("p", "Prolotherapy helps. " + text(10))]),
            9 + 15,
        ),
        (
            Page("/a", "Knee pain", [("h2", "Prolotherapy"), ("p", text(100)), ("h2", "B"), ("p", "Knee pain.")]),
            42 + 15,
        ),
    ],
)
def test_the_score_of_a_cell(page: Page, points: int) -> None:
    prolotherapy = Clinic(packs=MSK, offered=("prolotherapy",))
    found = rows(
        analysed(Site([page]), prolotherapy), "SELECT score FROM coverage WHERE key = 'knee_pain:prolotherapy'"
    )
    assert found == [(points,)]


def test_cells_are_plausible_and_offered() -> None:
    found = states(Site([HOME, article(title="Prolotherapy for knee pain")]), "cell")
    assert "knee_pain:prolotherapy" in found
    assert all(key.endswith(":prolotherapy") for key in found)
    assert all(offered == "inferred" for offered, _ in found.values())


def test_questions_are_asked_of_the_pages_about_an_entity() -> None:
    blocks = [
        *article().blocks,
        ("h2", "What does it cost?"),
        ("p", text(60)),
        ("h2", "Side effects"),
        ("p", "None."),
    ]
    found = states(Site([HOME, article(blocks=blocks)]), "intent")
    assert found["cost:prolotherapy"][1] == "covered"
    assert found["risks:prolotherapy"][1] == "mentioned"
    assert found["evidence:prolotherapy"][1] == "none"
    assert not any(key.endswith(":prp") for key in found)


@pytest.mark.parametrize(
    ("tag", "question", "state"),
    [
        ("summary", "What does it cost? +", "covered"),
        ("summary", "Costs", "covered"),
        ("button", "What does it cost?", "covered"),
        ("button", "See the costs", "none"),
        ("dt", "How much does it cost?", "covered"),
        ("p", "How much does it cost?", "covered"),
        ("div", "Is it worth the cost ▾ ?", "covered"),
        ("p", "The cost is fair, we think?", "none"),
        ("p", "What does it cost to come here and why " + "and " * 13 + "when?", "none"),
        ("p", "What it costs you know.", "none"),
    ],
)
def test_questions_of_accordions_and_lists_count(tag: str, question: str, state: str) -> None:
    asked = article(blocks=[*article().blocks, (tag, question), ("p", text(60)), ("h2", "More"), ("p", text(9))])
    assert states(Site([HOME, asked]), "intent")["cost:prolotherapy"][1] == state


def test_a_question_ends_where_the_next_begins() -> None:
    blocks = [*article().blocks, ("summary", "What does it cost?"), ("p", text(39)), ("summary", "Side effects?"),
              ("p", text(60)), ("h2", "More"), ("p", text(90))]  # fmt: skip
    found = states(Site([HOME, article(blocks=blocks)]), "intent")
    assert (found["cost:prolotherapy"][1], found["risks:prolotherapy"][1]) == ("mentioned", "covered")


SHORT = replace(article(), blocks=[("h1", "Prolotherapy"), ("p", text(400))])


@pytest.mark.parametrize(
    ("page", "answered"),
    [
        (Page("/faq", "FAQ", [("h2", "Does prolotherapy hurt?"), ("p", text(60))], page_type="faq"), "risks"),
        (Page("/faq", "FAQ", [("h2", "Costs"), ("h3", "Prolotherapy"), ("p", text(60))], page_type="faq"), "cost"),
        (Page("/fees", "Fees", [("h2", "Prolotherapy"), ("p", text(60))], page_type="cost"), "cost"),
        (Page("/faq", "FAQ", [("h2", "Does it hurt?"), ("p", text(60))], page_type="faq"), None),
        (Page("/x", "X", [("h2", "Does prolotherapy hurt?"), ("p", text(60))], page_type="listing"), None),
        (
            Page("/fees", "Fees", [("h2", "Prolotherapy"), ("p", text(60))], page_type="cost", indexable=False),
            None,
        ),
    ],
)
def test_common_pages_answer_questions_too(page: Page, answered: str | None) -> None:
    found = states(Site([HOME, SHORT, page]), "intent")
    assert {
        key.split(":")[0] for key in ("cost:prolotherapy", "risks:prolotherapy") if found[key][1] == "covered"
    } == ({answered} if answered else set())


def test_copies_are_not_counted_as_pages() -> None:
    copy = article(path="/prolotherapy.html", indexable=False)
    db = analysed(Site([HOME, article(), copy, replace(HOME, path="/index.html", indexable=False)]))
    found = rows(
        db, "SELECT key, pages, best_url FROM coverage WHERE key IN ('prolotherapy', 'home') ORDER BY key"
    )
    assert found == [("home", 1, HOME.url), ("prolotherapy", 1, article().url)]


def test_an_error_page_is_no_page() -> None:
    lost: dict[str, Any] = {"indexable": False, "indexability": "soft_404"}
    pages = [article(path=f"/{n}", **lost) for n in range(9)]
    found = analysed(Site([HOME, *pages, Page("/contact", "Contact", page_type="contact", **lost)]), None, *MSK)
    states_of = "SELECT key, state, pages FROM coverage WHERE key IN ('prolotherapy', 'contact') ORDER BY key"
    assert rows(found, states_of) == [("contact", "none", 0), ("prolotherapy", "none", 0)]
    assert rows(found, "SELECT 1 FROM gaps WHERE url IN (SELECT url FROM pages WHERE NOT indexable)") == []


def test_page_types_that_every_site_needs() -> None:
    found = states(Site([HOME, Page("/x", "X", [("h2", "Insurance"), ("p", text(60))])]), "page_type")
    assert found["home"] == ("yes", "covered")
    assert found["contact"] == ("yes", "none")
    assert found["cost"] == ("yes", "thin")
    assert "location" not in found


def test_several_locations_need_their_pages() -> None:
    clinic = Clinic(packs=MSK, location=(Location(name="A"), Location(name="B")))
    assert states(Site([HOME]), "page_type", clinic)["location"] == ("yes", "none")


NAMED = Page("/knee", "Knee pain", [("h1", "Knee pain"), ("p", text(50))])


@pytest.mark.parametrize("outcome", ["limited", "stopped"])
def test_an_incomplete_crawl_leaves_absences_unknown(outcome: str) -> None:
    found = states(Site([NAMED], outcome=outcome), "condition")
    assert found["meniscus"][1] == "unknown"
    assert found["knee_pain"][1] != "unknown"


@pytest.mark.parametrize("why", ["failed", "rate_limited", "server_error", "blocked_robots"])
def test_what_an_unread_page_may_be_about_is_unknown(why: str) -> None:
    site = Site([NAMED], unread={"/treatments/meniscus-tear": why, "/contact": why})
    conditions, kinds = states(site, "condition"), states(site, "page_type")
    assert conditions["meniscus"][1] == "unknown"
    assert conditions["knee_oa"][1] == "none"
    assert kinds["contact"][1] == "unknown"
    assert kinds["legal"][1] == "none"


@pytest.mark.parametrize(("hub", "state"), [("failed", "unknown"), ("fetched", "none")])
def test_what_only_a_failed_page_may_lead_to_is_unknown(hub: str, state: str) -> None:
    db = database(Site([NAMED], unread={"/blog": hub}))
    before = "INSERT INTO previous.pages (url, title) VALUES (?, 'Meniscus tears'), (?, 'Blog')"
    db.execute(before, [f"{HOST}/p7", f"{HOST}/blog"])
    run_steps(db, context(None, *MSK))
    assert rows(db, "SELECT state FROM coverage WHERE kind = 'condition' AND key = 'meniscus'") == [(state,)]


def test_a_page_that_is_gone_is_seen() -> None:
    assert states(Site([NAMED], unread={"/meniscus-tear": "client_error"}), "condition")["meniscus"][1] == "none"


def test_nothing_read_is_nothing_known() -> None:
    found = rows(analysed(Site(), Clinic(packs=MSK, offered=("prp",))), "SELECT DISTINCT state FROM coverage")
    assert found == [("unknown",)]


def test_pages_in_a_language_that_the_taxonomy_does_not_know() -> None:
    italian = (
        "Il ginocchio fa male quando non si muove, e per questo è molto importante che lo si curi con gli esercizi. "
        * 4
    )
    found = states(
        Site([Page("/", "Rodilla", [("p", italian)], lang="it")]), "treatment", Clinic(packs=MSK, offered=("prp",))
    )
    assert found["prp"] == ("yes", "unknown")


def test_a_mention_in_a_part_of_a_site_is_no_gap() -> None:
    page = Page("/", "Welcome", [("p", "We know whiplash. " + text(60))])
    assert states(Site([page]), "condition")["whiplash"][1] == "mentioned"
    assert states(Site([page], outcome="limited"), "condition")["whiplash"][1] == "unknown"


def test_the_sites_share_leaves_out_what_is_unknown_or_not_offered() -> None:
    clinic = Clinic(packs=MSK, offered=("prolotherapy",), not_offered=("legal", "faq", "cost", "provider"))
    db = analysed(Site([HOME, article()]), clinic)
    weights = {1: 3, 2: 2, 3: 1}
    counted = rows(
        db, "SELECT tier, score FROM coverage WHERE offered <> 'no' AND state <> 'unknown' AND need = 'required'"
    )
    numerator, denominator = site_coverage(db)
    assert numerator == pytest.approx(sum(weights[tier] * points / 100 for tier, points in counted))
    assert denominator == sum(weights[tier] for tier, _ in counted)


def test_weights_of_the_clinics_file_multiply() -> None:
    site = Site([HOME, article(title="Prolotherapy for knee pain")])
    plain = Clinic(packs=MSK)
    heavy = Clinic(packs=MSK, weights={"prolotherapy": 2.0, "knee_pain": 3.0})
    difference = (
        site_coverage(analysed(site, heavy, last=coverage))[1]
        - site_coverage(analysed(site, plain, last=coverage))[1]
    )
    assert difference > 2 * 3  # the condition alone: tier 1, three times as heavy
    assert FORMULA_VERSION


def test_a_site_that_search_engines_may_not_show_is_judged_by_its_text() -> None:
    hidden = [article(path=f"/prolotherapy-{n}", indexable=False) for n in range(6)]
    assert states(Site(hidden), "treatment")["prolotherapy"] == ("inferred", "strong")
    shown = [replace(HOME, path=f"/{n}") for n in range(3)]
    assert states(Site([*shown, *hidden]), "treatment")["prolotherapy"] == ("inferred", "none")


def test_conditions_of_other_areas_are_nice_to_have() -> None:
    db = analysed(Site([Page("/knee", "Knee pain", [("h1", "Knee pain"), ("p", text(50, "whiplash"))])]))
    tiers = dict(rows(db, "SELECT key, tier FROM coverage WHERE kind = 'condition'"))
    assert (tiers["meniscus"], tiers["whiplash"]) == (1, 3)


def test_a_page_about_the_clinic_half_stands_for_one_about_its_clinicians() -> None:
    found = states(Site([HOME, Page("/about", "About", [("p", text(300))], page_type="about")]), "page_type")
    assert found["provider"] == ("yes", "thin")


def test_reasons_are_words() -> None:
    db = analysed(Site([HOME, article(), NAMED]), None, *MSK)
    found = dict(rows(db, "SELECT key, reasons FROM coverage WHERE kind IN ('treatment', 'condition')"))
    assert found["prolotherapy"].startswith("Its best page names it in the title, the H1, a heading; ")
    assert found["meniscus"] == "No page names it."


@pytest.mark.parametrize(
    ("unread", "outcome", "cost", "risks"),
    [
        ({}, "complete", "none", "none"),
        ({"/faq": "failed"}, "complete", "unknown", "unknown"),
        ({"/prices": "failed"}, "complete", "unknown", "none"),
        ({"/prolotherapy-in-detail": "rate_limited"}, "complete", "unknown", "unknown"),
        ({}, "limited", "unknown", "unknown"),
    ],
)
def test_a_question_that_an_unread_page_may_answer_is_unknown(
    unread: dict[str, str], outcome: str, cost: str, risks: str
) -> None:
    site = Site([HOME, article()], unread=unread, outcome=outcome)
    found = states(site, "intent", Clinic(packs=MSK, offered=("prolotherapy",)))
    assert (found["cost:prolotherapy"][1], found["risks:prolotherapy"][1]) == (cost, risks)


def test_a_mention_says_nothing_of_an_unread_page_about_it() -> None:
    page = Page("/", "Welcome", [("p", "We know whiplash. " + text(60))])
    assert states(Site([page], unread={"/whiplash": "failed"}), "condition")["whiplash"][1] == "unknown"
