"""The days that an import speaks of, and what is known to be wrong with them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

WRONG_IMPRESSIONS = (date(2025, 5, 13), date(2026, 4, 27))
"""Google logged too many impressions in these days, as it announced on 3 April 2026; clicks were right."""

NUM_100 = (date(2025, 9, 1), date(2025, 9, 30))
"""In this month Google stopped to show 100 results on a page: programs that read those no longer count as impressions."""

FEWEST_DAYS = 28
_LATE = timedelta(days=3)
"""The newest two or three days are not complete."""

_KEPT_BY_GOOGLE = timedelta(days=16 * 31)


class Period(NamedTuple):
    """First and last day; null where they are not known."""

    first: date | None
    last: date | None

    @property
    def days(self) -> int | None:
        """How many days; null where they are not known."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def __str__(self) -> str:
        return f"{self.first} to {self.last}" if self.first and self.last else "unknown days"


def is_reliable(period: Period) -> bool:
    """Whether its impressions can be gone by: days are known, 28 or more, and none of them is one that Google counted
    wrongly."""
    days = period.days
    return days is not None and days >= FEWEST_DAYS and not overlaps(period, WRONG_IMPRESSIONS)


def overlaps(period: Period, days: tuple[date, date]) -> bool:
    """Whether `period`, as far as known, has one of `days`, first to last."""
    return bool(period.first and period.last and period.first <= days[1] and period.last >= days[0])


def period_warnings(period: Period) -> list[str]:
    """What a reader must know of the numbers of these days, each in a sentence."""
    return list(_warnings(period))


def arrival_warnings(period: Period, today: date) -> list[str]:
    """What is to be said of `period` on the day of the import."""
    found = []
    if period.last and period.last > today - _LATE:
        found.append(
            f"The newest days are not complete yet: Search Console lags by two or three days ({period.last})."
        )
    if period.first and period.first < today - _KEPT_BY_GOOGLE:
        found.append(f"{period.first} is more than 16 months ago: Search Console no longer has these days.")
    return found


def _warnings(period: Period) -> Iterable[str]:
    if period.days is None:
        yield "The days are not known: give them with --from and --to."
        return
    if overlaps(period, WRONG_IMPRESSIONS):
        first, last = WRONG_IMPRESSIONS
        yield f"Impressions from {first} to {last} are wrong: Google counted too many, so CTR is too low."
    if overlaps(period, NUM_100):
        yield "In September 2025 Google stopped to show 100 results on a page: impressions fell and positions rose."
    if period.days < FEWEST_DAYS:
        yield f"{period.days} days are fewer than {FEWEST_DAYS}: chance shows more than demand."
