"""All checks as a Markdown table, for the documentation and the command line."""

from collections.abc import Iterable

from crawler.checks import CHECKS
from crawler.checks.check import Check
from crawler.checks.populations import POPULATIONS

_HEAD = "| Check | Severity | What is wrong | Checked | Limits |\n|---|---|---|---|---|"


def reference(checks: Iterable[Check] = CHECKS) -> str:
    """Markdown table of `checks`: id, severity, failing state, population and thresholds."""
    meanings = {population.name: population.meaning for population in POPULATIONS}
    rows = (f"| `{c.id}` | {c.severity} | {c.title} | {meanings[c.population]} | {_limits(c)} |" for c in checks)
    return "\n".join((_HEAD, *rows)) + "\n"


def _limits(check: Check) -> str:
    return "; ".join(
        f"`{name}` = {threshold.default:g} {threshold.unit} ({threshold.source})"
        for name, threshold in check.thresholds.items()
    )
