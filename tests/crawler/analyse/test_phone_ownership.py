"""Whose number it is, by what its places have in common."""

import pytest

from crawler.analyse.phone_ownership import Evidence, Known, is_mistyped, owners

_BLANK = Evidence("", 0, 0, 0, 0, 0, False, 0, 0, 0, 0, 0, 0, 0, 0, 0)
_MAIN = _BLANK._replace(number="+13104531234", shown_pages=20, template_pages=20, linked_pages=20, voice_places=20)
_OTHER = _BLANK._replace(number="+13104779900")


@pytest.mark.parametrize(
    ("other", "ownership", "source"),
    [
        (_OTHER._replace(shown_pages=1, free_pages=1, voice_places=1), "unknown", "inferred"),
        (_OTHER._replace(shown_pages=1, free_pages=1, fax_places=1), "fax", "label"),
        (_OTHER._replace(shown_pages=3, free_pages=3, fax_places=1, voice_places=2), "unknown", "inferred"),
        (_OTHER._replace(data_fax=1), "fax", "json-ld"),
        (_OTHER._replace(shown_pages=1, listed_pages=1, voice_places=1), "third_party", "inferred"),
        (_OTHER._replace(shown_pages=1, listed_pages=1, fax_places=1), "third_party", "inferred"),
        (_OTHER._replace(shown_pages=2, listed_pages=1, free_pages=1, voice_places=2), "third_party", "inferred"),
        (_OTHER._replace(shown_pages=1, listed_pages=1, small_list_of_own=True), "location", "contact_page"),
        (_OTHER._replace(shown_pages=9, template_pages=9, voice_places=9), "location", "template"),
        (
            _OTHER._replace(shown_pages=9, template_pages=9, voice_places=9, department_places=9),
            "department",
            "label",
        ),
        (_OTHER._replace(shown_pages=1, free_pages=1, data_pages=1), "location", "json-ld"),
        (_OTHER._replace(data_pages=4), "unknown", "inferred"),
        (_OTHER._replace(shown_pages=1, free_pages=1, location_pages=1), "location", "inferred"),
        (_OTHER._replace(shown_pages=1, free_pages=1, contact_pages=1), "department", "contact_page"),
        (_OTHER._replace(shown_pages=1, free_pages=1, provider_pages=1, linked_pages=1), "department", "inferred"),
        (
            _OTHER._replace(shown_pages=2, listed_pages=1, free_pages=1, provider_pages=1, linked_pages=1),
            "department",
            "inferred",
        ),
        (_OTHER._replace(messaging_places=3), "messaging", "inferred"),
        (_OTHER._replace(number="+18003681019", shown_pages=1), "agency", "inferred"),
        (_OTHER._replace(number="+13105550142", shown_pages=30, template_pages=30), "placeholder", "inferred"),
        (_OTHER._replace(shown_pages=9, template_pages=9, valid=False), "unknown", "inferred"),
        (_OTHER._replace(number="+13104531243", shown_pages=9, template_pages=9), "unknown", "inferred"),
        (_OTHER._replace(number="+13104531243", shown_pages=9, listed_pages=9), "unknown", "inferred"),
    ],
)
def test_a_number_beside_the_main_one(other: Evidence, ownership: str, source: str) -> None:
    found = owners([_MAIN, other], {})
    assert found[_MAIN.number].ownership == "main"
    assert found[other.number][:2] == (ownership, source)


@pytest.mark.parametrize(
    ("row", "source"),
    [
        (_OTHER._replace(shown_pages=1, free_pages=1), "inferred"),
        (_OTHER._replace(shown_pages=1, free_pages=1, contact_pages=1), "contact_page"),
        (_OTHER._replace(shown_pages=4, template_pages=4), "template"),
        (_OTHER._replace(data_pages=1), "json-ld"),
        (_OTHER._replace(shown_pages=1, listed_pages=1, small_list_of_own=True), "inferred"),
    ],
)
def test_the_only_number_is_the_main_one(row: Evidence, source: str) -> None:
    assert owners([row], {}) == {row.number: ("main", source, None)}


def test_strangers_in_a_list_give_no_main_number() -> None:
    rows = [_BLANK._replace(number=f"+1310453{n}", shown_pages=1, listed_pages=1) for n in range(1200, 2400)]
    assert {owned.ownership for owned in owners(rows, {}).values()} == {"third_party"}


def test_the_template_outweighs_structured_data_that_hardly_any_page_shows() -> None:
    data_only = _OTHER._replace(shown_pages=1, free_pages=1, data_pages=20)
    assert owners([_MAIN, data_only], {})[_MAIN.number].ownership == "main"


def test_the_file_wins() -> None:
    known = {"+13104779900": Known("main", "Harbour office"), "+13105550142": Known("fax", None)}
    rows = [_MAIN, _OTHER, _OTHER._replace(number="+13105550142", shown_pages=3)]
    found = owners(rows, known)
    assert found["+13104779900"] == ("main", "config", "Harbour office")
    assert found["+13105550142"] == ("fax", "config", None)
    assert found[_MAIN.number] == ("unknown", "inferred", None)


def test_a_file_without_a_number_to_call_leaves_the_main_number_to_be_found() -> None:
    assert owners([_MAIN, _OTHER], {"+13104779900": Known("fax", None)})[_MAIN.number].ownership == "main"


def test_clinicians_with_a_line_each_are_no_strangers() -> None:
    rows = [
        _BLANK._replace(number=f"+32{470 + n}{n}01", shown_pages=1, free_pages=1, linked_pages=1)
        for n in range(10, 26)
    ]
    assert sorted(owned.ownership for owned in owners(rows, {}).values()) == ["department"] * 15 + ["main"]


@pytest.mark.parametrize(
    ("number", "mistyped"),
    [
        ("+13104531234", False),
        ("+13104531243", True),
        ("+13105431234", True),
        ("+13104531734", True),
        ("+1310453124", True),
        ("+131045312344", True),
        ("+13104531235", False),
        ("+13104539934", False),
        ("+13101534234", False),
    ],
)
def test_slips_of_an_own_number(number: str, mistyped: bool) -> None:
    assert is_mistyped(number, ["+13104531234"]) is mistyped
