"""Whose number it is, decided for the few distinct numbers of a site from what their places have in common."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from crawler.extract.phones.placeholders import is_placeholder

VOICE = ("main", "location", "department", "tracking_pool")
"""Own numbers that a patient can call."""

AGENCIES = {
    "+18003681019": "HHS Office for Civil Rights",
    "+18005377697": "HHS Office for Civil Rights, TDD",
    "+18006334227": "Medicare",
    "+18002221222": "Poison Control",
    "+18002738255": "988 Suicide and Crisis Lifeline",
    "+18006624357": "SAMHSA helpline",
    "+18007997233": "Domestic Violence Hotline",
    "+18002324636": "CDC",
    "+18886332772": "FDA",
    "+18884636332": "FDA",
    "+18003321088": "FDA MedWatch",
    "+61131114": "Lifeline Australia",
    "+611300224636": "Beyond Blue",
    "+443031231113": "Information Commissioner's Office",
    "+443000616161": "Care Quality Commission",
}
"""Public bodies that privacy notices and safety advice name; from the domain notes and their own sites."""


class Known(NamedTuple):
    """What the clinic's file says of a number."""

    ownership: str
    label: str | None


class Evidence(NamedTuple):
    """Counts over a number's places. Shown: as text or as a link that calls; a list: a page that shows five
    distinct numbers or more outside its template; free: neither in a list nor in the template."""

    number: str
    shown_pages: int
    linked_pages: int
    template_pages: int
    free_pages: int
    listed_pages: int
    small_list_of_own: bool
    contact_pages: int
    location_pages: int
    provider_pages: int
    data_pages: int
    data_fax: int
    fax_places: int
    voice_places: int
    department_places: int
    messaging_places: int
    valid: bool = True


class Owned(NamedTuple):
    """Ownership of a number, why, and its name in the clinic's file."""

    ownership: str
    source: str
    label: str | None = None


def owners(evidence: Iterable[Evidence], known: Mapping[str, Known]) -> dict[str, Owned]:
    """Ownership of every number. Where the clinic's file names numbers to call, no others are its own."""
    rows = sorted(evidence)
    decided = {row.number: owned for row in rows if (owned := _certain(row, known)) is not None}
    open_rows = [row for row in rows if row.number not in decided]
    if any(entry.ownership in VOICE for entry in known.values()):
        main = {number for number, entry in known.items() if entry.ownership in VOICE}
        return decided | {row.number: _stranger(row, main) for row in open_rows}
    chosen = _main(open_rows)
    if chosen is not None:
        decided[chosen.number] = Owned("main", _source(chosen))
        open_rows.remove(chosen)
    many_lines = not any(row.template_pages or row.data_pages for row in rows if _is_shown(row))
    main = {chosen.number} if chosen else set()
    return decided | {row.number: _other(row, main, many_lines=many_lines) for row in open_rows}


def _certain(row: Evidence, known: Mapping[str, Known]) -> Owned | None:
    """What no comparison with other numbers can change."""
    if (entry := known.get(row.number)) is not None:
        return Owned(entry.ownership, "config", entry.label)
    if (agency := AGENCIES.get(row.number)) is not None:
        return Owned("agency", "inferred", agency)
    if is_placeholder(row.number):
        return Owned("placeholder", "inferred")
    if not row.valid:
        return Owned("unknown", "inferred")
    if row.fax_places > row.voice_places and not _is_listed_only(row):
        return Owned("fax", "label")
    if row.data_fax and not row.voice_places:
        return Owned("fax", "json-ld")
    return None


def _main(rows: list[Evidence]) -> Evidence | None:
    """The clinic's number: in its structured data and template, else in one of them, else on most pages."""
    voice = [row for row in rows if _is_shown(row) or row.data_pages]
    candidates = [row for row in voice if not _is_listed_only(row)] or [r for r in voice if r.small_list_of_own]
    return max(candidates, key=_strength, default=None)


def _strength(row: Evidence) -> tuple[bool, int, bool, int, int, int]:
    return (
        row.data_pages > 0 and row.template_pages > 0,
        row.template_pages,
        row.data_pages > 0 and _is_shown(row),
        row.contact_pages,
        row.shown_pages + row.linked_pages,
        row.data_pages,
    )


def _source(row: Evidence) -> str:
    if row.data_pages:
        return "json-ld"
    if row.template_pages:
        return "template"
    return "contact_page" if row.contact_pages else "inferred"


def _stranger(row: Evidence, own: set[str]) -> Owned:
    listed = _is_listed_only(row) and not is_mistyped(row.number, own)
    return Owned("third_party" if listed else "unknown", "inferred")


def _other(row: Evidence, main: set[str], *, many_lines: bool) -> Owned:
    """A number beside the main one. A slip of the main number stays unknown, so that it is noticed."""
    if row.data_pages and _is_shown(row):
        return Owned("department" if _is_department(row) else "location", "json-ld")
    if is_mistyped(row.number, main):
        return Owned("unknown", "inferred")
    if row.template_pages:
        return Owned("department", "label") if _is_department(row) else Owned("location", "template")
    if _is_listed_only(row):
        return Owned("location", "contact_page") if row.small_list_of_own else Owned("third_party", "inferred")
    if row.location_pages:
        return Owned("location", "inferred")
    if row.messaging_places and not _is_shown(row):
        return Owned("messaging", "inferred")
    if row.contact_pages:
        return Owned("department", "contact_page")
    if row.linked_pages and (many_lines or row.provider_pages):
        return Owned("department", "inferred")
    return Owned("third_party" if row.listed_pages else "unknown", "inferred")


def _is_shown(row: Evidence) -> bool:
    return row.shown_pages > 0


def _is_listed_only(row: Evidence) -> bool:
    return row.listed_pages > 0 and not (row.free_pages or row.template_pages)


def _is_department(row: Evidence) -> bool:
    return row.department_places * 2 > row.voice_places


def is_mistyped(number: str, own: Iterable[str]) -> bool:
    """One digit differs, is missing or too many, or two neighbours are swapped; not the last digit alone."""
    return any(_is_slip(number, right) for right in own if right != number)


def _is_slip(wrong: str, right: str) -> bool:
    if abs(len(wrong) - len(right)) > 1:
        return False
    longer, shorter = (wrong, right) if len(wrong) >= len(right) else (right, wrong)
    if len(longer) > len(shorter):
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    differing = [at for at, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b]
    if len(differing) == 1:
        return differing[0] != len(right) - 1
    if len(differing) != 2:
        return False
    first, second = differing
    return second == first + 1 and wrong[first] == right[second] and wrong[second] == right[first]
