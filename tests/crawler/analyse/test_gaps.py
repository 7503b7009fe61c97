import json
from dataclasses import replace

import pytest

from crawler.analyse.gaps.gap import Effort, Gap
from crawler.config import Clinic
from tests.crawler.analyse.small_site import CRAWL_ID, Page, Site, analysed, rows, text

CLINIC = Clinic(packs=("musculoskeletal",), offered=("prolotherapy", "prp"))
HOME = Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", text(300))], page_type="home")
KNEE = Page(
    "/knee-pain",
    "Knee pain",
    [("h1", "Knee pain"), ("h2", "Knee pain symptoms"), ("p", "Knee pain hurts. " + text(700))],
    page_type="condition",
)
PROLOTHERAPY = Page(
    "/prolotherapy",
    "Prolotherapy",
    [("h1", "Prolotherapy"), ("h2", "What is prolotherapy?"), ("p", "Prolotherapy helps. " + text(700))],
    page_type="treatment",
)
SITE = Site([HOME, KNEE, PROLOTHERAPY])


def keys(site: Site, kind: str, clinic: Clinic = CLINIC) -> set[str]:
    return {key for (key,) in rows(analysed(site, clinic), "SELECT key FROM gaps WHERE kind = ?", kind)}


@pytest.mark.parametrize(("effort", "priority"), [("S", 3.2), ("M", 1.6), ("L", 0.8)])
def test_priority(effort: Effort, priority: float) -> None:
    gap = Gap("topic", "r", "k", None, 4, 0.8, effort, "", "", "")
    assert gap.priority == priority
    assert replace(gap, weight=2).priority == 2 * priority


def test_an_id_does_not_move_with_the_best_page() -> None:
    gap = Gap("topic", "r", "k", "https://a.example/", 4, 0.8, "S", "", "", "")
    assert gap.gap_id == replace(gap, url=None, severity=1, title="x").gap_id
    assert gap.gap_id != replace(gap, key="l").gap_id


def test_topics() -> None:
    found = keys(SITE, "topic")
    assert "prp" in found  # offered, and no page names it
    assert {"meniscus", "knee_oa"} <= found  # tier 1 of an area that the site treats
    assert not {"knee_pain", "prolotherapy", "pfps", "cortisone"} & found


def test_a_hidden_page_is_not_a_missing_one() -> None:
    site = replace(SITE, pages=[HOME, KNEE, replace(PROLOTHERAPY, indexable=False)])
    found = rows(analysed(site, CLINIC), "SELECT title, effort, url FROM gaps WHERE key = 'prolotherapy'")
    assert found == [
        ("Search engines may not show what you say about Prolotherapy", "S", PROLOTHERAPY.url),
    ]


def test_cells_need_both_pages() -> None:
    assert "knee_pain:prolotherapy" in keys(SITE, "cell")
    assert "knee_pain:prp" not in keys(SITE, "cell")
    ((url, evidence),) = rows(
        analysed(SITE, CLINIC), "SELECT url, evidence FROM gaps WHERE key = 'knee_pain:prolotherapy'"
    )
    assert url == KNEE.url
    assert json.loads(evidence)["treatment_url"] == PROLOTHERAPY.url


def test_questions_and_page_types() -> None:
    assert {"cost:prolotherapy", "risks:prolotherapy"} <= keys(SITE, "intent")
    assert not {"what:prolotherapy", "symptoms:knee_pain"} & keys(SITE, "intent")
    assert {"contact", "legal", "faq"} <= keys(SITE, "page_type")
    assert "home" not in keys(SITE, "page_type")


def test_a_clinician_without_a_page_is_one_gap() -> None:
    site = replace(
        SITE,
        people=[{"url": HOME.url, "name": "Ann Marlow", "published_as": "Ann Marlow, MD", "credentials": "MD"}],
    )
    assert "provider" in keys(SITE, "page_type")
    assert {"ann-marlow", "provider"} & keys(site, "page_type") == {"ann-marlow"}


def test_a_question_says_whether_it_is_asked_at_all() -> None:
    brief = replace(PROLOTHERAPY, blocks=[*PROLOTHERAPY.blocks, ("h2", "Side effects"), ("p", text(9))])
    found = dict(rows(analysed(Site([HOME, brief]), CLINIC), "SELECT key, title FROM gaps WHERE kind = 'intent'"))
    assert found["cost:prolotherapy"] == "Prolotherapy: no heading asks “Cost & insurance”"
    assert found["risks:prolotherapy"].endswith("is answered too briefly")


def test_a_page_without_title_goes_by_its_path() -> None:
    page = Page("/kn%C3%A9e", "", [("p", text(400))], cta="missing", cta_score=0)
    found = rows(analysed(Site([HOME, page]), CLINIC), "SELECT title FROM gaps WHERE kind = 'cta'")
    assert found == [("No number to call: /knée",)]


def test_thin_pages_are_named_once() -> None:
    short = Page("/prp", "PRP", [("h1", "PRP"), ("p", "PRP. " + text(90))], page_type="treatment")
    found = keys(replace(SITE, pages=[*SITE.pages, short]), "thin")
    assert found == {"prp"}


def test_a_page_with_few_words_for_its_kind() -> None:
    short = Page("/team", "Team", [("h1", "Team"), ("p", text(90))], page_type="provider")
    issue = {"check_id": "content.thin", "url": short.url, "evidence": "90 words"}
    assert keys(replace(SITE, pages=[*SITE.pages, short], issues=[issue]), "thin") == {short.url}


