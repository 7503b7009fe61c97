"""Cases of the checks of names, addresses and opening hours."""

from typing import Any

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, page, row, url


def mention(path: str, key: str = "12 oak street", kind: str = "address", **columns: Any) -> Row:
    """A mention whose row in nap is `key`."""
    usual: dict[str, Any] = {
        "source": "text",
        "text": key,
        "street": key if kind == "address" else None,
        "hours": [],
        "zone": "main",
    }
    return row("nap_mentions", url=url(path), kind=kind, key=key, **{**usual, **columns})


def judged(key: str = "12 oak street", kind: str = "address", **columns: Any) -> Row:
    """A row of nap: own, and the reference."""
    usual = {"text": key, "ownership": "own", "sources": ["text"], "pages": 1, "verdict": "reference"}
    return row("nap", kind=kind, key=key, **{**usual, **columns})


def differing(key: str, kind: str = "address", **columns: Any) -> Row:
    usual = {"verdict": "differs", "compared_with": "12 Oak Street", "difference": "house number"}
    return judged(key, kind, **{**usual, **columns})


_WRONG = (
    page("/a"),
    mention("/a", "14 oak street"),
    page("/b"),
    mention("/b", "14 oak street", source="json-ld"),
    page("/c"),
    mention("/c"),
    page("/d"),
    mention("/d", "99 elm street"),
    judged(),
    differing("14 oak street"),
    judged("99 elm street", ownership="unknown", verdict="unknown"),
)
_FILE = judged("9 quay", sources=["file"], pages=0, location="Warren")

CASES = (
    Case("nap.address_differs", "/a", *_WRONG),
    Case("nap.data_address_differs", "/b", *_WRONG),
    Case(
        "nap.data_address_unshown",
        "/a",
        page("/"),
        mention("/"),
        judged(),
        page("/a"),
        mention("/a", "7 old road", source="json-ld"),
        judged("7 old road", sources=["json-ld"]),
        page("/b"),
        mention("/b", "5 new road", source="json-ld"),
        judged("5 new road", sources=["json-ld", "text"]),
    ),
    Case(
        "nap.data_address_unshown",
        "",
        page("/a"),
        mention("/a", "7 old road", source="json-ld"),
        judged("7 old road", sources=["json-ld"]),
    ),
    Case(
        "nap.hours_differ",
        "/a",
        page("/a"),
        mention("/a", "Mo 08:00-18:00", "hours"),
        differing("Mo 08:00-18:00", "hours"),
        page("/b"),
        mention("/b", "Mo 09:00-17:00", "hours"),
        judged("Mo 09:00-17:00", "hours"),
        page("/c"),
        mention("/c", "Tu 15:00-18:00", "hours"),
        judged("Tu 15:00-18:00", "hours", ownership="unknown", verdict="unknown"),
    ),
    Case(
        "nap.name_differs",
        "/a",
        page("/a"),
        mention("/a", "quay klinic", "name", source="json-ld"),
        differing("quay klinic", "name"),
        page("/b"),
        mention("/b", "quay", "name", source="title"),
        judged("quay", "name", verdict="form"),
    ),
    Case("nap.location_unpublished", "/", page("/"), _FILE),
    Case(
        "nap.location_unpublished",
        "",
        page("/"),
        _FILE,
        judged("9 quay, warren", verdict="form", location="Warren"),
    ),
    Case(
        "nap.hours_unpublished",
        "/",
        page("/"),
        judged("Mo 09:00-17:00", "hours", sources=["file"], pages=0, location="Warren"),
        judged("Tu 15:00-18:00", "hours", location="Akron"),
    ),
    Case(
        "nap.hours_unpublished",
        "",
        page("/"),
        judged("Mo 09:00-17:00", "hours", sources=["file"], pages=0, location="Warren"),
        judged("Mo 09:00-16:00", "hours", location=None),
    ),
    Case(
        "nap.address_missing",
        "/contact",
        page("/", page_type="home"),
        mention("/"),
        page("/contact", page_type="contact"),
        mention("/contact", source="json-ld"),
        page("/a"),
        judged(),
    ),
    Case("nap.address_missing", "", page("/", page_type="home")),
    Case(
        "nap.data_address_missing",
        "/",
        page("/", page_type="home"),
        mention("/", "quay", "name", source="json-ld"),
        mention("/"),
        page("/a"),
        mention("/a", "quay", "name", source="json-ld"),
        judged(),
        judged("quay", "name"),
    ),
    Case(
        "nap.data_address_missing",
        "",
        page("/", page_type="home"),
        mention("/", "quay", "name", source="json-ld"),
        mention("/"),
        mention("/", source="json-ld"),
        judged(),
        judged("quay", "name"),
    ),
    Case("nap.address_unregistered", "/a", page("/a"), mention("/a"), page("/b"), mention("/b"), judged(), _FILE),
    Case("nap.address_unregistered", "", page("/a"), mention("/a"), judged()),
    Case(
        "nap.address_forms",
        "/a",
        *(page(path) for path in ("/a", "/b", "/c", "/d", "/e")),
        mention("/a", street="12 Oak Street"),
        mention("/b", street="12 Oak St."),
        mention("/c", street="12 Oak Str"),
        mention("/d", street="Suite 3, 12 Oak St"),
        mention("/e", street="12 oak street,"),
        judged(),
    ),
    Case(
        "nap.address_forms",
        "",
        page("/a"),
        page("/b"),
        mention("/a"),
        mention("/b", street="12 Oak St."),
        judged(),
    ),
)
