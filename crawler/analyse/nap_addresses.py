"""Whose the addresses of a site are, and which differ from the clinic's file or from each other."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from crawler.analyse.nap_differences import agrees, differences, lacking, shares_something, told_apart
from crawler.analyse.nap_evidence import Form
from crawler.analyse.nap_known import Known, Nearby
from crawler.analyse.nap_names import words_of
from crawler.analyse.nap_places import Place, place_of
from crawler.config import Clinic

_BUSINESS = re.compile(
    r"\b(?:hospital|clinic|cent(?:er|re)|pharmacy|university|college|church|hotel|library|school|institute|society|association|department|office of"
    r"|ministry|council|inc|llc|ltd|gmbh|club|theat(?:er|re)|museum|conference|hôpital|clinique|université|krankenhaus|apotheke|farmacia|wellness"
    r"|commission|board|agency|authority)\b",
    re.IGNORECASE,
)
Together = Callable[[list[int], list[int]], bool]


class Judged(NamedTuple):
    """An address of the site, all forms of it. `reference`: what it was compared with."""

    place: Place
    forms: list[Form]
    ownership: str
    location: str | None
    verdict: str
    compared_with: str | None
    difference: str | None
    reference: Place | None

    @property
    def most(self) -> Form:
        """The form on most pages."""
        return max(self.forms, key=lambda form: (form.pages, form.text))


def judge_addresses(
    forms: Sequence[Form], known: Sequence[Known], clinic: Clinic, region: str, together: Together
) -> list[Judged]:
    """Every complete address of the site, and what of the others can only be one of those."""
    places = _complete(forms, region)
    names = _names(clinic, forms)
    ours = {place for place, its in places.items() if any(_is_ours(form, names) for form in its)}
    if not known:
        alike = Nearby(ours)
        ours |= {place for place in places if any(agrees(place, own) for own in alike.to(place))}
    judged = _with_file(places, known, ours, together) if known else []
    done = {one.place for one in judged}
    judged += _among_themselves({place: its for place, its in places.items() if place not in done}, ours, together)
    return _with_parts(judged, forms, region)


def _complete(forms: Sequence[Form], region: str) -> dict[Place, list[Form]]:
    places: dict[Place, list[Form]] = {}
    for form in forms:
        place = place_of(form.address, region)
        if form.kind == "address" and place.is_complete:
            places.setdefault(place, []).append(form)
    return places


def _names(clinic: Clinic, forms: Sequence[Form]) -> set[str]:
    """Words of the names that the site goes by."""
    named = [clinic.name or "", *clinic.brand]
    named += [form.text for form in forms if form.kind == "name" and (form.data_pages or form.is_template)]
    return {word for name in named for word in words_of(name) if len(word) > 3}


def _is_ours(form: Form, names: set[str]) -> bool:
    """The site publishes the address as its own; not where only the name of another business stands before it."""
    if form.is_template or form.data_pages:
        return True
    alien = [name for name in form.names if _BUSINESS.search(name) and not names & set(words_of(name))]
    return form.is_ours and len(alien) < max(1, len(form.names))


def _with_file(
    places: dict[Place, list[Form]], known: Sequence[Known], ours: set[Place], together: Together
) -> list[Judged]:
    judged = []
    right: dict[str, list[int]] = {
        one.text: [
            form.form
            for place, its in places.items()
            if not differences(place, one.place) and agrees(place, one.place)
            for form in its
        ]
        for one in known
    }
    for place, its in places.items():
        nearest = _nearest(place, known)
        if nearest is None:
            continue
        one, found = nearest
        name = one.location.name
        if not found:
            verdict, words = _in_form(place, one.place, its, one.text)
            judged.append(Judged(place, its, "own", name, verdict, one.text, words, one.place))
        elif place in ours and not (
            right[one.text] and (_is_place(its, found) or together([form.form for form in its], right[one.text]))
        ):
            judged.append(Judged(place, its, "own", name, "differs", one.text, _joined(found), one.place))
    return judged


def _is_place(forms: Sequence[Form], differing: Sequence[str]) -> bool:
    """Text and data both tell it, and letters to both arrive: a building or suite of its own, no slip."""
    text, data = any(form.text_pages for form in forms), any(form.data_pages for form in forms)
    return text and data and not {"postal code", "town"} & set(differing)


def _nearest(place: Place, known: Sequence[Known]) -> tuple[Known, list[str]] | None:
    """The location of the file that `place` may be, and what the two differ in."""
    hits = [
        (len(found), at, found)
        for at, one in enumerate(known)
        if (found := differences(place, one.place)) is not None
    ]
    if not hits:
        return None
    _, at, found = min(hits)
    return known[at], found


def _in_form(place: Place, reference: Place, forms: Sequence[Form], text: str) -> tuple[str, str | None]:
    """same or form, and what is left out."""
    missing = lacking(place, reference)
    if missing:
        return "form", f"without the {_joined(missing)}"
    return ("same", None) if any(_letters(form.text) == _letters(text) for form in forms) else ("form", None)


def _letters(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _joined(parts: Sequence[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _among_themselves(places: dict[Place, list[Form]], ours: set[Place], together: Together) -> list[Judged]:
    """The strongest form of each place is what the others are compared with."""
    order = sorted(places, key=lambda place: _strength(place, places[place], ours), reverse=True)
    references = Nearby()
    judged: list[Judged] = []
    for place in order:
        its = places[place]
        if place not in ours:
            judged.append(Judged(place, its, _stranger(its), None, "unknown", None, None, None))
            continue
        near = references.to(place)
        hits = [
            (len(found), at, found)
            for at, one in enumerate(near)
            if (found := differences(place, one)) is not None
        ]
        if not hits:
            references.add(place)
            judged.append(Judged(place, its, "own", None, "reference", None, None, place))
            continue
        _, at, found = min(hits)
        judged.append(_compared(place, its, near[at], places[near[at]], found, together))
    return _paired(judged)


def _compared(
    place: Place, its: list[Form], reference: Place, theirs: list[Form], found: list[str], together: Together
) -> Judged:
    text = max(theirs, key=lambda form: form.pages).text
    if not found:
        verdict, words = _in_form(place, reference, its, text)
        return Judged(place, its, "own", None, verdict, text, words, reference)
    claimed = any(form.is_template or form.front_pages or form.data_pages for form in its)
    if (
        not claimed
        or _is_place(its, found)
        or together([form.form for form in its], [form.form for form in theirs])
    ):
        return Judged(place, its, "own", None, "reference", None, None, place)
    return Judged(place, its, "own", None, "differs", text, _joined(found), reference)


def _strength(place: Place, forms: Sequence[Form], ours: set[Place]) -> tuple[bool, bool, int, int, int, str]:
    shown = sum(form.text_pages for form in forms)
    parts = sum(map(bool, (place.code, place.city, place.unit)))
    return place in ours, shown > 0, parts, shown, sum(form.pages for form in forms), place.key


def _stranger(forms: Sequence[Form]) -> str:
    return "third_party" if any(form.others_pages for form in forms) else "unknown"


def _paired(judged: list[Judged]) -> list[Judged]:
    """Where the site shows one address of its own and its data names one, the two are of one place."""
    own = [one for one in judged if one.verdict == "reference"]
    shown = [one for one in own if any(form.text_pages for form in one.forms)]
    data = [one for one in own if one not in shown]
    if len(shown) != 1 or len(data) != 1 or not shares_something(shown[0].place, data[0].place):
        return judged
    parts = told_apart(data[0].place, shown[0].place)
    differing = data[0]._replace(
        verdict="differs", compared_with=shown[0].most.text, difference=_joined(parts), reference=shown[0].place
    )
    return [differing if one is data[0] else one for one in judged]


def _with_parts(judged: list[Judged], forms: Sequence[Form], region: str) -> list[Judged]:
    """`judged`, each with the forms that tell a part of it and of no other own address."""
    own = {one.place: one for one in judged if one.ownership == "own" and one.verdict != "differs"}
    nearby = Nearby(own)
    added: dict[Place, list[Form]] = {}
    for form in forms:
        place = place_of(form.address, region)
        if form.kind != "address" or place.is_complete or not place.street:
            continue
        whole = [one for one in nearby.to(place) if agrees(place, one)]
        if len({own[one].reference for one in whole}) == 1:
            added.setdefault(whole[0], []).append(form)
    return [one._replace(forms=[*one.forms, *added.get(one.place, ())]) for one in judged]
