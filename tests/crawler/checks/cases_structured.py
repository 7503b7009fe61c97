"""Cases of the checks that read structured data; items are taken apart as extraction does it."""

import json
from typing import Any

from crawler.extract.structured.items import published
from tests.crawler.checks.case import Case
from tests.crawler.checks.site import HOME, Row, page, row, url


def _data(path: str, *items: dict[str, Any], repairs: str | None = None) -> list[Row]:
    """A page with `items`."""
    rows = [page(path)]
    for position, item in enumerate(items, start=1):
        taken = published("json-ld", item)
        rows.append(row("structured_data", url=url(path), type=taken.type, data=json.dumps(item), repairs=repairs))
        for part in taken.parts:
            lists = {"properties": list(part.properties), "empty_properties": list(part.empty_properties)}
            columns = {**part._asdict(), **lists}
            rows.append(row("structured_items", url=url(path), root_position=position, **columns))
    return rows


def _broken(path: str, error: str) -> list[Row]:
    return [page(path), row("structured_data", url=url(path), error=error)]


_ADDRESS = {"@type": "PostalAddress", "streetAddress": "1 Quay"}
_CLINIC = {
    "@type": "MedicalClinic",
    "name": "Clinic",
    "address": _ADDRESS,
    "telephone": "+13104531234",
    "url": HOME,
    "openingHours": "Mo-Fr 09:00-17:00",
    "geo": {"@type": "GeoCoordinates", "latitude": 34.01234},
    "image": HOME + "front.jpg",
}
_ANN = {"@type": "Person", "name": "Ann Poe", "url": HOME + "ann"}


def _article(**properties: Any) -> dict[str, Any]:
    usual = {"headline": "Knees", "datePublished": "2026-05-01", "dateModified": "2026-05-02", "author": _ANN}
    return {"@type": "Article", "image": HOME + "a.jpg", **usual, **properties}


def _without(item: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in names}


def _faq(*questions: str) -> dict[str, Any]:
    entries = [
        {"@type": "Question", "name": name, "acceptedAnswer": {"@type": "Answer", "text": "Yes."}}
        for name in questions
    ]
    return {"@type": "FAQPage", "mainEntity": entries}


def _text(path: str, *texts: str) -> list[Row]:
    return [row("blocks", url=url(path), text=text) for text in texts]


