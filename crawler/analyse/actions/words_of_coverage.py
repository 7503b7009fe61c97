"""Words of actions about what the site says too little about."""

from collections.abc import Callable, Mapping

from crawler.analyse.actions.job import Job, Words
from crawler.analyse.actions.known import Known
from crawler.analyse.actions.of_gaps import coverage_of, evidence_of
from crawler.analyse.coverage.formula import COVERED_FROM
from crawler.tables.coverage import CoverageRow
from crawler.text import counted

_TIERS = {
    1: "A main reason people come to a clinic like this.",
    2: "Patients ask about it.",
    3: "Some patients ask about it.",
}
_BEFORE_THEY_CALL = "Patients want to know this before they call."
_OF_THE_CLINIC = {
    "location": ("offices", "Patients look for the place next to them."),
    "provider": ("doctors and therapists", "Patients want to know who treats them."),
}
_HOW = "Name it in the title and the main heading, answer what patients ask, and link to the page."
_IF_NOT = "If you do not treat it, strike it under Our services."


def _about(job: Job, known: Known) -> tuple[str, CoverageRow | None]:
    """Its subject in plain words, and the row of coverage."""
    gap = job.gaps[0]
    row = coverage_of(gap, known)
    return (row.label if row else known.label(gap.entities[0]) if gap.entities else gap.key), row


def _value(job: Job, row: CoverageRow | None) -> str:
    """By tier, or by what the clinic offers; and how often it is searched for, where that is known."""
    if row is None:
        said = _TIERS[3]
    elif row.kind == "treatment":
        said = "A treatment that you offer." if row.offered == "yes" else "A treatment that you seem to offer."
    else:
        said = _TIERS.get(row.tier, _TIERS[3])
    if job.measures.weight > 1:
        said += " Your settings give it more weight."
    return said + _searched(job.measures.demand)


def _searched(demand: int | None) -> str:
    return f" Searches for it showed your site about {counted(demand, 'time')} in four weeks." if demand else ""


def _topic(job: Job, known: Known) -> Words:
    label, row = _about(job, known)
    pages = row.pages if row else 0
    size = (
        f"{counted(pages, 'page')} name{'s' if pages == 1 else ''} it, none is about it"
        if pages
        else "No page names it"
    )
    how = "Give it a page of its own, or at least a section with its own heading." if pages else _HOW
    action = f"{how} {_IF_NOT}"

    return Words(f"Write a page about {label}", action, _value(job, row), size)


def _hidden(job: Job, known: Known) -> Words:
    label, row = _about(job, known)
    title = f"Let search engines show what you say about {label}"
    return Words(title, job.gaps[0].action, _value(job, row), "No page that search engines may show")


def _thin(job: Job, known: Known) -> Words:
    label, row = _about(job, known)
    size = f"Its best page scores {row.score if row else 0} of 100; {COVERED_FROM} are enough"
    return Words(f"Say more about {label}", job.gaps[0].action, _value(job, row), size)


def _cell(job: Job, known: Known) -> Words:
    first = job.gaps[0]
    condition = known.label(first.entities[0])
    value = _value(job, known.coverage.get(("condition", first.entities[0].partition(":")[2])))
    if len(job.gaps) == 1:
        label, _ = _about(job, known)
        return Words(
            f"Explain {label}", first.action, value, "Both have a page, but nothing is said of one for the other"
        )
    treatments = ", ".join(known.label(gap.entities[1]) for gap in job.gaps)
    return Words(
        f"Explain {counted(len(job.gaps), 'treatment')} on the page about {condition}",
        f"Add a section for each, and link it to its page: {treatments}.",
        value,
        f"{counted(len(job.gaps), 'treatment')} of yours not explained there",
    )


def _intent(job: Job, known: Known) -> Words:
    first = job.gaps[0]
    questions = [
        _about_gap.label.rpartition(": ")[0] for gap in job.gaps if (_about_gap := coverage_of(gap, known))
    ]
    label = known.label(first.entities[0])
    asked = max(known.asked.get(first.entities[0], 0), len(job.gaps))
    size = f"{len(job.gaps)} of {counted(asked, 'question')} unanswered"
    if len(job.gaps) == 1:
        return Words(f"Answer “{questions[0]}” about {label}", first.action, _BEFORE_THEY_CALL, size)
    return Words(
        f"Answer {counted(len(job.gaps), 'question')} about {label}",
        f"Give each a heading of its own, with 40 words or more below: {'; '.join(questions)}.",
        _BEFORE_THEY_CALL,
        size,
    )


def _page_type(job: Job, known: Known) -> Words:
    label, _ = _about(job, known)
    return Words(
        f"Publish: {label}",
        job.gaps[0].action,
        "Patients look for it on every clinic's site.",
        "No such page was found",
    )


def _of_the_clinic(job: Job, known: Known) -> Words:
    first = job.gaps[0]
    plural, value = _OF_THE_CLINIC[first.rule]
    labels = [row.label for gap in job.gaps if (row := coverage_of(gap, known))]
    of = sum(row.kind == first.rule for row in known.coverage.values())
    title = (
        f"Publish a page about {labels[0]}"
        if len(labels) == 1
        else f"Publish pages about {len(labels)} of your {plural}"
    )
    return Words(
        title,
        f"Give each a page of its own: {', '.join(labels)}.",
        value,
        f"{len(labels)} of {of} without a page of their own",
    )


def _no_page(job: Job, known: Known) -> Words:
    label, row = _about(job, known)
    return Words(f"Write a page about {label}", job.gaps[0].action, _value(job, row), "No page is about it")


def _other_page(job: Job, known: Known) -> Words:
    label, row = _about(job, known)
    title = f"Lead searches for {label} to your page about it"
    return Words(title, job.gaps[0].action, _value(job, row), "Search results show a page about something else")


def _competitor(job: Job, known: Known) -> Words:
    label, row = _about(job, known)
    rivals = counted(len(evidence_of(job.gaps[0])["competitors"]), "competitor")
    return Words(
        f"Write a page about {label}", job.gaps[0].action, _value(job, row), f"{rivals} with a page, none here"
    )


OF_COVERAGE: Mapping[tuple[str, str], Callable[[Job, Known], Words]] = {
    ("topic", "hidden"): _hidden,
    ("topic", ""): _topic,
    ("thin", "condition"): _thin,
    ("thin", "treatment"): _thin,
    ("cell", ""): _cell,
    ("intent", ""): _intent,
    ("page_type", "location"): _of_the_clinic,
    ("page_type", "provider"): _of_the_clinic,
    ("page_type", ""): _page_type,
    ("demand", "no_page"): _no_page,
    ("demand", "other_page"): _other_page,
    ("competitor", ""): _competitor,
}
"""By kind and rule of the gap; no rule: any other."""
