"""Whose number it is, by what its places have in common."""

import pytest

from crawler.analyse.phone_evidence import Evidence, Known
from crawler.analyse.phone_ownership import owners

_MAIN = Evidence(
    "+13104531234", pages=20, shown_pages=20, template_pages=20, linked_pages=20, voice_places=20, first_place=1
)
_OTHER = Evidence("+13104779900", pages=1, shown_pages=1, free_pages=1, voice_places=1, first_place=2)
_LISTED = _OTHER._replace(free_pages=0, listed_pages=1)
_FOOTER = _OTHER._replace(pages=9, shown_pages=9, free_pages=0, template_pages=9, voice_places=9)
_SWAPPED, _FAR_SWAPPED, _DIFFERS, _NEIGHBOUR = "+13104531243", "+13104351234", "+13104531734", "+13104531235"


@pytest.mark.parametrize(
    ("other", "ownership", "source"),
    [
        (_OTHER, "unknown", "inferred"),
        (_OTHER._replace(fax_places=1, voice_places=0), "fax", "label"),
        (_OTHER._replace(fax_places=1, voice_places=1), "fax", "label"),
        (_OTHER._replace(fax_places=1, voice_places=2), "unknown", "inferred"),
        (_OTHER._replace(shown_pages=0, free_pages=0, voice_places=0, data_fax=1), "fax", "json-ld"),
        (_LISTED, "third_party", "inferred"),
        (_LISTED._replace(voice_places=0, fax_places=1), "third_party", "inferred"),
        (_LISTED._replace(voice_places=0, fax_places=1, small_list_of_own=True), "fax", "label"),
        (_OTHER._replace(shown_pages=2, listed_pages=1, voice_places=2), "third_party", "inferred"),
        (_LISTED._replace(small_list_of_own=True), "location", "contact_page"),
        (_LISTED._replace(small_list_of_own=True, department_places=1), "department", "label"),
        (_FOOTER, "location", "template"),
        (_FOOTER._replace(department_places=9), "department", "label"),
        (_OTHER._replace(data_pages=1), "location", "json-ld"),
        (_OTHER._replace(data_pages=1, is_department_in_data=True), "department", "json-ld"),
        (_OTHER._replace(shown_pages=0, free_pages=0, voice_places=0, data_pages=4), "unknown", "inferred"),
        (_OTHER._replace(location_pages=1), "location", "inferred"),
        (_OTHER._replace(contact_pages=1), "department", "contact_page"),
        (_OTHER._replace(department_places=1), "department", "label"),
        (_LISTED._replace(department_places=1), "third_party", "inferred"),
        (_OTHER._replace(provider_pages=1), "practitioner", "inferred"),
        (_LISTED._replace(provider_pages=1), "practitioner", "inferred"),
        (_OTHER._replace(pages=9, shown_pages=9, free_pages=9, provider_pages=1), "unknown", "inferred"),
        (_OTHER._replace(person="Ann Poe", people=1, person_pages=1), "unknown", "inferred"),
        (_OTHER._replace(foreign_places=1), "third_party", "inferred"),
        (_OTHER._replace(foreign_places=1, voice_places=0, fax_places=1), "third_party", "inferred"),
        (_OTHER._replace(foreign_places=1, data_pages=1), "location", "json-ld"),
        (
            _OTHER._replace(shown_pages=0, free_pages=0, voice_places=0, affiliated_pages=9),
            "third_party",
            "inferred",
        ),
        (_OTHER._replace(affiliated_pages=9), "unknown", "inferred"),
        (_OTHER._replace(shown_pages=0, free_pages=0, messaging_places=3), "messaging", "inferred"),
        (_OTHER._replace(number="+18003681019"), "agency", "inferred"),
        (_FOOTER._replace(number="+13105550142"), "placeholder", "inferred"),
        (_FOOTER._replace(valid=False), "unknown", "inferred"),
        (_OTHER._replace(pages=3, swapped_pages=3, swapped_with="+13104531234"), "tracking_pool", "inferred"),
        (_OTHER._replace(pages=2, swapped_pages=2, swapped_with="+13104531234"), "unknown", "inferred"),
        (_OTHER._replace(pages=4, swapped_pages=3, swapped_with="+13104531234"), "unknown", "inferred"),
        (_OTHER._replace(pages=3, swapped_pages=3, swapped_with="+13104539999"), "unknown", "inferred"),
    ],
)
def test_a_number_beside_the_main_one(other: Evidence, ownership: str, source: str) -> None:
    found = owners([_MAIN, other], {})
    assert found[_MAIN.number].ownership == "main"
    assert found[other.number][:2] == (ownership, source)
    assert found[other.number].slip is None
    assert found[other.number].reason.endswith(".")


