"""A page's calls-to-action: state, places and gaps."""

from typing import Any

import pytest

from crawler.analyse import page_ctas
from crawler.analyse.context import Context
from crawler.config import Clinic, OwnNumber
from tests.crawler.analyse.phone_site import page, phone_site

_CLINIC = Clinic(
    phone=(
        OwnNumber(number="310-453-1234"),
        OwnNumber(number="310-453-9876", role="fax"),
        OwnNumber(number="310-453-5000", role="tracking_pool"),
        OwnNumber(number="310-453-7000", role="department"),
    )
)
_RIGHT = "<a href='tel:+13104531234'>310-453-1234</a>"


_STATES = [
    (f"<p>Call {_RIGHT}</p>", "tap"),
    ("<p><a href='tel:3104531234'>Call</a></p>", "tap"),
    ("<p>Call 310-453-1234</p>", "text"),
    ("<p><a href='/contact'>310-453-1234</a></p>", "text"),
    ("<p>Come in.</p>", "missing"),
    ("<p>Dr Vale: 626-397-2000</p>", "missing"),
    ("<p>Dr Vale: <a href='tel:+16263972000'>626-397-2000</a></p>", "missing"),
    ("<p>Fax 310-453-9876</p>", "missing"),
    ("<p>Text <a href='sms:+13104531234'>us</a></p>", "missing"),
    ("<p><span aria-label='Call 310-453-1234'>Call us</span></p>", "missing"),
    ("<p><img alt='Our number: 310-453-1234'></p>", "text"),
    ("<p><button onclick=\"location.href='tel:+13104531234'\">Call now</button></p>", "tap"),
    ("<form action='tel:+13104531234'><button>Call now</button></form>", "tap"),
    ("<p><input type='button' value='Call 310-453-1234'></p>", "text"),
    ("<p><img src='/310-453-1234.png' alt='Call us now'></p>", "text"),
    ("<p><button data-phone='+13104531234'>Call now</button></p>", "text"),
    (f"<p style='display:none'>Call {_RIGHT}</p>", "missing"),
    (f"<p aria-hidden='true'>Call {_RIGHT}</p>", "tap"),
    (f"<nav style='display:none'><p>Call {_RIGHT}</p></nav>", "tap"),
    (f"<template><p>Call {_RIGHT}</p></template>", "missing"),
    ("<p><a href='tel:+13104531243'>310-453-1234</a></p>", "wrong"),
    (f"<p>{_RIGHT} <a href='tel:+13104531234'>310-453-7000</a></p>", "wrong"),
    ("<p><a href='tel:+123456789'>310-453-1234</a></p>", "wrong"),
    ("<p><a href='tel:+131045312345'>310-453-1234</a></p>", "wrong"),
    ("<p><a href='tel:'>310-453-1234</a></p>", "wrong"),
    (f"<p><a href='tel:'>Call</a> {_RIGHT}</p>", "tap"),
    (f"<p><a href='tel:+123456789'>Call</a> {_RIGHT}</p>", "tap"),
    ("<p><a href='tel:+13104539876'>310-453-9876</a></p>", "wrong"),
    ("<p><a href='tel:+13104535000'>310-453-1234</a></p>", "tap"),
    ("<p><a href='tel:+13104531234'>310-453-5000</a></p>", "tap"),
    ("<p><a href='tel:911'>Call 911</a></p>", "missing"),
    ("<p>Call 310-453-1234 or <a href='tel:911'>911</a></p>", "text"),
]


@pytest.fixture(scope="module")
def states(context: Context) -> dict[str, str]:
    """State of the page with each body, all pages of one site."""
    db = phone_site(context, {f"/{n}": body for n, (body, _) in enumerate(_STATES)}, clinic=_CLINIC)
    return {body: page(db, f"/{n}")["state"] for n, (body, _) in enumerate(_STATES)}


@pytest.mark.parametrize(("body", "state"), _STATES)
def test_state(states: dict[str, str], body: str, state: str) -> None:
    assert states[body] == state


