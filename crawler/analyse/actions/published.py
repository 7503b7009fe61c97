"""The rank of actions in words, from the numbers that it is computed with."""

from collections import defaultdict
from collections.abc import Iterator

from crawler.analyse.actions.formula import DOUBLE, MINUTES, QUICK_MINUTES
from crawler.analyse.actions.of_checks import OTHER_SEVERITY, SEVERITY
from crawler.analyse.gaps.gap import EFFORT


def published_lines() -> Iterator[str]:
    """Lines of Markdown."""
    efforts = ", ".join(f"{name} {size}" for name, size in EFFORT.items())
    yield "`next_actions` ranks what to do: gaps that are one job are one action, and so is each check that found something"
    yield "broken or unreadable and that no gap stands for. The first seven that nobody put off are shown."
    yield ""
    yield "priority = patient value × size ÷ effort, where"
    yield ""
    yield "- **patient value** is severity (1 to 5) × confidence × (1 + log10(1 + demand)) × the weights of the clinic's file;"
    yield f"  × {DOUBLE:g} for a main reason to come (tier 1) without a good page, and for a fault on the home or contact page;"
    yield f"  the severity of a failed check without a gap follows from its family: {_severities()}, any other {OTHER_SEVERITY};"
    yield "- **size** is 1 + log10(number of pages, questions or findings);"
    yield f"- **effort** ({efforts}) is an estimate: S up to an hour, M about half a day, L a day or more. A page takes"
    yield f"  {MINUTES['M']} minutes, a section {MINUTES['S']}, a link or number {QUICK_MINUTES} on each page or, in what most pages share, {MINUTES['S']} in all;"
    yield f"  what a check finds {QUICK_MINUTES} for each page or, where it is the same on many, once; {MINUTES['S']} at least."
    yield ""
    yield "So that no kind of work hides the others, the second action of a theme counts half, the third a third, and so on."
    yield "A gap that was not seen by this crawl (state unknown) is in no action."


def _severities() -> str:
    families: defaultdict[int, list[str]] = defaultdict(list)
    for family, severity in SEVERITY.items():
        families[severity].append(family)
    return "; ".join(
        f"{', '.join(names)} {severity}" for severity, names in sorted(families.items(), reverse=True)
    )
