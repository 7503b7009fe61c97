"""A gap before it is compared with the crawl before, and its priority."""

import json
from dataclasses import dataclass, field
from typing import Literal

from crawler.text import short_hash

Effort = Literal["S", "M", "L"]
_EFFORT = {"S": 1, "M": 2, "L": 4}


@dataclass(frozen=True)
class Gap:
    """`severity`: 1 to 5. `confidence`: 0 to 1, that it is true. `rule`: parts gaps of one kind and key.

    `key`: row of coverage, or a URL. `url`: page to work on. `weight`: of the clinic's file.
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

    @property
    def gap_id(self) -> str:
        """The same in every crawl, whatever page happens to be the best one."""
        return short_hash(f"{self.kind}\n{self.rule}\n{self.key}")

    @property
    def priority(self) -> float:
        """Severity × confidence × weight ÷ effort (1, 2 or 4)."""
        return round(self.severity * self.confidence * self.weight / _EFFORT[self.effort], 2)

    @property
    def evidence_json(self) -> str:
        """Evidence, rule and confidence as JSON."""
        content = {"rule": self.rule, "confidence": self.confidence, **self.evidence}
        return json.dumps(content, ensure_ascii=False, sort_keys=True)
