"""URLs as browsers read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.urls import host, normalise, seed_url, site_folder, without_tracking

_BASE = "https://clinic.example/a/b?c=d"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("e", "https://clinic.example/a/e"),
        ("/e/../f/./g", "https://clinic.example/f/g"),
        ("?x=1", "https://clinic.example/a/b?x=1"),
        ("#part", "https://clinic.example/a/b?c=d"),
        ("", "https://clinic.example/a/b?c=d"),
        ("//Other.Example:443/P", "https://other.example/P"),
        ("HTTP://clinic.example:80", "http://clinic.example/"),
        ("  /sp ace\n/x ", "https://clinic.example/sp%20ace/x"),
        ("https:\\\\clinic.example\\z", "https://clinic.example/z"),
        ("/caf\u00e9?q=\u00e9", "https://clinic.example/caf%C3%A9?q=%C3%A9"),
        ("https://b\u00fccher.example/", "https://xn--bcher-kva.example/"),
        ("mailto:a@b.example", None),
        ("tel:+13105551234", None),
        ("javascript:void(0)", None),
        ("data:text/html,x", None),
        ("http://", None),
        ("https://[::1", None),
        ("file:///etc/passwd", None),
    ],
)
def test_normalise(href: str, url: str | None) -> None:
    assert normalise(href, _BASE) == url


@given(st.text(max_size=60))
def test_normalise_is_idempotent_and_never_raises(href: str) -> None:
    once = normalise(href, _BASE)
    assert once is None or normalise(once) == once


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("clinic.example", "https://clinic.example/"),
        (" HTTPS://Clinic.example/A b ", "https://clinic.example/A%20b"),
        ("clinic.example:8443/x", "https://clinic.example:8443/x"),
        ("127.0.0.1:8801", "http://127.0.0.1:8801/"),
        ("localhost:8801/x", "http://localhost:8801/x"),
        ("http://[::1]:8801/", "http://[::1]:8801/"),
        ("https://user:secret@clinic.example/", "https://clinic.example/"),
        ("", None),
        ("not a url", None),
        ("clinic", None),
        ("ftp://clinic.example/", None),
        ("mailto:a@clinic.example", None),
        ("javascript:alert(1)", None),
    ],
)
def test_seed_url(typed: str, url: str | None) -> None:
    assert seed_url(typed) == url


def test_parts() -> None:
    assert host("http://127.0.0.1:8801/a?b") == "127.0.0.1:8801"
    assert site_folder("http://127.0.0.1:8801/") == "127.0.0.1_8801"
    assert site_folder("http://[::1]:8801/") == "___1__8801"


@pytest.mark.parametrize(
    ("url", "clean", "tracking"),
    [
        ("https://a.example/x", "https://a.example/x", None),
        ("https://a.example/x?b=1&a=2", "https://a.example/x?b=1&a=2", None),
        ("https://a.example/x?utm_source=n&b=1&fbclid=z", "https://a.example/x?b=1", "utm_source=n&fbclid=z"),
        ("https://a.example/x?UTM_Source=n", "https://a.example/x", "UTM_Source=n"),
        ("https://a.example/x?", "https://a.example/x?", None),
        ("https://a.example/x?utmost=1&q=gclid", "https://a.example/x?utmost=1&q=gclid", None),
        ("https://a.example/x?a&gclid&a", "https://a.example/x?a&a", "gclid"),
    ],
)
def test_tracking_parameters_are_taken_off(url: str, clean: str, tracking: str | None) -> None:
    assert without_tracking(url) == (clean, tracking)


@given(st.text(max_size=40))
def test_taking_them_off_is_idempotent(query: str) -> None:
    url = normalise(f"https://a.example/?{query}")
    if url is not None:
        once, _ = without_tracking(url)
        assert without_tracking(once) == (once, None)
        assert normalise(once) == once
