"""Hrefs that are meant to dial or write, and what each of them says; scripts that dial."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.phones.data import several
from crawler.extract.phones.links import may_dial, phone_link
from crawler.extract.phones.scripts import script_link

_OWN = "+13104531234"


@pytest.mark.parametrize(
    "href",
    [
        "http://tel:310-453-1234", "https://tel:+13104531234", "http://tel/3104531234", "tel;310-453-1234", "tel 3104531234",
        "tel=3104531234", "tel3104531234", "tel%3A3104531234", "Tel：310-453-1234", "phone:310-453-1234", "telephone:3104531234",
        "call:3104531234", "fax:3104531234", "/tel:3104531234", "/tel/3104531234", "https://clinic.example/about/tel:310-453-1234",
        "#tel:3104531234", "mailto:3104531234", "javascript:tel:3104531234", "3104531234", "+1 (310) 453-1234", "310.453.1234",
        "//3104531234", "http://3104531234",
    ],
)  # fmt: skip
def test_broken_links_name_a_number_and_dial_none(href: str) -> None:
    link = phone_link(href, "US")
    assert link is not None
    assert (link.channel, link.dials) == ("tel", False)
    assert link.number is not None
    assert link.number.e164 == _OWN


@pytest.mark.parametrize(
    "href",
    [
        "telehealth/", "tel-aviv/", "/call-us/", "/phone", "phones/2024/05/12/", "2024/05/12", "2024-05-12", "310-453-1234.html",
        "/3104531234/", "#3104531234", "?phone=3104531234", "page?tel=3104531234", "https://clinic.example/?to=tel:3104531234",
        "https://212.55.123.45/", "http://127.0.0.1:27102/a", "//212.55.123.45", "212.55.123.45", "1234567", "1111111111",
        "javascript:void(0)", "mailto:310@clinic.example", "https://maps.example/call/3104531234", "tel;" + "1" * 200, "phone:",
    ],
)  # fmt: skip
def test_other_addresses_are_no_broken_links(href: str) -> None:
    assert phone_link(href, "US") is None


@pytest.mark.parametrize(
    ("href", "channel", "number", "dials"),
    [
        ("skype:+13104531234?call", "messenger", _OWN, True),
        ("viber://chat?number=%2B13104531234", "messenger", _OWN, True),
        ("viber://chat/?x=1&number=13104531234", "messenger", _OWN, True),
        ("https://signal.me/#p/+13104531234", "messenger", _OWN, True),
        ("sgnl://signal.me/#p/+13104531234", "messenger", _OWN, True),
        ("https://t.me/+13104531234", "messenger", _OWN, True),
        ("tg://resolve?phone=13104531234", "messenger", _OWN, True),
        ("facetime:+13104531234", "messenger", _OWN, True),
        ("facetime-audio://3104531234", "messenger", _OWN, True),
        ("https://wa.link/ab12", "whatsapp", None, True),
        ("https://wa.me/message/ABC", "whatsapp", None, True),
        ("https://api.whatsapp.com/message/ABC", "whatsapp", None, True),
        ("https://wa.me/3104531234", "whatsapp", _OWN, False),
        ("https://api.whatsapp.com/send?phone=3104531234", "whatsapp", _OWN, False),
        ("https://wa.me/+44(0)7911123456", "whatsapp", "+447911123456", False),
        ("https://wa.me/447911123456", "whatsapp", "+447911123456", True),
        ("https://wa.me/390612345678", "whatsapp", "+390612345678", True),
        ("https://wa.me/5213312345678", "whatsapp", "+523312345678", True),
        ("https://wa.me/15555550123", "whatsapp", "+15555550123", True),
        ("https://wa.me/07911123456", "whatsapp", None, False),
    ],
)  # fmt: skip
def test_messengers(href: str, channel: str, number: str | None, dials: bool) -> None:
    link = phone_link(href, "US")
    assert link is not None
    assert (link.channel, link.number.e164 if link.number else None, link.dials) == (channel, number, dials)


@pytest.mark.parametrize(
    "href",
    [
        "skype:harbour.spine?chat", "skype:?chat", "facetime:desk@clinic.example", "viber://forward?text=a", "viber://chat?number=",
        "https://t.me/clinic", "https://t.me/+AbCd1234567890", "tg://resolve?domain=clinic", "https://wa.me/", "https://wa.me/?text=a",
        "whatsapp://send?text=a", "sms:?body=Look", "sms:&body=Look", "sms:;body=Look", "sms://?body=Look",
    ],
)  # fmt: skip
def test_what_only_shares_or_names_no_number_is_no_link(href: str) -> None:
    assert phone_link(href, "US") is None


@pytest.mark.parametrize(
    ("code", "number", "dials"),
    [
        ("window.open('tel:310-453-1234')", _OWN, True),
        ('location.href = "tel:+13104531234";', _OWN, True),
        ("document.location='tel:'+'310'+'4531234'", _OWN, True),
        ("window.location.assign(`tel:3104531234`)", _OWN, True),
        ("go('%74el:3104531234')", _OWN, True),
        ("gtag('event','x'); window.open('tel:3104531234')", _OWN, True),
        ("gtag_report_conversion('tel:3104531234')", _OWN, True),
        ("makeCall('310-453-1234')", _OWN, False),
        ("gtag('event', 'tel:3104531234')", None, False),
        ("trackEvent('call', 'tel:3104531234')", None, False),
        ("trackCall('310-453-1234')", None, False),
        ("openCallbackForm('12')", None, False),
        ("location.href='tel:'+number", None, False),
        ("location.href='/tel'", None, False),
    ],
)
def test_scripts(code: str, number: str | None, dials: bool) -> None:
    link = script_link(code, "US")
    assert (link.number.e164 if link and link.number else None) == number
    assert (link is not None and link.dials) == dials


@pytest.mark.parametrize(
    ("written", "region", "numbers"),
    [
        ("310-453-1234, 310-453-9876", "US", ["310-453-1234", "310-453-9876"]),
        ("310-453-1234 or 310-453-9876 ext. 5", "US", ["310-453-1234", "310-453-9876 ext. 5"]),
        ("02 649 66 00 / 02 649 66 01", "BE", ["02 649 66 00", "02 649 66 01"]),
        ("310-453-1234, ext. 12", "US", ["310-453-1234, ext. 12"]),
        ("310/453-1234", "US", ["310/453-1234"]),
        ("+1 310 453 1234", "US", ["+1 310 453 1234"]),
        ("call us", "US", ["call us"]),
    ],
)
def test_several_numbers_in_one_value(written: str, region: str, numbers: list[str]) -> None:
    assert several(written, region) == numbers


_BITS = st.sampled_from(
    "tel : ; / // http: https: 310 453-1234 ( ) + . wa.me/ ?phone= &text= viber:// number= skype: 'tel: ' + call( window.open( \" %".split()
)


@given(st.lists(_BITS | st.text(max_size=4), max_size=12).map("".join))
def test_no_address_and_no_script_is_too_broken(text: str) -> None:
    link = phone_link(text, "US")
    assert link is None or may_dial(text)
    assert link is None or link.number is None or link.number.e164.startswith("+")
    script_link(text, "GB")
    several(text, "FR")
