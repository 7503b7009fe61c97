"""Numbers of small sites: ownership, template, registry."""

import pytest

from crawler.analyse.context import Context
from crawler.config import Clinic, Location, OwnNumber
from crawler.schema import TABLES
from tests.crawler.analyse.phone_site import ownership, phone_site

_FOOTER = "<footer><p>Call <a href='tel:+13104531234'>310-453-1234</a> &middot; Fax 310-453-9876</p></footer>"
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
    rows = db.execute("SELECT * EXCLUDE (ownership, label) FROM phone_numbers ORDER BY number").fetchall()
    now = context.crawl_id
    assert rows == [
        ("+13104531234", "(310) 453-1234", "US", "template", 5, 1, "20260101T000000Z", now),
        ("+13104539876", "(310) 453-9876", "US", "label", 0, 5, now, now),
    ]


def test_a_partner_list_is_of_others_and_hides_no_slip(context: Context) -> None:
    partners = "".join(f"<li>Clinic {n}: 626-397-{n}</li>" for n in range(2000, 2100))
    pages = {path: f"<p>{path}</p>{_FOOTER}" for path in _PATHS}
    pages["/partners"] = f"<ul>{partners}<li>Ours: 310-453-1243</li></ul>{_FOOTER}"
    found = ownership(phone_site(context, pages))
    assert {found[f"+1626397{n}"] for n in range(2000, 2100)} == {"third_party"}
    assert (found["+13104531234"], found["+13104531243"]) == ("main", "unknown")


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
    assert found["+16265550000"] == "unknown"


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
    assert rows == [("main", 3), ("main", 5), ("footer", None)]


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
        duck = {"string": "VARCHAR", "int64": "BIGINT", "bool": "BOOLEAN"}
        assert described == [(column, duck[kind]) for column, kind in wanted.items()]
