"""One change to one page moves exactly the coverage, the gaps and the changes that it should, and nothing else."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest

from crawler.checks import CHECKS
from tests.crawler.analyse.moving_site import (
    BACK,
    CONDITION,
    ELBOW,
    HUB,
    KNEE,
    ORIGIN,
    PAGES,
    PROLO,
    PRP,
    SCIATICA,
    Page,
    Pages,
    night,
    prose,
    treated,
)

_CHECKS = frozenset(
    "architecture.orphan content.short_for_type content.thin cta.phone_missing http.client_error http.no_answer "
    "index.noindex sitemap.broken_url sitemap.noindex sitemap.page_missing structured_data.missing title.missing "
    "trust.author_missing trust.byline_unlinked trust.date_missing".split()
)
"""Those that gaps are made of, and some more; all of them would take most of the time here."""

MENISCUS = "/conditions/meniscus-tear/"
Moves = dict[str, str]


class Case(NamedTuple):
    """`pages` and `outcomes` of the second night. `coverage`: state before and after, a dash where there is no such row.
    `gaps`: state of those that came, went or changed their priority. `changed`: pages and issues that came and went."""

    pages: Pages
    coverage: Moves
    gaps: Moves
    changed: set[str]
    outcomes: Mapping[str, str] = {}


def changed(path: str, **fields: Any) -> Pages:
    return {**PAGES, path: replace(PAGES[path], **fields)}


def without(path: str) -> Pages:
    return {other: page for other, page in PAGES.items() if other != path}


_PRP_QUESTIONS = ("evidence", "faq", "how_works", "local", "recovery", "risks", "what")
_PRP_UNASKED = {
    **{f"intent {intent}:prp": "covered → –" for intent in _PRP_QUESTIONS},
    "intent cost:prp": "none → –",
    "intent versus:prp": "none → –",
}
"""Nobody is asked about a treatment without a page."""

_PRP_CELLS = (
    "acl_mcl ddd knee_oa knee_pain ligament_injury low_back_pain meniscus osteoarthritis spinal_stenosis tennis_elbow"
).split()
_PRP_GAPS = (
    "cell cell knee_pain:prp",
    "cell cell low_back_pain:prp",
    "intent unanswered cost:prp",
    "intent unanswered versus:prp",
    f"internal_link near_orphan {PRP}",
)
_MAY_BE_ELSEWHERE = {
    f"internal_link near_orphan {ELBOW}": "unknown",
    f"internal_link near_orphan {PRP}": "unknown",
    "structured_data structured_data.missing structured_data.missing": "unknown",
}
"""What an unread page may link to, or hold."""

CASES: dict[str, Case] = {
    "nothing": Case(PAGES, {}, {}, set()),
    "the title no longer names the treatment": Case(
        changed(PROLO, title="What we do | Marlow Joint Clinic"),
        {"treatment prolotherapy": "strong → covered"},
        {},
        {f"title {PROLO}"},
    ),
    "a section about cost": Case(
        changed(
            PROLO,
            sections=(
                *PAGES[PROLO].sections,
                ("What does prolotherapy cost?", prose(120, "cost", "Prolotherapy")),
            ),
        ),
        {"intent cost:prolotherapy": "none → covered", "page_type cost": "none → thin"},
        {"intent unanswered cost:prolotherapy": "fixed", "page_type missing cost": "fixed"},
        {f"main_text {PROLO}"},
    ),
    "the phone is taken off": Case(
        changed(KNEE, call=""),
        {},
        {f"cta missing {KNEE}": "new"},
        {"+1 cta.phone_missing", f"+13104531234 {KNEE}"},
    ),
    "a page is deleted": Case(
        without(PRP),
        {"treatment prp": "strong → none", **_PRP_UNASKED},
        {
            **dict.fromkeys(_PRP_GAPS, "–"),
            "topic treatment prp": "new",
            "sitemap sitemap.broken_url sitemap.broken_url": "new",
        },
        {f"gone {PRP}", "+1 http.client_error", "+1 sitemap.broken_url"},
        {PRP: "client_error"},
    ),
    "a page fails to load": Case(
        without(PRP),
        {
            "treatment prp": "strong → unknown",
            **{f"cell {condition}:prp": "none → unknown" for condition in _PRP_CELLS},
            **{name: f"{state.split()[0]} → unknown" for name, state in _PRP_UNASKED.items()},
        },
        {**dict.fromkeys(_PRP_GAPS, "unknown"), **_MAY_BE_ELSEWHERE},
        {"+1 http.no_answer"},
        {PRP: "failed"},
    ),
    "a page is hidden from search engines": Case(
        changed(PRP, noindex=True),
        {"treatment prp": "strong → none", **_PRP_UNASKED},
        {
            **dict.fromkeys(_PRP_GAPS, "–"),
            "topic hidden prp": "new",
            "sitemap sitemap.noindex sitemap.noindex": "new",
        },
        {"+1 index.noindex", "+1 sitemap.noindex", f"indexability {PRP}"},  # what it lacked is not fixed
    ),
    "a page grows beyond 300 words": Case(
        changed(ELBOW, sections=treated("Tennis elbow", CONDITION[:3], words=90).sections),
        {"condition tennis_elbow": "thin → strong"},
        {
            "thin condition tennis_elbow": "fixed",
            f"thin page {ELBOW}": "new",  # it is still short for its kind: the gap that is fixed said so, too
            "cell cell tennis_elbow:prolotherapy": "new",
            "cell cell tennis_elbow:prp": "new",
            **{  # questions are worth more once the page is no longer thin
                f"intent unanswered {question}:tennis_elbow": "open"
                for question in ("diagnosis", "faq", "local", "options", "versus")
            },
        },
        {f"main_text {ELBOW}"},
    ),
    "the author is taken off": Case(
        changed(KNEE, author="Last reviewed 3 October 2026."),
        {},
        {},  # one more page of a gap that was there
        {"+1 trust.author_missing", "-1 trust.byline_unlinked", f"author {KNEE}", f"main_text {KNEE}"},
    ),
    "an author is added": Case(
        changed(SCIATICA, author=PAGES[KNEE].author),
        {},
        {"trust trust.author_missing trust.author_missing": "fixed"},
        {"-1 trust.author_missing", "+1 trust.byline_unlinked", f"author {SCIATICA}", f"main_text {SCIATICA}"},
    ),
    "a page for a condition that had none": Case(
        {
            **changed(KNEE, links=(*PAGES[KNEE].links, MENISCUS)),
            MENISCUS: treated("Meniscus tear", CONDITION, KNEE),
        },
        {
            "condition meniscus": "none → strong",
            **{
                f"intent {intent}:meniscus": "– → covered"
                for intent in ("causes", "diagnosis", "faq", "local", "options", "symptoms", "what")
            },
            "intent versus:meniscus": "– → none",
        },
        {
            "topic condition meniscus": "fixed",
            "cell cell meniscus:prp": "new",
            "intent unanswered versus:meniscus": "new",
            f"internal_link near_orphan {MENISCUS}": "new",
            "sitemap sitemap.page_missing sitemap.page_missing": "new",
        },
        {f"added {MENISCUS}", "+1 sitemap.page_missing", "+1 trust.byline_unlinked"},
    ),
    "the only link to a page is taken off": Case(
        changed(HUB, links=(KNEE, BACK, SCIATICA, PROLO)),
        {},
        {
            f"internal_link near_orphan {ELBOW}": "–",
            f"internal_link orphan {ELBOW}": "new",
        },
        {"+1 architecture.orphan"},
    ),
    "a list names all pages of its kind": Case(
        changed(HUB, links=(*PAGES[HUB].links, SCIATICA)), {}, {"internal_link hub condition": "fixed"}, set()
    ),
    "a list is one no more": Case(
        changed(HUB, links=(ELBOW, PROLO)), {}, {"internal_link hub condition": "–"}, set()
    ),
    "a list fails to load": Case(
        without(HUB),
        {},
        {"internal_link hub condition": "unknown", **_MAY_BE_ELSEWHERE},
        {"+1 http.no_answer"},
        {HUB: "failed"},
    ),
}


@pytest.fixture(scope="module", autouse=True)
def _few_checks() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crawler.checks.run.CHECKS", tuple(check for check in CHECKS if check.id in _CHECKS))
        yield


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return night(tmp_path_factory.mktemp("first"), PAGES)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_change_moves_what_it_should(case: Case, first: Path, tmp_path: Path) -> None:
    second = night(tmp_path, case.pages, case.outcomes, before=first)
    assert _moves(_coverage, first, second) == case.coverage
    assert _gap_moves(first, second) == case.gaps
    assert _changes(second, told=False) == case.changed
    assert _changes(second, told=True) == _told_again(case, second)


FAQ, ALSO = "/faq/", "/treatments/"
_ANSWERS = Page(
    "Questions and answers | Marlow Joint Clinic",
    "Questions and answers",
    (("What does prolotherapy cost?", prose(150, "faq", "Prolotherapy")),),
)
_NAMES_BOTH = Page(
    "What we do | Marlow Joint Clinic", "What we do", (("", prose(320, "also") + " We offer PRP."),)
)


def test_what_was_on_a_page_that_fails_is_neither_worse_nor_gone(tmp_path: Path) -> None:
    """Other pages name the treatment, and ask the question, but say less: two nights long nothing is known."""
    whole = {**PAGES, FAQ: _ANSWERS, ALSO: _NAMES_BOTH}
    rest = {path: page for path, page in whole.items() if path not in (FAQ, PRP)}
    nights = [night(tmp_path / "1", whole)]
    for number in (2, 3):
        outcomes = {FAQ: "failed", PRP: "failed"}
        nights.append(night(tmp_path / str(number), rest, outcomes, before=nights[-1]))
    nights.append(night(tmp_path / "4", whole, before=nights[-1]))
    names = (
        "treatment prp",
        "intent cost:prolotherapy",
        "intent what:prp",
        "intent cost:prp",
        "cell knee_pain:prp",
    )
    found = [[_coverage(one)[name] for name in names] for one in nights]
    assert found[0] == found[3] == ["strong", "strong", "covered", "none", "none"]
    assert found[1] == found[2] == ["unknown"] * 5
    assert {state for one in nights[1:3] for state, _ in _gaps(one).values()} == {"open", "unknown"}


def _moves(read: Callable[[Path], Moves], first: Path, second: Path) -> Moves:
    before, after = read(first), read(second)
    both = {name: (before.get(name, "–"), after.get(name, "–")) for name in before.keys() | after.keys()}
    return {name: f"{old} → {new}" for name, (old, new) in both.items() if old != new}


def _coverage(snapshot: Path) -> Moves:
    found = _rows(snapshot, "SELECT kind, key, state FROM coverage")
    return {f"{kind} {key}": state for kind, key, state in found}


def _gap_moves(first: Path, second: Path) -> Moves:
    """What was there before and is open now with the same priority has not moved."""
    before, after = _gaps(first), _gaps(second)
    assert {state for state, _ in before.values()} == {"new"}
    stayed = {name for name, (state, worth) in after.items() if state == "open" and before[name][1] == worth}
    moved = (before.keys() | after.keys()) - stayed
    return {name: after[name][0] if name in after else "–" for name in moved}


def _gaps(snapshot: Path) -> dict[str, tuple[str, float]]:
    found = _rows(snapshot, "SELECT kind, rule, key, state, priority FROM gaps")
    return {f"{kind} {rule} {key.removeprefix(ORIGIN)}": (state, worth) for kind, rule, key, state, worth in found}


def _changes(snapshot: Path, told: bool) -> set[str]:
    """Rows of `changes`; `told`: those of coverage and gaps, which say again what the tables say."""
    found = _rows(snapshot, "SELECT kind, field, url, before, after FROM changes")
    assert len({(kind, field, url) for kind, field, url, *_ in found}) == len(found)
    issues = Counter((field, after is None) for kind, field, _, _, after in found if kind == "issue")
    moved = {f"{'-' if went else '+'}{times} {check}" for (check, went), times in issues.items()}
    moved |= {f"{field} {url.removeprefix(ORIGIN)}" for kind, field, url, *_ in found if kind in ("page", "phone")}
    again = {
        f"{field} {before} → {after}" for kind, field, _, before, after in found if kind in ("coverage", "gap")
    }
    return again if told else moved


def _told_again(case: Case, snapshot: Path) -> set[str]:
    """What `changes` has to say of the cells and gaps of a case: nothing of what is unknown, or was."""
    names = {f"{kind} {rule} {key.removeprefix(ORIGIN)}": name for kind, rule, key, name in _rows(
        snapshot, "SELECT kind, rule, key, gap_id FROM gaps")}  # fmt: skip
    states = {"new": "None → new", "fixed": "new → fixed"}
    cells = {f"{name.replace(' ', ':', 1)} {moved}" for name, moved in case.coverage.items() if "–" not in moved}
    return {cell for cell in cells if "unknown" not in cell} | {
        f"{names[name]} {states[state]}" for name, state in case.gaps.items() if state in states
    }


def _rows(snapshot: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect() as db:
        for table in ("coverage", "gaps", "changes"):
            db.execute(f"CREATE VIEW {table} AS FROM read_parquet('{snapshot}/{table}.parquet')")
        return db.execute(query).fetchall()
