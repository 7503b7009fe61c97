"""Postal addresses in text: the forms of the countries that we know, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.nap.addresses import addresses_in, may_hold_address

_FULL = [
    ("12 Harbor Trail, Suite 202 Larkport, FL 33458", "12 Harbor Trail, Suite 202", "Larkport", "FL", "33458", "US"),
    ("41 W Elm Street, Newton Hills, OH", "41 W Elm Street", "Newton Hills", "OH", None, "US"),
    ("130 Birch Road (Route 910), Larkport, PA 15090 • Phone", "130 Birch Road", "Larkport", "PA", "15090", "US"),
    ("46 Oak Street Springfield, IL 62701-1234", "46 Oak Street", "Springfield", "IL", "62701-1234", "US"),
    ("1745 38th St., Larkport, Colorado", "1745 38th St.", "Larkport", "Colorado", None, "US"),
    ("1500 Broadway, New York, NY 10036", "1500 Broadway", "New York", "NY", "10036", "US"),
    ("One Medical Plaza, Suite 100, Akron, OH 44301", "One Medical Plaza, Suite 100", "Akron", "OH", "44301", "US"),
    ("5616-F Ox Road Fairview Station, VA 22039", "5616-F Ox Road", "Fairview Station", "VA", "22039", "US"),
    ("12 Main St.\nSuite 4\nSpringfield, Illinois 62701\nUSA", "12 Main St., Suite 4", "Springfield", "Illinois", "62701", "US"),
    ("PO Box 12, Akron, OH 44301", "PO Box 12", "Akron", "OH", "44301", "US"),
    ("755 Mill-Canfield Rd., Suite D3, Boardville, Ohio (West Complex).", "755 Mill-Canfield Rd., Suite D3", "Boardville", "Ohio", None, "US"),
    ("100 King Street West, Suite 5600, Toronto, ON M5X 1C9", "100 King Street West, Suite 5600", "Toronto", "ON", "M5X 1C9", "CA"),
    ("Level 2, 45 Smith Street, Fitzroy VIC 3065", "Level 2, 45 Smith Street", "Fitzroy", "VIC", "3065", "AU"),
    ("4/12 Station Street, Newtown NSW 2042", "4/12 Station Street", "Newtown", "NSW", "2042", "AU"),
    ("12 High Street, Alton, Hampshire GU34 1AB", "12 High Street", "Alton", "Hampshire", "GU34 1AB", "GB"),
    ("The Old Surgery, 5 Church Lane, London SW1A 1AA, UK", "5 Church Lane", "London", None, "SW1A 1AA", "GB"),
    ("24 Merrion Square, Dublin 2, D02 X285", "24 Merrion Square", "Dublin 2", None, "D02 X285", "IE"),
    ("12 rue de la Gare, 75008 Paris", "12 rue de la Gare", "Paris", None, "75008", None),
    ("Chaussée de Mons 116, 5100 Jambes Tél: 081 22 28 16", "Chaussée de Mons 116", "Jambes", None, "5100", None),
    ("Rue du Moulin 5 bte 3 - B-1000 Bruxelles, Belgique", "Rue du Moulin 5, bte 3", "Bruxelles", None, "1000", "BE"),
    ("Hauptstraße 5a, 10115 Berlin", "Hauptstraße 5a", "Berlin", None, "10115", None),
    ("Am Markt 3, D-50667 Köln", "Am Markt 3", "Köln", None, "50667", "DE"),
    ("C/ Mayor 12, 3º B, 28001 Madrid", "C/ Mayor 12", "Madrid", None, "28001", None),
    ("Avda. de la Paz, 5, 41001 Sevilla, España", "Avda. de la Paz, 5", "Sevilla", None, "41001", "ES"),
    ("Kerkstraat 3, 9000 Gent", "Kerkstraat 3", "Gent", None, "9000", None),
    ("45, MG Road, Pune - 411001", "45, MG Road", "Pune", None, "411001", "IN"),
    ("No. 12, 4th Cross, Indiranagar, Bengaluru, Karnataka 560038", "No. 12, 4th Cross", "Bengaluru", "Karnataka", "560038", "IN"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", *"street town region code country".split()), _FULL, ids=lambda value: str(value)[:24]
)
def test_an_address_is_taken_apart(
    text: str, street: str, town: str, region: str, code: str, country: str
) -> None:
    (found,) = addresses_in(text)
    assert tuple(found.address) == (street, town, region, code, country)
    assert may_hold_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "Take I-95 South to Exit 87A (Harbor Road East), head east, then south to 4601, Suite 202.",
        "Yang SR, Park JR. Oxid Med Cell Longev. 2015;2015:486263.",
        "A 45–60 minute consultation with Dr. Moss sorts that out.",
        "In 2020 Dr. Smith moved to 10 clinics. We treat 95 percent of the patients.",
        "Call 310-453-1234 or fax 310-453-9876. Fees from $150 to $2500.",
        "We are open Monday to Friday 9 am to 5 pm.",
        "Studies from 2014 to 2019 enrolled 10115 patients in Berlin.",
        "NPI 1234567893, CPT 99213, code 75008.",
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert not [found for found in addresses_in(text) if found.address.locality or found.address.postal_code]


def test_a_street_alone_is_told_without_a_town() -> None:
    (found,) = addresses_in("We are at 130 Birch Rd. and have parking.")
    assert tuple(found.address) == ("130 Birch Rd.", None, None, None, None)


def test_a_list_of_addresses_stays_apart() -> None:
    lines = "\n".join(
        f"Clinic {number}\n{number} Oak Street\nTown{chr(97 + number % 26)}, OH 4{number:04}"
        for number in range(1, 300)
    )
    found = addresses_in(lines)
    assert len(found) == 299
    assert {one.address.postal_code for one in found} == {f"4{number:04}" for number in range(1, 300)}


@given(st.text(alphabet="1 2Aab,.\n-/#()–StRdSuiteNYrueOH5é", max_size=300))
def test_any_text_is_read(text: str) -> None:
    for found in addresses_in(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.address.street


@pytest.mark.parametrize(
    "text",
    [
        "12 Aa Bb Cc Dd Ee Ff " * 3000,
        "1 " * 20_000,
        "12 Main Street " * 3000,
        "rue " * 12_000,
        "A1A " * 12_000,
        "(" * 40_000,
        "OH 4 " * 9000,
    ],
)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    assert len(addresses_in(text)) <= len(text)
