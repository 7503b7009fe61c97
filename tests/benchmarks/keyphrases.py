"""Score the keyphrases of a page on 60 invented pages: ``python -m tests.benchmarks.keyphrases``.

Beside them, in the same run, stand two readers who saw the pages only, TF–IDF and, where it can be imported, YAKE (a
development-only reference: put a folder that holds it on PYTHONPATH). Pages, gold phrases and the readers' lists are in
`keywords/`; see README.md there. Times are CPU, in a process prepared as the crawl's workers are.
"""

import html
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from statistics import fmean
from typing import Any, NamedTuple

from crawler.analyse.packs import fitting_packs
from crawler.analyse.text.analyse import analyse_page
from crawler.analyse.text.matcher import find_matches
from crawler.analyse.text.page import Block, PageText, read_page
from crawler.analyse.text.phrases import page_phrases
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.extract.page import Source, extract
from crawler.reading import prepare
from tests.benchmarks.keyphrase_references import Method, reference_methods
from tests.benchmarks.keyphrase_set import Page, gold_pages, long_tail_pages, readers, stands_on, stems
from tests.crawler.analyse.packs import taxonomy

_TOP = 10
_WORST = 15
_NEAR = 0.5
_RUNS = 5
_JOINED = 3
"""Pages of 300 to 400 words that make one of 1,000."""

_RULE = f"""Match rule: a phrase is right where its Snowball stems equal those of a gold phrase, word for word, hyphens
being spaces; repeats count once. P = right of the first {_TOP} / {_TOP}, also where fewer are given; best = what P would
be if all gold phrases were found. F1 with recall over all gold phrases. Near = P where a phrase also counts that shares
half or more of its stems with a gold phrase (Jaccard >= {_NEAR}, order aside). Partial = mean of the best Jaccard.
All figures are means over pages."""


class Score(NamedTuple):
    """Shares from 0 to 1 of one page; see the match rule."""

    exact: float
    f1: float
    near: float
    partial: float


def main() -> int:
    """Print the figures per speciality and language, the worst pages and the cost."""
    pages = gold_pages()
    missing = [f"{page.name}: {phrase}" for page in pages for phrase in page.gold if not stands_on(page, phrase)]
    if missing:
        print("Gold phrases that do not stand on their page:", *missing, sep="\n  ")
        return 1
    methods = _methods(pages)
    found = {name: {page.name: method(page) for page in pages} for name, method in methods.items()}
    found |= readers()
    scores = {name: {page.name: _score(page, by[page.name]) for page in pages} for name, by in found.items()}
    print(_RULE, end="\n\n")
    _print_table("speciality", {page.name: page.speciality for page in pages}, pages, scores)
    _print_table("language", {page.name: page.language for page in pages}, pages, scores)
    halves = {page.name: "even (held out)" if number % 2 else "odd" for number, page in enumerate(pages)}
    _print_table("half", halves, pages, scores)
    _print_worst(pages, found["ours"], scores["ours"])
    _print_long_tail(long_tail_pages())
    prepare()
    for name, method in methods.items():
        print(f"{name:8} {_milliseconds(pages, method):7.2f} ms per 1,000 words")
    whole, keyphrases = _long_pages(pages)
    print(
        f"ours, pages of 1,000 words: {keyphrases:.2f} ms for keyphrases, {whole:.2f} ms for the whole text pass"
    )
    return 0


def _methods(pages: Sequence[Page]) -> dict[str, Method]:
    vocabularies = {name: _fitting(pages, name) for name in {page.speciality for page in pages}}
    texts = {page.name: _page_text(page) for page in pages}
    references = reference_methods(pages, _TOP)
    if "YAKE" not in references:
        print("YAKE is absent: it cannot be imported.\n")
    return {"ours": lambda page: _ours(texts[page.name], vocabularies[page.speciality]), **references}


def _fitting(pages: Sequence[Page], speciality: str) -> Vocabularies:
    """The taxonomy packs that a site of the pages of `speciality` would get."""
    own = [page for page in pages if page.speciality == speciality]
    everything = taxonomy()
    packs = fitting_packs(
        [(page.language, f"{page.title}. {page.lines[0].lstrip('# ')}") for page in own], everything
    )
    return Vocabularies(everything.only(packs) if packs else everything)


def _page_text(page: Page) -> PageText:
    """`page` as the text pass gets it: rendered, extracted, cut to its main content."""
    facts = extract(Source(page.url, "clinic.example", None, 200, _markup(page).encode(), "text/html", None, None))
    row = facts.pages[0]
    blocks = tuple(
        Block(int(block.tag[1]) if re.fullmatch("h[1-6]", block.tag) else 0, block.text)
        for block in facts.blocks
        if block.is_content or block.tag == "h1"
    )
    return PageText(page.url, row.lang, row.title or "", row.meta_description or "", blocks, row.title or "")


def _markup(page: Page) -> str:
    title, description = html.escape(page.title), html.escape(page.description)
    return (
        f'<!doctype html><html lang="{page.language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="description" content="{description}"></head><body>'
        '<header><nav><a href="/">Home</a> <a href="/services/">Services</a> <a href="/contact/">Contact</a></nav></header>'
        f"<main>{''.join(map(_element, page.lines))}</main><footer><p>© Clinic</p></footer></body></html>"
    )


def _element(line: str) -> str:
    hashes = len(line) - len(line.lstrip("#"))
    text = html.escape(line.lstrip("#- "))
    return f"<h{hashes}>{text}</h{hashes}>" if hashes else f"<p>{text}</p>"


def _ours(text: PageText, vocabularies: Vocabularies) -> list[str]:
    phrases = [phrase for phrase in analyse_page(text, vocabularies).phrases if phrase.score > 0]
    return [phrase.keyphrase for phrase in phrases[:_TOP]]


