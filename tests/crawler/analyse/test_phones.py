"""Numbers of small sites: ownership, template, registry."""

import pyarrow as pa
import pytest

from crawler.analyse.context import Context
from crawler.config import Clinic, Location, OwnNumber
from crawler.schema import TABLES
from tests.crawler.analyse.phone_site import ownership, phone_site

_FOOTER = "<footer><p>Call <a href='tel:+13104531234'>310-453-1234</a> &middot; Fax 310-453-9876</p></footer>"
_LISTS = {str(pa.list_(pa.string())): "VARCHAR[]"}
_OTHER_DATA = '{"@type": "MedicalClinic", "telephone": "310-435-1234"}'
_UNREAD = "Not found in this crawl, which did not read every page."
_PATHS = ("/", "/knee", "/hip", "/back", "/contact")


def test_a_site_without_a_file(context: Context) -> None:
    pages = {path: f"<p>{path} hurts.</p>{_FOOTER}" for path in _PATHS}
    pages["/back"] += "<p>Complain to the government at 1-800-368-1019, or ring Dr Vale at 626-397-2000.</p>"
    db = phone_site(context, pages)
    assert ownership(db) == {
        "+13104531234": "main",
        "+13104539876": "fax",
        "+16263972000": "unknown",
        "+18003681019": "agency",
    }
    found = db.execute("SELECT DISTINCT number, is_template FROM phone_ctas ORDER BY ALL").fetchall()
    assert found == [
        ("+13104531234", True),
        ("+13104539876", True),
        ("+16263972000", False),
        ("+18003681019", False),
    ]


def test_registry_counts_pages_and_remembers_when(context: Context) -> None:
    pages = {path: f"<p>{path}</p>{_FOOTER}" for path in _PATHS} | {"/old": "<p>Call 310-453-1234</p>"}
    before = [{"number": "+13104531234", "first_seen": "20260101T000000Z"}]
    db = phone_site(context, pages, previous=before)
    rows = db.execute("SELECT * EXCLUDE (ownership, reason, label) FROM phone_numbers ORDER BY number").fetchall()
    now, line = context.crawl_id, "fixed_or_mobile"
    assert rows == [
        (
            "+13104531234",
            "(310) 453-1234",
            "US",
            "template",
            True,
            None,
            None,
            line,
            6,
            5,
            1,
            "20260101T000000Z",
            now,
        ),
        ("+13104539876", "(310) 453-9876", "US", "label", False, None, None, line, 5, 0, 5, now, now),
    ]


def test_a_number_that_vanished_stays_in_the_registry(context: Context) -> None:
    gone = {"number": "+16263972000", "national": "(626) 397-2000", "region": "US", "ownership": "location"}
    times = {"first_seen": "20260101T000000Z", "last_seen": "20260201T000000Z"}
    db = phone_site(
        context, {"/": _FOOTER}, previous=[gone | times | {"ownership_source": "json-ld", "is_nap": True}]
    )
    rows = db.execute(
        "SELECT ownership, is_nap, pages, pages_linked, pages_text, first_seen, last_seen FROM phone_numbers "
        "WHERE number = '+16263972000'"
    ).fetchall()
    assert rows == [("location", False, 0, 0, 0, *times.values())]


@pytest.mark.parametrize(
    ("crawl", "unread", "reason"),
    [
        ("complete", None, "No page offers it any more."),
        ("complete", "excluded", "No page offers it any more."),
        ("limited", None, _UNREAD),
        ("complete", "failed", _UNREAD),
        ("complete", "rate_limited", _UNREAD),
        ("complete", "over_limit", _UNREAD),
    ],
)
def test_a_number_is_gone_only_where_every_page_was_read(
    context: Context, crawl: str, unread: str | None, reason: str
) -> None:
    gone = {"number": "+16263972000", "ownership": "location", "ownership_source": "json-ld"}
    db = phone_site(context, {"/": _FOOTER}, previous=[gone], crawl=crawl, unread=unread)
    assert db.execute("SELECT reason FROM phone_numbers WHERE pages = 0").fetchall() == [(reason,)]


