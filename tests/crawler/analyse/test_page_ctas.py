"""A page's calls-to-action: state, places, gaps and score."""

from typing import Any

import pytest

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


@pytest.mark.parametrize(
    ("body", "state"),
    [
        (f"<p>Call {_RIGHT}</p>", "tap"),
        ("<p><a href='tel:3104531234'>Call</a></p>", "tap"),
        ("<p>Call 310-453-1234</p>", "text"),
        ("<p><a href='/contact'>310-453-1234</a></p>", "text"),
        ("<p>Come in.</p>", "missing"),
        ("<p>Dr Vale: 626-397-2000</p>", "missing"),
        ("<p>Dr Vale: <a href='tel:+16263972000'>626-397-2000</a></p>", "missing"),
        ("<p>Fax 310-453-9876</p>", "missing"),
        ("<p>Text <a href='sms:+13104531234'>us</a></p>", "missing"),
        ("<p><img alt='Call 310-453-1234'></p>", "missing"),
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
    ],
)
def test_state(context: Context, body: str, state: str) -> None:
    assert page(phone_site(context, {"/": body}, clinic=_CLINIC), "/")["state"] == state


_WORDS = "<p>" + "ligament " * 99 + "heals.</p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"<p>Call now {_RIGHT}</p>{_WORDS * 3}",
            {"has_top": True, "has_body": True, "has_end": False, "first_cta_word": 0, "longest_gap_words": 303},
        ),
        (
            f"{_WORDS * 3}<p>Call now {_RIGHT}</p>",
            {"has_top": False, "has_body": True, "has_end": True, "first_cta_word": 300, "longest_gap_words": 300},
        ),
        (
            f"{_WORDS}<p>Call {_RIGHT}</p>{_WORDS * 2}<p>Or 310-453-7000</p>",
            {"own_numbers": 2, "linked": 1, "unlinked": 1, "first_cta_word": 100, "longest_gap_words": 202},
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


@pytest.mark.parametrize(
    ("body", "score"),
    [
        (f"<p>Call now {_RIGHT}</p>", 100),
        (f"<p>Call now {_RIGHT}</p>{_WORDS}", 90),
        (f"<header>{_RIGHT}</header>{_WORDS}", 75),
        ("<header><a href='tel:3104531234'><i></i></a></header>" + _WORDS, 70),
        ("<header>310-453-1234</header>" + _WORDS, 50),
        (_WORDS, 0),
        ("<a href='tel:+123456789'>Call now</a>", 0),
        (f"<header>{_RIGHT} <a href='tel:+123456789'>Call</a></header>{_WORDS}", 50),
        (f"<header>{_RIGHT} <a href='tel:+13104531234'>310-453-7000</a></header>{_WORDS}", 35),
    ],
)
def test_score(context: Context, body: str, score: int) -> None:
    assert page(phone_site(context, {"/": body}, clinic=_CLINIC), "/")["score"] == score


def test_two_main_numbers_in_one_zone_cost_points(context: Context) -> None:
    clinic = Clinic(phone=(OwnNumber(number="310-453-1234"), OwnNumber(number="626-397-2000")))
    other = "<a href='tel:+16263972000'>626-397-2000</a>"
    pages = {
        "/one": f"<header>{_RIGHT}</header>{_WORDS}",
        "/two": f"<header>{_RIGHT} {other}</header>{_WORDS}",
        "/apart": f"<header>{_RIGHT}</header>{_WORDS}<footer>{other}</footer>",
    }
    db = phone_site(context, pages, clinic=clinic)
    assert [page(db, path)["score"] for path in pages] == [75, 60, 75]


def test_every_page_has_one_row(context: Context) -> None:
    pages = {f"/{n}": f"<p>{n}</p>" for n in range(7)} | {"/": f"<p>{_RIGHT} {_RIGHT}</p>"}
    db = phone_site(context, pages)
    assert db.execute("SELECT count(*), count(DISTINCT url) FROM page_ctas").fetchone() == (8, 8)