_WORDS = "<p>" + "ligament " * 99 + "heals.</p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"<p>Call now {_RIGHT}</p>{_WORDS * 3}",
            {"has_top": True, "has_body": True, "has_end": False, "first_cta_word": 2, "longest_gap_words": 301},
        ),
        (
            f"{_WORDS * 3}<p>Call now {_RIGHT}</p>",
            {"has_top": False, "has_body": True, "has_end": True, "first_cta_word": 302, "longest_gap_words": 302},
        ),
        (
            f"{_WORDS}<p>Call {_RIGHT}</p>{_WORDS * 2}<p>Or 310-453-7000</p>",
            {"own_numbers": 2, "linked": 1, "unlinked": 1, "first_cta_word": 101, "longest_gap_words": 202},
        ),
        (
            f"<header>Call {_RIGHT}</header>{_WORDS}",
            {
                "has_top": True,
                "has_body": False,
                "has_end": False,
                "first_cta_word": None,
                "longest_gap_words": 100,
            },
        ),
        (
            f"{_WORDS}<footer>Call {_RIGHT}</footer>",
            {"has_top": False, "has_body": False, "has_end": False, "linked": 1, "longest_gap_words": 100},
        ),
        (_WORDS, {"own_numbers": 0, "linked": 0, "unlinked": 0, "first_cta_word": None, "longest_gap_words": 100}),
        ("", {"own_numbers": 0, "longest_gap_words": 0, "booking_link": False, "score": 0}),
        ("<a href='/book-appointment'>Book an appointment</a>", {"booking_link": True, "score": 0}),
    ],
)
def test_places(context: Context, body: str, expected: dict[str, Any]) -> None:
    row = page(phone_site(context, {"/": body}, clinic=_CLINIC), "/")
    assert {name: row[name] for name in expected} == expected


def _unlike(word: str, words: int = 300) -> str:
    return "<p>" + f"{word} " * words + "</p>"


_SITE = ("Ankles", "Backs", "Elbows", "Hips", "Knees", "Necks")


def test_a_line_that_closes_every_article_is_its_end(context: Context) -> None:
    last = "<p>Questions? Call <a href='tel:+13104531234'>310-453-1234</a>.</p>"
    db = phone_site(context, {f"/{w}": f"<main>{_unlike(w)}{last}</main>" for w in _SITE}, clinic=_CLINIC)
    row = page(db, "/Hips")
    assert (row["has_top"], row["has_body"], row["has_end"]) == (False, True, True)
    assert (row["first_cta_word"], row["longest_gap_words"]) == (300, 300)
    found = db.execute(
        "SELECT DISTINCT is_template, word_offset, text_share, first_screen FROM phone_ctas"
    ).fetchall()
    assert found == [(True, 300, 1.0, False)]


def test_a_number_twice_in_one_block_counts_where_each_stands(context: Context) -> None:
    body = (
        "<header>310-453-1234</header><main><p>Call 310-453-1234. "
        + "knee " * 600
        + "Call 310-453-1234.</p></main>"
    )
    db = phone_site(context, {"/": body}, clinic=_CLINIC)
    row = page(db, "/")
    assert (row["first_cta_word"], row["longest_gap_words"], row["has_end"]) == (1, 602, True)
    found = db.execute("SELECT zone, text_share FROM phone_ctas ORDER BY position").fetchall()
    assert found == [("header", None), ("main", 0.002), ("main", 0.998)]


@pytest.mark.parametrize(
    ("body", "has_end"),
    [
        (_unlike("a", 200) + "<h2>Book</h2>" + f"<p>Call {_RIGHT}</p>" + _unlike("b", 90), True),
        (_unlike("a", 200) + f"<p>Call {_RIGHT}</p><h2>Book</h2>" + _unlike("b", 90), False),
        ("<h2>Pain</h2>" + f"<p>Call {_RIGHT}</p>" + _unlike("b", 290), False),
    ],
)
def test_the_end_begins_at_the_last_h2_of_the_lower_half(context: Context, body: str, has_end: bool) -> None:
    assert page(phone_site(context, {"/": body}, clinic=_CLINIC), "/")["has_end"] is has_end


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<header>{_RIGHT}</header>", {"has_header"}),
        (f"<nav>{_RIGHT}</nav>", {"has_header"}),
        (f"<div class='sticky-bar'>{_RIGHT}</div>", {"has_sticky"}),
        (f"<footer>{_RIGHT}</footer>", {"has_footer"}),
        (f"<dialog open><p>{_RIGHT}</p></dialog>", {"has_modal"}),
        ("<header><a href='tel:+13104539876'>Fax</a></header>", set()),
    ],
)
def test_zones(context: Context, body: str, expected: set[str]) -> None:
    row = page(phone_site(context, {"/": body + _unlike("a", 900)}, clinic=_CLINIC), "/")
    zones = ("has_header", "has_sticky", "has_hero", "has_modal", "has_footer")
    assert {name for name in zones if row[name]} == expected


