"""How actions are ranked: patient value × size of the gap ÷ effort. `crawler.analyse.actions.published` says it in words."""

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from crawler.analyse.gaps.gap import EFFORT, Effort

DOUBLE = 2.0
"""Ours: what is a main reason to come, and the pages that most visitors come by, count twice."""

MINUTES: dict[Effort, int] = {"S": 60, "M": 240, "L": 480}
"""Minutes that a gap of an effort is taken to need."""

QUICK_MINUTES = 10
"""Minutes for each page where a link or a number is put right, and for each finding of a check."""

_MOST_MINUTES: tuple[tuple[Effort, int], ...] = (("S", 60), ("M", 300))


class Measures(NamedTuple):
    """What the rank is made of. `severity`: 1 to 5; `confidence`: 0 to 1; `demand`: impressions in 28 days; `weight`:
    of the clinic's file; `is_double`: see `DOUBLE`; `number`: pages, questions or findings; `effort`: of all together."""

    severity: int
    confidence: float
    demand: int | None
    weight: float
    is_double: bool
    number: int
    effort: Effort


def effort_of(minutes: int) -> Effort:
    """S up to an hour, M up to five, L beyond."""
    return next((effort for effort, most in _MOST_MINUTES if minutes <= most), "L")


def priority(of: Measures) -> float:
    """For a gap that is a job of its own, and not doubled, the priority of the gap."""
    asked = 1 + math.log10(1 + (of.demand or 0))
    value = of.severity * of.confidence * asked * of.weight * (DOUBLE if of.is_double else 1)
    return round(value * (1 + math.log10(max(1, of.number))) / EFFORT[of.effort], 2)


def order(measured: Sequence[tuple[str, float, str]]) -> list[int]:
    """Places in `measured` (theme, priority, id), first things first: the second of a theme counts half, and so on."""
    themes: defaultdict[str, list[int]] = defaultdict(list)
    for at in sorted(range(len(measured)), key=lambda at: (-measured[at][1], measured[at][2])):
        themes[measured[at][0]].append(at)
    counted = [
        (-measured[at][1] / place, -measured[at][1], measured[at][2], at)
        for places in themes.values()
        for place, at in enumerate(places, start=1)
    ]
    return [at for *_, at in sorted(counted)]
