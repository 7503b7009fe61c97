"""The registry of a site's numbers: those that it offers today, and those that it no longer does."""

from collections.abc import Mapping, Sequence

import duckdb
import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from crawler.analyse.phone_evidence import Known
from crawler.analyse.phone_verdicts import Owned
from crawler.extract.phones.numbers import region_of
from crawler.tables.analysis import PhoneNumberRow

_PUBLISHED = ("config", "json-ld")
_PLACES = ("main", "location")
_TYPES = {
    PhoneNumberType.FIXED_LINE: "fixed",
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "fixed_or_mobile",
    PhoneNumberType.TOLL_FREE: "toll_free",
    PhoneNumberType.PREMIUM_RATE: "premium_rate",
    PhoneNumberType.SHARED_COST: "shared_cost",
    PhoneNumberType.VOIP: "voip",
    PhoneNumberType.PERSONAL_NUMBER: "personal",
    PhoneNumberType.PAGER: "pager",
    PhoneNumberType.UAN: "company",
    PhoneNumberType.VOICEMAIL: "voicemail",
}

_COUNTED = """
WITH per_page AS (
    SELECT m.number, coalesce(p.variant_of, m.url) AS page, bool_or(m.calls) AS linked,
        bool_or(m.is_shown AND NOT m.calls) AS shown
    FROM phone_mentions m LEFT JOIN pages p USING (url) GROUP BY ALL
)
SELECT n.number, count(*), count(*) FILTER (WHERE n.linked), count(*) FILTER (WHERE n.shown AND NOT n.linked),
    min(o.first_seen)
FROM per_page n LEFT JOIN previous.phone_numbers o USING (number) GROUP BY n.number
"""

_VANISHED = """
SELECT number, ownership, ownership_source, label, first_seen, last_seen
FROM previous.phone_numbers ANTI JOIN phone_mentions USING (number)
"""

_IS_WHOLE = """
SELECT coalesce(bool_and(outcome = 'complete'), false) AND NOT EXISTS (
    FROM facts.resources WHERE kind = 'page' AND outcome IN ('failed', 'rate_limited', 'over_limit'))
FROM facts.crawl
"""
"""No page was left unread: as in the population `whole_site` of the checks."""

_UNREAD = "Not found in this crawl, which did not read every page."
_GONE = "No page offers it any more."
_STRUCK = "No page offers it, and the clinic's file no longer names it."
_FILED_UNREAD = "The clinic's file names it; this crawl, which did not read every page, did not find it."
_FILED = "The clinic's file names it; no page offers it."


def registry(
    db: duckdb.DuckDBPyConnection, owned: dict[str, Owned], known: Mapping[str, Known], crawl_id: str
) -> list[PhoneNumberRow]:
    """A row for every number of this crawl, of the clinic's file and of the registry before.

    Reads `phone_mentions`, `pages` and the facts of the crawl.
    """
    nap = _nap(owned)
    rows = [
        _row(number, owned[number], number in nap, counts, first_seen or crawl_id, crawl_id)
        for number, *counts, first_seen in db.execute(_COUNTED).fetchall()
    ]
    filed = {number: entry for number, entry in known.items() if number not in owned}
    return rows + _absent(db, filed, crawl_id)


def _absent(db: duckdb.DuckDBPyConnection, filed: Mapping[str, Known], crawl_id: str) -> list[PhoneNumberRow]:
    """Rows of numbers that no page of this crawl offers: those of the clinic's file today, and those known before."""
    [[is_whole]] = db.execute(_IS_WHOLE).fetchall()
    reason = _FILED if is_whole else _FILED_UNREAD
    owners = {number: Owned(entry.ownership, "config", entry.label, reason) for number, entry in filed.items()}
    seen = dict.fromkeys(filed, (crawl_id, crawl_id))
    for number, ownership, source, label, first_seen, last_seen in db.execute(_VANISHED).fetchall():
        seen[number] = (first_seen, last_seen)
        owners.setdefault(number, _vanished(ownership, source, label, is_whole))
    return [_row(number, owner, False, (0, 0, 0), *seen[number]) for number, owner in owners.items()]


def _vanished(ownership: str, source: str, label: str | None, is_whole: bool) -> Owned:
    """What is left of a number that the clinic's file does not name today, whatever it did before."""
    if source != "config":
        return Owned(ownership, source, label, _GONE if is_whole else _UNREAD)
    return Owned(ownership, "inferred", None, _STRUCK if is_whole else _UNREAD)


def _nap(owned: dict[str, Owned]) -> set[str]:
    """Numbers that the clinic publishes as its own: of its file or its structured data, else the main one."""
    main = {number for number, owner in owned.items() if owner.ownership == "main"}
    places = {
        number for number, owner in owned.items() if owner.ownership in _PLACES and owner.source in _PUBLISHED
    }
    return places or main


def _row(
    number: str, owner: Owned, is_nap: bool, counts: Sequence[int], first_seen: str, last_seen: str
) -> PhoneNumberRow:
    pages, pages_linked, pages_text = counts
    return PhoneNumberRow(
        number=number,
        national=_national(number),
        region=region_of(number),
        ownership=owner.ownership,
        ownership_source=owner.source,
        reason=owner.reason,
        label=owner.label,
        is_nap=is_nap,
        near_duplicate_of=owner.slip.meant if owner.slip else None,
        near_duplicate_how=owner.slip.how if owner.slip else None,
        line_type=_TYPES.get(phonenumbers.number_type(phonenumbers.parse(number, None))),
        pages=pages,
        pages_linked=pages_linked,
        pages_text=pages_text,
        first_seen=first_seen,
        last_seen=last_seen,
    )


def _national(number: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(number, None), PhoneNumberFormat.NATIONAL)