def test_what_else_a_page_offers(context: Context) -> None:
    body = (
        f"<p>Call now {_RIGHT}</p>{_WORDS * 2}<p>Book a visit: 310-453-1234</p>"
        "<p>Text <a href='sms:+13104531234'>us</a> or <a href='sms:+16263972000'>Dr Vale</a>.</p>"
    )
    row = page(phone_site(context, {"/": body}, clinic=_CLINIC), "/")
    assert (row["own_numbers"], row["linked"], row["unlinked"], row["messaging"]) == (1, 1, 1, 1)
    assert row["cta_classes"] == ["call_book", "call_now", "text"]
    words = 212
    assert row["per_1000_words"] == round(2000 / words, 1)
    assert page(phone_site(context, {"/": "<p>310-453-1234</p>"}), "/")["per_1000_words"] is None


_SWAP = "<script src='https://cdn.callrail.com/companies/123456789/0a1b2c3d4e5f6a7b8c9d/12/swap.js'></script>"


@pytest.mark.parametrize(
    ("link", "state", "deduction"),
    [
        ("<a href='tel:+13104538888'>310-453-1234</a>", "tap", 0),
        ("<a href='tel:+13104531234'>626-397-2000</a>", "tap", 0),
        ("<a href='tel:+13104539876'>310-453-1234</a>", "wrong", 0),
        ("<a href='tel:+123456789'>310-453-1234</a>", "wrong", 25),
        ("<a href='tel:+13104537000'>310-453-1234</a>", "wrong", 40),
    ],
)
def test_under_call_tracking_another_number_is_a_swapped_one(
    context: Context, link: str, state: str, deduction: int
) -> None:
    row = page(phone_site(context, {"/": f"<p>Call {link}</p>{_SWAP}"}, clinic=_CLINIC), "/")
    assert (row["call_tracking"], row["state"], row["score_deduction"]) == ("CallRail", state, deduction)


@pytest.mark.parametrize(
    ("columns", "counted"),
    [
        ("inlinks = 1", True),
        ("body_kind = 'json'", False),
        ("status = 404", False),
        ("indexability = 'soft_404'", False),
        ("indexability = 'noindex'", True),
        ("indexability = 'noindex', inlinks = 0, depth = 2", False),
        ("indexability = 'noindex', inlinks = 0, depth = 0", True),
        ("indexability = 'canonicalised'", True),
        ("indexability = 'canonicalised', variant_of = 'https://clinic.example/'", False),
        ("meta_refresh = '0; url=/b', refresh_url = 'https://clinic.example/b'", False),
        ("meta_refresh = '600; url=/b', refresh_url = 'https://clinic.example/b'", True),
        ("meta_refresh = '5', refresh_url = url", True),
    ],
)
def test_pages_for_readers_are_counted(context: Context, columns: str, counted: bool) -> None:
    db = phone_site(context, {"/a": f"<p>Call {_RIGHT}</p>"})
    db.execute(f"UPDATE pages SET {columns}")
    page_ctas.run(db, context)
    row = page(db, "/a")
    assert (row["is_counted"], row["state"]) == (counted, "tap")


def test_every_page_has_one_row(context: Context) -> None:
    pages = {f"/{n}": f"<p>{n}</p>" for n in range(7)} | {"/": f"<p>{_RIGHT} {_RIGHT}</p>"}
    db = phone_site(context, pages)
    assert db.execute("SELECT count(*), count(DISTINCT url) FROM page_ctas").fetchone() == (8, 8)
