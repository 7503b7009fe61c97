"""An import as a whole: files in, rows kept, and what the operator is told."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from crawler.demand.judge import import_warnings
from crawler.demand.periods import Period, arrival_warnings, period_warnings
from crawler.demand.read import read_files
from crawler.demand.rows import Part
from crawler.demand.store import keep
from crawler.errors import OperatorError
from crawler.text import counted
from crawler.urls import host, seed_url

_ZIP_NAME = re.compile(r"(?:https?_+)?([a-z0-9-]+(?:\.[a-z0-9-]+)*?\.[a-z]{2,})[_-]", re.IGNORECASE)
"""``https___www.clinic.example_-Performance-on-Search-2026-05-01.zip``, as Search Console names it in every language."""

_NOUNS = {"query": "query", "page": "page", "query_page": "pair of query and page", "date": "day"}
_PLURALS = {"query": "queries", "page": "pages", "query_page": "pairs of query and page", "date": "days"}


class Imported(NamedTuple):
    """`path`: the file that keeps it; `told`: what was read; `warnings`: what to know of it."""

    path: Path
    told: list[str]
    warnings: list[str]


def import_demand(
    files: Sequence[Path], data: Path, site: str | None, first: date | None, last: date | None, now: datetime
) -> Imported:
    """Read `files` and keep their rows under `data`.

    `site`: host; null: that of most pages, of the name of a zip, or of the only site there. `first`, `last`: the days of
    tables that do not name any. Raises `OperatorError`.
    """
    _check_days(first, last, now.astimezone(UTC).date())
    named = _host(site) if site else None
    reading = read_files(files, named or _site_of_names(files))
    known = named or _most_pages(reading.parts) or _site_of_names(files) or _only_site(data)
    if known is None:
        raise OperatorError(
            "These files do not tell of which site they are: name it with --site www.your-clinic.com."
        )
    parts = [(part, _period(part, reading.parts, first, last)) for part in reading.parts if part.rows]
    warnings = [*import_warnings([part for part, _ in parts]), *_elsewhere(reading.parts, known)]
    for period in dict.fromkeys(period for _, period in parts):
        warnings += [*period_warnings(period), *arrival_warnings(period, now.astimezone(UTC).date())]
    path = keep(data, known, parts, now)
    told = [_line(part, period) for part, period in parts] + [f"Left out: {why}." for why in reading.left_out]
    return Imported(path, told, list(dict.fromkeys(warnings)))


def _check_days(first: date | None, last: date | None, today: date) -> None:
    if (first is None) != (last is None):
        raise OperatorError("Give both --from and --to, or neither.")
    if first and last and first > last:
        raise OperatorError(f"--from {first} lies after --to {last}.")
    if last and last > today:
        raise OperatorError(f"--to {last} lies in the future.")


def _period(part: Part, parts: Sequence[Part], first: date | None, last: date | None) -> Period:
    """Days of a table: its own, those of the days' table of its export, else those that were given."""
    if part.first:
        return Period(part.first, part.last)
    beside = [other for other in parts if other.kind == "date" and other.folder == part.folder and other.first]
    if len(beside) == 1:
        return Period(beside[0].first, beside[0].last)
    return Period(first, last)


def _host(site: str) -> str:
    url = seed_url(site)
    if url is None:
        raise OperatorError(f"--site: {site!r} is no host such as www.clinic.example.")
    return host(url)


def _hosts(parts: Sequence[Part]) -> Counter[str]:
    """Pages of each host."""
    return Counter(host(row.page) for part in parts for row in part.rows if row.page)


def _most_pages(parts: Sequence[Part]) -> str | None:
    most = _hosts(parts).most_common(1)
    return most[0][0] if most else None


def _site_of_names(files: Sequence[Path]) -> str | None:
    found = [_ZIP_NAME.match(path.name) for path in files if path.suffix.lower() == ".zip"]
    hosts = {match[1].lower() for match in found if match}
    return hosts.pop() if len(hosts) == 1 else None


def _only_site(data: Path) -> str | None:
    sites = [
        path.name for path in (data / "snapshots").glob("*") if path.is_dir() and not path.name.startswith(".")
    ]
    return sites[0] if len(sites) == 1 else None


def _elsewhere(parts: Sequence[Part], site: str) -> list[str]:
    """A warning where most pages lie on another host."""
    hosts = _hosts(parts)
    others = {
        name: pages for name, pages in hosts.items() if name.removeprefix("www.") != site.removeprefix("www.")
    }
    if not others:
        return []
    worst = max(others, key=lambda name: others[name])
    return [
        f"{sum(others.values()):,} of {hosts.total():,} rows with a page lie on another host than {site}, such as {worst}."
    ]


def _line(part: Part, period: Period) -> str:
    rows = len(part.rows)
    noun = _NOUNS[part.kind] if rows == 1 else _PLURALS[part.kind]
    clicks = sum(row.clicks or 0 for row in part.rows)
    shown = sum(row.impressions or 0 for row in part.rows)
    return f"{part.source}: {rows:,} {noun}, {counted(clicks, 'click')}, {counted(shown, 'impression')}, {period}"
