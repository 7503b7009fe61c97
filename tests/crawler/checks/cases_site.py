"""Cases of the checks that read answers, redirects, directives, sitemaps, links and structured data."""

import json

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import HOME, Row, link, page, redirect, resource, row, url


def _hop(path: str, hop: int, source: str, target: str) -> Row:
    return row("redirects", url=url(path), hop=hop, source_url=url(source), target_url=url(target), status=301)


def _item(path: str, kind: str | None, error: str | None = None, **data: object) -> Row:
    text = None if error else json.dumps({"@type": kind, **data})
    return row("structured_data", url=url(path), type=kind, data=text, error=error)


def _broken(path: str, status: int) -> Row:
    outcome = "server_error" if status >= 500 else "client_error"
    return resource(path, status=status, outcome=outcome)


def _unseen(path: str, outcome: str, **columns: object) -> Row:
    return resource(path, status=None, outcome=outcome, failure="no answer", **columns)


def _probe(status: int, path: str = "/rounds-probe-1a", final: str | None = None) -> Row:
    return row("probes", url=url(path), status=status, final_url=url(final or path))


def _trap(kind: str, **columns: object) -> Row:
    named = {
        "pattern": url("/events/{date}"),
        "example": url("/events/2031-01"),
        "found_on": url("/events/2030-12"),
    }
    return row("traps", kind=kind, reason="a calendar without end", **{**named, **columns})


_UNSEEN = (
    _unseen("/slow-down", "rate_limited", in_sitemap=True),
    _unseen("/silent", "failed", in_sitemap=True),
    _unseen("/blocked", "blocked_robots", in_sitemap=True),
    _unseen("/left-out", "excluded", in_sitemap=True),
    _unseen("/too-many", "over_limit", in_sitemap=True),
)
_SOFT_404 = {"indexable": False, "indexability": "soft_404"}
_NOINDEX = {"indexable": False, "indexability": "noindex", "robots_all": "noindex"}
_WELL_KNOWN = {"found_on": "well-known address", "kind": "other"}

