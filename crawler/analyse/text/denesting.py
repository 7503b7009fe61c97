"""Which phrases go where a shorter or a longer one says it better."""

from collections.abc import Mapping, Sequence

from crawler.analyse.text.candidates import Candidate

SHORTLIST = 24
"""Phrases kept of a page until the whole site is known."""


def denested(candidates: Sequence[Candidate], scores: Mapping[str, float]) -> list[Candidate]:
    """Best candidates first, without those that a chosen one says better."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-scores[c.key], c.key)):
        padded, size = f" {candidate.key} ", candidate.size
        if any(other.size != size and _replaces(other, candidate, padded) for other in chosen):
            continue
        if size > 1:
            chosen = [
                other
                for other in chosen
                if other.size >= size or not _replaces(candidate, other, f" {other.key} ")
            ]
        chosen.append(candidate)
        if len(chosen) == SHORTLIST:
            break
    return chosen


def _replaces(one: Candidate, other: Candidate, padded: str) -> bool:
    """Whether `other` goes where `one` is chosen. `padded`: the key of `other` between spaces.

    A shorter phrase goes where the longer one is used as often: it hardly stands without it. A longer one goes where it stands
    once, and in no zone, and the shorter more often: a turn of speech.
    """
    if one.size > other.size:
        apart = one.linked or (
            one.ref and other.uses > 1
        )  # the words of a term are not counted apart: these stand outside it
        return one.uses >= other.uses and not apart and padded in f" {one.key} "
    if other.uses > 1 or one.uses == 1 or other.zones or other.is_topic:
        return False
    return f" {one.key} " in padded
