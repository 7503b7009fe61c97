"""What an import does not tell, or tells only in part."""

from collections.abc import Iterator, Sequence

from crawler.demand.rows import Part
from crawler.text import counted

_LIMITS = (1_000, 25_000, 50_000)
"""Rows of an export of the user interface, of an answer of the API, and of what it gives a day."""

_NEARLY_ALL = 0.98


def import_warnings(parts: Sequence[Part]) -> list[str]:
    """Sentences on what is missing, for the operator."""
    return list(_warnings(parts))


def _warnings(parts: Sequence[Part]) -> Iterator[str]:
    kinds = {part.kind for part in parts if part.rows}
    if not kinds & {"query", "query_page"}:
        yield "There are no queries in it: phrases cannot be held against demand."
    elif "query_page" not in kinds:
        yield (
            "It does not tell which page ranks for which query (the user interface exports no such pairs, and at most "
            "1,000 rows): for that, export query and page together by the API or Looker Studio."
        )
    for part in parts:
        yield from _of_part(part)
    yield from _withheld(parts)


def _of_part(part: Part) -> Iterator[str]:
    if part.read in _LIMITS and part.kind != "date":
        yield f"{part.source} is cut off at {part.read:,} rows: what is rarer is missing."
    if part.skipped:
        lines = ", ".join(str(number) for number in part.skipped[:3])
        more = ", …" if len(part.skipped) > 3 else ""
        yield f"{part.source}: {counted(len(part.skipped), 'row')} could not be read (row {lines}{more})."
    for note in part.notes:
        yield f"{part.source}: {note}."


def _withheld(parts: Sequence[Part]) -> Iterator[str]:
    """Queries of a few people are not told: their sums stay below those of the days, else of the pages."""
    for folder in dict.fromkeys(part.folder for part in parts):
        sums = {part.kind: _sums(part) for part in parts if part.folder == folder and part.rows}
        queries = sums.get("query") or sums.get("query_page")
        total = sums.get("date") or sums.get("page")
        if not queries or not total:
            continue
        shares = [part / whole if whole else 1.0 for part, whole in zip(queries, total, strict=True)]
        if min(shares) < _NEARLY_ALL:
            clicks, impressions = (f"{min(share, 1):.0%}" for share in shares)
            yield (
                f"Its queries stand for {clicks} of the clicks and {impressions} of the impressions: Google keeps rare "
                "queries to itself, and lists are cut off."
            )


def _sums(part: Part) -> tuple[int, int]:
    return sum(row.clicks or 0 for row in part.rows), sum(row.impressions or 0 for row in part.rows)
