"""All checks, and the limits of gaps, as Markdown tables, for the documentation and the command line."""

from collections.abc import Iterable

from crawler.analyse.gaps.limits import LIMITS
from crawler.checks import CHECKS
from crawler.checks.check import Check
from crawler.checks.populations import POPULATIONS

_HEAD = "| Check | Severity | What is wrong | Checked | Limits |\n|---|---|---|---|---|"
_GAPS_HEAD = "| Limit of a gap | Value | Source |\n|---|---|---|"


def reference(checks: Iterable[Check] = CHECKS) -> str:
    """Markdown tables of `checks`: id, severity, failing state, population and thresholds."""
    meanings = {population.name: population.meaning for population in POPULATIONS}
    rows = (f"| `{c.id}` | {c.severity} | {c.title} | {meanings[c.population]} | {_limits(c)} |" for c in checks)
    gaps = (f"| `{name}` | {t.default:g} {t.unit} | {t.source} |" for name, t in LIMITS.items())
    return "\n".join((_HEAD, *rows, "", _GAPS_HEAD, *gaps)) + "\n"


def _limits(check: Check) -> str:
    return "; ".join(
        f"`{name}` = {threshold.default:g} {threshold.unit} ({threshold.source})"
        for name, threshold in check.thresholds.items()
    )
