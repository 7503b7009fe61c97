"""The coverage formula: its version, its points, its states. `crawler.analyse.coverage.published` says it in words."""

from math import log10

FORMULA_VERSION = "3"
"""Changes with any number in this package, so that a trend shows why it moved."""

POINTS = {
    "title": 25,
    "h1": 15,
    "heading": 12,
    "address": 5,
    "first_words": 5,
    "depth": 18,
    "answers": 10,
    "anchors": 5,
    "call": 5,
}
"""Most points of each part of the score of a condition or treatment on a page, 100 together."""

DEPTH_WORDS = 400
"""Words in sections about it that earn all points of depth."""

ANCHOR_PAGES = 3
"""Pages whose links name it that earn all points of anchors."""

FEWEST_WORDS, THIN_CAP = 300, 54
"""A page of fewer words gets this many points at most."""

MENTION_CAP = 29
"""A page gets this many points at most for what only its text names."""

OLD_MONTHS, OLD_POINTS = 24, 5
VERY_OLD_MONTHS, VERY_OLD_POINTS = 36, 10
"""Points that a page loses whose last change is as many months ago."""

CELL_PROMINENCE, CELL_DEPTH, CELL_SUPPORT = 60, 25, 15
"""Most points of the parts of a cell's score, 100 together."""

CELL_WORDS = 250
"""Words in sections about both that earn all points of a cell's depth."""

SUPPORT_INLINKS = 2
PROMINENCE = {"title or H1": 1.0, "H2": 0.7, "H3": 0.5, "first 100 words": 0.4, "three times in the text": 0.3}
NAMED_PROMINENCE = 0.15
"""Of what stands in none of those places, but in the text."""

TITLE_SHARE = 0.6
"""A treatment that as many of the titles name is the clinic's discipline, as is one in its own name."""

NARROWER_POINTS = 5
"""A page about fewer topics by its title and H1 is the best one of a topic if it has at most so many points less."""

THIN_FROM, COVERED_FROM, STRONG_FROM = 30, 55, 80
TIER_WEIGHT = {1: 3.0, 2: 2.0, 3: 1.0}
ANSWER_WORDS = 40
"""Fewer words below a heading answer no question."""

MOST_WORDS = 400
"""More words below a heading answer no better."""

GOOD_ANSWER_WORDS = 200
HEADING_ONLY = 20
NAMED_ONLY = 20
"""Points of an office or a clinician that pages name, but none is about."""


def state_of(score: int) -> str:
    """none 0 · mentioned 1–29 · thin 30–54 · covered 55–79 · strong 80–100."""
    if score >= STRONG_FROM:
        return "strong"
    if score >= COVERED_FROM:
        return "covered"
    if score >= THIN_FROM:
        return "thin"
    return "mentioned" if score > 0 else "none"


def answer_score(words: int) -> int:
    """0 to 100 for a question with `words` below its heading: 40 words cover it, 200 are full marks."""
    if words < ANSWER_WORDS:
        return HEADING_ONLY
    share = min(1.0, (words - ANSWER_WORDS) / (GOOD_ANSWER_WORDS - ANSWER_WORDS))
    return round(COVERED_FROM + (100 - COVERED_FROM) * share)


def page_type_score(words: int, min_words: int) -> int:
    """0 to 100 for a page that a site must have: thin below its fewest words, full marks at twice as many."""
    if not min_words:
        return 100
    if words < min_words:
        return round(THIN_FROM + (COVERED_FROM - 1 - THIN_FROM) * words / min_words)
    return round(COVERED_FROM + (100 - COVERED_FROM) * min(1.0, (words - min_words) / min_words))


def demand_factor(impressions: int) -> float:
    """How much more a topic weighs that searchers saw the site for so often in 28 days; 1 where nothing is known."""
    return 1 + log10(1 + impressions)
