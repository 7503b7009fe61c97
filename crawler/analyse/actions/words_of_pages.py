"""Words of actions about pages that are there: calls, links, length, searches."""

from collections.abc import Callable, Mapping

from crawler.analyse.actions.job import Job, Words
from crawler.analyse.actions.known import Known
from crawler.analyse.actions.of_gaps import evidence_of
from crawler.text import counted

_TITLES = {
    ("cta", "wrong"): ("Correct the phone links on “{name}”", "Correct the phone links on {pages}"),
    ("cta", "missing"): ("Add your phone number to “{name}”", "Add your phone number to {pages}"),
    ("cta", "text"): ("Let a tap call the number on “{name}”", "Let a tap call the number on {pages}"),
    ("cta", "weak"): ("Ask for the call more often on “{name}”", "Ask for the call more often on {pages}"),
    ("internal_link", "orphan"): ("Link to “{name}”", "Link to {pages} that nothing links to"),
    ("internal_link", "near_orphan"): ("Link to “{name}” more often", "Link more often to {pages}"),
    ("internal_link", "deep"): ("Bring “{name}” nearer to the home page", "Bring {pages} nearer to the home page"),
    ("thin", "page"): ("Extend “{name}”", "Extend {pages} that say little"),
}
"""For one page and for several."""

_NO_ANSWER = "A short page leaves open what patients ask."


def _pages(job: Job, known: Known) -> Words:
    """Pages that are mended in the same way, alone or together."""
    first, count = job.gaps[0], job.measures.number
    one, several = _TITLES[first.kind, first.rule]
    title = (
        one.format(name=known.name(first.pages[0])) if count == 1 else several.format(pages=counted(count, "page"))
    )
    value = _NO_ANSWER if first.kind == "thin" else first.why
    return Words(title, first.action, value, f"{count:,} of {counted(max(count, known.pages), 'page')}")


def _mention(job: Job, known: Known) -> Words:
    labels = [known.label(gap.entities[0]) for gap in job.gaps]
    sources = {url for gap in job.gaps for url in gap.pages[1:]}
    return Words(
        f"Link {labels[0]} to its page where it is named"
        if len(labels) == 1
        else "Link what you name to the page about it",
        f"Link the words where they first stand on a page: {', '.join(labels)}.",
        "Readers who want to know more cannot go on to your page about it.",
        f"{counted(len(sources), 'page')} without such a link",
    )


def _hub(job: Job, known: Known) -> Words:
    count = job.measures.number
    hub = known.name(job.gaps[0].pages[0])
    value = "Patients who look through the list do not find what it leaves out."
    return Words(
        f"Add {counted(count, 'page')} to the list on “{hub}”",
        job.gaps[0].action,
        value,
        f"{counted(count, 'page')} left out",
    )


def _competing(job: Job, known: Known) -> Words:
    first = job.gaps[0]
    title = f"Choose the page to be found: {first.title[:1].lower()}{first.title[1:]}"
    value = "Patients who search for it may land on the weaker page."
    return Words(title, first.action, value, f"{counted(len(first.pages), 'page')} compete")


def _target(job: Job, known: Known) -> Words:
    phrase = evidence_of(job.gaps[0])["phrase"]
    title = f"Make “{known.name(job.gaps[0].pages[0])}” your strongest page for “{phrase}”"
    return Words(
        title,
        job.gaps[0].action,
        "You chose this page for those who search for it.",
        "Another page of yours is stronger",
    )


def _striking(job: Job, known: Known) -> Words:
    return _searched(job, "Bring up in search results", "Shown where few people look")


def _low_ctr(job: Job, known: Known) -> Words:
    return _searched(job, "Rewrite title and description for", job.gaps[0].why.rstrip("."))


def _searched(job: Job, verb: str, size: str) -> Words:
    first = job.gaps[0]
    about = first.title.partition(": ")[2]
    value = f"Searches for it showed your site about {counted(first.demand or 0, 'time')} in four weeks."
    return Words(f"{verb} {about}", first.action, value, size)


OF_PAGES: Mapping[tuple[str, str], Callable[[Job, Known], Words]] = {
    **dict.fromkeys(_TITLES, _pages),
    ("internal_link", "mention"): _mention,
    ("internal_link", "hub"): _hub,
    ("cannibalisation", ""): _competing,
    ("target", ""): _target,
    ("striking", ""): _striking,
    ("ctr", ""): _low_ctr,
}
"""By kind and rule of the gap; no rule: any."""
