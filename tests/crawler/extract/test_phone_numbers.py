"""What the address of a phone link dials."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.phones.links import phone_link
from crawler.extract.phones.numbers import dialled, is_short_code, local_form, region_of
from crawler.extract.phones.placeholders import is_placeholder

_DIALLED = [
    ("+13104531234", "US", "+13104531234"),
    ("3104531234", "US", "+13104531234"),
    ("1-310-453-1234", "US", "+13104531234"),
    ("(310)%20453-1234", "US", "+13104531234"),
    ("%2B1%20310%20453%201234", "BE", "+13104531234"),
    ("//+13104531234", "US", "+13104531234"),
    ("\u00a0310\u00a0453\u00a01234\u202c", "US", "+13104531234"),
    ("+1 (0) 310 453 1234", "US", "+13104531234"),
    ("13104531234", "US", "+13104531234"),
    ("00442079460018", "US", "+442079460018"),
    ("011442079460018", "US", "+442079460018"),
    ("+44 (0)20 7946 0018", "GB", "+442079460018"),
    ("+44020 7946 0018", "GB", "+442079460018"),
    ("0032476247826", "BE", "+32476247826"),
    ("32476247826", "BE", "+32476247826"),
    ("+32 0487/78.89.88", "BE", "+32487788988"),
    ("+39 06 1234 5678", "IT", "+390612345678"),
    ("1-800-GET-WELL", "US", "+18004389355"),
    ("1-800-GET-WELLNESS", "US", "+18004389355"),
    ("310-453-1234 Call Now", "US", "+13104531234"),
    ("WhatsApp/Text:07956845559", "GB", "+447956845559"),
    ("+9194716 65214", "IN", "+919471665214"),
    ("+23-345-67890", "US", "+2334567890"),
    ("453-1234;phone-context=+1310", "US", "+13104531234"),
    ("３１０-453-1234", "US", "+13104531234"),
    ("+324920343816", "BE", None),
    ("+123456789", "US", None),
    ("", "US", None),
    ("#", "US", None),
    ("YOUR-NUMBER", "US", None),
    ("XXX-XXX-XXXX", "US", None),
    ("{{phone}}", "US", None),
    ("12", "US", None),
    ("911", "US", None),
    ("4531234", "US", None),
    ("+1 453-1234", "US", None),
    ("%zz%", "US", None),
]


@pytest.mark.parametrize(("address", "region", "number"), _DIALLED)
def test_dialled(address: str, region: str, number: str | None) -> None:
    found = dialled(address, region)
    assert (found.e164 if found else None) == number


@pytest.mark.parametrize(
    ("address", "extension"),
    [
        ("+13104531234;ext=12", "12"),
        ("+13104531234,12", "12"),
        ("+13104531234,,,12#", "12"),
        ("+13104531234p12", "12"),
        ("310-453-1234 x12", "12"),
        ("310-453-1234 ext. 12", "12"),
        ("+13104531234;isub=9;ext=12", "12"),
        ("+13104531234", None),
    ],
)
def test_extensions_and_pauses(address: str, extension: str | None) -> None:
    number = dialled(address, "US")
    assert number is not None
    assert (number.e164, number.extension) == ("+13104531234", extension)


@given(st.integers(min_value=10**6, max_value=10**14), st.sampled_from(["US", "GB", "BE", "FR", "AU", "IN", "DE"]))
def test_every_possible_number_is_read(digits: int, region: str) -> None:
    parsed = phonenumbers.parse(f"+{digits}", region) if _is_parsable(digits) else None
    if parsed and _has_area(parsed):
        found = dialled(f"+{digits}", region)
        assert found is not None
        assert found.e164 == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _has_area(parsed: phonenumbers.PhoneNumber) -> bool:
    """North America's seven digits without an area code reach nobody."""
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    local = phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY
    return phonenumbers.is_possible_number(parsed) and not (reason == local and parsed.country_code == 1)


def _is_parsable(digits: int) -> bool:
    try:
        phonenumbers.parse(f"+{digits}", None)
    except phonenumbers.NumberParseException:
        return False
    return True


