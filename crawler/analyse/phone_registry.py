"""The registry of a site's numbers: those that it offers today, and those that it no longer does."""

import duckdb
import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from crawler.analyse.phone_evidence import Known
from crawler.analyse.phone_verdicts import Owned
from crawler.config import Clinic
from crawler.extract.phones.numbers import number_of, region_of
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
SELECT number, national, region, ownership, ownership_source, label, line_type, first_seen, last_seen
FROM previous.phone_numbers ANTI JOIN phone_mentions USING (number)
"""


def registry(db: duckdb.DuckDBPyConnection, owned: dict[str, Owned], crawl_id: str) -> list[PhoneNumberRow]:
    """A row for every number of this crawl and of the registry before. Reads `phone_mentions` and `pages`."""
    nap = _nap(owned)
    rows = [
        _row(number, owned[number], number in nap, counts, first_seen or crawl_id, crawl_id)
        for number, *counts, first_seen in db.execute(_COUNTED).fetchall()
    ]
    return rows + [_vanished(*row) for row in db.execute(_VANISHED).fetchall()]


def known_numbers(clinic: Clinic, region: str) -> dict[str, Known]:
    """Numbers of the clinic's file by E.164; one that cannot be dialled in `region` is left out."""
    listed: list[tuple[str, str, str | None]] = [(entry.number, entry.role, entry.label) for entry in clinic.phone]
    listed += [(place.number, "location", place.name) for place in clinic.location if place.number]
    known: dict[str, Known] = {}
    for written, role, label in listed:
        if (number := number_of(written, region)) is not None:
            known.setdefault(number.e164, Known(role, label))
    return known


def _nap(owned: dict[str, Owned]) -> set[str]:
    """Numbers that the clinic publishes as its own: of its file or its structured data, else the main one."""
    main = {number for number, owner in owned.items() if owner.ownership == "main"}
    places = {
        number for number, owner in owned.items() if owner.ownership in _PLACES and owner.source in _PUBLISHED
    }
    return places or main


def _row(
    number: str, owner: Owned, is_nap: bool, counts: list[int], first_seen: str, crawl_id: str
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
        last_seen=crawl_id,
    )


def _vanished(
    number: str,
    national: str,
    region: str | None,
    ownership: str,
    source: str,
    label: str | None,
    line_type: str | None,
    first_seen: str,
    last_seen: str,
) -> PhoneNumberRow:
    return PhoneNumberRow(
        number=number,
        national=national,
        region=region,
        ownership=ownership,
        ownership_source=source,
        reason="No page offers it any more.",
        label=label,
        is_nap=False,
        near_duplicate_of=None,
        near_duplicate_how=None,
        line_type=line_type,
        pages=0,
        pages_linked=0,
        pages_text=0,
        first_seen=first_seen,
        last_seen=last_seen,
    )


def _national(number: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(number, None), PhoneNumberFormat.NATIONAL)
