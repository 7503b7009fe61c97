"""Crawled words become harmless, and numbers are written as people write them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.text import (
    chart_label,
    clean,
    crawl_name,
    csv_safe,
    cut,
    number,
    path_of,
    percent,
    plural,
    safe_link,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  two\n\t words ", "two words"),
        ("Safe \u202egnp.exe\u202c \u200btext\u0007", "Safe gnp.exe text"),
        ("\ufeffTitle\u2028next", "Title next"),
        (None, "None"),
    ],
)
def test_clean(text: object, shown: str) -> None:
    assert clean(text) == shown


@given(st.text())
def test_clean_leaves_no_control_and_no_bidi(text: str) -> None:
    assert not any(
        c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\x00\x07" for c in clean(text)
    )


def test_cut_and_chart_label() -> None:
    assert cut("a" * 100, 10) == "a" * 9 + "…"
    assert chart_label("<a href='javascript:x'>R&D</a>") == "&lt;a href='javascript:x'&gt;R&amp;D&lt;/a&gt;"
    assert len(chart_label("x" * 500)) == 80


@pytest.mark.parametrize(
    "text", ["=1+1", "+13105550142", "-2", "@x", "\t=1", "\r=1", " =1", "\u200b=1", "|cmd", "%0A", "＝1"]
)
def test_csv_safe_disarms_formulas(text: str) -> None:
    assert csv_safe(text).startswith("'")


@given(st.text())
def test_csv_safe_never_begins_a_formula(text: str) -> None:
    line = io.StringIO()
    csv.writer(line).writerow([csv_safe(text)])
    cell = next(csv.reader(io.StringIO(line.getvalue())), [""])
    assert not "".join(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_csv_safe_keeps_numbers() -> None:
    assert [csv_safe(value) for value in (-3, 1.5, True, None, "plain")] == ["-3", "1.5", "yes", "", "plain"]


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://a.example/x?y=1", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" https://a.example", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https://", False),
        ("http://[broken", False),
        (None, False),
    ],
)
def test_safe_link(url: object, allowed: bool) -> None:
    assert (safe_link(url) is not None) is allowed


def test_numbers_are_written_for_people() -> None:
    assert [number(value) for value in (1234, 0.5, 3.0, None)] == ["1,234", "0.5", "3", "–"]
    assert [plural(1, "page"), plural(2, "page"), plural(0, "address", "addresses")] == [
        "1 page",
        "2 pages",
        "0 addresses",
    ]
    assert [percent(0, 9), percent(1, 999), percent(998, 999), percent(9, 9), percent(0, 0)] == [
        "0 %",
        "1 %",
        "99 %",
        "100 %",
        "–",
    ]
    assert crawl_name("20261122T021400Z") == "22 Nov 2026, 02:14 UTC"
    assert crawl_name("odd\u202e") == "odd"
    assert path_of("https://a.example/caf%C3%A9/?q=1") == "/café/?q=1"
