"""Crawl traps: addresses without end, noticed as they are found, let through up to a limit, and counted."""

import re
from dataclasses import dataclass, field
from datetime import date

from crawler.tables.crawl import TrapRow
from crawler.traps.address import Address, Trap
from crawler.traps.calendars import Calendars
from crawler.traps.chains import Chains
from crawler.traps.filters import Filters
from crawler.traps.folders import Folders
from crawler.traps.sessions import Sessions

MOST_ROWS = 200
"""Traps told apart; what comes then counts under its kind alone."""


@dataclass
class Traps:
    """The traps of one crawl. `today`: its day; calendars are judged from there."""

    today: date
    _rows: dict[tuple[str, str], TrapRow] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._sessions, self._folders, self._filters = Sessions(), Folders(), Filters()
        self._calendars, self._chains = Calendars(self.today), Chains()

    def caught(self, url: str, found_on: str | None) -> str | None:
        """Why `url`, normalised and found for the first time, on `found_on`, is left out; null: fetch it."""
        trap = self._trap(Address.of(url), found_on)
        return self._note(trap, url, found_on) if trap else None

    def redirected(self, url: str, found_on: str | None, hops: int) -> str:
        """Why `url`, which lies behind `hops` redirects, is left out."""
        pattern = re.sub(r"\d+", "…", url)
        return self._note(
            Trap("redirects", pattern, f"it lies behind more than {hops - 1} redirects"), url, found_on
        )

    def _note(self, trap: Trap, url: str, found_on: str | None) -> str:
        key = (trap.kind, trap.pattern)
        if key not in self._rows and len(self._rows) >= MOST_ROWS:
            key = (trap.kind, "…")
        row = self._rows.get(key) or TrapRow(*key, url, found_on, 0, trap.reason)
        self._rows[key] = row._replace(urls=row.urls + 1)
        return trap.reason

    def rows(self) -> list[TrapRow]:
        """Every trap, with its first address as the example."""
        return list(self._rows.values())

    def _trap(self, address: Address, found_on: str | None) -> Trap | None:
        return (
            self._folders.caught(address)
            or self._sessions.caught(address, found_on)
            or self._calendars.caught(address, found_on)
            or self._filters.caught(address)
            or self._chains.caught(address, found_on)
        )