def test_a_number_that_only_the_file_names_is_in_the_registry(context: Context) -> None:
    clinic = Clinic(phone=(OwnNumber(number="310-453-9999", label="Desk"), OwnNumber(number="626-397-2000")))
    before = {"number": "+16263972000", "ownership": "unknown", "ownership_source": "inferred"}
    times = {"first_seen": "20260101T000000Z", "last_seen": "20260201T000000Z"}
    db = phone_site(context, {"/": _FOOTER}, clinic=clinic, previous=[before | times])
    rows = db.execute(
        "SELECT number, ownership, ownership_source, label, reason, is_nap, pages, pages_linked, pages_text, "
        "first_seen, last_seen FROM phone_numbers WHERE pages = 0 ORDER BY number"
    ).fetchall()
    why = "The clinic's file names it; no page offers it."
    now = context.crawl_id
    assert rows == [
        ("+13104539999", "main", "config", "Desk", why, False, 0, 0, 0, now, now),
        ("+16263972000", "main", "config", None, why, False, 0, 0, 0, *times.values()),
    ]
    assert ownership(db)["+13104531234"] == "unknown"


def test_a_limited_crawl_does_not_say_that_no_page_offers_a_number_of_the_file(context: Context) -> None:
    db = phone_site(
        context, {"/": _FOOTER}, clinic=Clinic(phone=(OwnNumber(number="310-453-9999"),)), crawl="limited"
    )
    [(reason,)] = db.execute("SELECT reason FROM phone_numbers WHERE pages = 0").fetchall()
    assert reason == "The clinic's file names it; this crawl, which did not read every page, did not find it."


def test_a_number_struck_from_the_file_is_of_the_file_no_more(context: Context) -> None:
    usual = {"number": "+16263972000", "ownership": "main", "ownership_source": "config", "label": "Desk"}
    db = phone_site(context, {"/": _FOOTER}, previous=[usual])
    rows = db.execute(
        "SELECT ownership, ownership_source, label, reason FROM phone_numbers WHERE pages = 0"
    ).fetchall()
    assert rows == [("main", "inferred", None, "No page offers it, and the clinic's file no longer names it.")]


def test_other_addresses_of_a_page_count_once(context: Context) -> None:
    pages = {path: f"<p>{path}</p><p>Call 310-453-1234</p>" for path in ("/", "/index.html", "/INDEX.html")}
    db = phone_site(context, pages, variants={"/index.html": "/", "/INDEX.html": "/"})
    assert db.execute("SELECT pages, pages_text FROM phone_numbers").fetchall() == [(1, 1)]
    assert db.execute("SELECT DISTINCT is_template FROM phone_ctas").fetchall() == [(False,)]


@pytest.mark.parametrize(
    ("path", "kind", "body"),
    [
        ("/contact", "contact", "<p>Call (310) 435-1234</p>"),
        ("/about", "other", "<p>Call (310) 435-1234 today.</p>"),
        ("/about", "other", f"<script type='application/ld+json'>{_OTHER_DATA}</script>"),
    ],
)
def test_a_number_with_swapped_digits_is_told(context: Context, path: str, kind: str, body: str) -> None:
    pages = {path: f"<p>{path}</p>{_FOOTER}" for path in _PATHS} | {path: body + _FOOTER}
    db = phone_site(context, pages, types={path: kind})
    rows = db.execute(
        "SELECT ownership, near_duplicate_of, near_duplicate_how FROM phone_numbers WHERE number = '+13104351234'"
    ).fetchall()
    assert rows == [("unknown", "+13104531234", "two digits swapped")]


def test_labels_name_departments_on_any_page(context: Context) -> None:
    pages = {path: f"<p>{path}</p>{_FOOTER}" for path in _PATHS}
    pages["/pay"] = f"<p>Billing office: 626-397-2000. Medical records (626) 397-3000.</p>{_FOOTER}"
    found = ownership(phone_site(context, pages))
    assert (found["+16263972000"], found["+16263973000"]) == ("department", "department")


