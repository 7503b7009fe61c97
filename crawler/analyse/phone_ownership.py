"""Whose number it is, decided for the few distinct numbers of a site from what their places have in common."""

from collections.abc import Iterable, Mapping

from crawler.analyse.phone_evidence import Evidence, Known
from crawler.analyse.phone_slips import DIFFERS, SWAPPED, TAIL, Slip, Slips
from crawler.analyse.phone_verdicts import (
    FOREIGN,
    LISTED,
    Owned,
    as_main,
    by_label_or_data,
    certain,
    in_template,
    on_pages,
    practitioner,
)

VOICE = ("main", "location", "department", "practitioner", "tracking_pool")
"""Own numbers that a patient can call."""

PRACTITIONERS = 3
"""Ours: so many people with a number of their own, and the site is one of practitioners with a line each."""

_SHARE_OF_MAIN = 0.5
"""Ours: what nothing else speaks for is the clinic's number where it stands on half the pages that show any."""

_FAR = 2
"""Ours: an own number is far better attested than its slip where it is on twice the pages."""

_RARE = 5
"""Ours: beside an own number on five times the pages, a number that differs in its last digit only is suspect."""

_POOL_PAGES = 3
"""Ours: a number that changes places with the main one on fewer pages may be a slip of the hand."""

_SHARED = 2
"""Ours: a line with the names of more people is the front desk's."""

_MEASURES = ("main", "location", "department")
"""Own numbers that others are taken for slips of."""


def owners(evidence: Iterable[Evidence], known: Mapping[str, Known], pages: int = 0) -> dict[str, Owned]:
    """Ownership of every number; `pages`: those that show any number outside lists.

    Where the clinic's file names numbers to call, no others are its own. A number that is nearly an own one is
    unknown, so that it is noticed, whatever its place would make of it.
    """
    rows = sorted(evidence, key=lambda row: (row.strength, row.number), reverse=True)
    lines = _Lines(rows, known, pages)
    return {row.number: lines.owner(row) for row in rows}


