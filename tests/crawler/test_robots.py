"""robots.txt, as the answer that brought it allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.robots import Robots

_RULES = b"""\xef\xbb\xbf# a comment
User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 2
Sitemap: https://clinic.example/map.xml

User-agent: rounds
Disallow: /rounds-only
Crawl-delay: 0.5
"""
_OTHERS = _RULES.replace(b"User-agent: rounds", b"User-agent: other")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/a.pdf", False),
        ("/a.pdf?x", True),
        ("/rounds-only", True),
    ],
)
def test_longest_match_decides(path: str, allowed: bool) -> None:
    robots = Robots.from_answer(200, _OTHERS)
    assert robots.allows(f"https://clinic.example{path}") is allowed


def test_the_group_that_names_us_counts_alone() -> None:
    robots = Robots.from_answer(200, _RULES)
    assert robots.allows("https://clinic.example/private")
    assert not robots.allows("https://clinic.example/rounds-only")
    assert robots.crawl_delay == 0.5
    assert robots.sitemaps == ["https://clinic.example/map.xml"]


@pytest.mark.parametrize(
    ("status", "allowed"), [(200, False), (404, True), (403, True), (500, False), (503, False)]
)
def test_status_decides_first(status: int, allowed: bool) -> None:
    robots = Robots.from_answer(status, b"User-agent: *\nDisallow: /")
    assert robots.allows("https://clinic.example/") is allowed
    assert (robots.refusal is not None) is (status >= 500)


def test_silence_forbids_for_now() -> None:
    assert Robots.from_answer(None, None).refusal == "robots.txt could not be fetched"


@given(st.binary(max_size=300))
def test_no_bytes_break_it(body: bytes) -> None:
    assert Robots.from_answer(200, body).allows("https://clinic.example/") in (True, False)


@pytest.mark.parametrize(("asked", "delay"), [(b"86400", 60.0), (b"inf", None), (b"nan", None), (b"-3", None)])
def test_a_delay_that_never_ends_is_cut(asked: bytes, delay: float | None) -> None:
    assert Robots.from_answer(200, b"User-agent: *\nCrawl-delay: " + asked).crawl_delay == delay
