"""What a number is found to be, each verdict with its reason in a sentence."""

from collections.abc import Mapping
from typing import NamedTuple

from crawler.analyse.phone_agencies import AGENCIES
from crawler.analyse.phone_evidence import Evidence, Known
from crawler.analyse.phone_slips import Slip
from crawler.extract.phones.placeholders import is_placeholder


class Owned(NamedTuple):
    """Ownership of a number, the kind of source, its name in the clinic's file, why, and what it nearly is."""

    ownership: str
    source: str
    label: str | None = None
    reason: str = ""
    slip: Slip | None = None


FOREIGN = Owned("third_party", "inferred", reason="It stands with the name of another business.")
LISTED = Owned("third_party", "inferred", reason="It stands in a list of numbers of others.")


def certain(row: Evidence, known: Mapping[str, Known]) -> Owned | None:
    """What no comparison with other numbers can change."""
    if (entry := known.get(row.number)) is not None:
        return Owned(entry.ownership, "config", entry.label, "The clinic's file names it.")
    if (agency := AGENCIES.get(row.number)) is not None:
        return Owned("agency", "inferred", agency, f"It is published as a number of {agency}.")
    if is_placeholder(row.number):
        return Owned("placeholder", "inferred", reason="Its digits are those of templates and reach nobody.")
    if not row.valid:
        return Owned("unknown", "inferred", reason="The numbering plan of its country has no such number.")
    if row.is_foreign or (row.is_listed_only and not row.small_list_of_own):
        return None
    if row.fax_places and row.fax_places >= row.voice_places:
        return Owned("fax", "label", reason="The words beside it say fax.")
    if row.data_fax and not row.voice_places:
        return Owned("fax", "json-ld", reason="Structured data publishes it as a fax number.")
    return None


def by_label_or_data(row: Evidence) -> Owned | None:
    """What structured data or the words beside a number make of it."""
    if row.data_pages and row.is_shown:
        reason = f"Structured data {on_pages(row.data_pages)} names it, and pages show it."
        return Owned("department" if row.is_department else "location", "json-ld", reason=reason)
    if row.is_department and (row.small_list_of_own or not row.is_listed_only):
        return Owned("department", "label", reason="The words beside it name a department.")
    return None


def as_main(row: Evidence) -> Owned:
    """The clinic's number, and what speaks for it."""
    if row.data_pages:
        place = f"the structured data of {count(row.data_pages)}"
        place += f" and in the template of {count(row.template_pages)}" if row.template_pages else ""
        return Owned("main", "json-ld", reason=f"It stands in {place}.")
    if row.template_pages:
        return in_template("main", row)
    if row.contact_pages:
        return Owned("main", "contact_page", reason="It stands on the contact page, and no template has one.")
    if row.small_list_of_own:
        return Owned("main", "inferred", reason="The contact or location page lists it.")
    return Owned("main", "inferred", reason=f"It is the number that most pages show: {count(row.shown_pages)}.")


def practitioner(row: Evidence) -> Owned:
    """The line of one doctor or therapist."""
    if not row.person_pages:
        where = f"It stands {on_pages(row.provider_pages)} about clinicians."
        return Owned("practitioner", "inferred", reason=where)
    return Owned(
        "practitioner", "inferred", reason=f"It stands with the name {row.person} {on_pages(row.person_pages)}."
    )


def in_template(ownership: str, row: Evidence) -> Owned:
    """A number of the header or footer."""
    return Owned(ownership, "template", reason=f"It stands in the template of {count(row.template_pages)}.")


def on_pages(number: int) -> str:
    """`on 1 page`, `on 12 pages`."""
    return f"on {count(number)}"


def count(number: int) -> str:
    """`1 page`, `12 pages`."""
    return f"{number:,} page{'' if number == 1 else 's'}"
