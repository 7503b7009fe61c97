"""Limits of the gap rules. A clinic changes one in its file: `[thresholds]`, `"gap.<kind>.<name>" = number`."""

from collections.abc import Mapping

from crawler.checks.check import Threshold

LIMITS: Mapping[str, Threshold] = {
    "gap.cta.min_score": Threshold(40, "points", "ours: under 40 of 100 a page's calls to action are poor"),
    "gap.internal_link.max_clicks": Threshold(3, "clicks", "usual advice: three clicks from the home page"),
    "gap.internal_link.hub_share": Threshold(0.5, "share", "ours: a page that links to half of them lists them"),
    "gap.demand.min_impressions": Threshold(50, "impressions in 28 days", "ours: fewer may be chance"),
    "gap.striking.first_position": Threshold(8, "position", "ours; others begin with 4 or 11"),
    "gap.striking.last_position": Threshold(20, "position", "ours: the second page of results; others go to 30"),
    "gap.striking.min_impressions": Threshold(30, "impressions", "ours: fewer may be chance"),
    "gap.ctr.max_position": Threshold(10, "position", "the first page of results"),
    "gap.ctr.min_impressions": Threshold(100, "impressions", "ours: fewer may be chance"),
    "gap.ctr.max_share": Threshold(0.6, "share", "ours: of the clicks that are usual at the position"),
    "gap.ctr.curve_impressions": Threshold(
        1000, "impressions", "ours: from here on the site's other searches at a position tell what is usual"
    ),
    "gap.competitor.min_competitors": Threshold(2, "competitors", "ours: what one has may be its own matter"),
}


class Limits:
    """Values of the limits; `changed`: those of the clinic's file."""

    def __init__(self, changed: Mapping[str, float]) -> None:
        self._values = {name: changed.get(name, limit.default) for name, limit in LIMITS.items()}

    def __getitem__(self, name: str) -> float:
        """Value by the name without "gap."."""
        return self._values[f"gap.{name}"]
