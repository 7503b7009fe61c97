"""Rows of coverage for conditions, treatments and the questions about them."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from crawler.analyse.coverage.best import Answer, Best
from crawler.analyse.coverage.formula import ANSWER_WORDS, state_of
from crawler.analyse.coverage.offers import Offer
from crawler.analyse.coverage.unseen import Unseen
from crawler.config import Clinic
from crawler.tables.coverage import CoverageRow
from crawler.taxonomy import Condition, Kind, Taxonomy, Treatment

_NO_QUESTIONS_ON = frozenset({"home", "listing"})
_INTENT_TIER = 3
_OTHER_AREA_TIER = 3
_TREATMENT_TIER = 1
_NOWHERE = "No page names it."


@dataclass(frozen=True)
class Site:
    """What the rows are made from. `areas`: body areas that it treats, `offers`: what it offers, by kind and id.

    `elsewhere`: what to say of a topic that only pages in another language name.
    `disciplines`: treatments that it is named after, each with whether a page of its own is about it.
    """

    clinic: Clinic
    taxonomy: Taxonomy
    unseen: Unseen
    areas: AbstractSet[str]
    offers: Mapping[tuple[str, str], Offer]
    best: Mapping[tuple[str, str], Best]
    elsewhere: Mapping[tuple[str, str], str] = field(default_factory=dict)
    disciplines: Mapping[str, bool] = field(default_factory=dict)

    def is_everywhere(self, treatment: str) -> bool:
        """Whether the whole site is about `treatment`, and no page of its own."""
        return self.disciplines.get(treatment) is False


def condition_rows(site: Site) -> list[CoverageRow]:
    """Tier 1 conditions of the body areas that the site treats, and every condition that it names.

    Of the other body areas no page is expected: their conditions are tier 3 here.
    """
    rows: list[CoverageRow] = []
    for condition in site.taxonomy.conditions:
        best = site.best.get(("condition", condition.id))
        in_area = not condition.area or not site.areas.isdisjoint(condition.area)
        offered = site.offers["condition", condition.id].offered
        if not (best or offered != "inferred" or (condition.tier == 1 and in_area)):
            continue
        row = _row(site, condition, best, offered=offered)
        rows.append(row if in_area or row.offered == "yes" else row._replace(tier=_OTHER_AREA_TIER))
    return rows


def treatment_rows(site: Site) -> list[CoverageRow]:
    """Treatments that are offered or seem to be, that people said no to, and that the site names."""
    rows: list[CoverageRow] = []
    for treatment in site.taxonomy.treatments:
        best = site.best.get(("treatment", treatment.id))
        offer = site.offers["treatment", treatment.id]
        struck = treatment.id in site.clinic.not_offered or offer.source == "struck"
        if best or offer.offered != "no" or struck:
            rows.append(_row(site, treatment, best, offered=offer.offered))
    return rows


def intent_rows(
    site: Site, entity: CoverageRow, answers: Mapping[tuple[str, str], Answer]
) -> Iterator[CoverageRow]:
    """Questions that the pages about `entity` have to answer; none where no page is about it,
    or the whole site is.

    One that is optional is listed only where it is answered.
    """
    kind: Kind = "condition" if entity.kind == "condition" else "treatment"
    best = site.best.get((kind, entity.key))
    if best is None or entity.state not in ("thin", "covered", "strong") or not _answers_questions(entity, best):
        return
    if site.is_everywhere(entity.key):
        return
    for intent in site.taxonomy.intents:
        answer = answers.get((entity.key, intent.id))
        if intent.audience not in (None, kind) or (intent.need == "optional" and answer is None):
            continue
        score = answer.score if answer else 0
        unknown = site.unseen.why_unanswered(score, intent.id, entity.key)
        yield entity._replace(
            kind="intent",
            key=f"{intent.id}:{entity.key}",
            label=f"{intent.label}: {entity.label}",
            tier=_INTENT_TIER,
            state="unknown" if unknown else state_of(score),
            score=score,
            best_url=answer.url if answer else best.url,
            pages=answer.pages if answer else 0,
            reasons=unknown or _answer_reasons(answer),
            need=intent.need,
        )


def _answers_questions(entity: CoverageRow, best: Best) -> bool:
    """Whether readers of the best page may expect answers: it is about the topic, or has a section about a treatment
    that is offered."""
    if best.page_type in _NO_QUESTIONS_ON:
        return False
    return best.in_title or best.in_h1 or (entity.kind == "treatment" and best.in_headings)


def _row(site: Site, entry: Condition | Treatment, best: Best | None, *, offered: str) -> CoverageRow:
    kind = "condition" if isinstance(entry, Condition) else "treatment"
    score = best.score if best else 0
    why_unknown = site.unseen.why_unknown(score, entry.id)
    return CoverageRow(
        kind=kind,
        condition=entry.id if kind == "condition" else None,
        treatment=entry.id if kind == "treatment" else None,
        key=entry.id,
        label=entry.label,
        body_area=_area_label(site.taxonomy, entry),
        tier=entry.tier if isinstance(entry, Condition) else _TREATMENT_TIER,
        offered=offered,
        state="unknown" if why_unknown else state_of(score),
        score=score,
        best_url=best.url if best else None,
        pages=best.pages if best else 0,
        reasons=why_unknown or _reasons_of(site, kind, entry.id, best),
    )


def _area_label(taxonomy: Taxonomy, entry: Condition | Treatment) -> str | None:
    areas = entry.area if isinstance(entry, Condition) else ()
    return next((area.label for area in taxonomy.body_areas if area.id in areas[:1]), None)


def _reasons_of(site: Site, kind: str, entity: str, best: Best | None) -> str:
    if best is None:
        return site.elsewhere.get((kind, entity), _NOWHERE)
    return _reasons(best, is_everywhere=kind == "treatment" and site.is_everywhere(entity))


def _reasons(best: Best, *, is_everywhere: bool) -> str:
    if not best.indexable:
        return "Named only on pages that search engines may not show."
    held = (("the title", best.in_title), ("the H1", best.in_h1), ("a heading", best.in_headings))
    places = ", ".join(name for name, there in held if there)
    where = f"Its best page names it in {places}" if places else "Only mentioned in the text"
    named = f"{best.pages} page{'' if best.pages == 1 else 's'} name{'s' if best.pages == 1 else ''} it"
    thin = f" The page has only {best.page_words} words." if best.page_words < 300 else ""
    all_of_it = " The clinic is named after it: the whole site is about it." if is_everywhere else ""
    return f"{where}; {best.words} words in sections about it; {named}.{thin}{all_of_it}"


def _answer_reasons(answer: Answer | None) -> str:
    if answer is None:
        return "No heading of the pages about it asks this."
    if answer.words < ANSWER_WORDS:
        return f"A heading asks it, but only {answer.words} words follow."
    return f"Answered in {answer.words} words below a heading."