@pytest.mark.parametrize(
    ("href", "channel", "number"),
    [
        ("tel:3104531234", "tel", "+13104531234"),
        ("  TeL : x", None, None),
        ("\n\tTEL:3104531234", "tel", "+13104531234"),
        ("callto:+13104531234", "callto", "+13104531234"),
        ("sms:+13104531234;?&body=Hi", "sms", "+13104531234"),
        ("sms://3104531234?body=call%20me", "sms", "+13104531234"),
        ("smsto:3104531234,3104539876", "sms", "+13104531234"),
        ("https://wa.me/13104531234?text=Hi", "whatsapp", "+13104531234"),
        ("//wa.me/+13104531234", "whatsapp", "+13104531234"),
        ("https://api.whatsapp.com/send/?phone=13104531234&text=a", "whatsapp", "+13104531234"),
        ("https://api.whatsapp.com/send?text=a&phone=+1 310 453 1234", "whatsapp", "+13104531234"),
        ("whatsapp://send?phone=0013104531234", "whatsapp", "+13104531234"),
        ("https://api.whatsapp.com/send?text=Look", None, None),
        ("mailto:tel@clinic.example", None, None),
        ("#tel", None, None),
    ],
)
def test_channels(href: str, channel: str | None, number: str | None) -> None:
    link = phone_link(href, "US")
    assert (link.channel if link else None) == channel
    assert (link.number.e164 if link and link.number else None) == number


@given(st.text(max_size=60))
def test_no_address_is_too_broken(address: str) -> None:
    dialled(address, "US")
    phone_link(address, "GB")
    phone_link("https://api.whatsapp.com/send?phone=" + address, "FR")
    is_short_code(address, "US")


@pytest.mark.parametrize(("address", "region"), [("911", "US"), ("988", "US"), ("112", "BE"), ("3114", "FR")])
def test_services_have_short_codes(address: str, region: str) -> None:
    assert is_short_code(address, region)


@pytest.mark.parametrize("address", ["", "1", "123", "3104531234", "abc"])
def test_other_addresses_are_no_short_codes(address: str) -> None:
    assert not is_short_code(address, "US")


@pytest.mark.parametrize(
    ("shown", "dials", "number"),
    [
        ("453-9876", "+13104531234", "+13104539876"),
        ("22.28.17", "+3281222816", None),
        ("+23-456-6588", "+2334567890", None),
        ("453-9876", "+442079460018", None),
        ("310-453-9876", "+13104531234", None),
    ],
)
def test_local_numbers_take_the_area_that_is_dialled(shown: str, dials: str, number: str | None) -> None:
    assert local_form(shown, dials, "US") == number


@pytest.mark.parametrize(
    ("number", "region"),
    [
        ("+13104531234", "US"),
        ("+16044754732", "CA"),
        ("+32476247826", "BE"),
        ("+15551234567", "US"),
        ("+999", None),
    ],
)
def test_region_of(number: str, region: str | None) -> None:
    assert region_of(number) == region


@pytest.mark.parametrize(
    ("number", "placeholder"),
    [
        ("+123456789", True),
        ("+987654321", True),
        ("+555555555", True),
        ("5555555555", True),
        ("1234567890", True),
        ("+12345678900", True),
        ("+2334567890", True),
        ("+13105550142", True),
        ("+15551234567", True),
        ("111-222-3333", True),
        ("0000000000", True),
        ("+33123456789", True),
        ("+447700900123", True),
        ("07700 900 123", True),
        ("+441632960000", True),
        ("+442079460018", True),
        ("+61491570156", True),
        ("+61255501234", True),
        ("+611800975707", True),
        ("+33639981234", True),
        ("+33199001234", True),
        ("+493023125123", True),
        ("+447700901123", False),
        ("+442079470018", False),
        ("+61491570155", False),
        ("+33639971234", False),
        ("+13104531234", False),
        ("+13103456789", False),
        ("+18002222222", False),
        ("+13105551212", False),
        ("+13105552368", False),
        ("", False),
    ],
)
def test_placeholders(number: str, placeholder: bool) -> None:
    assert is_placeholder(number) is placeholder