def _trail(*entries: dict[str, Any]) -> dict[str, Any]:
    return {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", **entry} for entry in entries]}


_HERE = {"@id": HOME + "a", "name": "Knees"}

CASES = (
    Case("structured_data.parse_error", "/a", *_broken("/a", "a comma is missing here: line 3 column 5"), *_data("/b", {})),
    Case("structured_data.repaired", "/a", *_data("/a", _CLINIC, repairs="comments"), *_data("/b", _CLINIC)),
    Case("structured_data.missing", "/", page("/")),
    Case("structured_data.missing", "", page("/"), *_data("/a", {"@type": "WebPage"})),
    Case(
        "structured_data.business_missing",
        "/",
        page("/", page_type="home"),
        page("/contact", page_type="contact"),
        *_data("/a", _CLINIC),
    ),
    Case(
        "structured_data.business_missing",
        "",
        page("/", page_type="home"),
        row("structured_data", url=HOME, type="WebSite", data="{}"),
        row("phone_ctas", url=HOME, channel="microdata", number="+13104531234"),
    ),
    Case(
        "structured_data.business_missing",
        "",
        page("/", page_type="home"),
        page("/contact", page_type="contact"),
        *_data("/contact", {"@type": "WebPage", "mainEntity": {"@type": ["Organization", "https://schema.org/Dentist"]}})[1:],
    ),
    Case(
        "structured_data.missing_required",
        "/a /b /c /d /e",
        *_data("/a", _without(_CLINIC, "address")),
        *_data("/b", {**_CLINIC, "address": {"@type": "PostalAddress", "streetAddress": ""}}),
        *_data("/c", {"@type": "WebPage", "video": {"@type": "VideoObject", "name": "Knees"}}),
        *_data("/d", {"@type": ["Event", "Thing"], "name": "Talk", "startDate": "2026-05-01"}),
        *_data("/e", {**_CLINIC, "review": {"@type": "Review", "author": _ANN}}),
        *_data("/f", _CLINIC),
        *_data("/g", _article(publisher={"@type": "MedicalClinic", "name": "Clinic", "url": HOME})),
        *_data("/h", {"@type": "MedicalClinic", "@id": "#clinic"}, {"@type": "Physician", "name": "Dr. Moss", "url": HOME}),
        *_data("/i", {"@type": "AggregateRating", "ratingValue": 4.5, "reviewCount": 7}),
    ),
    Case(
        "structured_data.missing_required",
        "/b /c",
        *_data("/a", {**_CLINIC, "@id": HOME + "#clinic"}),
        *_data("/b", {**_without(_CLINIC, "address"), "@id": HOME + "#clinic"}),
        *_data("/c", {**_without(_CLINIC, "address"), "@id": "#clinic"}),
        *_data("/d", {**_CLINIC, "@id": "#clinic"}),
        *_data("/e", {**_without(_CLINIC, "address"), "@id": HOME + "#clinic"}, {**_CLINIC, "@id": HOME + "#clinic"}),
    ),
    Case(
        "structured_data.missing_recommended",
        "/a /b /c",
        *_data("/a", _without(_CLINIC, "openingHours")),
        *_data("/b", _article(author={"@type": "Person", "name": "Ann Poe"})),
        *_data("/c", {"@type": "MedicalWebPage", "name": "Knees", "lastReviewed": "2026-05-01"}),
        *_data("/d", _CLINIC, _article()),
        *_data("/e", _article(comment={"@type": "Comment", "author": {"@type": "Person", "name": "A reader"}})),
    ),
    Case(
        "structured_data.date_not_iso",
        "/a /b /c",
        *_data("/a", _article(datePublished="May 1, 2026")),
        *_data("/b", _article(dateModified=["2026-05-01", "2026-13-01"])),
        *_data("/c", {"@graph": [{"startDate": "05/01/2026"}]}),
        *_data("/d", _article(datePublished="2026-05-01T09:00:00.000+02:00", dateModified="2026-05-01 09:00")),
        *_data("/e", _article(datePublished="2026-05", dateModified="", duration="PT5M")),
    ),
    Case(
        "structured_data.address_relative",
        "/a /b /c",
        *_data("/a", {**_CLINIC, "image": "/front.jpg"}),
        *_data("/b", {**_CLINIC, "logo": {"@type": "ImageObject", "url": "//cdn.example/logo.png"}}),
        *_data("/c", {**_CLINIC, "sameAs": [HOME, "social.example/clinic"]}),
        *_data("/d", {**_CLINIC, "@id": "#clinic", "logo": {"@id": "#logo"}, "image": ""}),
    ),
    Case(
        "structured_data.telephone_unreadable",
        "/a /b /c",
        *_data("/a", {**_CLINIC, "telephone": "call us"}),
        *_data("/b", {**_CLINIC, "telephone": "310-453-1234 or 310-453-1235"}),
        *_data("/c", {**_CLINIC, "faxNumber": "N/A"}),
        *_data("/d", {**_CLINIC, "telephone": ["+1 310-453-1234 ext. 12", "1-800-FLOWERS", ""]}),
    ),
    Case(
        "structured_data.question_not_shown",
        "/a",
        *_data("/a", _faq("Does it hurt?", "Is it <b>safe</b>?")),
        *_text("/a", "Is it safe?"),
        *_data("/b", _faq("Does it  hurt &amp; for how long?", "IS IT SAFE")),
        *_text("/b", "1. Does it hurt & for how long?", "Is it", "safe"),
        *_data("/c", _without(_faq("Is it safe?"), "@type")),
        *_text("/c", "Nothing of that."),
    ),
    Case(
        "structured_data.breadcrumb_incomplete",
        "/a /b",
        *_data("/a", _trail({"position": 1, "name": "Home", "item": HOME}, {"name": "Knees"})),
        *_data("/b", {"@type": "WebPage", "breadcrumb": _trail({"position": 1, "item": _HERE}, {"position": 2, "item": HOME})}),
        *_data("/c", _trail({"position": 1, "name": "Home"}, {"position": 2, "item": _HERE})),
        *_data("/d", {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "url": HOME}]}),
    ),
    Case(
        "structured_data.own_rating",
        "/a /b",
        *_data("/a", {**_CLINIC, "aggregateRating": {"@type": "AggregateRating", "ratingValue": 5, "reviewCount": 2}}),
        *_data("/b", {"@type": "Organization", "name": "Clinic", "review": [{"@type": "Review", "author": "A"}]}),
        *_data("/c", _CLINIC, {"@type": "Product", "name": "Brace", "aggregateRating": {"ratingValue": 5}}),
    ),
    Case(
        "structured_data.own_rating",
        "/words",
        *_data("/words", {**_CLINIC, "@id": HOME + "#clinic", "aggregateRating": {"@type": "AggregateRating"}}),
        *_data("/", {**_CLINIC, "@id": HOME + "#clinic"}),
        *_data("/contact", {**_CLINIC, "@id": HOME + "#clinic"}),
    ),
)  # fmt: skip