@pytest.mark.parametrize(
    ("state", "score", "rule"),
    [
        ("missing", 0, "missing"),
        ("wrong", 90, "wrong"),
        ("text", 60, "text"),
        ("tap", 39, "weak"),
        ("tap", 40, None),
    ],
)
def test_calls_to_action(state: str, score: int, rule: str | None) -> None:
    site = Site([HOME, replace(KNEE, cta=state, cta_score=score)])
    found = rows(analysed(site, CLINIC), "SELECT key, evidence FROM gaps WHERE kind = 'cta'")
    assert [(key, json.loads(evidence)["rule"]) for key, evidence in found] == ([(KNEE.url, rule)] if rule else [])


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        (replace(KNEE, inlinks=0), "orphan"),
        (replace(KNEE, inlinks=0, in_sitemap=False), None),
        (replace(KNEE, inlinks=1), "near_orphan"),
        (replace(KNEE, depth=4), "deep"),
        (replace(KNEE, depth=3), None),
        (replace(KNEE, inlinks=0, page_type="legal"), None),
        (replace(KNEE, inlinks=0, indexable=False), None),
        (replace(HOME, inlinks=0), None),
    ],
)
def test_internal_links(page: Page, rule: str | None) -> None:
    found = rows(analysed(Site([page]), CLINIC), "SELECT evidence FROM gaps WHERE kind = 'internal_link'")
    assert [json.loads(evidence)["rule"] for (evidence,) in found] == ([rule] if rule else [])


def test_what_most_pages_share_is_one_gap() -> None:
    pages = [Page(f"/{n}", f"Page {n}", [("p", text(400))], cta="missing", cta_score=0) for n in range(9)]
    found = rows(analysed(Site([HOME, *pages]), CLINIC), "SELECT key, url, title FROM gaps WHERE kind = 'cta'")
    assert found == [("site:missing", None, "No number to call: 9 of 10 pages")]


@pytest.mark.parametrize(("orphans", "gaps"), [(4, 4), (5, 1)])
def test_five_pages_without_links_are_one_piece_of_work(orphans: int, gaps: int) -> None:
    pages = [Page(f"/{n}", f"Page {n}", [("p", text(400))], inlinks=0 if n < orphans else 3) for n in range(20)]
    found = rows(analysed(Site([HOME, *pages]), CLINIC), "SELECT key FROM gaps WHERE kind = 'internal_link'")
    assert len(found) == gaps
    assert (("site:orphan",) in found) == (gaps == 1)


def test_of_a_topic_with_little_text_questions_come_later() -> None:
    short = replace(PROLOTHERAPY, blocks=[("h1", "Prolotherapy"), ("p", "Prolotherapy helps. " + text(100))])
    first = "SELECT kind FROM gaps WHERE key IN ('prolotherapy', 'cost:prolotherapy') ORDER BY priority DESC"
    assert rows(analysed(Site([HOME, KNEE, short]), CLINIC), first) == [("intent",), ("thin",)]
    cost = "SELECT priority FROM gaps WHERE key = 'cost:prolotherapy'"
    assert rows(analysed(Site([HOME, KNEE, short]), CLINIC), cost) == [(1.2,)]
    assert rows(analysed(SITE, CLINIC), cost) == [(2.1,)]


def test_no_gap_of_what_is_unknown_or_not_offered() -> None:
    stopped = replace(SITE, outcome="stopped", pages=[replace(KNEE, inlinks=0)])
    assert keys(stopped, "topic") == set()
    assert keys(stopped, "page_type") == set()
    assert keys(stopped, "internal_link") == set()
    unread = replace(SITE, unread={"/meniscus-tear": "failed"})
    assert "meniscus" not in keys(unread, "topic")
    struck = Clinic(packs=("musculoskeletal",), offered=("prolotherapy",), not_offered=("prp", "meniscus", "faq"))
    assert not {"prp", "meniscus"} & keys(SITE, "topic", struck)
    assert "faq" not in keys(SITE, "page_type", struck)


def test_what_the_crawl_before_knew_is_open() -> None:
    ids = dict(rows(analysed(SITE, CLINIC), "SELECT key, gap_id FROM gaps WHERE kind = 'topic'"))
    again = replace(SITE, before=[(ids["prp"], "20260101T000000Z")])
    found = rows(
        analysed(again, CLINIC),
        "SELECT key, state, first_seen, last_seen FROM gaps WHERE key IN ('prp', 'meniscus')",
    )
    assert sorted(found) == [
        ("meniscus", "new", CRAWL_ID, CRAWL_ID),
        ("prp", "open", "20260101T000000Z", CRAWL_ID),
    ]


def test_ids_are_unique_and_actions_begin_with_a_verb() -> None:
    found = rows(analysed(SITE, CLINIC), "SELECT gap_id, action, title, why FROM gaps")
    assert len({gap_id for gap_id, *_ in found}) == len(found)
    verbs = {"Write", "Extend", "Add", "Answer", "Publish", "Link", "Correct", "Turn", "Repeat", "Change", "Let"}
    assert {action.split()[0] for _, action, _, _ in found} <= verbs
    assert all(title and why for *_, title, why in found)


def test_weights_raise_a_gap() -> None:
    heavy = CLINIC.model_copy(update={"weights": {"prp": 3.0}})
    query = "SELECT priority FROM gaps WHERE kind = 'topic' AND key = 'prp'"
    ((plain,),) = rows(analysed(SITE, CLINIC), query)
    ((raised,),) = rows(analysed(SITE, heavy), query)
    assert raised == pytest.approx(3 * plain, abs=0.02)
