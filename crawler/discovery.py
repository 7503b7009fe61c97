"""Where the seed leads: the site that is crawled."""

from collections.abc import Callable
from dataclasses import dataclass

from crawler.errors import SeedUnreachable
from crawler.fetch import Fetcher, FetchFailure, Response, Validators
from crawler.redirects import MAX_HOPS, redirect_target
from crawler.rules import HostRules, Rules

_SILENT = frozenset({"dns", "refused", "tls", "timeout", "address"})
"""Failures that say that the host as a whole does not answer."""


@dataclass(frozen=True)
class Discovery:
    """`seed`: the URL that counts, behind all redirects; `answer`: what it answered, null where robots.txt
    forbids to ask; `hops`: answers that redirected there, with their targets."""

    seed: str
    answer: Response | None
    hops: tuple[tuple[Response, str], ...]
    rules: HostRules


async def find_site(
    fetcher: Fetcher, rules: Rules, seed: str, validators: Callable[[str], Validators | None]
) -> Discovery:
    """Follow the seed to the site that it stands for, asking each host's robots.txt first.

    `validators`: of a page that an earlier crawl read. Raises `SeedUnreachable` where no answer comes, the redirects
    do not end, or a failing robots.txt forbids all for now: a night that saw nothing must not take the place of one
    that did.
    """
    hops: list[tuple[Response, str]] = []
    url = seed
    while len(hops) <= MAX_HOPS:
        known = await rules.of(url)
        _must_speak(url, known, rules)
        if not rules.allows(url):
            return Discovery(url, None, tuple(hops), known)
        asked = known.answer if isinstance(known.answer, Response) and known.answer.url == url else None
        answer = asked or await fetcher.get(url, validators=validators(url))
        if isinstance(answer, FetchFailure):
            raise SeedUnreachable(f"{url} could not be reached: {answer.reason}.")
        target = redirect_target(answer)
        if target is None:
            return Discovery(url, answer, tuple(hops), known)
        hops.append((answer, target))
        url = target
    raise SeedUnreachable(f"{seed} could not be reached: it redirects more than {MAX_HOPS} times.")


def _must_speak(url: str, known: HostRules, rules: Rules) -> None:
    """Raise where the host is silent, or says that nothing may be asked for now."""
    if isinstance(known.answer, FetchFailure) and known.answer.kind in _SILENT:
        raise SeedUnreachable(f"{url} could not be reached: {known.answer.reason}.")
    if known.robots.refusal and not rules.allows(url):
        raise SeedUnreachable(f"{url} may not be read now, because {known.robots.refusal}: try again later.")
