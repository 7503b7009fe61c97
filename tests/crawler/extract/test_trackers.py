"""Services of others: every vendor of the table, what only looks like one, and hostile scripts."""

import base64
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.trackers.trackers import trackers
from crawler.extract.trackers.vendor import Vendor
from crawler.extract.trackers.vendors import VENDORS
from crawler.tables.tools import TrackerRow

_CLASSES = (
    "ads replay analytics tag_manager call_tracking chat consent booking reviews form map video font captcha overlay "
    "social".split()
)
_HOTJAR = "(function(h){h._hjSettings={hjid:1234567,hjsv:6}})(window)"
_GTM = (
    "(function(w,d,s,l,i){j.src='https://www.googletagmanager.com/gtm.js?id='+i})"
    "(window,document,'script','dataLayer','GTM-ABC1234');"
)


def _rows(markup: str) -> list[TrackerRow]:
    page = Decoded(markup, "utf-8", "header")
    return trackers(Document.of("https://clinic.example/page", "clinic.example", page))


def _found(markup: str) -> list[tuple[str, str | None, str]]:
    return [(row.vendor, row.account, row.found_in) for row in _rows(markup)]


def _as_markup(example: str) -> str:
    if example.startswith("<"):
        return example
    is_address = example.startswith(("https://", "/"))
    return f'<script src="{example}"></script>' if is_address else f"<script>{example}</script>"


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.name)
def test_an_example_shows_its_vendor_and_no_other(vendor: Vendor) -> None:
    (row,) = _rows(f"<body>{_as_markup(vendor.example)}</body>")
    assert (row.vendor, row.tracker_class) == (vendor.name, vendor.tracker_class)
    assert (row.account is not None) == bool(vendor.account)


def test_vendors_are_named_once_and_classed() -> None:
    names = [vendor.name for vendor in VENDORS]
    assert len(names) == len(set(names))
    assert {vendor.tracker_class for vendor in VENDORS} == set(_CLASSES)


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        (f"<script>{_HOTJAR}</script>", [("Hotjar", "1234567", "inline")]),
        (f"<script>{_GTM}</script>", [("Google Tag Manager", "GTM-ABC1234", "inline")]),
        (
            f"<head><script>{_GTM}</script></head><body><noscript><iframe "
            'src="https://www.googletagmanager.com/ns.html?id=GTM-ABC1234"></iframe></noscript>',
            [("Google Tag Manager", "GTM-ABC1234", "inline"), ("Google Tag Manager", "GTM-ABC1234", "frame")],
        ),
        (
            '<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABC1234567"></script>'
            "<script>gtag('config', 'G-ABC1234567'); gtag('config', \"AW-123456789\")</script>",
            [
                ("Google Analytics 4", "G-ABC1234567", "script"),
                ("Google Analytics 4", "G-ABC1234567", "inline"),
                ("Google Ads", "AW-123456789", "inline"),
            ],
        ),
        (
            "<script>s.src='https://www.googletagmanager.com/gtag/js?id='+id</script><script>gtag('config','G-ABC1234567')</script>",
            [("Google Analytics 4", "G-ABC1234567", "inline")],
        ),
        (
            "<script>s.src='https://www.googletagmanager.com/gtag/js?id='+id</script>",
            [("Google tag", None, "inline")],
        ),
        (
            "<script>fbq('init','111111111111111');fbq('init', \"222222222222222\");fbq('init','111111111111111')</script>"
            '<noscript><img src="https://www.facebook.com/tr?id=111111111111111&amp;ev=PageView"></noscript>',
            [
                ("Meta Pixel", "111111111111111", "inline"),
                ("Meta Pixel", "222222222222222", "inline"),
                ("Meta Pixel", "111111111111111", "image"),
            ],
        ),
        (
            '<script src="https://connect.facebook.net/en_US/fbevents.js"></script><script>fbq("init","111111111111111")</script>',
            [("Meta Pixel", "111111111111111", "script"), ("Meta Pixel", "111111111111111", "inline")],
        ),
        ('<script src="HTTPS://Static.HotJar.com/c/hotjar-7654321.js"></script>', [("Hotjar", "7654321", "script")]),
        ("<script>a='https:\\/\\/static.hotjar.com\\/c\\/hotjar-7654321.js'</script>", [("Hotjar", "7654321", "inline")]),
        (
            '<script type="text/plain" data-cookieconsent="marketing" data-src="https://snap.licdn.com/li.lms-analytics/insight.min.js"></script>',
            [("LinkedIn Insight Tag", None, "script")],
        ),
        (
            '<script type="rocketlazyloadscript" data-rocket-src="//cdn.callrail.com/companies/123456789/0a1b2c/12/swap.js"></script>',
            [("CallRail", "123456789/0a1b2c", "script")],
        ),
        (
            f'<script src="data:text/javascript;base64,{base64.b64encode(_HOTJAR.encode()).decode()}"></script>',
            [("Hotjar", "1234567", "inline")],
        ),
        ('<script src="/assets/matomo.js"></script><script>_paq.push(["setSiteId", "4"])</script>', [("Matomo", "4", "script"), ("Matomo", "4", "inline")]),
        ('<iframe data-src="https://www.google.co.uk/maps/embed?pb=1"></iframe>', [("Google Maps", None, "frame")]),
        ('<form action="https://formspree.io/f/abcdwxyz"></form>', [("Formspree", "abcdwxyz", "form")]),
        ("<style>@import url('https://fonts.googleapis.com/css?family=Inter');</style>", [("Google Fonts", None, "link")]),
        ('<link rel="preload" as="style" href="//fonts.googleapis.com/css?family=Inter">', [("Google Fonts", None, "link")]),
        ("<script>b.src = p + '.responsetap.com/static/scripts/x.js'</script>", [("ResponseTap", None, "inline")]),
        (
            '<amp-call-tracking config="https://swappy.callrail.com/companies/123456789/amp-swap.json?t=1"><a href="tel:+1"></a></amp-call-tracking>',
            [("CallRail", None, "script")],
        ),
        (
            '<amp-call-tracking config="https://clinic.example/calls.json"><a href="tel:+13104531234">Call</a></amp-call-tracking>'
            '<amp-call-tracking config="https://clinic.example/calls.json"><a href="tel:+13104531234">Call</a></amp-call-tracking>',
            [("AMP call tracking", None, "script")],
        ),
        (
            "<script>vs_account_id = \"AbCdEfGh12345678\";</script><script src='https://rw1.calls.net/euinc/number-changer.js'></script>",
            [("Marchex", "AbCdEfGh12345678", "inline"), ("Marchex", "AbCdEfGh12345678", "script")],
        ),
        (
            "<script>gtag('config', 'AW-123456789/AbC-D_efG', {'phone_conversion_number': '310-453-1234'});</script>",
            [("Google forwarding numbers", "AW-123456789/AbC-D_efG", "inline"), ("Google Ads", "AW-123456789", "inline")],
        ),
    ],
)  # fmt: skip
def test_finds(markup: str, found: list[tuple[str, str | None, str]]) -> None:
    assert _found(markup) == found


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="/js/analytics.js"></script><a href="/analytics.html">Analytics</a>',
        '<a href="https://www.facebook.com/clinic"><img src="/facebook.svg"></a>',
        '<a href="https://calendly.com/clinic">Book</a>',
        "<p>We use Hotjar, Google Analytics (G-ABC1234567) and fbq( on https://static.hotjar.com/</p>",
        '<script type="application/ld+json">{"sameAs": ["https://static.hotjar.com/c/hotjar-1.js"]}</script>',
        '<script type="application/json">{"gtm": "GTM-ABC1234"}</script>',
        '<script type="text/template"><script src="https://static.hotjar.com/x.js"></script>',
        '<script src="https://nothotjar.com/static.hotjar.com/c.js"></script>',
        '<script src="https://static.hotjar.com.clinic.example/c.js"></script>',
        '<script src="/static.hotjar.com/c/hotjar-1.js"></script>',
        '<script src="https://clinic.example/connect.facebook.net/fbevents.js"></script>',
        '<link rel="dns-prefetch" href="//connect.facebook.net"><link rel="preconnect" href="https://fonts.gstatic.com">',
        '<link rel="me" href="https://calendly.com/clinic">',
        '<img src="https://sa1s3.patientpop.com/assets/images/knee.jpg"><img src="https://i.ytimg.com/vi/x/0.jpg">',
        '<script>var _providersToBlock = [{"re":"hotjar.com"},{"re":"connect.facebook.net"}]</script>',
        '<script>self.__next_f.push([1,"https://www.instagram.com/p/abc https://calendly.com/clinic"])</script>',
        "<script>var model = 'G-SHOCK'; var a = 'UA-1'; var b = 'GTM-'</script>",
        '<script src="https://www.googletagmanager.example/gtm.js"></script>',
        "<!-- <script src='https://static.hotjar.com/c/hotjar-1.js'></script> -->",
        '<script src="data:text/javascript;base64,@@@"></script><script src></script><img><iframe></iframe><form></form>',
    ],
)
def test_finds_nothing(markup: str) -> None:
    assert _found(markup) == []


