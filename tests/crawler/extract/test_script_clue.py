"""What says that scripts make a page, and what only looks like it."""

import pytest

from crawler.extract.page import Source, extract

_SCRIPT = '<script src="/main.js"></script>'
_TEXT = "<p>" + "Most knees get better with exercise. " * 20 + "</p>"
_SHORT = "<h1>Opening hours</h1><p>Monday to Friday, 8 to 6.</p>"
_MENU = '<nav><a href="/knee">Knee</a> <a href="/hip">Hip</a></nav>'


def _clue(html: str) -> str | None:
    source = Source("https://clinic.example/", "clinic.example", "US", 200, html.encode(), "text/html", None, None)
    return extract(source).pages[0].script_clue


@pytest.mark.parametrize(
    ("html", "clue"),
    [
        (f'<div id="root"></div>{_SCRIPT}', '<div id="root"> is empty, 0 words in the body'),
        (f'<div id="app"><p>Loading…</p></div>{_SCRIPT}', '<div id="app"> is empty, 1 word in the body'),
        (
            f'<header>Harbor Clinic</header><div id="__next"><svg></svg></div>{_SCRIPT}',
            '<div id="__next"> is empty, 2 words in the body',
        ),
        (f"<app-root></app-root>{_SCRIPT}", "<app-root> is empty, 0 words in the body"),
        (f"<my-clinic><img src=/spinner.gif></my-clinic>{_SCRIPT}", "<my-clinic> is empty, 0 words in the body"),
        (f"<div data-reactroot></div>{_SCRIPT}", "<div> is empty, 0 words in the body"),
        (
            f"<body><noscript>You need to enable JavaScript to run this app.</noscript><b>Hello</b>{_SCRIPT}",
            "noscript says “need to enable JavaScript”, 1 word in the body",
        ),
        (
            f"<body><noscript><p>JavaScript is required.</p></noscript>{_SCRIPT}",
            "noscript says “JavaScript is required”, 0 words in the body",
        ),
        (
            f"<p>Hello</p><script id=__NEXT_DATA__ type=application/json>{{}}</script>{_SCRIPT}",
            "__NEXT_DATA__ holds the page's data, 1 word in the body",
        ),
        (
            "<p>Hello</p><script>window.__NUXT__={}</script>",
            "window.__NUXT__ holds the page's data, 1 word in the body",
        ),
        (
            f'<meta name=Generator content="Wix.com Website Builder"><p>Hello</p>{_SCRIPT}',
            "made with Wix.com, 1 word in the body",
        ),
        (f"{_MENU}<main><div class=spinner></div></main><footer>{_TEXT}</footer>{_SCRIPT}", "<main> is empty"),
        (
            f"<nav><ul></ul></nav>{_TEXT}<a href=#top>Up</a><a href=tel:+13104531234>Call</a>{_SCRIPT}",
            "<nav> is empty and the page has no link",
        ),
        (
            f'<nav></nav>{_TEXT}<a href="javascript:void(0)">Menu</a>{_SCRIPT}',
            "<nav> is empty and the page has no link",
        ),
    ],
)
def test_scripts_make_the_page(html: str, clue: str) -> None:
    assert _clue(html) == clue


@pytest.mark.parametrize(
    "html",
    [
        _SHORT,
        f"{_SHORT}{_SCRIPT}",
        '<div id="root"></div>',
        f'<div id="root">{_TEXT}</div>{_SCRIPT}',
        f'<div id="__next" data-reactroot>{_MENU}<main>{_TEXT}</main></div><script id=__NEXT_DATA__ type=application/json>{{"a": 1}}</script>{_SCRIPT}',
        f'<div id="root"></div>{_TEXT}{_SCRIPT}',
        f"<noscript><img src=/pixel.gif></noscript>{_SHORT}{_SCRIPT}",
        f"<body><noscript>Please enable JavaScript.</noscript>{_TEXT}{_SCRIPT}",
        '<div id="root"></div><script type="application/ld+json">{}</script>',
        f"<html amp><body><amp-img></amp-img>{_SCRIPT}</body></html>",
        f"<html ⚡><body><div id=root></div>{_SCRIPT}</body></html>",
        f'<meta name=generator content="Wix.com Website Builder">{_TEXT}{_SCRIPT}',
        f'<meta name=generator content="WordPress 6.9">{_SHORT}{_SCRIPT}',
        f"{_MENU}<main><img src=/map.png></main>{_SCRIPT}",
        f"{_MENU}<main><iframe src=/form></iframe></main>{_SCRIPT}",
        f"{_MENU}<main></main><main>{_TEXT}</main>{_SCRIPT}",
        f'<nav></nav>{_TEXT}<a href="/knee">Knee</a>{_SCRIPT}',
        f'<nav></nav>{_TEXT}<a href="knee.html">Knee</a>{_SCRIPT}',
        f"<p>We explain JavaScript diseases.</p>{_SCRIPT}",
        "",
    ],
)
def test_nothing_says_so(html: str) -> None:
    assert _clue(html) is None
