"""Which phrases go where a shorter or a longer one says it better."""

from collections.abc import Mapping

from crawler.analyse.text.candidates import Candidate

SHORTLIST = 30
"""Phrases kept of a page until the whole site is known."""

_NESTED_SHARE, _TERM_NESTED_SHARE = 0.6, 0.8
"""A phrase goes where a longer one has this share of its uses; a term of the taxonomy, where it has more."""

_RARE_LONGER_SHARE = 0.34
"""A longer phrase with a smaller share of the shorter's uses is a chance."""

_APART = 0.5
"""A phrase whose zones weigh this much more than those of a longer one stands in a zone without it."""

_OWN_USES = 2
"""Uses from which a phrase stands beside the one that holds it, or that it holds."""


def denested(
    candidates: list[Candidate], scores: Mapping[str, float], zones: Mapping[str, float]
) -> list[Candidate]:
    """Best candidates first, without those that a chosen one says better."""
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-scores[c.key], c.key)):
        if not scores[candidate.key]:
            break
        if any(other.size != candidate.size and _replaces(other, candidate, zones) for other in chosen):
            continue
        chosen = [other for other in chosen if not _replaces(candidate, other, zones)]
        chosen.append(candidate)
        if len(chosen) >= SHORTLIST:
            break
    return chosen


def _replaces(one: Candidate, other: Candidate, zones: Mapping[str, float]) -> bool:
    """Whether `other` may go where `one` is chosen. What stands once replaces nothing that stands more often."""
    if one.size > other.size:
        if f" {other.key} " not in f" {one.key} " or one.uses == 1 < other.uses:
            return False
        return not _stands_apart(one, other, zones)
    if one.size == other.size or other.is_topic or zones.get(other.key, 1.0) > 1 or other.uses >= _OWN_USES:
        return False
    rare = other.uses <= _RARE_LONGER_SHARE * one.uses or other.uses == 1 < one.uses
    return rare and f" {one.key} " in f" {other.key} "


def _stands_apart(one: Candidate, other: Candidate, zones: Mapping[str, float]) -> bool:
    """Whether `other` is a phrase of its own beside the longer `one` that holds it."""
    if one.linked:
        return True
    telling = other.size > 1 or other.is_topic
    apart = zones.get(other.key, 1.0) - zones.get(one.key, 1.0) >= _APART
    if apart and (telling or other.uses > one.uses):
        return True
    if one.ref and telling and other.uses >= _OWN_USES:
        return True  # the words of a term are not counted apart: these uses stand outside it
    share = _TERM_NESTED_SHARE if other.is_topic and not one.is_topic else _NESTED_SHARE
    return one.uses < share * other.uses