def test_a_site_that_is_a_vendor_does_not_watch_itself() -> None:
    page = Decoded('<script src="https://calendly.com/app.js"></script>', "utf-8", "header")
    assert trackers(Document.of("https://calendly.com/", "calendly.com", page)) == []


def test_evidence_is_short_and_positions_count() -> None:
    rows = _rows(f"<script>{'x' * 500}{_HOTJAR}{'y' * 500}</script><script src='//123456.tctm.co/t.js'></script>")
    assert [row.position for row in rows] == [1, 2]
    assert len(rows[0].evidence) <= 200
    assert "hjid:1234567" in rows[0].evidence
    assert rows[1].evidence == "https://123456.tctm.co/t.js"


_PIECES = st.sampled_from(
    ["fbq(", "'init'", ",", "'123456789'", "//", "https:\\/\\/", "static.hotjar.com", "/c/hotjar-1.js", "_hjSettings", "'G-", "GTM-ABC1234", "\\",
     "<script>", "</script>", "<iframe src=", '<script src="', '"', "<form action=", "<style>@import ", "data:text/javascript;base64,", "[", "\0", "é"]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=4), max_size=30).map("".join))
def test_never_raises(markup: str) -> None:
    for row in _rows(markup):
        assert row.tracker_class in _CLASSES
        assert 0 < len(row.evidence) <= 200


@pytest.mark.parametrize(
    "unit",
    ["//", "'a", "//a.b.", '"https://x.clinic.example/a.js",', "fbq( ", "'G-ABCDEFG1',", "linkedin.com/collect?a=1&", "_tfa.push({", "0a1b2c3d"],
)  # fmt: skip
def test_a_script_of_a_megabyte_takes_no_time(unit: str) -> None:
    markup = f"<script>{unit * (1_000_000 // len(unit))}</script>"
    document = Document.of("https://clinic.example/", "clinic.example", Decoded(markup, "utf-8", "header"))
    start = process_time()
    trackers(document)
    assert process_time() - start < 0.5
