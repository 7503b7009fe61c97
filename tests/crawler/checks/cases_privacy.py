"""Cases of the checks that read forms, trackers and tags."""

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import HOME, Row, link, page, row, url

_ACCOUNT = {"Google Tag Manager": "GTM-ABC1234"}


def _tracker(path: str, vendor: str, kind: str, **columns: object) -> Row:
    named = {"account": _ACCOUNT.get(vendor), "found_in": "script", "evidence": "https://tags.example/x.js"}
    return row("trackers", url=url(path), vendor=vendor, tracker_class=kind, **{**named, **columns})


def _form(path: str, purpose: str = "contact", fields: str = "name email message", **columns: object) -> Row:
    asked = {"purpose": purpose, "fields": fields.split(), "method": "post", "zone": "main"}
    return row("forms", url=url(path), **{**asked, **columns})


def _pixel(path: str) -> Row:
    return _tracker(path, "Meta Pixel", "ads")


def _pages(count: int, vendor: str, kind: str, **columns: object) -> list[Row]:
    rows = [page(f"/p{n}") for n in range(count)]
    return rows + [_tracker(f"/p{n}", vendor, kind, **columns) for n in range(count)]


_CONDITION = page("/sciatica", page_type="condition")
_HTTP = "http://clinic.test"

CASES = (
    Case(
        "privacy.tracker_by_form",
        "/book /contact /ask",
        page("/book"),
        _form("/book", "booking"),
        _pixel("/book"),
        page("/contact", page_type="contact"),
        _tracker("/contact", "Hotjar", "replay"),
        page("/ask"),
        _form("/ask"),
        _form("/ask", "login"),
        _pixel("/ask"),
        _tracker("/ask", "Hotjar", "replay"),
        page("/search"),
        _form("/search", "search", "search"),
        _form("/search", "newsletter", "email"),
        _pixel("/search"),
        page("/counted"),
        _form("/counted"),
        _tracker("/counted", "Matomo", "analytics"),
        page("/plain"),
        _form("/plain"),
        page("/missing", status=404),
        _form("/missing"),
        _pixel("/missing"),
    ),
    Case(
        "privacy.ads_on_medical_page",
        "/sciatica /prp",
        _CONDITION,
        _pixel("/sciatica"),
        _tracker("/sciatica", "Google Ads", "ads"),
        page("/prp", page_type="treatment"),
        _pixel("/prp"),
        page("/gout", page_type="condition"),
        _tracker("/gout", "Matomo", "analytics"),
        page("/team", page_type="provider"),
        _pixel("/team"),
    ),
    Case("privacy.session_recording", "/", page("/a"), page("/b"), _tracker("/b", "Hotjar", "replay")),
    Case("privacy.session_recording", "", page("/a"), _tracker("/a", "Matomo", "analytics")),
    Case("privacy.analytics_on_medical_pages", "/", _CONDITION, _tracker("/sciatica", "Matomo", "analytics")),
    Case(
        "privacy.analytics_on_medical_pages",
        "",
        _CONDITION,
        _tracker("/sciatica", "Google Tag Manager", "tag_manager"),
        page("/a"),
        _tracker("/a", "Matomo", "analytics"),
    ),
    Case("privacy.consent_missing", "/", page("/a"), page("/b"), _pixel("/b")),
    Case("privacy.consent_missing", "", page("/a"), _pixel("/a"), page("/b"), _tracker("/b", "Osano", "consent")),
    Case("privacy.consent_missing", "", page("/a"), _tracker("/a", "Google Tag Manager", "tag_manager")),
    Case(
        "privacy.policy_link_missing",
        "/a /b",
        page("/a"),
        _pixel("/a"),
        link("/a", "/team", anchor="Our team"),
        page("/b"),
        _form("/b"),
        page("/b.html", variant_of=url("/b")),
        _form("/b.html"),
        page("/c"),
        _form("/c"),
        link("/c", "/legal", anchor="Privacy Policy"),
        page("/d"),
        _form("/d"),
        link("/d", "/datenschutz", anchor="Rechtliches"),
        page("/e"),
        _tracker("/e", "Google Fonts", "font"),
        _form("/e", "search", "search"),
        page("/privacy"),
        _form("/privacy"),
        page("/pictured"),
        _form("/pictured"),
        link("/pictured", "/legal", anchor="", accessible_name="Datenschutz"),
        page("/moved", meta_refresh="3; url=/b"),
        _form("/moved"),
        page("/lost", indexable=False, indexability="soft_404"),
        _form("/lost"),
    ),
    Case(
        "privacy.policy_link_missing",
        "/hidden",
        page("/hidden", indexable=False, indexability="noindex"),
        _form("/hidden"),
        link("/hidden", "/team", anchor=None),
        page("/moved-by-name", meta_refresh="0;/hidden"),
        _pixel("/moved-by-name"),
    ),
    Case(
        "form.unencrypted",
        "/a http://clinic.test/b",
        page("/a"),
        _form("/a", action=f"{_HTTP}/send"),
        page(f"{_HTTP}/b"),
        _form(f"{_HTTP}/b"),
        page(f"{_HTTP}/c"),
        _form(f"{_HTTP}/c", "search", "search"),
        page("/d"),
        _form("/d", action=url("/send")),
        page("/e"),
        _form("/e"),
        page("http://127.0.0.1:8000/f"),
        _form("http://127.0.0.1:8000/f"),
    ),
    Case(
        "form.data_in_address",
        "/a",
        page("/a"),
        _form("/a", method="get", action=url("/thanks")),
        page("/by-script"),
        _form("/by-script", method="get"),
        page("/post"),
        _form("/post", action=url("/thanks")),
        page("/search"),
        _form("/search", "search", "search", method="get", action=HOME),
    ),
    Case(
        "form.health_sent_elsewhere",
        "/a",
        page("/a"),
        _form("/a", fields="name birth health", action="https://forms.example/f/1"),
        page("/own"),
        _form("/own", fields="name health", action="https://www.clinic.test/send"),
        page("/self"),
        _form("/self", fields="name health"),
        page("/harmless"),
        _form("/harmless", action="https://forms.example/f/1"),
    ),
    Case(
        "form.field_unlabelled",
        "/a",
        page("/a"),
        _form("/a", unlabelled=2),
        page("/b"),
        _form("/b"),
    ),
    Case(
        "tag.missing",
        "/other /no-tag",
        *_pages(8, "Google Tag Manager", "tag_manager"),
        page("/no-tag"),
        page("/moved", meta_refresh="0; url=/no-tag"),
        page("/lost", indexable=False, indexability="soft_404"),
        page("/other"),
        _tracker("/other", "Google Tag Manager", "tag_manager", account="GTM-OTHER12"),
    ),
    Case("tag.missing", "", *_pages(7, "Matomo", "analytics"), page("/a"), page("/b"), page("/c")),
    Case("tag.missing", "", *_pages(8, "Google Universal Analytics", "analytics"), page("/a")),
    Case(
        "tag.retired",
        "/a",
        page("/a"),
        _tracker("/a", "Google Universal Analytics", "analytics"),
        page("/b"),
        _tracker("/b", "Google Analytics 4", "analytics"),
    ),
    Case("tag.missing", "", *_pages(3, "Matomo", "analytics"), page("/a")),
    Case("tag.missing", "", *_pages(8, "Hotjar", "replay"), page("/a")),
)