@pytest.mark.parametrize(
    ("other", "how"),
    [
        (_OTHER._replace(number=_SWAPPED), "two digits swapped"),
        (_OTHER._replace(number=_SWAPPED, contact_pages=1), "two digits swapped"),
        (_OTHER._replace(number=_FAR_SWAPPED, contact_pages=1), "two digits swapped"),
        (_OTHER._replace(number=_FAR_SWAPPED, data_pages=1), "two digits swapped"),
        (_OTHER._replace(number=_DIFFERS, location_pages=1), "one digit differs"),
        (_FOOTER._replace(number=_SWAPPED), "two digits swapped"),
        (_FOOTER._replace(number=_DIFFERS), "one digit differs"),
        (_LISTED._replace(number=_SWAPPED), "two digits swapped"),
        (_OTHER._replace(number=_SWAPPED, provider_pages=1), "two digits swapped"),
        (_OTHER._replace(number="+1310453124", valid=False), "a digit missing"),
        (_OTHER._replace(number="+131045312334", valid=False), "a digit too many"),
        (_OTHER._replace(number="+13100531234", valid=False), "one digit differs"),
        (_OTHER._replace(number=_NEIGHBOUR), "one digit differs"),
        (_OTHER._replace(number=_SWAPPED, shown_pages=0, free_pages=0, messaging_places=1), "two digits swapped"),
    ],
)
def test_a_slip_of_the_main_number_is_noticed_wherever_it_stands(other: Evidence, how: str) -> None:
    found = owners([_MAIN, other], {})[other.number]
    assert found.ownership == "unknown"
    assert found.slip is not None
    assert found.slip[:2] == (_MAIN.number, how)
    assert found.reason == f"{how.capitalize()} from {_MAIN.number}, which is on 20 pages."


@pytest.mark.parametrize(
    "other",
    [
        _FOOTER._replace(number=_DIFFERS, pages=20, shown_pages=20, template_pages=20),
        _OTHER._replace(number=_DIFFERS, department_places=1),
        _OTHER._replace(number=_DIFFERS, data_pages=1),
        _OTHER._replace(number=_SWAPPED, fax_places=1, voice_places=0),
        _OTHER._replace(number=_DIFFERS, pages=21, shown_pages=21, free_pages=21),
        _OTHER._replace(number="+13104531264", provider_pages=1),
        _OTHER._replace(number=_NEIGHBOUR, pages=5, shown_pages=5),
        _OTHER._replace(number=_NEIGHBOUR, contact_pages=1),
        _OTHER._replace(number=_NEIGHBOUR, data_pages=1),
        _OTHER._replace(number="+13104539934"),
    ],
)
def test_another_line_of_the_clinic_is_no_slip(other: Evidence) -> None:
    assert owners([_MAIN, other], {})[other.number].slip is None


def test_a_range_of_lines_is_no_row_of_slips() -> None:
    lines = [_OTHER._replace(number=f"+131045312{n}4") for n in (4, 5, 6)]
    found = owners([_MAIN, *lines], {})
    assert [found[line.number].slip for line in lines] == [None, None, None]


def test_a_slip_of_a_location_is_noticed_too() -> None:
    location = _FOOTER._replace(number="+16263972000")
    found = owners([_MAIN, location, _OTHER._replace(number="+16263792000")], {})
    slip = found["+16263792000"].slip
    assert slip is not None
    assert slip.meant == location.number


@pytest.mark.parametrize(
    ("row", "source"),
    [
        (_OTHER, "inferred"),
        (_OTHER._replace(contact_pages=1), "contact_page"),
        (_FOOTER, "template"),
        (_OTHER._replace(shown_pages=0, free_pages=0, data_pages=1), "json-ld"),
        (_LISTED._replace(small_list_of_own=True), "inferred"),
        (_OTHER._replace(department_places=1), "inferred"),
        (_OTHER._replace(person="Ann Poe", people=1, person_pages=1), "inferred"),
    ],
)
def test_the_only_number_is_the_main_one(row: Evidence, source: str) -> None:
    assert owners([row], {}, pages=1)[row.number][:2] == ("main", source)


