"""A gap before it is compared with the crawl before, and its priority."""

import json
import math
from dataclasses import dataclass, field
from typing import Literal

from crawler.text import short_hash

Effort = Literal["S", "M", "L"]
EFFORT: dict[Effort, int] = {"S": 1, "M": 2, "L": 4}
"""S: an hour at most, such as a section or a setting. M: about half a day, such as a page. L: a day or more."""

RULE_VERSION = "3"
"""Raise it where a rule comes to find less: what then is gone was not fixed."""

MOST_PAGES = 500
"""Pages that a gap keeps; one of more is only ever called fixed by a crawl that read the whole site."""


@dataclass(frozen=True)
class Gap:
    """`severity`: 1 to 5. `confidence`: 0 to 1, that it is true. `rule`: parts gaps of one kind and key.

    `key`: row of coverage, a URL or a check. `url`: page to work on. `weight`: of the clinic's file. `demand`:
    impressions in 28 days; null: unknown. `entities`: as kind:id. `pages`: what it was concluded from.
    """

    kind: str
    rule: str
    key: str
    url: str | None
    severity: int
    confidence: float
    effort: Effort
    title: str
    why: str
    action: str
    weight: float = 1.0
    evidence: dict[str, object] = field(default_factory=dict)
    demand: int | None = None
    entities: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()

    @property
    def gap_id(self) -> str:
        """The same in every crawl, whatever page happens to be the best one."""
        return short_hash(f"{self.kind}\n{self.rule}\n{self.key}")

    @property
    def priority(self) -> float:
        """Severity × confidence × (1 + log10(1 + demand)) × weight ÷ effort (1, 2 or 4)."""
        asked = 1 + math.log10(1 + (self.demand or 0))
        return round(self.severity * self.confidence * asked * self.weight / EFFORT[self.effort], 2)

    @property
    def evidence_json(self) -> str:
        """Evidence, rule and confidence as JSON: the page's own words are never anything else."""
        content = {"rule": self.rule, "confidence": self.confidence, **self.evidence}
        return json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
