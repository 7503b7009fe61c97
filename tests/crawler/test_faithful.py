"""The crawl of the fictional clinic against a second reading of it that shares no code."""

from collections.abc import Iterator
from pathlib import Path

import phonenumbers
import pytest

from crawler.demo import serve_site
from tests.crawler.reading import Reading, read
from tests.independent import Read, read_site

_SITE = Path(__file__).parents[1] / "site"
_READ = "NOT contains(url, '/events/program/')"
"""The program has no end, and where a crawl stops depends on the day; robots.txt forbids the pages for staff."""

_FIELDS = ("title", "meta_description", "canonical", "robots", "lang")


@pytest.fixture(scope="module")
def log() -> list[tuple[str, int]]:
    return []


@pytest.fixture(scope="module")
def readings(
    tmp_path_factory: pytest.TempPathFactory, log: list[tuple[str, int]]
) -> Iterator[tuple[Reading, dict[str, Read]]]:
    with serve_site(_SITE, log=log) as origin:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("crawler.fetch._FIRST_BACKOFF", 0.0)
            reading = read(f"{origin}/", tmp_path_factory.mktemp("faithful"), concurrency=8)
        asked = list(log)
        second = read_site(f"{origin}/", but_for="/staff/|/events/program/")
        log[:] = asked
        yield reading, second


Readings = tuple[Reading, dict[str, Read]]


def test_every_page_is_there(readings: Readings) -> None:
    reading, second = readings
    assert sorted(second) == [url for (url,) in reading.rows("pages", "url", _READ)]
    assert len(second) > 50


def test_nothing_is_fetched_twice(readings: Readings, log: list[tuple[str, int]]) -> None:
    good = [path for path, status in log if status < 500]
    assert len(good) == len(set(good))


def test_headings_are_html5libs(readings: Readings) -> None:
    reading, second = readings
    rows = reading.rows("headings", "url, position, level, text", _READ)
    assert [(url, level, text) for url, _, level, text in rows] == [
        (url, level, text) for url in sorted(second) for level, text in second[url].headings
    ]


def test_head_fields_are_the_same(readings: Readings) -> None:
    reading, second = readings
    rows = reading.rows("pages", ", ".join(("url", *_FIELDS)), _READ)
    assert rows == [(url, *(getattr(second[url], name) for name in _FIELDS)) for url in sorted(second)]


def test_every_tel_link_is_a_row_with_its_number(readings: Readings) -> None:
    reading, second = readings
    rows = reading.rows("phone_ctas", "url, position, href, href_number", f"channel = 'tel' AND {_READ}")
    wanted = [(url, href) for url in sorted(second) for href in second[url].tel]
    assert [(url, href) for url, _, href, _ in rows] == wanted
    for _, _, href, number in rows:
        try:
            parsed = phonenumbers.parse(href.strip()[4:], "US")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(parsed) and parsed.extension is None:
            assert number == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164), href
