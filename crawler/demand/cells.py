"""The cells of a table by their role: queries, pages and numbers as they are kept."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from crawler.demand.dates import days
from crawler.demand.numbers import Unreadable, count, position, share
from crawler.demand.totals import Key, Measured
from crawler.text import fold
from crawler.urls import normalise, without_credentials, without_tracking

_LONGEST_QUERY = 2_000
_FEW = ("<", "≤", "~", "&lt;")


@lru_cache(maxsize=20_000)
def page_of(cell: str, site: str | None) -> str | None:
    """Address as the dataset has it: normalised, without anchor and tracking; a path lies on `site`. Null: it is none."""
    text = cell.strip()
    if text.startswith("/") and site:
        text = f"https://{site}{text}"
    url = normalise(text) if "://" in text else None
    return without_tracking(without_credentials(url))[0] if url else None


def dimension_of(values: Sequence[str], site: str | None) -> str | None:
    """What a column of no known name holds, by its values: pages, days, else queries. Null: the numbers of the rows."""
    filled = [value.strip() for value in values if value.strip()][:200]
    if filled and all(page_of(value, site) for value in filled):
        return "page"
    numbers = [str(number) for number in range(len(filled) + 1)]
    if filled and filled in (numbers[:-1], numbers[1:]):
        return None
    return "date" if days(filled) else "query"


class Cells:
    """Rows of a table whose `columns` are known. `full`: those that are not empty; `skipped`: numbers of the rows that
    could not be read; `few`: how many say "<10"."""

    def __init__(
        self, columns: Mapping[str, int], rows: Sequence[tuple[int, list[str]]], site: str | None
    ) -> None:
        self._columns = columns
        self._site = site
        self.skipped: list[int] = []
        self.few = 0
        width = max(columns.values()) + 1
        filled = [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
        self.skipped.extend(number for number, row in filled if len(row) < width)
        self.full = [(number, row) for number, row in filled if len(row) >= width]
        self._percent = self._is_percent()

    def measured(self, kind: str, found: Sequence[date | None] | None) -> Iterator[tuple[Key, Measured]]:
        """Key and numbers of each row that can be read; `found`: the day of each."""
        for at, (number, row) in enumerate(self.full):
            key = self._key(kind, row, found[at] if found else None)
            numbers = self._numbers(row) if key else None
            if key and numbers:
                yield key, numbers
            elif not self._is_withheld(kind, row):
                self.skipped.append(number)

    def _key(self, kind: str, row: Sequence[str], day: date | None) -> Key | None:
        query = fold(row[self._columns["query"]][:_LONGEST_QUERY]) if "query" in kind else None
        page = page_of(row[self._columns["page"]], self._site) if "page" in kind else None
        if query == "" or ("page" in kind and page is None) or (kind == "date" and day is None):
            return None
        return query, page, day if kind == "date" else None

    def _is_withheld(self, kind: str, row: Sequence[str]) -> bool:
        """A query that Google keeps to itself: the cell is empty."""
        return "query" in kind and not row[self._columns["query"]].strip()

    def _numbers(self, row: Sequence[str]) -> Measured | None:
        """Numbers of a row; null where one cannot be read, or where there are none."""
        cells = {role: row[at] for role, at in self._columns.items()}
        try:
            clicks, shown = count(cells["clicks"]), count(cells["impressions"])
            ctr = self._rate(cells.get("ctr", ""))
            place = position(cells.get("position", ""))
        except Unreadable:
            return None
        few = any(cells[role].strip().startswith(_FEW) for role in ("clicks", "impressions"))
        self.few += few
        if clicks is None and shown is None and not few:
            return None
        return Measured(clicks, shown, ctr, place if place is None or place >= 1 else None)

    def _rate(self, cell: str) -> float | None:
        rate = share(cell)
        if rate is None:
            return None
        value = rate[0] / 100 if rate[1] or self._percent else rate[0]
        return value if value <= 1 else None

    def _is_percent(self) -> bool:
        """Whether rates without a sign are percents: one is above 1."""
        if "ctr" not in self._columns:
            return False
        for _, row in self.full:
            try:
                rate = share(row[self._columns["ctr"]])
            except Unreadable:
                continue
            if rate and not rate[1] and rate[0] > 1:
                return True
        return False
