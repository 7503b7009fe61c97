"""What to do first: what is one job, what it is worth, in which order, and in which words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from crawler.analyse.actions.check_titles import TITLES, check_title
from crawler.analyse.actions.formula import Measures, effort_of, order, priority
from crawler.analyse.actions.published import published_lines
from crawler.analyse.actions.themes import theme_of_gap
from crawler.analyse.gaps.check_kinds import KINDS
from crawler.analyse.gaps.gap import Gap
from crawler.checks import CHECKS
from crawler.config import Clinic
from crawler.tables.coverage import GapRow, NextActionRow
from tests.crawler.analyse.small_site import HOST, Page, Site, analysed, rows, text
from tests.crawler.conftest import Night

CLINIC = Clinic(packs=("musculoskeletal",), offered=("prolotherapy", "prp"))
HOME = Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", text(300))], page_type="home")
PROLOTHERAPY = Page(
    "/prolotherapy",
    "Prolotherapy",
    [("h1", "Prolotherapy"), ("h2", "What is prolotherapy?"), ("p", "Prolotherapy helps. " + text(700))],
    page_type="treatment",
)
PLAIN = [Page(f"/{n}", f"Page {n}", [("h1", f"Page {n}"), ("p", text(400))]) for n in range(6)]
VERBS = frozenset(
    "Add Answer Ask Bring Choose Clear Complete Correct Describe Explain Extend Find Give Have Keep Label Lead Leave "
    "Let Link List Look Make Merge Name Publish Put Repair Replace Review Rewrite Say Send Set Show Split Take Turn "
    "Write".split()
)


def found(site: Site) -> list[NextActionRow]:
    columns = ", ".join(NextActionRow._fields)
    answer = rows(analysed(site, CLINIC), f"SELECT {columns} FROM next_actions ORDER BY rank")
    return [NextActionRow(*row) for row in answer]


def one(site: Site, theme: str, begin: str = "") -> NextActionRow:
    (row,) = [row for row in found(site) if row.theme == theme and row.title.startswith(begin)]
    return row


PLAINEST = Measures(4, 0.5, None, 1.0, is_double=False, number=1, effort="S")


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, 2.0),
        ({"severity": 2}, 1.0),
        ({"demand": 99}, 6.0),
        ({"weight": 1.5}, 3.0),
        ({"is_double": True}, 4.0),
        ({"number": 10}, 4.0),
        ({"effort": "M"}, 1.0),
        ({"effort": "L"}, 0.5),
    ],
)
def test_priority(changed: Mapping[str, Any], expected: float) -> None:
    assert priority(PLAINEST._replace(**changed)) == expected


def test_a_gap_that_is_a_job_of_its_own_keeps_its_priority() -> None:
    gap = Gap("cta", "weak", "k", None, 3, 0.9, "M", "", "", "", demand=250, weight=2.0)
    assert priority(Measures(3, 0.9, 250, 2.0, is_double=False, number=1, effort="M")) == gap.priority


@pytest.mark.parametrize(
    ("minutes", "effort"), [(10, "S"), (60, "S"), (61, "M"), (300, "M"), (301, "L"), (4000, "L")]
)
def test_effort_of_several(minutes: int, effort: str) -> None:
    assert effort_of(minutes) == effort


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        ("", ""),
        ("calls 5 a, calls 4 b, write 3 c", "a c b"),
        ("calls 9 a, calls 8 b, write 3 c", "a b c"),
        ("calls 9 a, calls 9 b, calls 9 c, write 4 d", "a b d c"),
        ("trust 2 b, write 2 a", "a b"),
    ],
)
def test_order(measured: str, expected: str) -> None:
    given = [(t, float(p), name) for t, p, name in (line.split() for line in measured.split(", ") if line)]
    assert " ".join(given[at][2] for at in order(given)) == expected


def test_each_check_that_may_be_an_action_has_a_title_of_its_own() -> None:
    wanted = {check.id for check in CHECKS if check.severity == "error" or check.id in KINDS}
    assert wanted | {"http.no_answer", "http.rate_limited"} == TITLES.keys()
    assert {title.split()[0] for title in TITLES.values()} <= VERBS
    assert check_title("own.price", "No price is named") == "Put right: no price is named"


def test_every_kind_of_gap_has_a_theme() -> None:
    kinds = {gap.kind for gap in KINDS.values()} | set(
        "topic cell thin intent page_type internal_link demand striking ctr target cannibalisation competitor".split()
    )
    assert {theme_of_gap(kind, "") for kind in kinds} <= {"calls", "write", "extend", "found", "trust", "visitors"}


def test_the_formula_is_published() -> None:
    said = " ".join(published_lines())
    for words in ("severity", "confidence", "log10(1 + demand)", "number of pages", "S 1, M 2, L 4", "estimate"):
        assert words in said


@pytest.mark.parametrize(
    ("bad", "title", "size", "effort"),
    [
        (1, "Add your phone number to “Page 0”", "1 of 7 pages", "S"),
        (3, "Add your phone number to 3 pages", "3 of 7 pages", "S"),
        (6, "Add your phone number to 6 pages", "6 of 7 pages", "S"),
    ],
)
def test_pages_that_are_mended_in_the_same_way_are_one_action(
    bad: int, title: str, size: str, effort: str
) -> None:
    pages = [replace(page, cta="missing", cta_score=0) if n < bad else page for n, page in enumerate(PLAIN)]
    row = one(Site([HOME, *pages]), "calls")
    assert (row.title, row.size, row.effort) == (title, size, effort)
    assert row.pages == [page.url for page in pages[:bad]]
    assert row.value == "A patient who wants to call has to search."


def test_many_single_pages_are_more_work() -> None:
    pages = [Page(f"/{n}", f"Page {n}", [("p", text(400))]) for n in range(20)]
    bad = [replace(page, cta="text", cta_score=60) if n < 9 else page for n, page in enumerate(pages)]
    row = one(Site([HOME, *bad]), "calls")
    assert (row.effort, len(row.gap_ids)) == ("M", 9)


def test_the_home_page_counts_twice() -> None:
    broken: dict[str, Any] = {"cta": "missing", "cta_score": 0}
    inner = one(Site([HOME, replace(PLAIN[0], **broken)]), "calls")
    home = one(Site([replace(HOME, **broken), PLAIN[0]]), "calls")
    assert home.priority == 2 * inner.priority
    assert "Most visitors come by this page" in home.value


def test_questions_about_one_thing_are_one_action() -> None:
    site = Site([HOME, PROLOTHERAPY])
    asked = {key for (key,) in rows(analysed(site, CLINIC), "SELECT key FROM gaps WHERE kind = 'intent'")}
    row = one(site, "extend", "Answer")
    assert len(asked) > 1
    assert row.title == f"Answer {len(asked)} questions about Prolotherapy"
    assert (len(row.gap_ids), row.pages, row.effort) == (len(asked), [PROLOTHERAPY.url], "L")
    assert "Cost & insurance" in row.action
    assert row.size.startswith(f"{len(asked)} of ")


def test_a_missing_page_has_a_brief_and_says_what_it_is_worth() -> None:
    shown = {row.brief_key: row for row in found(Site([HOME, PROLOTHERAPY])) if row.brief_kind}
    prp = shown["prp"]
    assert (prp.theme, prp.brief_kind, prp.size, prp.effort) == ("write", "treatment", "No page names it", "M")
    assert prp.title.startswith("Write a page about ")
    assert prp.value == "A treatment that you offer."


def test_what_is_unknown_or_fixed_is_no_action() -> None:
    site = Site([HOME, replace(PROLOTHERAPY, cta="missing", cta_score=0)])
    db = analysed(site, CLINIC)
    names = ", ".join(GapRow._fields)
    before = [dict(zip(GapRow._fields, row, strict=True)) for row in rows(db, f"SELECT {names} FROM gaps")]
    for after in (Site([HOME], unread={"/prolotherapy": "failed"}), Site([HOME, PROLOTHERAPY])):
        db = analysed(replace(after, before=before), CLINIC)
        states = dict(rows(db, "SELECT gap_id, state FROM gaps"))
        used = {gap_id for (gap_ids,) in rows(db, "SELECT gap_ids FROM next_actions") for gap_id in gap_ids}
        assert {states[gap_id] for gap_id in used} <= {"new", "open", "reopened"}
        assert {gap_id for gap_id, state in states.items() if state not in ("unknown", "fixed")} == used
        assert {"unknown", "fixed"} & set(states.values())


def check(check_id: str, severity: str = "error", failed: int = 1, checked: int = 7) -> dict[str, Any]:
    return {"check_id": check_id, "family": check_id.partition(".")[0], "severity": severity, "title": "It is so",
            "why": "It costs patients.", "fix": "Mend it.", "population": "pages", "checked": checked, "failed": failed}  # fmt: skip


def issues(check_id: str, *paths: str, evidence: str = "") -> list[dict[str, Any]]:
    return [{"check_id": check_id, "url": HOST + path, "evidence": evidence or path} for path in paths]


@pytest.mark.parametrize(
    ("checks", "failing", "expected"),
    [
        ([check("http.client_error")], issues("http.client_error", "/gone"), [("http.client_error", "1 of 7 addresses", "S")]),
        ([check("title.missing", failed=2)], issues("title.missing", "/0", "/1"), [("title.missing", "2 of 7 pages", "S")]),
        ([check("index.noindex_sitewide", checked=1)], issues("index.noindex_sitewide", "/"), [("index.noindex_sitewide", "The site as a whole", "S")]),
        ([check("title.missing", failed=7)], issues("title.missing", "/", *(f"/{n}" for n in range(6))), [("title.missing", "7 of 7 pages", "M")]),
        ([check("link.test_server", failed=7)], issues("link.test_server", "/", *(f"/{n}" for n in range(6)), evidence="the footer"), [("link.test_server", "7 of 7 pages", "S")]),
        ([check("title.missing", failed=7)], issues("title.missing", "/", *(f"/{n}" for n in range(6)), evidence="none"), [("title.missing", "7 of 7 pages", "M")]),
        ([check("title.too_long", "notice")], issues("title.too_long", "/0"), []),
        ([check("own.warning", "warning")], issues("own.warning", "/0"), []),
        ([check("http.no_answer", "notice")], issues("http.no_answer", "/x"), [("http.no_answer", "1 of 7 addresses", "S")]),
        ([check("phone.placeholder")], issues("phone.placeholder", "/0"), [(None, "1 of 7 pages", "S")]),
    ],
)  # fmt: skip
def test_failed_checks_take_part(
    checks: Sequence[Mapping[str, Any]], failing: Sequence[Mapping[str, Any]], expected: Sequence[tuple[Any, ...]]
) -> None:
    usual = {row.action_id for row in found(Site([HOME, *PLAIN]))}
    more = [
        row for row in found(Site([HOME, *PLAIN], checks=checks, issues=failing)) if row.action_id not in usual
    ]
    assert [(row.check_id, row.size, row.effort) for row in more] == expected


def test_noindex_on_the_home_page_comes_before_all_that_is_missing() -> None:
    site = Site([HOME, *PLAIN], checks=[check("index.noindex_home")], issues=issues("index.noindex_home", "/"))
    assert found(site)[0].title == "Let search engines show the home page"


def test_a_whole_site(night: Night) -> None:
    actions = night.rows("SELECT title, action, value, size, effort, theme FROM next_actions ORDER BY rank")
    assert len(actions) > 20
    assert {title.split()[0].rstrip(":") for title, *_ in actions} <= VERBS
    assert all(all(words) for words in actions)
    assert len({theme for *_, theme in actions[:7]}) >= 4
    asked = night.rows(
        "SELECT count(*), count(DISTINCT gap_id) FROM (SELECT unnest(gap_ids) AS gap_id FROM next_actions)"
    )
    assert asked == night.rows("SELECT count(*), count(*) FROM gaps WHERE state NOT IN ('fixed', 'unknown')")