def test_an_address_of_another_business_is_not_the_clinics(context: Context) -> None:
    other = "<p>Valley Imaging Center<br>12 Elm Street, Pasadena, CA 91101</p><p>Tel 626-397-2000, fax 626-397-3000</p>"
    pages = {path: f"<p>{path}</p>{_FOOTER}" for path in _PATHS} | {"/scan": f"<p>Get a scan.</p>{other}{_FOOTER}"}
    found = ownership(phone_site(context, pages))
    assert (found["+16263972000"], found["+16263973000"]) == ("third_party", "third_party")
    assert found["+13104531234"] == "main"


def test_practitioners_with_a_line_each(context: Context) -> None:
    names = ("Ann Poe", "Bo Lee", "Cy Moss", "Di Vale", "Ed Reyland")
    pages = {
        f"/{at}": f"<h2>{name}, DPT</h2><p>Appointments</p><p><a href='tel:+1626397200{at}'>626-397-200{at}</a></p>"
        for at, name in enumerate(names)
    }
    db = phone_site(context, pages)
    assert set(ownership(db).values()) == {"practitioner"}
    assert db.execute("SELECT near_duplicate_of FROM phone_numbers").fetchall() == [(None,)] * 5
    assert ("It stands with the name Ann Poe on 1 page.",) in db.execute(
        "SELECT reason FROM phone_numbers"
    ).fetchall()


def test_a_page_of_clinicians_with_direct_lines(context: Context) -> None:
    doctors = "".join(f"<h3>Dr. {n} Poe</h3><p>626-397-{n}111</p>" for n in range(2, 9))
    pages = {path: f"<p>{path}</p>{_FOOTER}" for path in _PATHS} | {"/team": doctors + _FOOTER}
    found = ownership(phone_site(context, pages, types={"/team": "provider"}))
    assert {found[f"+1626397{n}111"] for n in range(2, 9)} == {"practitioner"}


def test_a_number_in_exchange_under_call_tracking(context: Context) -> None:
    script = "<script src='https://cdn.callrail.com/companies/123456789/0a1b2c3d4e5f6a7b8c9d/12/swap.js'></script>"
    link = "<p><a href='tel:+13104531234'>626-397-2000</a></p>"
    pages = {path: f"<p>{path}</p>{link}{_FOOTER}" for path in _PATHS}
    tracked = {path: script + body for path, body in pages.items()}
    assert ownership(phone_site(context, tracked))["+16263972000"] == "tracking_pool"
    assert ownership(phone_site(context, pages))["+16263972000"] != "tracking_pool"


def test_a_partner_list_is_of_others_and_hides_no_slip(context: Context) -> None:
    partners = "".join(f"<li>Clinic {n}: 626-397-{n}</li>" for n in range(2000, 2100))
    pages = {path: f"<p>{path}</p>{_FOOTER}" for path in _PATHS}
    pages["/partners"] = f"<ul>{partners}<li>Ours: 310-435-1234</li><li>Old: 310-453-1235</li></ul>{_FOOTER}"
    found = ownership(phone_site(context, pages))
    assert {found[f"+1626397{n}"] for n in range(2000, 2100)} == {"third_party"}
    assert (found["+13104531234"], found["+13104351234"], found["+13104531235"]) == ("main", "unknown", "unknown")


def test_the_offices_of_the_contact_page_are_locations(context: Context) -> None:
    offices = "".join(f"<li>Office {n}: <a href='tel:+1626397{n}'>626-397-{n}</a></li>" for n in range(2000, 2008))
    found = ownership(phone_site(context, {"/contact": f"<ul>{offices}</ul>"}, types={"/contact": "contact"}))
    assert sorted(found.values()) == ["location"] * 7 + ["main"]


