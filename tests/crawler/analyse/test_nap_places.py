"""Canonical addresses: differences of form and of substance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.analyse.nap_differences import agrees, differences, is_slip
from crawler.analyse.nap_names import is_form, is_misspelt
from crawler.analyse.nap_places import Place, place_of
from crawler.extract.nap.addresses import Address, addresses_in


def _place(text: str, country: str = "US") -> Place:
    (found,) = addresses_in(text)
    return place_of(found.address, country)


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("12 Main St., Suite 4, Akron, OH 44302", "12 Main Street #4, Akron, Ohio 44302-1234", "US"),
        ("41 W Broad Street, Akron, OH 44302", "41 West Broad St., Akron, OH 44302", "US"),
        ("130 Birch Road (Route 910), Akron, PA 15090", "130 BIRCH RD, AKRON, PA 15090", "US"),
        ("1 First Ave, Akron, OH 44302", "1 1st Avenue, Akron, OH 44302", "US"),
        ("12 St. Mary's Rd, Akron, OH 44302", "12 Saint Marys Road, Akron, OH 44302", "US"),
        ("5 Church Lane, London SW1A 1AA", "5 Church Ln, London SW1A1AA", "GB"),
        ("4/12 Station Street, Newtown NSW 2042", "Unit 4, 12 Station St, Newtown New South Wales 2042", "AU"),
        (
            "100 King Street West, Suite 5, Toronto, ON M5X 1C9",
            "100 King St. W, #5, Toronto, Ontario M5X1C9",
            "CA",
        ),
        ("12, avenue de la Gare, 75008 Paris", "12 av. de la Gare, 75008 PARIS", "FR"),
        ("Hauptstraße 5, 10115 Berlin", "Hauptstr. 5, 10115 Berlin", "DE"),
        ("C/ Mayor 12, 28001 Madrid", "Calle Mayor, 12, 28001 Madrid", "ES"),
        ("Chaussée de Mons 116, 5100 Jambes", "116 chaussee de Mons, B-5100 Jambes", "BE"),
    ],
)
def test_a_difference_of_form(one: str, other: str, country: str) -> None:
    assert (
        _place(one, country) == _place(other, country)
        or differences(_place(one, country), _place(other, country)) == []
    )
    assert agrees(_place(one, country), _place(other, country))


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("12 Main St, Akron, OH 44302", "14 Main St, Akron, OH 44302", ["house number"]),
        ("4601 Main St, Akron, OH 44302", "4610 Main St, Akron, OH 44302", ["house number"]),
        ("12 Main St, Akron, OH 44302", "12 Main Ave, Akron, OH 44302", ["street"]),
        ("12 N Main St, Akron, OH 44302", "12 S Main St, Akron, OH 44302", ["street"]),
        ("12 Millrace St, Akron, OH 44302", "12 Milrace St, Akron, OH 44302", ["street"]),
        ("12 Main St #3, Akron, OH 44302", "12 Main St #4, Akron, OH 44302", ["suite"]),
        ("12 Main St, Akron, OH 44302", "12 Main St, Akron, OH 44303", ["postal code"]),
        ("12 Main St, Akron, OH 44302", "12 Main St, Fairlawn, OH 44302", ["town"]),
    ],
)
def test_a_difference_of_substance(one: str, other: str, what: list[str]) -> None:
    assert differences(_place(one), _place(other)) == what


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 Main St, Akron, OH 44302", "86 Main St, Akron, OH 44302"),
        ("12 Main St, Akron, OH 44302", "12 Elm St, Akron, OH 44302"),
        ("12 Main St, Akron, OH 44302", "12 Main St, Dover, DE 19901"),
        ("12 Main St, Akron, OH 44302", "12 Main St, Akron, NY 14001"),
    ],
)
def test_other_places_are_not_compared(one: str, other: str) -> None:
    assert differences(_place(one), _place(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("12", "14", True),
        ("4601", "4610", True),
        ("460", "4601", True),
        ("86", "4120", False),
        ("12", "34", False),
        ("1", "12", False),
    ],
)
def test_slips_of_a_number(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip


@pytest.mark.parametrize(
    ("name", "known", "form"),
    [
        ("Quay Clinic LLC", "The Quay Clinic", True),
        ("Quay", "Quay Clinic", True),
        ("QOC", "Quay Orthopedic Center", True),
        ("Quay & Hill Clinic", "Quay and Hill Clinic", True),
        ("Hill Clinic", "Quay Clinic", False),
    ],
)
def test_forms_of_a_name(name: str, known: str, form: bool) -> None:
    assert is_form(name, known) is form


def test_a_misspelt_name() -> None:
    assert is_misspelt("Quay Regenrative Clinic", "Quay Regenerative Clinic")
    assert not is_misspelt("Quay Dental Clinic", "Quay Spinal Clinic")


@given(st.builds(Address, *(st.none() | st.text(max_size=20) for _ in range(5))))
def test_any_address_has_a_place(address: Address) -> None:
    place = place_of(address, "US")
    assert isinstance(place.key, str)
    assert not differences(place, place)