class _Lines:
    """The numbers of a site, the best attested first: each is compared with those already known to be own."""

    def __init__(self, rows: list[Evidence], known: Mapping[str, Known], pages: int) -> None:
        self._known = known
        self._pages = {row.number: row for row in rows}
        self._is_filed = any(entry.ownership in VOICE for entry in known.values())
        people = {row.person for row in rows if row.person and row.people <= _SHARED and not row.template_pages}
        self._is_of_practitioners = len(people) >= PRACTITIONERS
        self._main = None if self._is_filed else self._find_main(rows, pages)
        self._has_own_place = any(row.is_shown and (row.template_pages or row.data_pages) for row in rows)
        self._slips = Slips(self._pages)
        right = [number for number, entry in known.items() if entry.ownership in _MEASURES]
        for number in [*right, *([self._main] if self._main else [])]:
            self._slips.add(number)

    def owner(self, row: Evidence) -> Owned:
        """Rows must come in the order of their strength."""
        owned = certain(row, self._known)
        if owned is None and row.number == self._main:
            return as_main(row)
        if owned is None or (owned.ownership == "unknown" and not row.valid):
            slip = self._slips.of(row.number, exists=row.valid)
            if slip is not None and self._is_suspect(row, slip):
                reason = f"{slip.how.capitalize()} from {slip.meant}, {self._where(slip.meant)}."
                return Owned("unknown", "inferred", reason=reason, slip=slip)
        owned = owned or (self._stranger(row) if self._is_filed else self._other(row))
        if owned.ownership in _MEASURES:
            self._slips.add(row.number)
        return owned

    def _find_main(self, rows: list[Evidence], pages: int) -> str | None:
        """The strongest number with a place of the clinic's own, else one that most pages show."""
        open_rows = [row for row in rows if certain(row, self._known) is None and not row.is_foreign]
        voice = [row for row in open_rows if row.is_shown or row.data_pages]
        free = [row for row in voice if not row.is_listed_only] or [row for row in voice if row.small_list_of_own]
        free = [row for row in free if not self._is_practitioner(row, is_beside_main=False)]
        for row in [row for row in free if not row.is_department] or free:
            is_common = row.free_pages >= max(1, _SHARE_OF_MAIN * pages)
            if row.template_pages or row.data_pages:
                return row.number
            if row.contact_pages or row.small_list_of_own or is_common:
                return self._meant(row, free)
        return None

    def _meant(self, row: Evidence, others: list[Evidence]) -> str:
        """The number that `row` is a slip of where that stands on far more pages, else its own."""
        slips = Slips(self._pages)
        for other in others:
            if other.shown_pages >= _FAR * row.shown_pages:
                slips.add(other.number)
        slip = slips.of(row.number)
        return row.number if slip is None or slip.is_neighbour else slip.meant

    def _is_suspect(self, row: Evidence, slip: Slip) -> bool:
        """Whether a number that is nearly an own one is a slip rather than another line."""
        if row.is_foreign or row.is_department or self._is_line_of_a_person(row, slip):
            return False
        right = self._pages.get(slip.meant)
        if slip.is_neighbour:
            return right is not None and right.pages >= _RARE * row.pages and not row.has_own_place
        if right is None or slip.meant in self._known or not row.valid:
            return True
        if not row.has_own_place:
            return right.pages >= row.pages
        if slip.how == DIFFERS and row.data_pages:
            return False
        is_far = right.shown_pages >= _FAR * row.shown_pages or (right.data_pages > 0 and not row.data_pages)
        return is_far or (slip.how == SWAPPED and not (row.template_pages or row.data_pages))

    def _is_line_of_a_person(self, row: Evidence, slip: Slip) -> bool:
        """Direct lines differ from the main one in their last digits."""
        if not (row.person_pages or row.provider_pages):
            return False
        return self._is_of_practitioners or (slip.how == DIFFERS and slip.meant[:-TAIL] == row.number[:-TAIL])

    def _where(self, number: str) -> str:
        row = self._pages.get(number)
        if number in self._known:
            return "a number of the clinic's file"
        return f"which is {on_pages(row.pages)}" if row else "an own number"

    def _stranger(self, row: Evidence) -> Owned:
        if row.is_foreign:
            return FOREIGN
        if row.is_listed_only:
            return LISTED
        return Owned("unknown", "inferred", reason="The clinic's file does not name it.")

    def _other(self, row: Evidence) -> Owned:
        """A number beside the main one."""
        if self._is_pool(row):
            where = f"Links {on_pages(row.swapped_pages)} with a call-tracking script"
            return Owned("tracking_pool", "inferred", reason=f"{where} show it in exchange for {self._main}.")
        if row.is_foreign:
            return FOREIGN
        if self._is_practitioner(row, is_beside_main=self._main is not None):
            return practitioner(row)
        return by_label_or_data(row) or self._by_place(row)

    def _by_place(self, row: Evidence) -> Owned:
        if row.template_pages:
            return in_template("location", row)
        if row.is_listed_only and not row.small_list_of_own:
            return LISTED
        if row.is_listed_only:
            return Owned("location", "contact_page", reason="The contact or location page lists it.")
        if row.location_pages:
            about = f"It stands {on_pages(row.location_pages)} about a location."
            return Owned("location", "inferred", reason=about)
        if row.messaging_places and not row.is_shown:
            return Owned("messaging", "inferred", reason="Links write to it, and none calls it.")
        if row.contact_pages:
            return Owned("department", "contact_page", reason="The contact page shows it beside another number.")
        if row.linked_pages and not (self._has_own_place or self._is_of_practitioners):
            return Owned("department", "inferred", reason="A link calls it on a site of many lines.")
        return LISTED if row.listed_pages else Owned("unknown", "inferred", reason="Nothing tells whose it is.")

    def _is_practitioner(self, row: Evidence, *, is_beside_main: bool) -> bool:
        """Most of its places name a person, on a site where many have a line; or are pages about clinicians."""
        if row.template_pages:
            return False
        pages = row.free_pages + row.listed_pages
        is_named = row.person_pages > 0 and row.people <= _SHARED and 2 * row.person_pages >= pages
        is_at_home = row.provider_pages > 0 and 2 * row.provider_pages >= pages
        return (is_named and self._is_of_practitioners) or (is_at_home and is_beside_main and not row.data_pages)

    def _is_pool(self, row: Evidence) -> bool:
        return row.swapped_with == self._main is not None and row.pages == row.swapped_pages >= _POOL_PAGES
