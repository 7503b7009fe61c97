"""What a reader of a snapshot must know before its numbers."""

from collections.abc import Iterator

from crawler.state import State
from crawler.text import counted
from crawler.urls import host


def notes(state: State) -> Iterator[str]:
    """A sentence for each thing that is odd about a crawl; none where nothing is."""
    asked, seed = state.start.asked, state.start.seed
    if host(asked) != host(seed):
        yield f"{asked} leads to {seed}: {host(seed)} was crawled as the site."
    if state.settings.ignore_robots:
        yield "robots.txt was ignored, as the operator asked: pages that it forbids are among those read."
    yield from _narrowed(state)
    if state.log.counts["blocked_robots"] and not state.pages:
        yield "Nothing was read: robots.txt forbids this program every page that is known."
    elif not state.pages:
        yield "No page was found: the start address is no HTML page and links to none."
    elif not state.words:
        yield "The site is empty: none of its pages has any text without scripts."
    if traps := state.traps.rows():
        left_out = sum(trap.urls for trap in traps)
        yield f"{counted(left_out, 'address')} without end left out, such as {traps[0].example}: {traps[0].reason}."


def _narrowed(state: State) -> Iterator[str]:
    """What was crawled where that is not the whole host."""
    settings = state.settings
    if state.start.urls:
        yield f"Only the {counted(len(state.start.urls), 'address')} of a list were asked for; no link was followed."
    elif settings.sitemap_only:
        yield "Only addresses in sitemaps were asked for; no link was followed."
    if state.scope.path not in (None, "/"):
        yield f"Only addresses below {state.scope.path} were asked for."
    if settings.include or settings.exclude:
        yield f"{counted(state.log.counts['excluded'], 'address')} left out by the patterns in the settings."
