"""Gaps of coverage: topics, cells, thin pages, unanswered questions, missing kinds of pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from crawler.analyse.coverage.step import weight
from crawler.analyse.gaps.gap import Gap
from crawler.config import Clinic
from crawler.tables.coverage import CoverageRow

_OPEN = ("none", "mentioned")
_GRAVE_QUESTIONS = frozenset({"cost", "risks"})
_OF_THE_CLINIC = {
    "location": "Patients look for the place next to them.",
    "provider": "Patients want to know who treats them.",
}
_TRUST_PAGES = frozenset({"contact", "home"})
_THIN_CONFIDENCE = 0.4
"""That a question is to be answered on a page that says little about its topic: a page about that comes first."""


def coverage_gaps(rows: Sequence[CoverageRow], clinic: Clinic) -> list[Gap]:
    """Gaps of what the clinic offers and of what is known; an unknown state is never a gap.

    The only place of a clinic is what its whole site is about: it needs no page of its own.
    Where a clinician or an office by name lacks a page, that is said, and not that there is no such page at all.
    """
    places = {row.label for row in rows if row.kind == "location"}
    judged = [row for row in rows if row.offered != "no" and row.state != "unknown"]
    if len(places) == 1:
        judged = [row for row in judged if row.kind != "location"]
    named = {row.kind for row in judged if row.kind in _OF_THE_CLINIC and row.state in _OPEN}
    judged = [row for row in judged if row.kind != "page_type" or row.key not in named]
    entities = {(row.kind, row.key): row for row in judged if row.kind in ("condition", "treatment")}
    return list(chain.from_iterable(_gaps(row, entities, business_weight(row, clinic)) for row in judged))


def business_weight(row: CoverageRow, clinic: Clinic) -> float:
    """What the clinic's file says that this row weighs; 1 where it says nothing."""
    return weight(row._replace(tier=3), clinic)


def entities_of(row: CoverageRow) -> tuple[str, ...]:
    """Taxonomy ids of a row, as kind:id."""
    named = (("condition", row.condition), ("treatment", row.treatment))
    return tuple(f"{kind}:{entity}" for kind, entity in named if entity)


def _gaps(row: CoverageRow, entities: Mapping[tuple[str, str], CoverageRow], business: float) -> Iterator[Gap]:
    for gap in _of_row(row, entities, business):
        pages = gap.pages or ((gap.url,) if gap.url else ())
        yield replace(gap, entities=entities_of(row), pages=pages)


def _of_row(row: CoverageRow, entities: Mapping[tuple[str, str], CoverageRow], business: float) -> Iterator[Gap]:
    if row.kind in ("condition", "treatment"):
        if row.state == "thin":
            yield _thin(row, business)
        elif row.state == "none" and row.best_url:
            yield _hidden(row, business)
        elif row.state in _OPEN and row.tier == 1:
            yield _topic(row, business)
    elif row.state not in _OPEN:
        return
    elif row.kind == "cell":
        condition = entities.get(("condition", row.condition or ""))
        treatment = entities.get(("treatment", row.treatment or ""))
        if condition and treatment and {condition.state, treatment.state} <= {"covered", "strong"}:
            yield _cell(row, condition, treatment, business)
    elif row.kind == "intent":
        about = entities.get(("condition", row.condition or "")) or entities.get(
            ("treatment", row.treatment or "")
        )
        yield _intent(row, business, confidence=_THIN_CONFIDENCE if about and about.state == "thin" else 0.7)
    elif row.kind == "page_type":
        yield _page_type(row, business)
    elif row.kind in _OF_THE_CLINIC:
        yield _of_the_clinic(row, business)


def _topic(row: CoverageRow, business: float) -> Gap:
    treatment = row.kind == "treatment"
    absent = row.state == "none"
    what = "a treatment that you offer" if treatment else "a condition that patients of such a clinic look for"
    seen = row.reasons if absent else f"Pages that name it: {row.pages}; none says much about it under this name."
    action = f"Write a page about {row.label}"
    if_not = "If you do not treat it, strike it under Our services."
    return Gap(
        kind="topic",
        rule=row.kind,
        key=row.key,
        url=row.best_url,
        severity=(5 if treatment else 4) - (not absent),
        confidence=0.9 if row.offered == "yes" or not treatment else 0.7,
        effort="M",
        title=f"{'No page about' if absent else 'Only mentioned:'} {row.label}",
        why=f"It is {what}. {seen}",
        action=f"{action}. {if_not}"
        if absent
        else f"{action}, or give it a section with its own heading on the best page. {if_not}",
        weight=business,
        evidence={"state": row.state, "pages": row.pages, "best_url": row.best_url, "reasons": row.reasons},
    )