def _score(page: Page, phrases: Sequence[str]) -> Score:
    gold = [stems(phrase, page.language) for phrase in page.gold]
    keys = list(dict.fromkeys(stems(phrase, page.language) for phrase in phrases))[:_TOP]
    right = sum(key in gold for key in keys)
    overlaps = [max(_jaccard(key, wanted) for wanted in gold) for key in keys]
    return Score(
        exact=right / _TOP,
        f1=2 * right / (_TOP + len(gold)),
        near=sum(overlap >= _NEAR for overlap in overlaps) / _TOP,
        partial=sum(overlaps) / _TOP,
    )


def _jaccard(one: Iterable[str], other: Iterable[str]) -> float:
    first, second = set(one), set(other)
    return len(first & second) / max(1, len(first | second))


def _print_table(
    heading: str, groups: dict[str, str], pages: Sequence[Page], scores: dict[str, dict[str, Score]]
) -> None:
    print(f"{heading:28} {'method':8} pages  best  P@10  F1@10  near  partial")
    for group in [*sorted(set(groups.values())), "all"]:
        names = [page.name for page in pages if group in (groups[page.name], "all")]
        best = fmean(min(_TOP, len(page.gold)) / _TOP for page in pages if page.name in names)
        for method, by in scores.items():
            mean = Score(*(fmean(column) for column in zip(*(by[name] for name in names), strict=True)))
            print(
                f"{group:28} {method:8} {len(names):5}  {best:.2f}  {mean.exact:.3f}  {mean.f1:.3f}"
                f"  {mean.near:.3f}  {mean.partial:.3f}"
            )
    print()


def _print_long_tail(pages: Sequence[Page]) -> None:
    """P@10 on pages whose gold phrases are mostly long ones that stand once."""
    found = {
        name: [_score(page, method(page)).exact for page in pages] for name, method in _methods(pages).items()
    }
    for first, told in (("a", "fitted on"), ("b", "held out")):
        own = [number for number, page in enumerate(pages) if page.name.startswith(first)]
        shares = "  ".join(
            f"{name} {fmean(scores[number] for number in own):.3f}" for name, scores in found.items()
        )
        print(f"Long tail, {len(own)} pages ({told}), P@10: {shares}")
    print()


def _print_worst(pages: Sequence[Page], found: dict[str, list[str]], scores: dict[str, Score]) -> None:
    print(f"The {_WORST} worst pages of ours (= right, ~ near, - wrong):")
    for page in sorted(pages, key=lambda page: (scores[page.name].exact, scores[page.name].partial))[:_WORST]:
        gold = {stems(phrase, page.language): phrase for phrase in page.gold}
        keys = {stems(phrase, page.language): phrase for phrase in found[page.name]}
        print(f"{page.name} ({page.language}): P {scores[page.name].exact:.1f}")
        print("  found  " + "; ".join(f"{_mark(key, gold)} {phrase}" for key, phrase in keys.items()))
        print("  missed " + "; ".join(phrase for key, phrase in gold.items() if key not in keys))
    print()


def _mark(key: tuple[str, ...], gold: Iterable[tuple[str, ...]]) -> str:
    overlap = max(_jaccard(key, wanted) for wanted in gold)
    return "=" if key in gold else "~" if overlap >= _NEAR else "-"


def _milliseconds(pages: Sequence[Page], method: Method) -> float:
    """CPU time per 1,000 words of content: the best of some runs, caches warm. Ours: the whole text pass."""
    words = sum(len(line.split()) for page in pages for line in page.lines)
    return min(_seconds(pages, method) for _ in range(_RUNS)) * 1e6 / words


def _long_pages(pages: Sequence[Page]) -> tuple[float, float]:
    """CPU time per 1,000 words on pages that are several in one: of the whole text pass, and of what keyphrases take."""
    joined = list(_joined(pages))
    vocabularies = [_fitting(pages, speciality) for speciality, _ in joined]
    jobs = [(text, words) for (_, text), words in zip(joined, vocabularies, strict=True)]
    words = sum(len(block.text.split()) for text, _ in jobs for block in text.blocks)
    best = [min(_seconds(jobs, partial(_apply, work)) for _ in range(_RUNS)) for work in (analyse_page, _phrases)]
    return best[0] * 1e6 / words, best[1] * 1e6 / words


def _apply(work: Callable[[PageText, Vocabularies], object], job: tuple[PageText, Vocabularies]) -> None:
    work(*job)


def _phrases(text: PageText, vocabularies: Vocabularies) -> object:
    page = read_page(text)
    vocabulary = vocabularies.of(page.language)
    lines = zip(page.blocks, page.texts, strict=True)
    matches = [find_matches(tokens, vocabulary, line) for tokens, line in lines]
    return page_phrases(page, matches, find_matches(page.title, vocabulary, page.title_text))


def _joined(pages: Sequence[Page]) -> Iterator[tuple[str, PageText]]:
    """Speciality and text of pages of about 1,000 words; what is left over at the end of a speciality is not used."""
    for speciality, language in sorted({(page.speciality, page.language) for page in pages}):
        texts = [_page_text(page) for page in pages if (page.speciality, page.language) == (speciality, language)]
        for first in range(0, len(texts) - _JOINED + 1, _JOINED):
            blocks = [block for text in texts[first : first + _JOINED] for block in text.blocks]
            yield speciality, texts[first]._replace(blocks=tuple(blocks))


def _seconds(pages: Sequence[Any], method: Callable[[Any], object]) -> float:
    start = time.process_time()
    for page in pages:
        method(page)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