CASES = (
    Case(
        "http.client_error",
        "/gone /missing",
        page("/a"),
        link("/a", "/gone"),
        _broken("/gone", 410),
        resource("/missing", status=404, outcome="client_error", in_sitemap=True),
        link("/a", "/staff"),
        _broken("/staff", 403),
        link("/a", "/too-slow"),
        _broken("/too-slow", 408),
        resource("/robots.txt", status=404, outcome="client_error", **_WELL_KNOWN),
        resource("/a"),
        *_UNSEEN,
    ),
    Case(
        "http.refused",
        "/staff",
        page("/a"),
        link("/a", "/staff"),
        _broken("/staff", 403),
        link("/a", "/gone"),
        _broken("/gone", 404),
    ),
    Case(
        "http.server_error",
        "/portal",
        page("/a"),
        link("/a", "/portal"),
        _broken("/portal", 500),
        resource("/a"),
        *_UNSEEN,
    ),
    Case("http.no_answer", "/silent", page("/a"), resource("/a"), *_UNSEEN),
    Case("http.rate_limited", "/slow-down", page("/a"), resource("/a"), *_UNSEEN),
    Case(
        "http.slow", "/a", page("/a"), resource("/a", elapsed_ms=3001), page("/b"), resource("/b", elapsed_ms=3000)
    ),
    Case("http.wrong_type", "/feed.html", page("/feed.html", body_kind="xml", indexable=False), page("/b")),
    Case(
        "http.soft_404",
        "/a /b",
        page("/a", error_phrase="Page not found", **_SOFT_404),
        page("/b", **_SOFT_404),
        page("/c", error_phrase="404", body_kind="xml", **_SOFT_404),
        page("/d"),
        _probe(200),
    ),
    Case("http.unknown_address_ok", "/", _probe(404), _probe(200, "/rounds-probe-1a.html")),
    Case("http.unknown_address_ok", "/", _probe(200, final="/")),
    Case("http.unknown_address_ok", "", _probe(404), _probe(429, "/rounds-probe-1a.html")),
    Case("http.unknown_address_ok", "", _probe(302, final="https://other.test/")),
    Case("http.unknown_address_ok", ""),
    Case("url.trap", "/", _trap("calendar", urls=1), _trap("depth", urls=1200, found_on=None), page("/a")),
    Case("url.trap", "", page("/a"), _unseen("/left-out", "excluded")),
    Case("url.variant", "/a/", page("/a/", variant_of="https://a.test/a", variant_by="content"), page("/a")),
    Case("url.variant", "", page("/a/", variant_of="https://a.test/a", variant_by="canonical"), page("/a")),
    Case(
        "redirect.linked",
        "/old",
        page("/a"),
        link("/a", "/old"),
        redirect("/old", "/new"),
        link("/a", "/b"),
        resource("/b"),
        redirect("/nobody-links", "/new"),
    ),
    Case(
        "redirect.chain",
        "/one",
        page("/a"),
        link("/a", "/one"),
        redirect("/one", "/three", hops=2),
        _hop("/one", 1, "/one", "/two"),
        _hop("/one", 2, "/two", "/three"),
        redirect("/two", "/three"),
        _hop("/two", 1, "/two", "/three"),
    ),
    Case(
        "redirect.loop",
        "/in /out",
        page("/a"),
        link("/a", "/in"),
        redirect("/in", "/in", hops=2),
        _hop("/in", 1, "/in", "/out"),
        _hop("/in", 2, "/out", "/in"),
        redirect("/out", "/out", hops=2),
        _hop("/out", 1, "/out", "/in"),
        _hop("/out", 2, "/in", "/out"),
        link("/a", "/fine"),
        redirect("/fine", "/a"),
        _hop("/fine", 1, "/fine", "/a"),
    ),
    Case(
        "redirect.to_error",
        "/form /nowhere",
        page("/a"),
        link("/a", "/form"),
        redirect("/form", "/form-2019"),
        _broken("/form-2019", 404),
        link("/a", "/nowhere"),
        redirect("/nowhere", "/nowhere", hops=0, failure="redirects to no http(s) address"),
        link("/a", "/elsewhere"),
        redirect("/elsewhere", "https://other.test/"),
        link("/a", "/busy"),
        redirect("/busy", "/slow-down"),
        *_UNSEEN,
    ),
    Case(
        "redirect.meta_refresh",
        "/a /b",
        page("/a", meta_refresh="0; url=/contact/"),
        page("/b", meta_refresh="5;URL='/contact/'"),
        page("/c", meta_refresh="600"),
        page("/d", meta_refresh="60; url=/next"),
    ),
    Case(
        "index.noindex",
        "/a",
        page("/a", **_NOINDEX),
        page("/privacy", page_type="legal", **_NOINDEX),
        page("/b"),
    ),
    Case("index.noindex_home", "/", page("/", **{**_NOINDEX, "x_robots_tag": "none"}), page("/a", **_NOINDEX)),
    Case("index.noindex_sitewide", "/", page("/a", **_NOINDEX), page("/b", **_NOINDEX), page("/c")),
    Case("index.noindex_sitewide", "", page("/a", **_NOINDEX), page("/b")),
    Case(
        "index.nofollow_page",
        "/a /b",
        page("/a", robots_all="index, nofollow"),
        page("/b", x_robots_tag="NOFOLLOW"),
        page("/c", robots_all="index, follow, max-snippet:-1"),
    ),
    Case("canonical.missing", "/a", page("/a", canonical=None), page("/b")),
    Case("canonical.multiple", "/a", page("/a", canonicals=[url("/a"), url("/b")]), page("/b")),
    Case(
        "canonical.to_error",
        "/a",
        page("/a", canonical=url("/gone")),
        _broken("/gone", 404),
        page("/b", canonical=url("/slow-down")),
        page("/c", canonical=url("/never-asked")),
        *_UNSEEN,
    ),
    Case(
        "canonical.to_redirect",
        "/a",
        page("/a", canonical=url("/old")),
        redirect("/old", "/a"),
        page("/b"),
        resource("/b"),
    ),
    Case("canonical.to_noindex", "/a", page("/a", canonical=url("/b")), page("/b", **_NOINDEX)),
    Case(
        "canonical.chain",
        "/a",
        page("/a", canonical=url("/b")),
        page("/b", canonical=url("/c")),
        page("/c"),
    ),
    Case("canonical.to_home", "/a", page("/a", canonical=HOME), page("/", page_type="home"), page("/b")),
    Case(
        "canonical.other_site",
        "/a",
        page("/a", canonical="https://other.test/a"),
        page("/b", canonical="https://www.clinic.test/b"),
    ),
    Case(
        "link.no_text",
        "/a",
        page("/a"),
        link("/a", "/b", anchor=""),
        page("/b"),
        link("/b", "/a", anchor=""),
        link("/b", "/a", anchor="Knee pain"),
        link("/b", "/b", anchor="", href="#"),
    ),
    Case(
        "link.vague_text",
        "/a /es /fr /de",
        page("/a"),
        link("/a", "/b", anchor="Read More »"),
        page("/es"),
        link("/es", "/b", anchor="Leer más..."),
        page("/fr"),
        link("/fr", "/b", anchor="Plus d'informations"),
        page("/de"),
        link("/de", "/b", anchor="Mehr erfahren →"),
        page("/b"),
        link("/b", "/a", anchor="Read more"),
        link("/b", "/a", anchor="Sciatica"),
        link("/b", "/c", anchor="Read more about sciatica"),
        page("/menu"),
        link("/menu", "/c", anchor="More", zone="nav"),
    ),
    Case(
        "link.not_followable",
        "/a /b",
        page("/a"),
        link("/a", None, href="javascript:openPage('x')", anchor="Prices", is_internal=False),
        page("/b"),
        link("/b", None, href="file:///C:/form.pdf", anchor="Form", is_internal=False),
        page("/c"),
        link("/c", None, href="javascript:void(0)", anchor="Menu", zone="nav", is_internal=False),
        link("/c", None, href="javascript:history.back()", anchor="Back", is_internal=False),
        link("/c", None, href=None, anchor="Top", is_internal=False),
    ),
    Case(
        "link.empty_address",
        "/a",
        page("/a"),
        link("/a", "/a", href="", anchor="Fee agreement"),
        page("/b"),
        link("/b", "/b", href="#top", anchor="Top"),
        link("/b", "/b", href="", anchor=""),
    ),
    Case(
        "link.malformed",
        "/a /b /c",
        page("/a"),
        link("/a", "/www.other.test", href="www.other.test", anchor="Partner"),
        page("/b"),
        link("/b", "/desk@clinic.test", href="desk@clinic.test", anchor="E-mail"),
        page("/c"),
        link("/c", "/http//other.test", href="http//other.test/", anchor="Partner"),
        page("/d"),
        link("/d", None, href="mailto:desk@clinic.test", anchor="E-mail"),
        link("/d", "/b", href="b?mail=x@y.test", anchor="Knee"),
        link("/d", "https://www.other.test/", href="//www.other.test/", anchor="Partner", is_internal=False),
    ),
    Case(
        "link.test_server",
        "/a /b /c",
        page("/a"),
        link("/a", "http://localhost:8000/team", is_internal=False),
        page("/b"),
        link("/b", "http://192.168.1.5/team", is_internal=False),
        page("/c"),
        link("/c", "https://staging.clinic.test/team", is_internal=False),
        page("/d"),
        link("/d", "https://dev.other.example/docs", is_internal=False),
    ),
    Case(
        "link.test_server",
        "",
        row("crawl", seed="http://127.0.0.1:8801/", site="127.0.0.1:8801"),
        page("http://127.0.0.1:8801/a"),
        link("http://127.0.0.1:8801/a", "http://localhost:9000/b", is_internal=False),
    ),
    Case(
        "link.unencrypted",
        "/a",
        page("/a"),
        link("/a", "http://clinic.test/b"),
        page("/b"),
        link("/b", "/a"),
        link("/b", "http://other.test/", is_internal=False),
    ),
    Case(
        "link.nofollow",
        "/a",
        page("/a"),
        link("/a", "/b", rel="nofollow noopener"),
        page("/b"),
        link("/b", "/a", rel="noopener"),
        link("/b", "/login", rel="nofollow"),
        link("/b", "https://other.test/", rel="nofollow", is_internal=False),
    ),
    Case(
        "architecture.orphan",
        "/a",
        page("/a", inlinks=0, depth=None),
        page("/b", inlinks=0, depth=None, in_sitemap=False),
        page("/c"),
    ),
    Case("architecture.orphan", "", page("/a", inlinks=0, depth=None), resource("/a"), *_UNSEEN),
    Case("architecture.orphan", "", page("/a", inlinks=0, depth=None), row("crawl", outcome="limited", seed=HOME)),
    Case("architecture.deep", "/a", page("/a", depth=5), page("/b", depth=4), page("/c", depth=None)),
    Case("architecture.dead_end", "/a", page("/a", outlinks=0), page("/b")),
    Case(
        "architecture.weakly_linked",
        "/a",
        page("/a", inlinks=1, page_type="condition"),
        link("/p1", "/a"),
        page("/b", inlinks=1),
        link("/p1", "/b"),
        *(page(f"/p{n}") for n in range(8)),
    ),
    Case(
        "image.alt_missing",
        "/a",
        page("/a"),
        row("images", url=url("/a"), src=url("/foot.svg"), alt=None),
        page("/b"),
        row("images", url=url("/b"), src=url("/foot.svg"), alt=""),
        row("images", url=url("/b"), src=url("/pixel.gif"), alt=None, width="1", height="1"),
    ),
    Case(
        "image.alt_is_file_name",
        "/a",
        page("/a"),
        row("images", url=url("/a"), alt="IMG_1234.JPG"),
        page("/b"),
        row("images", url=url("/b"), alt="Our new entrance, photo by logo.png studio"),
    ),
    Case(
        "structured_data.parse_error",
        "/a",
        page("/a"),
        _item("/a", None, error="Expecting value: line 3 column 5"),
        page("/b"),
        _item("/b", "WebPage"),
    ),
    Case("structured_data.missing", "/", page("/")),
    Case("structured_data.missing", "", page("/"), page("/a"), _item("/a", "WebPage")),
    Case(
        "structured_data.business_missing",
        "/",
        page("/", page_type="home"),
        page("/contact", page_type="contact"),
        page("/a"),
        _item("/a", "MedicalClinic", name="Clinic"),
    ),
    Case(
        "structured_data.business_missing",
        "",
        page("/", page_type="home"),
        _item("/", "WebSite"),
        row("phone_ctas", url=HOME, channel="microdata", number="+13104531234"),
    ),
    Case(
        "structured_data.business_missing",
        "",
        page("/", page_type="home"),
        page("/contact", page_type="contact"),
        _item("/contact", "WebPage", mainEntity={"@type": ["Organization", "https://schema.org/Dentist"]}),
    ),
    Case(
        "structured_data.business_incomplete",
        "/a",
        page("/a"),
        _item("/a", "MedicalClinic", name="Clinic", telephone="+13104531234", url=HOME),
        page("/b"),
        _item("/b", "MedicalClinic", name="Clinic", address={"addressLocality": "Harbor Town"}, url=HOME),
        _item("/b", "MedicalClinic", **{"@id": "#clinic"}),
        _item("/b", "Physician", name="Dr. Moss", url=HOME, image="x"),
    ),
    Case(
        "security.unencrypted",
        "http://clinic.test/",
        row("crawl", seed="http://clinic.test/", site="clinic.test"),
        page("http://clinic.test/"),
    ),
    Case("security.unencrypted", "", page("/"), page("/a")),
    Case(
        "security.mixed_content", "/", page("/a"), row("images", url=url("/a"), src="http://clinic.test/foot.svg")
    ),
    Case("security.mixed_content", "", page("/a"), row("images", url=url("/a"), src=url("/foot.svg"))),
)