def _hidden(row: CoverageRow, business: float) -> Gap:
    return Gap(
        kind="topic",
        rule="hidden",
        key=row.key,
        url=row.best_url,
        severity=4 if row.tier == 1 else 2,
        confidence=0.7,
        effort="S",
        title=f"Search engines may not show what you say about {row.label}",
        why="Every page that names it is marked noindex, or names another page as its canonical.",
        action="Let search engines show the page: remove its noindex, or correct its canonical.",
        weight=business,
        evidence={"pages": row.pages, "reasons": row.reasons},
    )


def _thin(row: CoverageRow, business: float) -> Gap:
    return Gap(
        kind="thin",
        rule=row.kind,
        key=row.key,
        url=row.best_url,
        severity=3 if row.tier == 1 else 2,
        confidence=0.8,
        effort="M",
        title=f"Little is said about {row.label}",
        why=f"Its best page scores {row.score} of 100. {row.reasons}",
        action=f"Write a page about {row.label}, or extend this one: name it in title and H1, explain it in 400 words.",
        weight=business,
        evidence={"state": row.state, "score": row.score, "reasons": row.reasons},
    )


def _cell(row: CoverageRow, condition: CoverageRow, treatment: CoverageRow, business: float) -> Gap:
    return Gap(
        kind="cell",
        rule="cell",
        key=row.key,
        url=condition.best_url,
        severity=2 if condition.tier == 1 else 1,
        confidence=0.8,
        effort="S",
        title=f"Not explained: {row.label}",
        why=f"You have pages about both, but little or nothing about one for the other. {row.reasons}",
        action=f"Add a section about {treatment.label} to the page on {condition.label}, and link the two pages.",
        weight=business,
        pages=tuple(url for url in (condition.best_url, treatment.best_url) if url),
        evidence={"condition_url": condition.best_url, "treatment_url": treatment.best_url, "score": row.score},
    )


def _intent(row: CoverageRow, business: float, *, confidence: float) -> Gap:
    intent = row.key.split(":", 1)[0]
    question, _, entity = row.label.rpartition(": ")
    found = f"“{question}” is answered too briefly" if row.pages else f"no heading asks “{question}”"
    return Gap(
        kind="intent",
        rule="unanswered",
        key=row.key,
        url=row.best_url,
        severity=3 if intent in _GRAVE_QUESTIONS else 2,
        confidence=confidence,
        effort="S",
        title=f"{entity}: {found}",
        why=f"Patients ask this before they call. {row.reasons}",
        action=f"Answer “{question}” under a heading of its own, in 40 words or more.",
        weight=business,
        evidence={"state": row.state, "reasons": row.reasons, "pages": row.pages},
    )


def _page_type(row: CoverageRow, business: float) -> Gap:
    grave = row.key in _TRUST_PAGES
    return Gap(
        kind="page_type",
        rule="missing",
        key=row.key,
        url=None,
        severity=5 if grave else 3,
        confidence=0.8,
        effort="S" if grave else "M",
        title=f"No page found: {row.label}",
        why="Every clinic's site is expected to have one; patients look for it.",
        action=f"Publish a page for it: {row.label}.",
        weight=business,
        evidence={"reasons": row.reasons},
    )


def _of_the_clinic(row: CoverageRow, business: float) -> Gap:
    return Gap(
        kind="page_type",
        rule=row.kind,
        key=row.key,
        url=row.best_url,
        severity=3,
        confidence=0.8,
        effort="M",
        title=f"No page of its own: {row.label}",
        why=f"{_OF_THE_CLINIC[row.kind]} {row.reasons}",
        action=f"Publish a page about {row.label}.",
        weight=business,
        evidence={"state": row.state, "reasons": row.reasons},
    )
