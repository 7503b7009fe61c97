"""What a check is: one definition from which the verdict, the help and the documentation come."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True)
class Threshold:
    """A limit that a clinic may change; `source` says where the default comes from."""

    default: float
    unit: str
    source: str


@dataclass(frozen=True)
class Check:
    """A rule over a population.

    `id` is `family.name` and names the failing state. `sql` is one query that returns `url` and `evidence`
    of what fails, several rows a URL where there are several reasons, and may give `mention` (the position in
    `phone_ctas` of the place that the row speaks of) and `number` (E.164, where no place or another number than
    its own is meant). It may read every table, every
    population and macro of `crawler.checks.populations`, and its `thresholds` as `$name`. A row whose URL
    is no member of the population does not count. `title`, `why` and `fix` are for a marketer.
    """

    id: str
    severity: Severity
    population: str
    title: str
    why: str
    fix: str
    sql: str
    thresholds: Mapping[str, Threshold] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def family(self) -> str:
        return self.id.partition(".")[0]

    @property
    def names(self) -> frozenset[str]:
        """The population and the words of `sql`: every table and population that it reads is among them."""
        return words(self.sql) | {self.population}

    def limits(self, changed: Mapping[str, float]) -> dict[str, float]:
        """Value of each threshold; `changed` holds a clinic's own, by `family.name.threshold`."""
        values = {name: changed.get(f"{self.id}.{name}", t.default) for name, t in self.thresholds.items()}
        return {name: int(value) if value == int(value) else value for name, value in values.items()}


def words(sql: str) -> frozenset[str]:
    """Words of a query in lower case, among them the names of all that it reads."""
    return frozenset(re.findall(r"\w+", sql.lower()))