def test_a_number_that_few_pages_show_is_not_the_main_one() -> None:
    rows = [_OTHER, _OTHER._replace(number="+16263972000")]
    assert {owned.ownership for owned in owners(rows, {}, pages=9).values()} == {"unknown"}
    rows = [_OTHER._replace(free_pages=5, shown_pages=5), _OTHER._replace(number="+16263972000")]
    assert owners(rows, {}, pages=9)[_OTHER.number].ownership == "main"


def test_the_number_of_another_business_is_never_the_main_one() -> None:
    assert owners([_OTHER._replace(foreign_places=1)], {}, pages=1)[_OTHER.number].ownership == "third_party"


def test_the_contact_page_may_be_the_one_that_is_wrong() -> None:
    right = _OTHER._replace(pages=6, shown_pages=6, free_pages=6)
    wrong = _OTHER._replace(number="+13107479900", contact_pages=1)
    found = owners([right, wrong], {}, pages=6)
    assert found[right.number].ownership == "main"
    assert found[wrong.number].slip is not None


def test_strangers_in_a_list_give_no_main_number() -> None:
    rows = [_LISTED._replace(number=f"+1310453{n}") for n in range(1200, 2400)]
    assert {owned.ownership for owned in owners(rows, {}).values()} == {"third_party"}


def test_the_template_outweighs_structured_data_that_hardly_any_page_shows() -> None:
    data_only = _OTHER._replace(pages=20, data_pages=20)
    assert owners([_MAIN, data_only], {})[_MAIN.number].ownership == "main"


def test_the_file_wins() -> None:
    known = {"+13104779900": Known("main", "Harbour office"), "+13105550142": Known("fax", None)}
    rows = [_MAIN, _OTHER, _OTHER._replace(number="+13105550142")]
    found = owners(rows, known)
    assert found["+13104779900"][:3] == ("main", "config", "Harbour office")
    assert found["+13105550142"][:3] == ("fax", "config", None)
    assert found[_MAIN.number][:2] == ("unknown", "inferred")


def test_what_is_nearly_a_number_of_the_file_is_a_slip_of_it_on_any_number_of_pages() -> None:
    found = owners([_MAIN], {_SWAPPED: Known("main", None)})
    slip = found[_MAIN.number].slip
    assert slip is not None
    assert slip[:2] == (_SWAPPED, "two digits swapped")
    assert found[_MAIN.number].reason.endswith("a number of the clinic's file.")


def test_a_file_without_a_number_to_call_leaves_the_main_number_to_be_found() -> None:
    assert owners([_MAIN, _OTHER], {"+13104779900": Known("fax", None)})[_MAIN.number].ownership == "main"


def test_practitioners_with_a_line_each_are_no_main_number() -> None:
    rows = [
        _OTHER._replace(
            number=f"+32{470 + n}{n}01", linked_pages=1, person=f"Ann Poe-{n}", people=1, person_pages=1
        )
        for n in range(10, 26)
    ]
    shared = _OTHER._replace(number="+3281222816", linked_pages=1)
    found = owners([*rows, shared], {}, pages=17)
    assert {found[row.number].ownership for row in rows} == {"practitioner"}
    assert found[shared.number].ownership == "unknown"
    assert {owned.slip for owned in found.values()} == {None}


def test_a_line_with_many_names_is_the_front_desks() -> None:
    rows = [
        _OTHER._replace(number=f"+1626397{n}", person=f"Bo {n}", people=1, person_pages=1) for n in (2000, 3111)
    ]
    desk = _OTHER._replace(pages=8, shown_pages=8, free_pages=8, person="Ann Poe", people=6, person_pages=8)
    found = owners([*rows, desk], {}, pages=8)
    assert found[desk.number].ownership == "main"


def test_lines_of_departments_on_a_site_without_a_template() -> None:
    rows = [_OTHER._replace(number=f"+1626397{n}", linked_pages=1) for n in (2000, 3111, 4222)]
    assert {owned.ownership for owned in owners(rows, {}, pages=9).values()} == {"department"}
