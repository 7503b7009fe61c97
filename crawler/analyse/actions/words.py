"""What an action says."""

from collections.abc import Sequence

from crawler.analyse.actions.check_titles import check_title
from crawler.analyse.actions.job import FailedCheck, Job, Words
from crawler.analyse.actions.known import Known
from crawler.analyse.actions.of_gaps import evidence_of
from crawler.analyse.actions.words_of_coverage import OF_COVERAGE
from crawler.analyse.actions.words_of_pages import OF_PAGES
from crawler.tables.coverage import GapRow
from crawler.text import counted

_AT_THE_ENTRANCE = "The home page or the contact page is among them."
_SEVERAL = {
    "claims": "Review promises with a clinician and counsel",
    "sitemap": "Put the sitemap in order",
}
"""Titles where several checks are one job."""


def words_of(job: Job, known: Known) -> Words:
    """In plain words; names of pages in them are the site's own text."""
    if job.check:
        return _of_failed(job.check, known)
    first = job.gaps[0]
    writers = {**OF_COVERAGE, **OF_PAGES}
    write = writers.get((first.kind, first.rule)) or writers.get((first.kind, ""))
    words = write(job, known) if write else _of_checks(job.gaps, known)
    if first.kind == "cta" and job.measures.is_double:
        return words._replace(value=_joined(words.value, _entrance(len(job.gaps[0].pages), job.measures.number)))
    return words


def _entrance(pages: int, count: int) -> str:
    return _AT_THE_ENTRANCE if max(pages, count) > 1 else "Most visitors come by this page."


def _of_failed(check: FailedCheck, known: Known) -> Words:
    value = check.why
    if not known.entrances.isdisjoint(check.pages) and check.checked > 1:
        value = _joined(value, _entrance(len(check.pages), check.failed))
    return Words(
        check_title(check.check_id, check.title),
        check.fix,
        value,
        _failed(check.failed, check.checked, check.pages, known),
    )


def _of_checks(gaps: Sequence[GapRow], known: Known) -> Words:
    first = gaps[0]
    found = [evidence_of(gap) for gap in gaps]
    if len(gaps) == 1:
        failed, checked = int(found[0]["failed"]), int(found[0]["checked"])
        failing = first.title.split(":", 1)[0]
        return Words(
            check_title(first.rule, failing), first.action, first.why, _failed(failed, checked, first.pages, known)
        )
    titles = [check_title(gap.rule, gap.title.split(":", 1)[0]) for gap in gaps]
    size = f"{counted(sum(int(one['failed']) for one in found), 'finding')} in {counted(len(gaps), 'check')}"
    return Words(_SEVERAL[first.kind], f"{'; '.join([titles[0], *map(_small, titles[1:])])}.", first.why, size)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _failed(failed: int, checked: int, urls: Sequence[str], known: Known) -> str:
    noun = "page" if all(url in known.read for url in urls) else "address"
    return "The site as a whole" if checked <= 1 else f"{failed:,} of {counted(checked, noun)}"


def _joined(*sentences: str) -> str:
    return " ".join(sentence if sentence.endswith((".", "?", "!")) else f"{sentence}." for sentence in sentences)
