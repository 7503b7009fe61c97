"""Call tracking: the vendors on a page, and whether their scripts can swap the numbers there."""

from dataclasses import replace
from typing import Any

import duckdb

from crawler.analyse import call_tracking
from crawler.analyse.context import Context
from crawler.config import Clinic, OwnNumber
from crawler.schema import TABLES
from tests.crawler.analyse.phone_site import phone_site

_CLINIC = Clinic(
    phone=(
        OwnNumber(number="310-453-1234"),
        OwnNumber(number="800-438-9355", role="department"),
        OwnNumber(number="310-453-5000", role="tracking_pool"),
        OwnNumber(number="310-453-9876", role="fax"),
    )
)
_SCRIPTS = {
    "CallRail": "<script src='//cdn.callrail.com/companies/123456789/0a1b2c3d/12/swap.js'></script>",
    "CallTrackingMetrics": "<script src='//123456.tctm.co/t.js'></script>",
    "ResponseTap": "<script src='https://static-ssl.responsetap.com/static/scripts/rTapTrack.min.js'></script>",
    "Google forwarding numbers": "<script>gtag('config','AW-123456789/AbC-D_efG',"
    "{'phone_conversion_number':'(800) 438-9355'})</script>",
}
_CALLRAIL = _SCRIPTS["CallRail"]


def _site(context: Context, bodies: dict[str, str], clinic: Clinic = _CLINIC) -> duckdb.DuckDBPyConnection:
    db = phone_site(context, bodies, clinic=clinic)
    call_tracking.run(db, context)
    return db


def _rows(db: duckdb.DuckDBPyConnection, columns: str) -> list[tuple[Any, ...]]:
    return db.sql(f"SELECT {columns} FROM call_tracking").fetchall()


def _obstacles(context: Context, body: str, clinic: Clinic = _CLINIC) -> list[str | None]:
    return [obstacle for (obstacle,) in _rows(_site(context, {"/": body}, clinic), "obstacle")]


_SWAPPED = (
    "310-453-1234",
    "(310) 453-1234",
    "310.453.1234",
    "+1 310 453 1234",
    "1-(310)-453-1234",
    "310\u00a0453\u2011\u00a01234",
    "<b>Phone:</b> 310-453-1234 ext. 12",
    "<a href='tel:+13104531234'>310-453-1234</a>",
    "<a href='tel:3104531234'>Call us: (310) 453-1234, day and night</a>",
    "<a href='tel:+13104531234'>Call us</a>",
    "<a href='tel:+13104531234' aria-label='Call 310-453-1234'><i></i></a>",
    "<a href='tel:+13104531234' data-phone='310-453-1234'><b>310-453-1234</b></a>",
    "<a href='/contact'>310-453-1234</a>",
    "<span class='ctm-no-swap'>310-453-1234</span>",
)
_KEPT = {
    "<span data-calltrk-noswap>310-453-1234</span>": "opted_out",
    "<a href='tel:+13104531234' data-calltrk-noswap='true'>Call</a>": "opted_out",
    "310-453-5000": "pool",
    "<a href='tel:+13104531234'>310-453-5000</a>": "pool",
    "<img src='/310-453-1234.png' alt='Call us now'>": "picture",
    "<img src='/a.png' alt='Call us: 310-453-1234'>": "attribute",
    "<input type='button' value='Call 310-453-1234'>": "attribute",
    "<button data-phone='+13104531234'>Call now</button>": "attribute",
    "<span title='310-453-1234'>Call us</span>": "attribute",
    "<a href='tel:+16263972000'>310-453-1234</a>": "other_link",
    "<a href='tel:+131045312345'>310-453-1234</a>": "dead_link",
    "<a href='callto:+13104531234'>310-453-1234</a>": "not_tel",
    "<button onclick=\"location.href='tel:+13104531234'\">Call now</button>": "not_tel",
    "<form action='tel:+13104531234'><button>Call now</button></form>": "not_tel",
    "1-800-GET-WELL": "letters",
    "<a href='tel:+18004389355'>1-800-GET-WELL</a>": "letters",
    "<b>310</b>-453-1234": "split",
    "310-<!-- -->453-1234": "split",
    "<a href='tel:+13104531234'>(310) <b>453-1234</b></a>": "split",
    "310\u2013453\u20131234": "format",
    "<a href='tel:+13104531234'>453-1234</a>": "format",
}


