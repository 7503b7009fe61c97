"""The coverage formula: its version, its thresholds, its states."""

FORMULA_VERSION = "1"
"""Changes with any number in this package, so that a trend shows why it moved."""

THIN_FROM, COVERED_FROM, STRONG_FROM = 30, 55, 80
TIER_WEIGHT = {1: 3.0, 2: 2.0, 3: 1.0}
ANSWER_WORDS = 40
"""Fewer words below a heading answer no question."""

MOST_WORDS = 400
"""More words below a heading answer no better."""

_GOOD_ANSWER_WORDS = 200
_HEADING_ONLY = 20


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
        return _HEADING_ONLY
    share = min(1.0, (words - ANSWER_WORDS) / (_GOOD_ANSWER_WORDS - ANSWER_WORDS))
    return round(COVERED_FROM + (100 - COVERED_FROM) * share)


def page_type_score(words: int, min_words: int) -> int:
    """0 to 100 for a page that a site must have: thin below its fewest words, full marks at twice as many."""
    if not min_words:
        return 100
    if words < min_words:
        return round(THIN_FROM + (COVERED_FROM - 1 - THIN_FROM) * words / min_words)
    return round(COVERED_FROM + (100 - COVERED_FROM) * min(1.0, (words - min_words) / min_words))
