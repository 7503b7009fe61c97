"""Names of people and addresses of others around a number."""

import time

import pytest

from crawler.analyse.phone_surroundings import People, Place, is_foreign, people_by_number

_OWN = {"harbour spine"}


@pytest.mark.parametrize(
    ("before", "foreign"),
    [
        ("Family Health and Wellness Center 56-F Ox Road Springfield, VA 22039 Voice ", True),
        ("Massage assis\nCentre Roseraie\nRue du centre n°4\n5170 Lesve\nTel: ", True),
        ("Valley Imaging\n12 Elm Street\nPasadena, CA 91101\n", True),
        ("Seaside Practice, 4 Mill Lane, Truro TR1 2AB. Tel ", True),
        ("Harbour Spine Center 56 Ox Road Springfield, VA 22039 Voice ", False),
        ("Visit us at 12 Elm St, Pasadena, CA 91101. Call ", False),
        ("Family Health and Wellness Center. Call ", False),
        ("Our Clinic, 12 Elm Street, Pasadena, CA 91101. Call ", False),
        ("12 Elm Street\nPasadena, CA 91101\n", False),
        ("", False),
    ],
)
def test_the_address_of_another_business(before: str, foreign: bool) -> None:
    assert is_foreign(before, _OWN) is foreign


def test_without_an_own_name_nothing_is_foreign() -> None:
    assert not is_foreign("Valley Imaging\n12 Elm Street\nPasadena, CA 91101\n", ())


@pytest.mark.parametrize("text", ["rue " * 100_000, "1 Ab " * 50_000, "12 " * 100_000, "A" * 300_000])
def test_long_texts_are_read_quickly(text: str) -> None:
    started = time.process_time()
    is_foreign(text, _OWN)
    assert time.process_time() - started < 1


def _place(
    number: str, path: str, heading: str | None, *, before: str = "", kind: str = "other", **more: bool
) -> Place:
    return Place(number, f"https://clinic.example/{path}", kind, heading, None, None, before, **more)


@pytest.mark.parametrize(
    "place",
    [
        _place("1", "a", "Dr. Ann Poe"),
        _place("1", "a", "Ann Poe, DPT"),
        _place("1", "ann-poe-osteopathe", "Ann Poe"),
        _place("1", "a", "Ann Poe", kind="provider"),
        _place("1", "a", "Ann Poe – Kinésithérapeute"),
    ],
)
def test_a_heading_with_a_clinicians_name(place: Place) -> None:
    assert people_by_number([place]) == {"1": People(1, "Ann Poe", 1)}


@pytest.mark.parametrize(
    "heading", ["Ann Poe", "Santa Monica", "Knee pain", "Dr. Ann Poe explains knee pain", None]
)
def test_a_heading_without_one(heading: str | None) -> None:
    assert people_by_number([_place("1", "a", heading)]) == {}


def test_where_many_are_known_a_bare_name_is_enough() -> None:
    places = [_place(str(n), "a", f"Dr. Ann {name}") for n, name in enumerate(("Poe", "Lee", "Moss"))]
    found = people_by_number(
        [*places, _place("9", "b", "Bo Vale"), _place("0", "c", "Team", before="Call Ann Poe: ")]
    )
    assert found["9"] == People(1, "Bo Vale", 1)
    assert found["0"] == People(1, "Ann Poe", 2)


def test_the_name_where_the_number_is_shown_counts_for_more() -> None:
    places = [_place("1", "a", "Dr. Ann Poe", is_doubtful=True), _place("1", "b", "Dr. Zoe Lee")]
    assert people_by_number(places) == {"1": People(2, "Zoe Lee", 2)}
