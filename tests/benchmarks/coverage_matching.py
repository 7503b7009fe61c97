"""Time the matching of the vocabulary, CPU a page: ``python -m tests.benchmarks.coverage_matching``.

Runs over the invented English pages with all packs at once; reading words from the text is timed apart.
"""

import sys
import time
from collections.abc import Callable
from statistics import fmean

from crawler.analyse.text.entities import page_entities
from crawler.analyse.text.matcher import Vocabulary, build_vocabulary, find_matches
from crawler.analyse.text.page import Block, PageText, ReadPage, read_page
from tests.benchmarks.keyphrase_set import Page, gold_pages
from tests.crawler.analyse.packs import taxonomy

_BAR = 3.0
"""Milliseconds a page."""

_RUNS = 20


def main() -> int:
    """Print milliseconds a page and per 1,000 words."""
    sources = [_source(page) for page in gold_pages() if page.language == "en"]
    vocabulary = build_vocabulary(taxonomy())
    pages = [read_page(source) for source in sources]
    words = fmean(page.words for page in pages)
    reading = _milliseconds(lambda: [read_page(source) for source in sources], len(sources))
    matching = _milliseconds(lambda: [_match(page, vocabulary) for page in pages], len(pages))
    terms = sum(map(len, vocabulary.terms.values()))
    print(f"{len(pages)} pages of {words:.0f} words, {terms} terms")
    for name, spent in (("reading words", reading), ("matching and places", matching)):
        print(f"{name:20} {spent:6.2f} ms a page, {1000 * spent / words:6.2f} ms per 1,000 words")
    return int(matching > _BAR)


def _match(page: ReadPage, vocabulary: Vocabulary) -> object:
    blocks = zip(page.blocks, page.texts, strict=True)
    matches = [find_matches(tokens, vocabulary, text) for tokens, text in blocks]
    title = find_matches(page.title, vocabulary, page.title_text)
    return page_entities(page, matches, title, vocabulary)


def _milliseconds(work: Callable[[], object], pages: int) -> float:
    """CPU time of the fastest of some runs."""
    spent: list[float] = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return 1000 * min(spent) / pages


def _source(page: Page) -> PageText:
    blocks = (Block(len(line) - len(line.lstrip("#")), line.lstrip("#- ")) for line in page.lines)
    return PageText(page.url, "en", page.title, page.description, tuple(blocks))


if __name__ == "__main__":
    sys.exit(main())
