"""Whose the opening hours of a site are, and which differ from the clinic's file or from each other."""

from collections.abc import Sequence
from typing import NamedTuple

from crawler.analyse.nap_addresses import Judged, Together
from crawler.analyse.nap_evidence import Form
from crawler.analyse.nap_hours import compare_hours
from crawler.analyse.nap_known import Known
from crawler.analyse.nap_places import Place, place_of
from crawler.config import Location
from crawler.opening_hours import entries_of, in_short


class Week(NamedTuple):
    """Opening hours of a place, all forms of them. `at`: canonical address, null where it cannot be told."""

    hours: tuple[str, ...]
    at: Place | None
    forms: list[Form]
    ownership: str
    location: str | None
    verdict: str
    compared_with: str | None
    difference: str | None

    @property
    def key(self) -> str:
        """The hours in short, and where."""
        return in_short(self.hours) + (f" at {self.at.key}" if self.at else "")


def hours_of_file(location: Location) -> tuple[str, ...]:
    """Entries of a location's hours."""
    return tuple(one for line in location.hours for one in entries_of(line))


def judge_hours(
    forms: Sequence[Form],
    addresses: Sequence[Judged],
    known: Sequence[Known],
    locations: Sequence[Location],
    region: str,
    together: Together,
) -> list[Week]:
    """All opening hours of the site; those of one place are compared with its file, else with each other."""
    weeks: dict[tuple[tuple[str, ...], Place | None, str], list[Form]] = {}
    where = _places(addresses, known, locations)
    for form in forms:
        if form.kind == "hours":
            at, ownership = _place(form, where, region)
            weeks.setdefault((tuple(form.hours), at, ownership), []).append(form)
    judged: list[Week] = []
    for at in dict.fromkeys(key[1] for key in weeks):
        location = next((one.location.name for one in known if one.place == at), None)
        if at is None and len(locations) == 1 and not known:
            location = locations[0].name
        file = next((hours_of_file(one) for one in locations if one.name == location), ())
        its = [
            Week(hours, at, found, owner, location, "unknown", None, None)
            for (hours, place, owner), found in weeks.items()
            if place == at
        ]
        judged += _judge(its, file, is_one_place=at is not None or where.is_single, together=together)
    return judged


class _Where(NamedTuple):
    """What an address on the site stands for; `only`: the one place that the clinic has, null for none or several."""

    owned: dict[Place, Place]
    others: dict[Place, str]
    only: Place | None
    is_single: bool


def _places(addresses: Sequence[Judged], known: Sequence[Known], locations: Sequence[Location]) -> _Where:
    owned = {one.place: one.reference or one.place for one in addresses if one.ownership == "own"}
    others = {one.place: one.ownership for one in addresses if one.ownership != "own"}
    distinct = set(owned.values()) | {one.place for one in known}
    is_single = len(distinct) <= 1 and len(locations) <= 1
    return _Where(owned, others, next(iter(distinct)) if is_single and distinct else None, is_single)


def _place(form: Form, where: _Where, region: str) -> tuple[Place | None, str]:
    """Where the hours hold, and whose they are."""
    place = place_of(form.address, region)
    ownership = "own" if form.is_ours else "third_party" if form.others_pages else "unknown"
    if place in where.owned:
        return where.owned[place], ownership
    if place.is_complete:
        return place, where.others.get(place, "unknown")
    return where.only, ownership


def _judge(weeks: list[Week], file: tuple[str, ...], *, is_one_place: bool, together: Together) -> list[Week]:
    own = [week for week in weeks if week.ownership == "own"]
    reference = max(own, key=_strength, default=None)
    right, text = (
        (file, in_short(file))
        if file
        else ((reference.hours, _text(reference)) if reference and is_one_place else ((), ""))
    )
    shown = [form.form for week in own if week.hours == right for form in week.forms if form.text_pages]
    judged = []
    for week in weeks:
        if not right or (week.ownership != "own" and week.hours != right):
            judged.append(week)
        elif week is reference and not file:
            judged.append(week._replace(verdict="reference"))
        else:
            judged.append(_compared(week, right, text, shown, together))
    return judged


def _compared(week: Week, right: tuple[str, ...], text: str, shown: list[int], together: Together) -> Week:
    found = compare_hours(week.hours, right)
    week = week._replace(compared_with=text)
    if not found.is_comparable:
        return week
    if found.differing:
        mine = [form.form for form in week.forms if form.text_pages]
        if mine and shown and together(mine, shown):
            return week._replace(verdict="unknown", difference="shown beside the other hours")
        return week._replace(verdict="differs", difference="; ".join(found.differing))
    if found.silent:
        return week._replace(verdict="form", difference=f"one of them says nothing of {', '.join(found.silent)}")
    if found.differs_in_break:
        return week._replace(verdict="form", difference="one of them says nothing of the break")
    return week._replace(verdict="same")


def _text(week: Week) -> str:
    return max(week.forms, key=lambda form: (form.pages, form.text)).text


def _strength(week: Week) -> tuple[bool, int, int, int]:
    shown = sum(form.text_pages for form in week.forms)
    return shown > 0, shown, len({entry[:2] for entry in week.hours}), sum(form.pages for form in week.forms)