def test_what_keeps_a_script_from_a_number(context: Context) -> None:
    expected: dict[str, str | None] = {**dict.fromkeys(_SWAPPED), **_KEPT}
    db = _site(context, {f"/{at}": f"<p>{offer}</p>{_CALLRAIL}" for at, offer in enumerate(expected)})
    found: dict[int, set[str | None]] = {}
    for url, obstacle in _rows(db, "url, obstacle"):
        found.setdefault(int(url.rpartition("/")[2]), set()).add(obstacle)
    assert {offer: found[at] for at, offer in enumerate(expected)} == {k: {v} for k, v in expected.items()}
    assert _rows(db, "count(*) FILTER (swappable <> (obstacle IS NULL))") == [(0,)]


def test_every_obstacle_has_its_reason_and_is_named_in_the_table(context: Context) -> None:
    (column,) = (c for c in TABLES["call_tracking"].columns if c.name == "obstacle")
    named = column.meaning.partition(": ")[2].partition(";")[0].split(", ")
    reasons = call_tracking._REASONS
    assert [*reasons][: len(named)] == named
    assert all(reason.endswith(".") for reason in reasons.values())
    (row,) = _rows(_site(context, {"/": f"<p>1-800-GET-WELL</p>{_CALLRAIL}"}), "number, shown_text, reason")
    assert row == ("+18004389355", "1-800-GET-WELL", reasons["letters"])


def test_each_vendor_of_a_page_is_judged_by_its_own_marks(context: Context) -> None:
    body = f"<p data-calltrk-noswap>310-453-1234</p>{_CALLRAIL}{_SCRIPTS['CallTrackingMetrics']}"
    db = _site(context, {"/": body})
    assert _rows(db, "position, vendor, mention, swappable") == [
        (1, "CallRail", 1, False),
        (2, "CallTrackingMetrics", 1, True),
    ]


def test_a_vendor_that_swaps_marked_numbers_leaves_the_others(context: Context) -> None:
    script = _SCRIPTS["ResponseTap"]
    marked = f"<p><span class='rTapNumber123'><b>310</b>-453-1234</span></p>{script}"
    db = _site(context, {"/marked": marked, "/plain": f"<p>310-453-1234</p>{script}"})
    assert _rows(db, "swappable, obstacle") == [(True, None), (False, "not_marked")]
    assert _obstacles(context, f"<p>310-453-1234</p>{script}") == [None]


def test_on_an_amp_page_only_what_the_element_holds_is_swapped(context: Context) -> None:
    link = "<a href='tel:+13104531234'>310-453-1234</a>"
    element = f"<amp-call-tracking config='https://clinic.example/calls.json'>{link}</amp-call-tracking>"
    db = _site(context, {"/": f"<p>{element}</p><p>{link}</p>"})
    assert _rows(db, "vendor, obstacle") == [("AMP call tracking", None), ("AMP call tracking", "not_marked")]


def test_google_swaps_the_number_that_its_tag_names(context: Context) -> None:
    body = f"<p>310-453-1234</p><p>800-438-9355</p>{_SCRIPTS['Google forwarding numbers']}"
    assert _obstacles(context, body) == ["other_number", None]


def test_a_page_without_own_number_has_one_row(context: Context) -> None:
    bodies = {
        "/none": f"<p>Come in. Fax 310-453-9876, Dr Vale 626-397-2000.</p>{_CALLRAIL}",
        "/untracked": "<p>310-453-1234</p>",
        "/unseen": f"<p>Come in.</p><noscript>310-453-1234</noscript><template><p>310-453-1234</p></template>{_CALLRAIL}",
    }
    rows = _rows(_site(context, bodies), "url, vendor, mention, number, swappable, obstacle, reason")
    assert [row[0].rpartition("/")[2] for row in rows] == ["none", "unseen"]
    assert {row[1:] for row in rows} == {
        ("CallRail", None, None, None, None, "The page offers no number of the clinic.")
    }


def test_a_slash_is_usual_abroad(context: Context) -> None:
    clinic = Clinic(phone=(OwnNumber(number="+32 81 22 28 16"),))
    abroad = replace(context, region="BE")
    assert _obstacles(abroad, f"<p>081/22.28.16 081 / 22 28 16</p>{_CALLRAIL}", clinic) == [None, None]


def test_in_a_browser_the_script_has_put_the_pool_number_there(context: Context) -> None:
    db = phone_site(context, {"/": f"<p>310-453-5000</p>{_CALLRAIL}"}, clinic=_CLINIC)
    db.execute("UPDATE pages SET rendered = true")
    call_tracking.run(db, context)
    assert _rows(db, "swappable, obstacle") == [(True, None)]


def test_the_columns_are_those_of_the_table(context: Context) -> None:
    db = _site(context, {"/": f"<p>310-453-1234</p>{_CALLRAIL}"})
    assert db.table("call_tracking").columns == [column.name for column in TABLES["call_tracking"].columns]
