"""Which phrases go where a longer one says it better."""

from collections.abc import Mapping, Sequence

from crawler.analyse.text.candidates import Candidate

SHORTLIST = 24
"""Phrases kept of a page until the whole site is known."""


def denested(candidates: Sequence[Candidate], scores: Mapping[str, float]) -> list[Candidate]:
    """Best candidates first, without those that hardly stand without a longer one that is chosen."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-scores[c.key], c.key)):
        if any(_replaces(other, candidate) for other in chosen):
            continue
        if candidate.size > 1:
            chosen = [other for other in chosen if not _replaces(candidate, other)]
        chosen.append(candidate)
        if len(chosen) == SHORTLIST:
            break
    return chosen


def _replaces(longer: Candidate, shorter: Candidate) -> bool:
    """Whether `longer` is used as often as a part of it. The words of a term are not counted apart: where they are used
    twice, these stand outside it."""
    if longer.size <= shorter.size or longer.uses < shorter.uses or longer.linked:
        return False
    return not (longer.ref and shorter.uses > 1) and f" {shorter.key} " in f" {longer.key} "
