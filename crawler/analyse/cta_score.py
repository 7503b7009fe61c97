"""The score of a page's calls-to-action: what brings points, what costs some, and the SQL that counts them."""

POINTS = {
    "number": (25, "own_numbers > 0"),
    "linked": (20, "linked > 0"),
    "top": (15, "has_top"),
    "body": (10, "has_body"),
    "end": (10, "has_end"),
    "verb": (5, "asks"),
    "nap": (10, "is_right"),
    "format": (3, "is_e164"),
    "name": (2, "is_named"),
}
"""Domain notes §1.5.7: points of each part, and the column that earns them. They come to 100."""

DEDUCTIONS = {"mismatch": 40, "placeholder": 25, "conflict": 15}
"""Domain notes §1.5.7: a link that dials another number than it shows, a number that is made up, two main numbers in
one zone of the page."""


def score_columns() -> str:
    """SQL for `score`, its parts `score_…` and `score_deduction`, in the order of the table."""
    earned = [f"{points} * ({test})::BIGINT" for points, test in POINTS.values()]
    lost = " + ".join(f"{points} * ({test})::BIGINT" for test, points in DEDUCTIONS.items())
    parts = [f"{sql} AS score_{name}" for name, sql in zip(POINTS, earned, strict=True)]
    return ", ".join(
        (f"greatest(0, {' + '.join(earned)} - ({lost})) AS score", *parts, f"{lost} AS score_deduction")
    )
