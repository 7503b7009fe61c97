"""What a reader of a snapshot must know before its numbers."""

from collections.abc import Iterator

from crawler.urls import host


def notes(asked: str, seed: str, *, blocked: int, pages: int, words: int) -> Iterator[str]:
    """A sentence for each thing that is odd about a crawl; none where nothing is.

    `asked`: the URL that was given, `seed`: where it leads; `blocked`: URLs that robots.txt forbids; `words`: of all
    pages.
    """
    if host(asked) != host(seed):
        yield f"{asked} leads to {seed}: {host(seed)} was crawled as the site."
    if blocked and not pages:
        yield "Nothing was read: robots.txt forbids this program every page that is known."
    elif not pages:
        yield "No page was found: the start address is no HTML page and links to none."
    elif not words:
        yield "The site is empty: none of its pages has any text without scripts."