def test_offices_in_structured_data(context: Context) -> None:
    data = """<script type="application/ld+json">[{"@type": "MedicalClinic", "telephone": "310-453-1234"},
        {"@type": "MedicalClinic", "telephone": "626-397-2000", "hospitalAffiliation":
        {"@type": "Hospital", "telephone": "626-555-0000"}}]</script>"""
    pages = {path: f"{data}<p>{path}</p>{_FOOTER}<p>Pasadena: 626-397-2000</p>" for path in _PATHS}
    found = ownership(phone_site(context, pages))
    assert found["+13104531234"] == "main"
    assert found["+16263972000"] == "location"
    assert found["+16265550000"] == "third_party"


def test_the_clinics_file_decides(context: Context) -> None:
    clinic = Clinic(
        phone=(OwnNumber(number="(626) 397-2000"), OwnNumber(number="+1 310 453 9999", role="tracking_pool")),
        location=(Location(name="Harbour", number="310-453-9876"),),
    )
    pages = {path: f"<p>{path}</p>{_FOOTER}<p>626-397-2000 or 310-453-9999</p>" for path in _PATHS}
    db = phone_site(context, pages, clinic=clinic)
    rows = db.execute("SELECT number, ownership, ownership_source, label FROM phone_numbers ORDER BY 1").fetchall()
    assert rows == [
        ("+13104531234", "unknown", "inferred", None),
        ("+13104539876", "location", "config", "Harbour"),
        ("+13104539999", "tracking_pool", "config", None),
        ("+16263972000", "main", "config", None),
    ]


@pytest.mark.parametrize(
    ("link", "ownership_of_row"),
    [
        ("<a href='tel:+123456789'>310-453-1234</a>", "placeholder"),
        ("<a href='tel:5555555555'>Call</a>", "placeholder"),
        ("<a href='tel:911'>Call 911</a>", "agency"),
        ("<a href='tel:'>Call</a>", "unknown"),
        ("<a href='tel:31045312'>310-453-1234</a>", "main"),
        ("<a href='tel:3104531234'>Call</a>", "main"),
    ],
)
def test_ownership_of_a_link(context: Context, link: str, ownership_of_row: str) -> None:
    pages = {path: f"<p>{path}</p>{_FOOTER}" for path in _PATHS} | {"/x": f"<p>{link}</p>"}
    db = phone_site(context, pages)
    rows = db.execute("SELECT ownership FROM phone_ctas WHERE url LIKE '%/x'").fetchall()
    assert rows == [(ownership_of_row,)]


def test_word_offset_counts_main_content_only(context: Context) -> None:
    body = (
        "<header><p>Open every day</p></header><p>One two three.</p><p>Call 310-453-1234</p><p>Or 310-453-1234</p>"
    )
    db = phone_site(context, {"/": body + _FOOTER})
    rows = db.execute(
        "SELECT zone, word_offset FROM phone_ctas WHERE channel = 'text' ORDER BY position"
    ).fetchall()
    assert rows == [("main", 4), ("main", 6), ("footer", None)]


def test_three_pages_make_no_template(context: Context) -> None:
    db = phone_site(context, {"/": _FOOTER, "/a": _FOOTER, "/b": "<p>Text</p>"})
    assert db.execute("SELECT bool_or(is_template) FROM phone_ctas").fetchall() == [(False,)]


def test_a_site_without_numbers(context: Context) -> None:
    db = phone_site(context, {"/": "<p>Come in.</p>"})
    assert db.execute("FROM phone_ctas").fetchall() == []
    assert ownership(db) == {}


def test_columns_are_those_of_the_schema(context: Context) -> None:
    db = phone_site(context, {"/": _FOOTER})
    for name in ("phone_ctas", "phone_numbers", "page_ctas"):
        described = [(row[0], row[1]) for row in db.execute(f"DESCRIBE {name}").fetchall()]
        wanted = {column.name: str(column.type) for column in TABLES[name].columns}
        assert [column for column, _ in described] == list(wanted)
        duck = {"string": "VARCHAR", "int64": "BIGINT", "bool": "BOOLEAN", "double": "DOUBLE"} | _LISTS
        assert described == [(column, duck[kind]) for column, kind in wanted.items()]
