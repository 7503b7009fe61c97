"""Names, addresses and opening hours in structured data."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.nap.data import Published, published_nap
from crawler.opening_hours import in_short


def _found(kind: str, **item: Any) -> list[Published]:
    data = json.dumps({"@type": "MedicalClinic", "name": "Quay Clinic", **item})
    return [one for one in published_nap(data) if one.kind == kind]


def test_an_address_in_parts() -> None:
    address = {
        "@type": "PostalAddress",
        "streetAddress": ["14 Main Street", "Suite 3"],
        "addressLocality": "New York",
        "postalCode": 10002,
        "addressCountry": {"@type": "Country", "name": "United States"},
    }
    (found,) = _found("address", address=address)
    assert found.address == ("14 Main Street, Suite 3", "New York", None, "10002", "US")
    assert (found.about, found.name) == ("MedicalClinic", "Quay Clinic")


def test_an_address_in_one_line() -> None:
    (found,) = _found("address", address="12 Oak St, Akron, OH 44301")
    assert found.address == ("12 Oak St", "Akron", "OH", "44301", "US")


def test_what_belongs_to_others_says_so() -> None:
    other = {"@type": "Hospital", "name": "Hill Hospital", "address": "9 Hill Road, Akron, OH 44301"}
    (found,) = _found("address", affiliation=other)
    assert (found.about, found.name) == ("MedicalClinic > affiliation > Hospital", "Hill Hospital")


def test_other_names_are_names_too() -> None:
    found = _found("name", alternateName=["Quay"], legalName="Quay Clinic LLC")
    assert [(one.text, one.about) for one in found] == [
        ("Quay Clinic", "MedicalClinic"),
        ("Quay Clinic LLC", "MedicalClinic > legalName"),
        ("Quay", "MedicalClinic > alternateName"),
    ]


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ({"openingHours": "Mo-Fr 09:00-17:00"}, "Mo-Fr 09:00-17:00"),
        ({"openingHours": ["Mo,We 09:00-12:00", "Sa closed"]}, "Mo 09:00-12:00; We 09:00-12:00; Sa closed"),
        ({"openingHours": "Mon-Fri 9am-5pm"}, "Mo-Fr 09:00-17:00"),
        ({"openingHours": "Mo-Th 08:00-17:00, Fr 08:00-14:00"}, "Mo-Th 08:00-17:00; Fr 08:00-14:00"),
        (
            {
                "openingHoursSpecification": {
                    "dayOfWeek": "https://schema.org/Monday",
                    "opens": "09:00",
                    "closes": "17:00:00",
                }
            },
            "Mo 09:00-17:00",
        ),
        (
            {
                "openingHoursSpecification": [
                    {"dayOfWeek": ["Tu", "Friday"], "opens": "9:00 AM", "closes": "1:30 PM"}
                ]
            },
            "Tu 09:00-13:30; Fr 09:00-13:30",
        ),
        ({"openingHoursSpecification": {"dayOfWeek": "Sunday", "opens": "00:00", "closes": "00:00"}}, "Su closed"),
        (
            {"openingHoursSpecification": {"dayOfWeek": "Sunday", "opens": "00:00", "closes": "23:59"}},
            "Su 00:00-24:00",
        ),
    ],
)
def test_opening_hours(written: dict[str, Any], hours: str) -> None:
    (found,) = _found("hours", **written)
    assert in_short(found.hours) == hours


@pytest.mark.parametrize(
    "written",
    [
        {"openingHours": ""},
        {"openingHours": 5},
        {"openingHoursSpecification": {"dayOfWeek": "Monday", "opens": "17:00", "closes": "09:00"}},
        {"openingHoursSpecification": {"dayOfWeek": "Noday", "opens": "09:00", "closes": "17:00"}},
        {
            "openingHoursSpecification": {
                "dayOfWeek": "Mo",
                "opens": "09:00",
                "closes": "12:00",
                "validFrom": "2026-12-24",
            }
        },
    ],
)
def test_hours_that_say_nothing(written: dict[str, Any]) -> None:
    assert _found("hours", **written) == []


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(("@type", "name", "address", "streetAddress", "openingHours", "openingHoursSpecification", "dayOfWeek", "opens", "closes", "member")), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@given(
    st.dictionaries(
        st.sampled_from(("@type", "name", "address", "openingHoursSpecification", "department")), _JSON
    )
)
def test_any_item_is_read(item: dict[str, Any]) -> None:
    for one in published_nap(json.dumps(item)):
        assert one.kind in ("name", "address", "hours")
        assert one.text
